"""The settings of processes that tests start: as in life, but passphrases open fast."""

from afterus.vault import TINY
from afterus.web.settings import *  # noqa: F403

AFTERUS_PASSPHRASE_COST = TINY

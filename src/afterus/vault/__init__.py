"""Sealing: keys, passphrase, recovery code, sessions, backups. Bytes in, bytes out."""

from afterus.vault.backups import Backup, SealedRow, is_backup, pack, unpack
from afterus.vault.entries import Place, open_entry, seal_entry
from afterus.vault.errors import BadCode, CannotOpen, TooNew, WrongSecret
from afterus.vault.keys import VaultKey
from afterus.vault.recovery import new_code, tidy
from afterus.vault.sessions import (
    SealedSession,
    SessionKey,
    open_session,
    owner_of_session,
    seal_session,
)
from afterus.vault.slots import (
    HOSTED,
    LAPTOP,
    TINY,
    Cost,
    cost_of,
    open_with_passphrase,
    open_with_recovery_code,
    seal_with_passphrase,
    seal_with_recovery_code,
)

__all__ = [
    "HOSTED",
    "LAPTOP",
    "TINY",
    "Backup",
    "BadCode",
    "CannotOpen",
    "Cost",
    "Place",
    "SealedRow",
    "SealedSession",
    "SessionKey",
    "TooNew",
    "VaultKey",
    "WrongSecret",
    "cost_of",
    "is_backup",
    "new_code",
    "open_entry",
    "open_session",
    "open_with_passphrase",
    "open_with_recovery_code",
    "owner_of_session",
    "pack",
    "seal_entry",
    "seal_session",
    "seal_with_passphrase",
    "seal_with_recovery_code",
    "tidy",
    "unpack",
]

"""Work on one's own half: one change at a time, little writing, a look back each week."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

from afterus.method.rules.light import BROODING

REVIEW_EACH: Final = timedelta(days=7)
REHEARSALS_A_DAY: Final = 2
CHAINS_A_DAY: Final = 2


def review_due(begun: date, reviewed: Collection[date], today: date) -> bool:
    """Whether a week has passed since it was begun or last looked back on."""
    return today - max([begun, *reviewed]) >= REVIEW_EACH


def may_rehearse(rehearsed: Collection[date], today: date) -> bool:
    """Twice a day at most: going over it again and again is brooding by another name."""
    return sum(day == today for day in rehearsed) < REHEARSALS_A_DAY


def may_dig(written: Collection[date], brooding: int | None, today: date) -> bool:
    """Whether another chain may be written today; only one for someone who broods much."""
    most = 1 if brooding is not None and brooding >= BROODING else CHAINS_A_DAY
    return sum(day == today for day in written) < most

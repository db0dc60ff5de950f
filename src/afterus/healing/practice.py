"""What changed in a practice, week by week. Days are handed in."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec


class Went(msgspec.Struct, frozen=True):
    """One time the cue came: the day, and whether the new, the old or some of both was done."""

    on: date
    how: str


class PracticeWeek(msgspec.Struct, frozen=True):
    """Seven days of a practice from `start`: how often the cue came, and how it went."""

    start: date
    new: int
    partly: int
    old: int

    @property
    def times(self) -> int:
        """How often the cue came."""
        return self.new + self.partly + self.old


def practice_weeks(begun: date, logs: Sequence[Went], until: date) -> tuple[PracticeWeek, ...]:
    """Each week from the day it was begun, oldest first, the one under way last."""
    count = max(0, (until - begun).days) // 7 + 1
    return tuple(_week(begun + timedelta(weeks=place), logs) for place in range(count))


def _week(start: date, logs: Sequence[Went]) -> PracticeWeek:
    end = start + timedelta(days=6)
    how = [log.how for log in logs if start <= log.on <= end]
    return PracticeWeek(start, how.count("new"), how.count("partly"), how.count("old"))

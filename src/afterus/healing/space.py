"""Days of space, and what urges have in common. Days and times are handed in."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from statistics import median

import msgspec

HOURS_A_BLOCK = 3
FEWEST = 5


class Felt(msgspec.Struct, frozen=True):
    """One urge: when, in the person's own time zone; how strong, 1 to 5; what set it off, and what
    eased it."""

    at: datetime
    strength: int
    trigger: str
    helped: tuple[str, ...] = ()


class Counted(msgspec.Struct, frozen=True):
    """How often one thing was there."""

    what: str
    times: int


class Week(msgspec.Struct, frozen=True):
    """Seven days that end on `to`: how many urges, and their middle strength or None."""

    to: date
    urges: int
    strength: float | None


class Pattern(msgspec.Struct, frozen=True):
    """What urges have in common. `hours`: how many began in each block of three hours from
    midnight; `triggers` and `helped` come most frequent first; `weeks` oldest first."""

    urges: int
    hours: tuple[int, ...]
    triggers: tuple[Counted, ...]
    helped: tuple[Counted, ...]
    weeks: tuple[Week, ...]

    @property
    def enough(self) -> bool:
        """Whether there is anything to see yet."""
        return self.urges >= FEWEST

    @property
    def hardest(self) -> int | None:
        """The hour at which the block with most urges begins; None where two share that."""
        most = max(self.hours)
        blocks = [place for place, urges in enumerate(self.hours) if urges == most]
        return blocks[0] * HOURS_A_BLOCK if most and len(blocks) == 1 else None


def days_of_space(since: date, today: date, slips: Collection[date] = ()) -> int:
    """Whole days from ``since`` to ``today`` without those on which a slip was told of.

    Today counts once it is over. So a slip takes no day away: its own adds none, and no more.
    """
    days = max(0, (today - since).days)
    return days - len({day for day in slips if since <= day < today})


def pattern(urges: Sequence[Felt], today: date, weeks: int = 4) -> Pattern:
    """What these urges have in common, and how many there were in each of the last weeks."""
    hours = Counter(urge.at.hour // HOURS_A_BLOCK for urge in urges)
    return Pattern(
        urges=len(urges),
        hours=tuple(hours[block] for block in range(24 // HOURS_A_BLOCK)),
        triggers=_counted(urge.trigger for urge in urges),
        helped=_counted(way for urge in urges for way in urge.helped),
        weeks=tuple(_week(urges, today - timedelta(weeks=ago)) for ago in reversed(range(weeks))),
    )


def _counted(things: Iterable[str]) -> tuple[Counted, ...]:
    return tuple(Counted(what, times) for what, times in Counter(things).most_common())


def _week(urges: Sequence[Felt], to: date) -> Week:
    start = to - timedelta(days=6)
    within = [urge.strength for urge in urges if start <= urge.at.date() <= to]
    return Week(to, len(within), median(within) if within else None)

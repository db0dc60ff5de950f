"""The rhythm of looking again: soon enough to help, seldom enough not to brood."""

from datetime import date, timedelta


def look_again(made: date, in_days: int) -> date:
    """The day on which a reading made on ``made`` is worth a new look."""
    return made + timedelta(days=in_days)


def days_between(start: date, today: date) -> int:
    """Whole days from ``start`` to ``today``; 0 where the clock was set back in between."""
    return max(0, (today - start).days)

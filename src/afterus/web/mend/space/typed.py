"""What a form of Mend sent: one of a few words, a day that is over, a line that is not too long."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TypeVar

LONGEST = 2_000
AGO = {"today": 0, "yesterday": 1, "earlier": 2}

W = TypeVar("W", bound=str)


def one_of(options: tuple[W, ...], sent: str | None) -> W | None:
    """The option that was sent, or None."""
    return next((option for option in options if option == sent), None)


def day(sent: str, today: date) -> date | None:
    """A day up to today, as a date field sends it, or None."""
    try:
        found = date.fromisoformat(sent)
    except ValueError:
        return None
    return found if found <= today else None


def day_ago(form: Mapping[str, str], today: date) -> date:
    """The day that was named as today, yesterday or before that; today where none was."""
    return today - timedelta(days=AGO.get(form.get("when", ""), 0))


def number(sent: str, low: int, high: int) -> int | None:
    """A whole number between these two, both in, or None."""
    found = int(sent) if sent.isdecimal() and len(sent) < 4 else None
    return found if found is not None and low <= found <= high else None


def fits(*texts: str) -> bool:
    """Whether each of these is short enough to keep."""
    return all(len(text) <= LONGEST for text in texts)

"""The documents of Let go."""

from datetime import date, datetime
from typing import Literal

from afterus.records.document import Document


class LettingGoSheet(Document, frozen=True, kw_only=True, tag="letting_go"):
    """A sheet of letting go: what was written under each of its parts."""

    page: str
    written: datetime
    said: dict[str, str]


class Trace(Document, frozen=True, kw_only=True, tag="trace"):
    """Something left of the two (`of`: which kind of thing), and what becomes of it."""

    what: str
    of: str
    choice: str
    done: date | None = None


class Plan(Document, frozen=True, kw_only=True, tag="plan"):
    """Something to do with someone."""

    what: str
    who: str = ""
    on: date | None = None
    done: date | None = None


class Celebration(Document, frozen=True, kw_only=True, tag="celebration"):
    """A ritual the person designed: what it lets go, what they really do; `marked` once done."""

    designed: datetime
    shape: Literal["boats", "lanterns", "birds"]
    leave: tuple[str, ...]
    doing: str
    who: str = ""
    words: str = ""
    on: date | None = None
    marked: datetime | None = None

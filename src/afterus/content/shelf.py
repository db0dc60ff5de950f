"""The shapes of what is worked with: sheets of letting go."""

from typing import Literal

import msgspec

from afterus.content.shapes import Choice


class SheetPart(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to write on a sheet: a list with one thing a line, a text, or a choice."""

    id: str
    kind: Literal["lines", "text", "choice"]
    label: str
    hint: str = ""
    options: tuple[Choice, ...] = ()


class Sheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One idea of letting go, to write on. `after` is said once it was kept.

    `again`: each time is a sheet of its own; else there is one, and it can be changed.
    """

    id: str
    title: str
    lead: str
    aside: str
    after: str
    principle: str
    parts: tuple[SheetPart, ...]
    again: bool = False

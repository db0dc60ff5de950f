"""The shapes of the structured content: principle pages, help lines, the reflection's steps."""

from datetime import date
from typing import Literal

import msgspec

Part = Literal["understand", "mend", "let_go", "safety"]
LineKind = Literal["distress", "partner_violence", "own_behaviour", "emergency"]
FieldKind = Literal[
    "choice",
    "many",
    "scale",
    "months",
    "days",
    "number",
    "text",
    "yes_no",
    "rows",
    "insecurities",
    "person",
]


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a principle rests on: the method, a study, or a convention others follow.

    `seen` says how we read it: its abstract or record, second-hand, or from memory only;
    `note` what to know of the entry itself, such as a DOI we do not have.
    """

    kind: Literal["method", "research", "convention"]
    text: str
    authors: str = ""
    year: int | None = None
    where: str = ""
    doi: str = ""
    seen: Literal["abstract", "second-hand", "memory"] | None = None
    strength: Literal["supports", "mixed", "weak", "against"] | None = None
    note: str = ""

    @property
    def link(self) -> str:
        """The study's address, or "" where we know no DOI."""
        return f"https://doi.org/{self.doi}" if self.doi else ""


class Principle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One page of the method: what it says, what that rests on, and what it does not say."""

    id: str
    title: str
    short: str
    method: Part
    body: tuple[str, ...]
    sources: tuple[Source, ...]
    limits: str
    related: tuple[str, ...] = ()

    @property
    def researched(self) -> bool:
        """Whether any study stands behind it."""
        return any(source.kind == "research" for source in self.sources)


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One place to get help. `number` is what to dial or text, or an address on the web.

    `source` says who publishes it, `how_checked` what it was compared with on `checked`.
    """

    name: str
    kind: LineKind
    number: str
    how: Literal["call", "text", "chat", "web"]
    note: str
    source: str
    checked: date
    sure: Literal["confirmed", "likely", "unconfirmed"]
    how_checked: str
    hours: str = ""
    lang: str = ""

    @property
    def link(self) -> str:
        """The address that dials, texts or opens it."""
        if self.how in ("web", "chat"):
            return self.number if self.number.startswith("https://") else f"https://{self.number}"
        digits = "".join(sign for sign in self.number if sign.isdigit() or sign == "+")
        return ("sms:" if self.how == "text" else "tel:") + digits


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lines of one country; `emergency` is the number to dial in danger, "" where unknown."""

    code: str
    name: str
    emergency: str
    lines: tuple[Line, ...]
    note: str = ""

    def lines_for(self, kind: LineKind) -> tuple[Line, ...]:
        """The lines of one kind, in the order of the file."""
        return tuple(line for line in self.lines if line.kind == kind)


class Help(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All lines by country, and what to do anywhere else. There is no default country."""

    countries: tuple[Country, ...]
    other: Country

    def country(self, code: str) -> Country:
        """The country with this code; KeyError when it is not listed."""
        for country in (*self.countries, self.other):
            if country.code == code:
                return country
        raise KeyError(f"no help lines for country {code!r}")


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One option of a field: the answer's value and the words for it."""

    value: str | bool | int
    label: str
    hint: str = ""


class Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question field; `key` is the dotted answer it fills."""

    key: str
    kind: FieldKind
    label: str
    options: tuple[Choice, ...] = ()
    low: str = ""
    high: str = ""
    hint: str = ""
    required: bool = False


class Condition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """True when the answer at `key` equals `equals`, or is (or holds) one of `any`."""

    key: str
    equals: str | bool | int | None = None
    any: tuple[str | bool | int, ...] = ()


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One page of the reflection: one idea, a few fields."""

    id: str
    section: str
    title: str
    lead: str
    fields: tuple[Field, ...]
    essential: bool = False
    aside: str = ""
    distanced: str = ""
    example: str = ""
    show_if: tuple[Condition, ...] = ()


class Section(msgspec.Struct, frozen=True):
    """A group of steps in their order."""

    id: str
    title: str
    lead: str
    steps: tuple[Step, ...] = ()

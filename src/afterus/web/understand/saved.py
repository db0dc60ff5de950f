"""Readings as they lie in the vault: opened, compared, tried with other answers. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from afterus.method import Reading, parse_answers, read, with_changes
from afterus.method.other_answers import DOMAIN
from afterus.method.rules.safety import HARMED, UNCLEAR_HARM
from afterus.records.documents import SavedReading
from afterus.safety import Finding
from afterus.web.understand.answers import look

REFUSED = ("blocked", "asked_no_contact", "court_order")


@dataclass(frozen=True)
class Shift:
    """One thing that reads otherwise than before; for an answer `key` is its dotted key."""

    key: str
    before: object
    after: object


@dataclass(frozen=True)
class Since:
    """What changed from one reading to the next."""

    path: Shift | None
    parts: tuple[Shift, ...]
    reasons_added: tuple[str, ...]
    reasons_gone: tuple[str, ...]
    answers: tuple[Shift, ...]

    @property
    def anything(self) -> bool:
        """Whether anything changed at all."""
        lists = (self.parts, self.reasons_added, self.reasons_gone, self.answers)
        return self.path is not None or any(lists)


def reading_of(saved: SavedReading) -> Reading:
    """The reading as it was made; it is never made anew."""
    return msgspec.convert(saved.reading, Reading)


def findings_of(saved: SavedReading) -> tuple[Finding, ...]:
    """The findings it was made from, with the replies given then."""
    return msgspec.convert(saved.findings, tuple[Finding, ...])


def was_harmed(reading: Reading) -> bool:
    """Whether it was made for someone who was, or may have been, harmed or is afraid."""
    return not (HARMED | UNCLEAR_HARM).isdisjoint(reason.key for reason in reading.reasons)


def since(before: SavedReading, after: SavedReading) -> Since:
    """What changed from the earlier reading to the later one."""
    old, new = reading_of(before), reading_of(after)
    had, has = [one.key for one in old.reasons], [one.key for one in new.reasons]
    parts = (
        ("own_part", old.own_part, new.own_part),
        ("their_part", old.their_part, new.their_part),
    )
    return Since(
        path=Shift("path", old.path, new.path) if old.path != new.path else None,
        parts=tuple(Shift(*part) for part in parts if part[1] != part[2]),
        reasons_added=tuple(key for key in has if key not in had),
        reasons_gone=tuple(key for key in had if key not in has),
        answers=_shifts(before.answers, after.answers),
    )


def may_be_tried(saved: SavedReading) -> tuple[str, ...]:
    """The answers a person may try otherwise, in the method's order.

    Never on the path of safety: what happened is not answered away. Nor the other's own no.
    """
    if reading_of(saved).path == "safety":
        return ()
    refused = look(saved.answers, "contact_now") in REFUSED
    return tuple(key for key in DOMAIN if not (refused and key == "contact_now"))


def tried(saved: SavedReading, changes: Mapping[str, Any]) -> Reading:
    """The reading these changes would give, nothing kept. Raises AnswersError."""
    return read(with_changes(parse_answers(saved.answers), changes), findings_of(saved))


def _shifts(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Shift, ...]:
    old, new = dict(_leaves(before)), dict(_leaves(after))
    # The days since the break move on by themselves; that is no change of an answer.
    keys = [key for key in {**old, **new} if key != "ended_days_ago"]
    return tuple(
        Shift(key, old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key)
    )


def _leaves(answers: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, object]]:
    for key, value in answers.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value

"""What the pages of Space show, as typed values."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal
from uuid import UUID

from afterus.healing import Felt, Pattern, days_of_space, pattern
from afterus.method.space import Way, needed_contact, ways
from afterus.records import OpenVault
from afterus.records.mending import NeededContact, Prepared, Slip, Space, Urge
from afterus.web.mend.standing import Standing

SHOWN = 6


@dataclass(frozen=True)
class Noted:
    """One thing noted on a day; `words` is the key of its name, `note` the person's own line."""

    id: UUID
    on: date
    at: datetime
    what: Literal["urge", "looked", "slip", "contact"]
    words: str
    note: str = ""


@dataclass(frozen=True)
class Days:
    """The days of space since a day, and the slips since then; None before a day was named."""

    since: date
    days: int
    slips: int


@dataclass(frozen=True)
class SpacePage:
    """The first page of Space. `children`: (stayed about them, all) or None where not kept."""

    days: Days | None
    closed: str
    noted: tuple[Noted, ...]
    children: tuple[int, int] | None


def days_since(vault: OpenVault, today: date) -> Days | None:
    """The days of space as they stand."""
    kept = vault.latest(Space)
    if kept is None:
        return None
    since = kept.document.since
    told = [local(one.document.told) for one in vault.all(Slip)]
    # Told before the day was named anew, a slip belongs to a time that is not counted.
    told = [day for day in told if day >= since]
    return Days(since, days_of_space(since, today, told), len(told))


def space_page(vault: OpenVault, at: Standing, today: date) -> SpacePage:
    """The first page of Space."""
    contacts = vault.all(NeededContact)
    children = None
    if needed_contact(at.reaching):
        kept_to = sum(one.document.kept_to != "no" for one in contacts)
        children = (kept_to, len(contacts))
    closed = at.reaching.closed or ""
    return SpacePage(
        days=days_since(vault, today),
        closed="" if closed == "not_read" else closed,
        noted=_noted(vault),
        children=children,
    )


def urges_felt(vault: OpenVault) -> list[Felt]:
    """Every urge that was noted, in the person's own time zone."""
    return [
        Felt(one.at.astimezone(), one.strength, one.trigger, one.helped)
        for one in (kept.document for kept in vault.all(Urge))
    ]


def urges_pattern(vault: OpenVault, today: date) -> Pattern:
    """What the urges have in common."""
    return pattern(urges_felt(vault), today)


def ways_now(vault: OpenVault) -> tuple[tuple[Way, ...], Prepared]:
    """The ways through an urge, what helped this person first, and what they prepared."""
    kept = vault.latest(Prepared)
    prepared = kept.document if kept else Prepared(written=datetime.min.replace(tzinfo=UTC))
    there: set[Way] = {"call"} if prepared.call_number else set()
    if prepared.note:
        there.add("note")
    helped = [way for urge in urges_felt(vault) for way in urge.helped]
    return ways(helped, frozenset(there)), prepared


def local(moment: datetime) -> date:
    """The day where the person is."""
    return moment.astimezone().date()


def _noted(vault: OpenVault) -> tuple[Noted, ...]:
    found = [
        Noted(
            one.id, local(one.document.at), one.document.at,
            "looked" if one.document.looked else "urge", f"trigger.{one.document.trigger}",
        )
        for one in vault.all(Urge)
    ]  # fmt: skip
    found += [
        Noted(
            one.id, one.document.on, one.document.told,
            "slip", f"slip.how_words.{one.document.how}", one.document.note,
        )
        for one in vault.all(Slip)
    ]  # fmt: skip
    found += [
        Noted(
            one.id, one.document.on, one.document.told,
            "contact", f"contact.kept_words.{one.document.kept_to}", one.document.note,
        )
        for one in vault.all(NeededContact)
    ]  # fmt: skip
    newest = sorted(found, key=lambda one: (one.on, one.at), reverse=True)
    return tuple(newest[:SHOWN])

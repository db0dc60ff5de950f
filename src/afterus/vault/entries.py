"""Sealing one entry to the place it belongs to."""

from typing import NamedTuple
from uuid import UUID

from afterus.vault import form
from afterus.vault.keys import VaultKey

HEADER = form.header(form.What.ENTRY)


class Place(NamedTuple):
    """Where an entry belongs; it opens nowhere else."""

    owner: UUID
    entry: UUID
    kind: str
    rev: int


def seal_entry(key: VaultKey, place: Place, plain: bytes) -> bytes:
    """`plain` sealed so that it opens with this key, at this place only."""
    return form.seal(key.for_entries, HEADER, _bound_to(place), plain)


def open_entry(key: VaultKey, place: Place, blob: bytes) -> bytes:
    """What was sealed. Raises CannotOpen when bytes, key or place differ."""
    return form.unseal(key.for_entries, HEADER, _bound_to(place), blob)


def _bound_to(place: Place) -> tuple[bytes, ...]:
    owner, entry, kind, rev = place
    return (b"entry", owner.bytes, entry.bytes, kind.encode(), rev.to_bytes(8, "big"))

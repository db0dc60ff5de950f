"""The plain export as JSON: {"format", "version", "made", "entries": [...], "left_out": [ids]}."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

FORMAT = "afterus export"
VERSION = 1


class NotAnExport(ValueError):
    """Not the JSON of an export; the message says where it differs."""


class LaterExport(ValueError):
    """An export made by a later release."""


class Item(msgspec.Struct, frozen=True):
    """One entry in clear: its document holds its kind and version too."""

    id: UUID
    kept: datetime
    document: dict[str, Any]


class _Peek(msgspec.Struct, frozen=True):
    format: str
    version: int


class _Export(msgspec.Struct, frozen=True):
    format: str
    version: int
    made: datetime
    entries: list[Item]
    left_out: list[UUID] = []


def to_json(items: Sequence[Item], made: datetime, left_out: Sequence[UUID] = ()) -> str:
    """The export, indented; `left_out` names the entries that could not be opened."""
    export = _Export(FORMAT, VERSION, made, list(items), list(left_out))
    return msgspec.json.format(msgspec.json.encode(export), indent=2).decode() + "\n"


def from_json(raw: bytes) -> list[Item]:
    """The entries of an export. Raises NotAnExport, LaterExport."""
    try:
        peek = msgspec.json.decode(raw, type=_Peek)
        if peek.format != FORMAT:
            raise NotAnExport(f"format is {peek.format!r}")
        if peek.version > VERSION:
            raise LaterExport(f"version {peek.version}")
        return msgspec.json.decode(raw, type=_Export).entries
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as why:
        raise NotAnExport(str(why)) from why

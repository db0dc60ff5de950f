"""signal-export's ``data.json`` (an object a line) and sigtop's JSON (rows of the database)."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

import msgspec
from msgspec import Raw

from afterus.chats.chat import Ask, Chat, Conversation
from afterus.chats.json_ import BOM, decoded, document
from afterus.chats.message import Kind
from afterus.chats.rows import Rows
from afterus.chats.signal.names import title_of
from afterus.chats.source import Member
from afterus.chats.times import from_ms

ME = "Me"
LONGEST = 64 * 1024**2
_NOBODY = "No-Sender"


class _Row(msgspec.Struct):
    """The fields of both forms; those of one are missing in the other."""

    date: str | None = None
    sender: str | None = None
    body: str | None = None
    sticker: Any = None
    attachments: list[Raw] | None = None
    deleted: bool = False
    call: bool = False
    sent_at: int | None = None
    timestamp: int | None = None
    type: str | None = None
    source: str | None = None
    source_service_id: str | None = msgspec.field(default=None, name="sourceServiceId")
    conversation_id: str | None = msgspec.field(default=None, name="conversationId")
    is_erased: bool | None = msgspec.field(default=None, name="isErased")
    deleted_for_everyone: bool | None = msgspec.field(default=None, name="deletedForEveryone")


_ROW = msgspec.json.Decoder(_Row)
_LIST = msgspec.json.Decoder(list[Raw])


def looks_like(head: str) -> bool:
    """Whether these are rows of either form."""
    start = head[:8000]
    own = all(f'"{key}"' in start for key in ("date", "sender", "body", "quote", "reactions"))
    return own or ('"conversationId"' in start and '"sent_at"' in start)


def conversations(member: Member, ask: Ask) -> list[Conversation]:
    """The one chat of this file."""
    return [Conversation(title_of(member), partial(_read, member, ask))]


def _read(member: Member, ask: Ask) -> Chat:
    rows = Rows()
    for number, raw in _raw(member):
        if number % 20_000 == 0:
            ask.progress(0.5)
        try:
            row = decoded(raw, _ROW)
            when = _when(row)
        except (msgspec.DecodeError, ValueError, OverflowError):
            rows.skip("bad_message", number)
            continue
        sender, kind, text = _said(row)
        rows.add(when, sender, kind, text)
    return rows.chat("signal", title_of(member))


def _raw(member: Member) -> Iterator[tuple[int, bytes | Raw]]:
    if member.head(64).removeprefix(BOM).lstrip()[:1] == b"[":
        found = document(member.read(), _LIST)
        yield from enumerate(found, 1)
        return
    for number, line in enumerate(member.lines(LONGEST), 1):
        if line.strip():
            yield number, line


def _when(row: _Row) -> datetime:
    if row.date is not None:
        return datetime.fromisoformat(row.date).replace(tzinfo=None)
    stamp = row.sent_at or row.timestamp
    if not stamp:
        raise ValueError("no time")
    return from_ms(stamp)


def _said(row: _Row) -> tuple[str | None, Kind, str]:
    text = (row.body or "").rstrip(" ")
    sender = row.sender
    if row.date is None:
        sender = ME if row.type == "outgoing" else row.source or row.source_service_id
        sender = sender or row.conversation_id
    if row.deleted or row.is_erased or row.deleted_for_everyone:
        return sender, "deleted", ""
    if row.call or row.type == "call-history":
        return sender, "call", text
    if row.type not in (None, "incoming", "outgoing") or sender == _NOBODY:
        return None, "system", text
    if row.attachments or row.sticker:
        return sender, "media", text
    return sender, "text" if text else "media", text

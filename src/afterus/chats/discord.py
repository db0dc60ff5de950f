"""DiscordChatExporter's JSON (its CSV is read as a table)."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

import msgspec
from msgspec import Raw

from afterus.chats import columns
from afterus.chats.chat import Ask, Chat, Conversation
from afterus.chats.json_ import decoded, document
from afterus.chats.message import Kind
from afterus.chats.rows import Rows
from afterus.chats.source import Member

_WRITTEN = ("", "Default", "Reply", "ChatInputCommand", "ContextMenuCommand", "0", "19", "20")
_CSV = "AuthorID,Author,Date,Content"


class _Author(msgspec.Struct, frozen=True, gc=False):
    name: str = ""
    nickname: str | None = None


class _Forwarded(msgspec.Struct, gc=False):
    content: str = ""
    attachments: list[Raw] = []


class _Message(msgspec.Struct, rename="camel"):
    timestamp: str
    type: str | int = ""
    content: str | None = None
    author: _Author = _Author()
    attachments: list[Raw] = []
    stickers: list[Raw] = []
    forwarded_message: _Forwarded | None = None


class _Named(msgspec.Struct, frozen=True):
    name: str | None = None


class _File(msgspec.Struct):
    messages: list[Raw]
    channel: _Named = _Named()


_FILE = msgspec.json.Decoder(_File)
_MESSAGE = msgspec.json.Decoder(_Message)


def looks_like(head: str) -> bool:
    """Whether this is the beginning of an exported channel."""
    start = head[:4000]
    return ('"guild"' in start and '"channel"' in start) or start.replace('"', "").startswith(_CSV)


def conversations(members: Sequence[Member], ask: Ask) -> list[Conversation]:
    """The channel of each file."""
    found = []
    for member in members:
        if member.head(64).lstrip(b"\xef\xbb\xbf").lstrip()[:1] != b"{":
            found.append(Conversation(member.name, partial(columns.read, member, ask, "discord")))
            continue
        file = document(member.read(), _FILE)
        name = file.channel.name or member.name
        found.append(Conversation(name, partial(_read, file, ask), len(file.messages)))
    return found


def _read(file: _File, ask: Ask) -> Chat:
    rows = Rows()
    for number, raw in enumerate(file.messages, 1):
        if number % 20_000 == 0:
            ask.progress(number / len(file.messages))
        try:
            message = decoded(raw, _MESSAGE)
            time = datetime.fromisoformat(message.timestamp)
        except (msgspec.DecodeError, ValueError):
            rows.skip("bad_message", number)
            continue
        if time.tzinfo is None:
            time = time.replace(tzinfo=UTC)
        sender = message.author.nickname or message.author.name or None
        rows.add(time, sender, *_said(message))
    return rows.chat("discord", file.channel.name)


def _said(message: _Message) -> tuple[Kind, str]:
    text, attached = message.content or "", bool(message.attachments or message.stickers)
    if message.type == "Call":
        return "call", text
    if str(message.type) not in _WRITTEN:
        return "system", text
    if message.forwarded_message is not None and not text:
        text = message.forwarded_message.content
        attached = attached or bool(message.forwarded_message.attachments)
    return "media" if attached or not text else "text", text

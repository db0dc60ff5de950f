"""Telegram Desktop's JSON export: one chat, or a whole account with many."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from msgspec import UNSET, Raw, UnsetType

from afterus.chats.chat import Ask, Chat, Conversation
from afterus.chats.json_ import document
from afterus.chats.json_blocks import in_blocks
from afterus.chats.message import Kind
from afterus.chats.rows import Rows
from afterus.chats.source import Member
from afterus.chats.times import from_ms

_Given = Raw | UnsetType


class _Part(msgspec.Struct, gc=False):
    text: str = ""


class _Poll(msgspec.Struct, gc=False):
    question: str | list[str | _Part] = ""


class _Message(msgspec.Struct, gc=False):
    type: str = ""
    date: str = ""
    date_unixtime: str | int | None = None
    from_: str | None = msgspec.field(default=None, name="from")
    from_id: str | int | None = None
    actor: str | None = None
    action: str | None = None
    text: str | list[str | _Part] = ""
    media_type: _Given = UNSET
    photo: _Given = UNSET
    file: _Given = UNSET
    location_information: _Given = UNSET
    contact_information: _Given = UNSET
    poll: _Poll | None = None
    discard_reason: str | None = None


class _ChatFile(msgspec.Struct):
    messages: list[Raw]
    name: str | None = None
    type: str | None = None
    id: int | str | None = None


class _Chats(msgspec.Struct):
    chats: list[_ChatFile] = msgspec.field(default_factory=list, name="list")


class _Account(msgspec.Struct):
    chats: _Chats | None = None
    left_chats: _Chats | None = None
    messages: list[Raw] | None = None
    name: str | None = None


_ACCOUNT = msgspec.json.Decoder(_Account)
_iso = datetime.fromisoformat
_MESSAGE = msgspec.json.Decoder(_Message)
_SERVICE_CALLS = ("phone_call", "group_call", "conference_call")


def looks_like(head: str) -> bool:
    """Whether this is the beginning of ``result.json``."""
    if '"messages"' not in head or '"sender_name"' in head:
        return False
    return any(
        key in head for key in ('"date_unixtime"', '"from_id"', '"actor_id"', '"text_entities"')
    ) or ('"personal_information"' in head and '"chats"' in head)


def conversations(members: Sequence[Member], ask: Ask) -> list[Conversation]:
    """Every chat of the export, in its order."""
    found: list[Conversation] = []
    for member in members:
        account = document(member.read(), _ACCOUNT)
        ask.progress(0.3)
        chats = [] if account.messages is None else [_ChatFile(account.messages, account.name)]
        for each in (account.chats, account.left_chats):
            chats += each.chats if each else []
        found += [_conversation(chat, ask) for chat in chats]
    return found


def _conversation(chat: _ChatFile, ask: Ask) -> Conversation:
    name = chat.name or str(chat.id or "")
    return Conversation(name, lambda: _read(chat, ask), len(chat.messages))


def _read(chat: _ChatFile, ask: Ask) -> Chat:
    rows = Rows()

    def take(messages: list[_Message], _first: int) -> None:
        rows.extend(
            [_iso(each.date) if each.date else _time(each) for each in messages],
            [each.from_ or _sender(each) for each in messages],
            list(map(_kind, messages)),
            [
                text if isinstance(text := each.text, str) and text else _text(each)
                for each in messages
            ],
        )

    in_blocks(chat.messages, _MESSAGE, take, rows, ask.progress)
    return rows.chat("telegram", chat.name)


def _time(message: _Message) -> datetime:
    """Without the wall clock of the computer that exported, the time in UTC."""
    if message.date_unixtime is None:
        raise ValueError("no date")
    return from_ms(1000 * int(message.date_unixtime)).replace(tzinfo=None)


def _kind(message: _Message) -> Kind:
    if message.type == "service":
        return "call" if message.action in _SERVICE_CALLS else "system"
    given = (
        message.media_type
        or message.photo
        or message.file
        or message.location_information
        or message.contact_information
    )
    return "media" if given else "text"


def _sender(message: _Message) -> str | None:
    """Who wrote it. A deleted account has no name left, only a number."""
    if message.type == "service":
        return message.actor or None
    return message.from_ or (str(message.from_id) if message.from_id is not None else "") or None


def _text(message: _Message) -> str:
    text = message.text
    if message.poll is not None and not text:
        text = message.poll.question
    return text if isinstance(text, str) else _joined(text)


def _joined(parts: list[str | _Part]) -> str:
    return "".join(part if isinstance(part, str) else part.text for part in parts)

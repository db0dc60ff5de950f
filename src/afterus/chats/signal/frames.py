"""Signal's own export: ``main.jsonl``, a frame a line, named as in its ``Backup.proto``."""

from functools import partial
from typing import Any

import msgspec
from msgspec import UNSET, Raw, UnsetType

from afterus.chats.chat import Ask, Chat, Conversation
from afterus.chats.json_ import decoded
from afterus.chats.message import Kind
from afterus.chats.rows import Rows
from afterus.chats.source import Member
from afterus.chats.times import from_ms

ME = "Me"
LONGEST = 64 * 1024**2
_Id = int | str
_Given = Raw | UnsetType


class _Text(msgspec.Struct):
    body: str = ""


class _Written(msgspec.Struct, rename="camel"):
    text: _Text | None = None
    attachments: list[Raw] = []
    text_reply: "_Written | None" = None
    emoji: str | None = None


class _Poll(msgspec.Struct):
    question: str = ""


class _Update(msgspec.Struct, rename="camel"):
    individual_call: _Given = UNSET
    group_call: _Given = UNSET


class _Item(msgspec.Struct, rename="camel"):
    chat_id: _Id = 0
    author_id: _Id = 0
    date_sent: _Id = 0
    standard_message: _Written | None = None
    direct_story_reply_message: _Written | None = None
    poll: _Poll | None = None
    update_message: _Update | None = None
    remote_deleted_message: _Given = UNSET
    admin_deleted_message: _Given = UNSET
    view_once_message: _Given = UNSET
    sticker_message: _Given = UNSET
    contact_message: _Given = UNSET
    gift_badge: _Given = UNSET
    payment_notification: _Given = UNSET


class _Recipient(msgspec.Struct):
    id: _Id = 0
    contact: dict[str, Any] | None = None
    group: dict[str, Any] | None = None
    self: dict[str, Any] | None = None


class _ChatFrame(msgspec.Struct, rename="camel"):
    id: _Id = 0
    recipient_id: _Id = 0


class _Frame(msgspec.Struct, rename="camel"):
    account: dict[str, Any] | None = None
    recipient: _Recipient | None = None
    chat: _ChatFrame | None = None
    chat_item: _Item | None = None


_FRAME = msgspec.json.Decoder(_Frame)


def looks_like(head: str) -> bool:
    """Whether lines are frames of a backup."""
    return head.lstrip().startswith("{") and (
        '"chatItem"' in head or ('"recipient"' in head and '"contact"' in head)
        or '"backupTimeMs"' in head
    )  # fmt: skip


class _Reading:
    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.chats: dict[str, str] = {}
        self.rows: dict[str, Rows] = {}
        self.lost = Rows()

    def take(self, number: int, line: bytes) -> None:
        """One line. What cannot be read is counted where its chat is not known either."""
        try:
            frame = decoded(line, _FRAME)
        except msgspec.DecodeError:
            self.lost.skip("bad_message", number)
            return
        if frame.account is not None:
            self.names.setdefault("me", _full(frame.account, "given", "family") or ME)
        elif frame.recipient is not None:
            self._meet(frame.recipient)
        elif frame.chat is not None:
            self.chats[str(frame.chat.id)] = str(frame.chat.recipient_id)
        elif frame.chat_item is not None:
            self._add(number, frame.chat_item)

    def _meet(self, recipient: _Recipient) -> None:
        name = ""
        if recipient.self is not None:
            name = self.names.get("me", ME)
        elif recipient.contact is not None:
            name = _contact(recipient.contact)
        elif recipient.group is not None:
            name = _deep(recipient.group, "snapshot", "title", "title")
        self.names[str(recipient.id)] = name or f"#{recipient.id}"

    def _add(self, number: int, item: _Item) -> None:
        rows = self.rows.setdefault(str(item.chat_id), Rows())
        try:
            when = from_ms(int(item.date_sent))
        except (ValueError, OverflowError):
            rows.skip("bad_date", number)
            return
        who = str(item.author_id)
        rows.add(when, self.names.get(who) or f"#{who}", *_said(item))

    def chat(self, key: str) -> Chat:
        """The chat with this number, with what could not be given to any."""
        rows = self.rows[key]
        for skipped in self.lost.skipped():
            rows.skip(skipped.reason, skipped.lines[0], skipped.count)
        return rows.chat("signal", self.name(key))

    def name(self, key: str) -> str:
        """Whom the chat is with."""
        return self.names.get(self.chats.get(key, ""), f"#{key}")


def conversations(member: Member, ask: Ask) -> list[Conversation]:
    """Every chat of the export that has messages."""
    reading = _Reading()
    for number, line in enumerate(member.lines(LONGEST), 1):
        if line.strip():
            reading.take(number, line)
        if number % 20_000 == 0:
            ask.progress(0.5)
    return [
        Conversation(reading.name(key), partial(reading.chat, key), len(rows))
        for key, rows in reading.rows.items()
        if len(rows)
    ]


def _said(item: _Item) -> tuple[Kind, str]:
    if item.remote_deleted_message is not UNSET or item.admin_deleted_message is not UNSET:
        return "deleted", ""
    if item.update_message is not None:
        update = item.update_message
        called = update.individual_call is not UNSET or update.group_call is not UNSET
        return "call" if called else "system", ""
    if item.poll is not None:
        return "text", item.poll.question
    written = item.standard_message or item.direct_story_reply_message
    if written is None:
        return "media", ""
    reply = written.text_reply or written
    text = reply.text.body if reply.text else written.emoji or ""
    return "media" if written.attachments or not text else "text", text


def _contact(contact: dict[str, Any]) -> str:
    nickname = contact.get("nickname")
    return (
        (_full(nickname, "given", "family") if isinstance(nickname, dict) else "")
        or _full(contact, "systemGiven", "systemFamily")
        or _full(contact, "profileGiven", "profileFamily")
        or str(contact.get("username") or contact.get("e164") or "")
    )


def _full(person: dict[str, Any], given: str, family: str) -> str:
    parts = (person.get(f"{given}Name") or person.get(given),
             person.get(f"{family}Name") or person.get(family))  # fmt: skip
    return " ".join(part for part in parts if isinstance(part, str) and part)


def _deep(value: Any, *keys: str) -> str:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, str) else ""

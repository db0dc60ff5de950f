"""Instagram's and Messenger's JSON: folder, zip or single files, encrypted chats too."""

import re
from collections.abc import Callable, Sequence, Set
from datetime import UTC, datetime
from functools import partial
from typing import cast

import msgspec
from msgspec import UNSET, Raw, UnsetType

from afterus.chats.chat import Ask, Chat, Conversation
from afterus.chats.json_ import T, decoded, document
from afterus.chats.json_blocks import in_blocks
from afterus.chats.message import Kind
from afterus.chats.meta_words import is_placeholder, kind_of, mended, named
from afterus.chats.rows import Rows
from afterus.chats.source import Member
from afterus.chats.times import at

_Given = Raw | UnsetType
_FACEBOOK = ("is_unsent_image_by_messenger_kid_parent", '"thread_type"', '"type": "Generic"',
             "facebook", '"senderName"', "e2ee_cutover")  # fmt: skip
_TYPES: dict[str | None, Kind] = {
    "Call": "call",
    "Subscribe": "system",
    "Unsubscribe": "system",
}
_NUMBER = re.compile(r"_(\d+)\.json$")


class _Person(msgspec.Struct):
    name: str = ""


class _Old(msgspec.Struct, gc=False):
    sender_name: str | None = None
    timestamp_ms: int = 0
    content: str | None = None
    photos: _Given = UNSET
    videos: _Given = UNSET
    audio_files: _Given = UNSET
    gifs: _Given = UNSET
    files: _Given = UNSET
    sticker: _Given = UNSET
    share: _Given = UNSET
    call_duration: _Given = UNSET
    is_unsent: bool | None = None
    type: str | None = None


class _New(msgspec.Struct, gc=False, rename="camel"):
    sender_name: str | None = None
    timestamp: int = 0
    text: str | None = None
    is_unsent: bool | None = None
    media: list[Raw] | None = None
    type: str | None = None


class _Thread(msgspec.Struct):
    messages: list[Raw] = []
    participants: list[_Person | str] = []
    title: str | None = None
    thread_name: str | None = msgspec.field(default=None, name="threadName")

    @property
    def is_new(self) -> bool:
        """Whether this is the layout of encrypted chats."""
        return self.thread_name is not None

    @property
    def people(self) -> frozenset[str]:
        """Who takes part, by name."""
        return frozenset(
            mended(each if isinstance(each, str) else each.name) for each in self.participants
        )

    @property
    def name(self) -> str:
        """The title; a name the encrypted layout made unique by a number gets it taken off."""
        if self.title is not None:
            return mended(self.title)
        return re.sub(r"_\d+$", "", mended(self.thread_name or ""))


_Columns = tuple[list[datetime], list[str | None], list[Kind | None], list[str]]
_THREAD = msgspec.json.Decoder(_Thread)
_OLD = msgspec.json.Decoder(_Old)
_NEW = msgspec.json.Decoder(_New)


def looks_like_any(head: str) -> bool:
    """Whether this is a thread's file of either app."""
    old = '"sender_name"' in head and '"timestamp_ms"' in head
    return old or ('"senderName"' in head and '"timestamp"' in head) or (
        '"participants"' in head and '"messages"' in head and
        ('"thread_path"' in head or '"threadName"' in head)
    )  # fmt: skip


def looks_like_messenger(head: str) -> bool:
    """Whether it is Messenger's. The two apps differ in a few words only."""
    return looks_like_any(head) and any(sign in head for sign in _FACEBOOK)


def conversations(app: str, members: Sequence[Member], ask: Ask) -> list[Conversation]:
    """Every thread: its files together, and the encrypted part with the older one."""
    found: dict[tuple[frozenset[str], str], list[_Thread]] = {}
    ordered = sorted(members, key=_number, reverse=True)
    for done, member in enumerate(ordered, 1):
        thread = document(member.read(), _THREAD)
        name = thread.name or member.name
        key = (thread.people, "" if len(thread.people) == 2 else name)
        found.setdefault(key, []).append(thread)
        ask.progress(0.5 * done / len(ordered))
    return [
        Conversation(_name(threads), partial(_read, app, threads, ask), _count(threads))
        for threads in found.values()
    ]


def _number(member: Member) -> int:
    """The n of message_n.json; 1 is the newest."""
    found = _NUMBER.search(member.name)
    return int(found[1]) if found and len(found[1]) < 9 else 0


def _name(threads: list[_Thread]) -> str:
    return next((each.name for each in threads if each.name), "")


def _count(threads: list[_Thread]) -> int:
    return sum(len(each.messages) for each in threads)


def _read(app: str, threads: list[_Thread], ask: Ask) -> Chat:
    rows = Rows()
    # Where a chat became encrypted, both parts may hold the same message.
    older: set[tuple[object, str | None, str]] = set()
    for thread in sorted(threads, key=lambda each: each.is_new):
        if thread.is_new and not older:
            older = set(zip(rows.times, rows.senders, rows.texts, strict=True))
        messages = _oldest_first(thread.messages)
        if thread.is_new:
            take_new = partial(_take, rows, _columns_new, older)
            in_blocks(messages, _NEW, take_new, rows, ask.progress)
        else:
            in_blocks(messages, _OLD, partial(_take, rows, _columns_old, older), rows, ask.progress)
    return rows.chat(app, _name(threads))


def _take(
    rows: Rows,
    columns_of: Callable[[list[T]], _Columns],
    older: Set[tuple[object, str | None, str]],
    messages: list[T],
    first: int,
) -> None:
    """Add a block of messages, without reactions and what the older part has already."""
    times, senders, kinds, texts = columns_of(messages)
    if older or None in kinds:
        kept = []
        for place, kind in enumerate(kinds):
            if kind is None:
                rows.skip("reaction", first + place)
            elif (times[place], senders[place], texts[place]) in older:
                rows.skip("repeated", first + place)
            else:
                kept.append(place)
        times, senders = [times[at] for at in kept], [senders[at] for at in kept]
        kinds, texts = [kinds[at] for at in kept], [texts[at] for at in kept]
    rows.extend(times, senders, cast(list[Kind], kinds), texts)


def _oldest_first(messages: list[Raw]) -> Sequence[Raw]:
    """Both layouts write the newest first; a file that does not is left as it is."""
    if len(messages) > 1 and _when(messages[0]) < _when(messages[-1]):
        return messages
    return messages[::-1]


class _When(msgspec.Struct, gc=False):
    timestamp_ms: int = 0
    timestamp: int = 0


_WHEN = msgspec.json.Decoder(_When)


def _when(raw: Raw) -> int:
    try:
        found = decoded(raw, _WHEN)
    except msgspec.DecodeError:
        return 0
    return found.timestamp_ms or found.timestamp


def _columns_old(messages: list[_Old]) -> _Columns:
    """Times, senders, kinds and texts; no kind for a reaction that was written as a message."""
    times = [at(each.timestamp_ms / 1000, UTC) for each in messages if each.timestamp_ms]
    if len(times) < len(messages):
        raise ValueError("a message without a time")
    senders = list(map(named, [each.sender_name for each in messages]))
    raw = [each.content or "" for each in messages]
    texts = [text if text.isascii() else mended(text) for text in raw]
    kinds = list(map(_kind_old, messages, senders, texts))
    return times, senders, kinds, _words(kinds, texts)


def _kind_old(message: _Old, sender: str | None, text: str) -> Kind | None:
    if message.is_unsent:
        return "deleted"
    if message.call_duration or message.type in _TYPES:
        return _TYPES.get(message.type, "call")
    given = (
        message.photos
        or message.videos
        or message.audio_files
        or message.gifs
        or message.files
        or message.sticker
    )
    if given or not text or (message.share and is_placeholder(text)):
        return "media"
    return kind_of(text, sender)


def _columns_new(messages: list[_New]) -> _Columns:
    times = [at(each.timestamp / 1000, UTC) for each in messages if each.timestamp]
    if len(times) < len(messages):
        raise ValueError("a message without a time")
    senders = [each.sender_name or None for each in messages]
    texts = [each.text or "" for each in messages]
    kinds = list(map(_kind_new, messages, senders, texts))
    return times, senders, kinds, _words(kinds, texts)


def _kind_new(message: _New, sender: str | None, text: str) -> Kind | None:
    if message.is_unsent:
        return "deleted"
    if message.media or message.type == "media" or not text:
        return "media"
    return kind_of(text, sender)


def _words(kinds: list[Kind | None], texts: list[str]) -> list[str]:
    """What people wrote: nothing of messages taken back, no words the app put for a picture."""
    return [
        "" if kind == "deleted" or (kind == "media" and is_placeholder(text)) else text
        for kind, text in zip(kinds, texts, strict=True)
    ]

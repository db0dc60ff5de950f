"""A chat as it was read, with a report of what was inferred and what was left out."""

from collections import Counter
from collections.abc import Callable
from typing import Literal

import msgspec

from afterus.chats.table import MessageTable

Order = Literal["day_first", "month_first", "year_first"]
Progress = Callable[[float], None]


class Skipped(msgspec.Struct, frozen=True):
    """What was not read, for one reason. ``lines``: the first few, by line or record, from 1."""

    reason: str
    count: int
    lines: tuple[int, ...]


class Notice(msgspec.Struct, frozen=True):
    """Something the person should know of the export; the sentence is in the content."""

    key: str
    values: dict[str, int | str]


class Chat(msgspec.Struct, frozen=True):
    """One conversation.

    ``participants``: messages of each sender, most first; lines no person wrote do not count.
    ``order``: how dates were read where the export's form leaves it open, else ``None``;
    ``order_why``: ``asked`` ``beyond_12`` ``ascending`` ``span`` ``separator`` ``language``
    ``guess``; ``ambiguous``: the person should be asked, because another order fits as well.
    """

    messages: MessageTable
    format: str
    name: str | None = None
    participants: dict[str, int] = {}
    skipped: tuple[Skipped, ...] = ()
    order: Order | None = None
    order_why: str | None = None
    ambiguous: bool = False
    warnings: tuple[Notice, ...] = ()


class Ask(msgspec.Struct, frozen=True):
    """What the caller asked for: the order of dates, and whom to tell how far it is."""

    day_first: bool | None = None
    progress: Progress = lambda _share: None


class Conversation(msgspec.Struct, frozen=True):
    """One of the chats in an export: its name, how many messages if known, and how to read it."""

    name: str
    read: Callable[[], Chat]
    messages: int | None = None


class Dated(msgspec.Struct, frozen=True):
    """How the dates of a chat were read, and why."""

    order: Order | None = None
    why: str | None = None
    ambiguous: bool = False


def participants(senders: list[str | None]) -> dict[str, int]:
    """Messages of each sender, most first."""
    counts = Counter(senders)
    counts.pop(None, None)
    return {name: count for name, count in counts.most_common() if name is not None}

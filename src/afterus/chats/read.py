"""A chat export of any app into one shape. The format is found by looking at what is inside."""

from collections.abc import Callable, Sequence
from functools import partial

import msgspec

from afterus.chats import (
    columns,
    discord,
    google_chat,
    imessage,
    line,
    meta,
    signal,
    sms,
    telegram,
    whatsapp,
)
from afterus.chats.chat import Ask, Chat, Conversation, Progress
from afterus.chats.errors import NoSuchChat, NotAChat, SeveralChats, UnknownFormat
from afterus.chats.source import Member, Source, opened
from afterus.chats.text import head_of


class Parser(msgspec.Struct, frozen=True):
    """One app's reader: whether the first text of a file is its, and the chats in such files."""

    looks_like: Callable[[str], bool]
    conversations: Callable[[Sequence[Member], Ask], list[Conversation]]


# In the order in which they are tried: the strictest first.
PARSERS: dict[str, Parser] = {
    "discord": Parser(discord.looks_like, discord.conversations),
    "messenger": Parser(meta.looks_like_messenger, partial(meta.conversations, "messenger")),
    "instagram": Parser(meta.looks_like_any, partial(meta.conversations, "instagram")),
    "google_chat": Parser(google_chat.looks_like, google_chat.conversations),
    "telegram": Parser(telegram.looks_like, telegram.conversations),
    "sms": Parser(sms.looks_like, sms.conversations),
    "imessage": Parser(imessage.looks_like, imessage.conversations),
    "signal": Parser(signal.looks_like, signal.conversations),
    "line": Parser(line.looks_like, line.conversations),
    "whatsapp": Parser(whatsapp.looks_like, whatsapp.conversations),
    "csv": Parser(columns.looks_like, columns.conversations),
}
FORMATS = tuple(PARSERS)
FEW = 4096


class ChatName(msgspec.Struct, frozen=True):
    """A chat in an export: the name to choose it by, and how many messages, where known."""

    name: str
    messages: int | None


def read_chat(
    source: Source,
    *,
    format: str | None = None,  # noqa: A002
    chat: str | None = None,
    day_first: bool | None = None,
    progress: Progress | None = None,
) -> Chat:
    """Read one chat from an export: a file's path, a folder's, its bytes, or a stream of them.

    ``format`` is one of :data:`FORMATS`, else it is found by looking; ``chat`` names one of
    several; ``day_first`` settles 3/4 where the file leaves it open; ``progress`` is told the
    share that is done, 0 to 1, and may raise to stop. Raises a :class:`ChatError`, OSError.
    """
    with opened(source) as members:
        asked = Ask(day_first, progress) if progress else Ask(day_first)
        return _chosen(_conversations(members, format, asked), chat).read()


def list_chats(source: Source, *, format: str | None = None) -> tuple[ChatName, ...]:  # noqa: A002
    """The chats in an export, by the names that ``read_chat(chat=…)`` takes."""
    with opened(source) as members:
        found = _conversations(members, format, Ask())
        return tuple(ChatName(each.name, each.messages) for each in found)


def _conversations(
    members: Sequence[Member],
    format: str | None,  # noqa: A002
    ask: Ask,
) -> list[Conversation]:
    if format is not None and format not in PARSERS:
        raise UnknownFormat("unknown_format", format=format, formats=", ".join(FORMATS))
    if not any(member.size for member in members):
        raise NotAChat("empty")
    heads = [(member, head) for member in members if (head := _head(member))]
    for name in [format] if format else list(PARSERS):
        fitting = [member for member, head in heads if PARSERS[name].looks_like(head)]
        if format and not fitting and len(members) == 1:
            fitting = list(members)
        if fitting:
            return _distinct(PARSERS[name].conversations(fitting, ask))
    raise NotAChat("not_a_chat")


def _head(member: Member) -> str:
    """The first text of a file, empty for pictures and the like, of which little is read."""
    few = member.head(FEW)
    if not head_of(few):
        return ""
    return head_of(member.head()) if len(few) == FEW else head_of(few)


def _distinct(found: list[Conversation]) -> list[Conversation]:
    """The same with a number after a name that was there before."""
    seen: dict[str, int] = {}
    named = []
    for each in found:
        seen[each.name] = seen.get(each.name, 0) + 1
        name = each.name if seen[each.name] == 1 else f"{each.name} ({seen[each.name]})"
        named.append(msgspec.structs.replace(each, name=name))
    return named


def _chosen(found: list[Conversation], wanted: str | None) -> Conversation:
    names = tuple(each.name for each in found)
    if not found:
        raise NotAChat("no_messages")
    if wanted is None:
        if len(found) > 1:
            raise SeveralChats(names)
        return found[0]
    same = [each for each in found if each.name == wanted] or [
        each for each in found if each.name.casefold() == wanted.casefold()
    ]
    if not same:
        raise NoSuchChat(wanted, names)
    return same[0]

"""A chat export of any app into one shape. The format is found by looking at what is inside."""

from collections.abc import Sequence
from types import ModuleType

import msgspec

from afterus.chats import telegram, whatsapp
from afterus.chats.chat import Ask, Chat, Conversation, Progress
from afterus.chats.errors import NoSuchChat, NotAChat, SeveralChats, UnknownFormat
from afterus.chats.source import Member, Source, opened
from afterus.chats.text import head_of

# In the order in which they are tried: the strictest first.
PARSERS: dict[str, ModuleType] = {"telegram": telegram, "whatsapp": whatsapp}
FORMATS = tuple(PARSERS)


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
    heads = {member.name: head_of(member.head()) for member in members}
    if not any(member.size for member in members):
        raise NotAChat("empty")
    names = [format] if format else list(PARSERS)
    for name in names:
        fitting = [each for each in members if PARSERS[name].looks_like(heads[each.name])]
        if format and not fitting and len(members) == 1:
            fitting = list(members)
        if fitting:
            return _distinct(PARSERS[name].conversations(fitting, ask))
    raise NotAChat("not_a_chat")


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

"""WhatsApp's text export (``_chat.txt``, ``WhatsApp Chat with Ann.txt``), alone or in its zip."""

from collections.abc import Sequence
from functools import partial

from afterus.chats.chat import Ask, Chat, Conversation
from afterus.chats.errors import NotAChat
from afterus.chats.source import Member
from afterus.chats.text import head_of, pieces
from afterus.chats.whatsapp.read import read
from afterus.chats.whatsapp.stamps import find_template

FEWEST = 0.2


def looks_like(head: str) -> bool:
    """Whether these first lines begin as WhatsApp's messages do."""
    template, share = find_template(head)
    return template is not None and share >= FEWEST


def conversations(members: Sequence[Member], ask: Ask) -> list[Conversation]:
    """The chat of each text file."""
    return [Conversation(_title(member), partial(_read, member, ask)) for member in members]


def _read(member: Member, ask: Ask) -> Chat:
    template, _ = find_template(head_of(member.head()))
    if template is None:
        raise NotAChat("no_messages", format="whatsapp")
    return read(pieces(member, ask.progress), template, ask, None)


def _title(member: Member) -> str:
    return member.name.rpartition("/")[2].removesuffix(".txt")

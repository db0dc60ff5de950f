"""iMessage: a copied ``chat.db``, or imessage-exporter's text."""

from collections.abc import Sequence

from afterus.chats.chat import Ask, Conversation
from afterus.chats.imessage import database, text
from afterus.chats.source import Member


def looks_like(head: str) -> bool:
    """Whether this is a database, or text as the exporter writes it."""
    return database.looks_like(head) or text.looks_like(head)


def conversations(members: Sequence[Member], ask: Ask) -> list[Conversation]:
    """Every chat of the databases and text files."""
    found: list[Conversation] = []
    for member in members:
        if member.head(len(database.MAGIC)) == database.MAGIC:
            found += database.conversations(member, ask)
        else:
            found += text.conversations(member, ask)
    return found

"""The one shape of a message that every app's export is read into."""

from afterus.chats.message import Message

__all__ = ["Message"]

"""Chat exports of many apps, read into one shape of message."""

from afterus.chats.chat import Chat, Notice, Order, Progress, Skipped
from afterus.chats.errors import (
    BrokenChat,
    ChatError,
    NoSuchChat,
    NotAChat,
    SeveralChats,
    TooLarge,
    UnknownFormat,
)
from afterus.chats.message import Kind, Message
from afterus.chats.read import FORMATS, ChatName, list_chats, read_chat
from afterus.chats.table import MessageTable

__all__ = [
    "FORMATS",
    "BrokenChat",
    "Chat",
    "ChatError",
    "ChatName",
    "Kind",
    "Message",
    "MessageTable",
    "NoSuchChat",
    "NotAChat",
    "Notice",
    "Order",
    "Progress",
    "SeveralChats",
    "Skipped",
    "TooLarge",
    "UnknownFormat",
    "list_chats",
    "read_chat",
]

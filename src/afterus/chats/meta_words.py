"""What Instagram and Messenger write in English in place of an act, and how they spell."""

import re
from functools import lru_cache

from afterus.chats.message import Kind

# Only whole texts count: what a person typed may hold the same words.
_REACTION = re.compile(r"(?:Reacted \S{1,20} to (?:your|a|their|the) message|Liked a message) ?")
_PLACEHOLDER = re.compile(
    r"(?:.{1,80}|You) sent (?:an? )?(?:attachment|photo|video|GIF|sticker|voice message|link|"
    r"location)s?\.?"
)
# What stands behind the sender's name or "You".
_ACT = re.compile(
    r"(?:(?:created|named|left|joined) the group|joined the (?:call|video chat)|pinned a message|"
    r"added .{1,80} to the group|removed .{1,80} from the group|cleared the nickname|"
    r"changed the (?:chat |group )?(?:theme|photo|colors?)|set the emoji|"
    r"set (?:the|your|his|her|their|.{1,40}'s) (?:nickname|emoji|quick reaction)|"
    r"turned (?:on|off) (?:vanish mode|disappearing messages)|"
    r"set .{1,60} as the (?:emoji|quick reaction)).{0,120}"
)
_CALLED = re.compile(
    r"(?:started an? (?:audio|video|voice) (?:call|chat)|"
    r"missed (?:a|your) (?:audio |video |voice )?(?:call|chat)(?: from .{1,80})?|"
    r"called (?:you|[^a-z,?!][^,?!]{0,60}))\.?"
)
_ENDED = re.compile(r"(?:The )?(?:audio|video|voice) (?:call|chat) ended\.?", re.IGNORECASE)
_OPENERS = ("Reacted ", "Liked a ", "You ", "The ", "Audio ", "Video ", "Voice ")


def kind_of(text: str, sender: str | None) -> Kind | None:
    """What a text without anything beside it is; ``None`` for a reaction."""
    if text.startswith(_OPENERS) or (sender is not None and text.startswith(sender)):
        return _acted(text, sender or "")
    return "text"


def _acted(text: str, sender: str) -> Kind | None:
    if _REACTION.fullmatch(text):
        return None
    if _ENDED.fullmatch(text):
        return "call"
    who = "You" if text.startswith("You ") else sender
    act = text[len(who) + 1 :] if who and text.startswith(f"{who} ") else ""
    if _CALLED.fullmatch(act):
        return "call"
    return "system" if _ACT.fullmatch(act) else "text"


def is_placeholder(text: str) -> bool:
    """Whether the app put these words for a picture or the like."""
    return " sent " in text and bool(_PLACEHOLDER.fullmatch(text))


def mended(text: str) -> str:
    """The text whose UTF-8 bytes were written as letters, put right; others stay as they are."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode()
    except UnicodeError:
        return text


@lru_cache(maxsize=1024)
def named(name: str | None) -> str | None:
    """A name put right; none for an empty one."""
    return mended(name or "") or None

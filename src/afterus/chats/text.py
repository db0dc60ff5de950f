"""Bytes of unknown spelling into text, piece by piece."""

import codecs
from collections.abc import Iterator

from afterus.chats.chat import Progress
from afterus.chats.errors import NotAChat
from afterus.chats.source import Member

# Small enough to stay in the cache, and that one emoji widens little text.
CHUNK = 256 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding_of(head: bytes) -> str | None:
    """How these first bytes are spelled: UTF-8 or UTF-16, Windows-1252 as a last resort.

    ``None`` where they are no text at all.
    """
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if b"\0" in head:
        odd, even = head[1::2].count(0), head[::2].count(0)
        if max(odd, even) * 3 < len(head) // 2:
            return None
        return "utf-16-le" if odd > even else "utf-16-be"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError as error:
        # A few bad bytes in the midst of good UTF-8 are damage, not another spelling.
        good = head.decode("utf-8", "ignore")
        return "utf-8" if error.start > 2000 or len(good) > 0.99 * len(head) else "cp1252"
    return "utf-8"


def head_of(head: bytes) -> str:
    """The first bytes as text, with line ends as ``\\n``; empty where they are no text.

    A database counts as text by its first words, so that it can be told from other bytes.
    """
    if head.startswith(b"SQLite format 3\0"):
        return "SQLite format 3"
    encoding = encoding_of(head)
    if encoding is None:
        return ""
    text = codecs.getincrementaldecoder(encoding)("replace").decode(head)
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def pieces(member: Member, progress: Progress) -> Iterator[str]:
    """A member's text in large pieces, cut anywhere but within a line end."""
    encoding = encoding_of(member.head())
    if encoding is None:
        raise NotAChat("not_text")
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    held, done = "", 0
    for chunk in member.chunks(CHUNK):
        text = held + decoder.decode(chunk)
        if not done:
            text = text.removeprefix("\ufeff")
        held = "\r" if text.endswith("\r") else ""
        yield (text[:-1] if held else text).replace("\r\n", "\n")
        done += len(chunk)
        progress(min(0.9, 0.9 * done / max(1, member.size)))
    yield held + decoder.decode(b"", final=True)


def whole(member: Member, progress: Progress) -> str:
    """All of a member's text."""
    return "".join(pieces(member, progress))

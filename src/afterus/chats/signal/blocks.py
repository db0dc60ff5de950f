"""sigtop's long text: blocks of ``From: …``, ``Sent: …``, then the words after an empty line."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import partial
from itertools import pairwise

from afterus.chats.chat import Ask, Chat, Conversation
from afterus.chats.message import Kind
from afterus.chats.rows import Rows
from afterus.chats.signal.names import title_of
from afterus.chats.source import Member
from afterus.chats.text import whole

_BLOCK = re.compile(r"(?m)^(?:From: [^\n]*\n)?Type: [a-z][\w-]*\n")
_FIELD = re.compile(r"(From|Type|Sent|Received|Attachment|Reaction|Edited): ([^\n]*)")
_QUOTED = re.compile(r"(?:>[^\n]*(?:\n|$))+\n?")
_NUMBER = re.compile(r" \(.{3,80}\)$")


def looks_like(head: str) -> bool:
    """Whether it begins with the conversation's name and a block."""
    return head.startswith("Conversation: ") and bool(_BLOCK.search(head))


def conversations(member: Member, ask: Ask) -> list[Conversation]:
    """The one chat of this file."""
    return [Conversation(title_of(member), partial(_read, member, ask))]


def _read(member: Member, ask: Ask) -> Chat:
    text = whole(member, ask.progress)
    name = _NUMBER.sub("", text.partition("\n")[0].removeprefix("Conversation: "))
    starts = [*(found.start() for found in _BLOCK.finditer(text)), len(text)]
    rows, line, before = Rows(), 1, 0
    rows.warn_of_lost(text)
    for start, end in pairwise(starts):
        line += text.count("\n", before, start)
        before = start
        _take(rows, line, text[start:end])
    return rows.chat("signal", name)


def _take(rows: Rows, line: int, block: str) -> None:
    fields, place = dict[str, str](), 0
    while found := _FIELD.match(block, place):
        fields.setdefault(found[1], found[2])
        place = found.end() + 1
    try:
        when = _when(fields)
    except (ValueError, TypeError, IndexError, OverflowError):
        rows.skip("bad_date", line)
        return
    text = _body(block[place:], edited="Edited" in fields)
    sender = _NUMBER.sub("", fields["From"]) if "From" in fields else None
    kind: Kind = "text"
    if fields["Type"] not in ("incoming", "outgoing"):
        kind = "call" if "call" in fields["Type"] else "system"
    elif "Attachment" in fields or not text:
        kind = "media"
    rows.add(when, sender, kind, text)


def _when(fields: dict[str, str]) -> datetime:
    return parsedate_to_datetime(fields.get("Sent") or fields.get("Received") or "")


def _body(rest: str, *, edited: bool) -> str:
    """The words, without the quote before them; of an edited message the last version."""
    text = rest.lstrip("\n")
    if edited:
        lines = [each.removeprefix("|").removeprefix(" ") for each in text.split("\n")]
        versions = re.split(r"(?m)^Version: \d+\n", "\n".join(lines))
        text = versions[1] if len(versions) > 1 else text
        text = text.partition("\n\n")[2]
    if text.startswith(">"):
        text = _QUOTED.sub("", text, count=1)
    return text.strip("\n")

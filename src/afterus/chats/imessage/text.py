"""imessage-exporter's text: a date, a sender, the words, an empty line."""

import re
from datetime import datetime
from functools import partial

from afterus.chats.chat import Ask, Chat, Conversation
from afterus.chats.message import Kind
from afterus.chats.rows import Rows
from afterus.chats.source import Member
from afterus.chats.text import whole

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_STAMP = rf"(?:{'|'.join(_MONTHS)}) \d\d, \d{{4}}  ?\d{{1,2}}:\d\d:\d\d [AP]M"
_HEAD = re.compile(rf"(?m)^({_STAMP})((?: \(Read by [^\n]*\))?)( [^\n]+)?$")
_INNER = re.compile(rf" +{_STAMP}")
_RESPONDED = "This message responded to an earlier message."
_DELETED = "This message was deleted from the conversation!"
_UNSENT = re.compile(r".{1,80} unsent (?:a message|this message part.*)!?\.?")
_EFFECT = re.compile(r"Sent with [A-Z][\w ]{2,30}")
_MISSING = "Attachment missing!"
_FILE = re.compile(
    r"(?:/|~/|attachments/|[\w./ -]+/)[^\n]*\.[A-Za-z0-9]{2,5}|.*Sticker from .{1,80}: .*"
)


def looks_like(head: str) -> bool:
    """Whether the first line is a date as the exporter writes it."""
    return bool(_HEAD.match(head.lstrip("\n")))


def conversations(member: Member, ask: Ask) -> list[Conversation]:
    """The one chat of this file."""
    name = member.name.rpartition("/")[2].removesuffix(".txt")
    return [Conversation(name, partial(_read, member, ask, name))]


def _read(member: Member, ask: Ask, name: str) -> Chat:
    text = whole(member, ask.progress)
    heads = list(_HEAD.finditer(text))
    starts = [*(each.start() for each in heads), len(text)]
    rows, line, before = Rows(), 1, 0
    rows.warn_of_lost(text)
    for head, end in zip(heads, starts[1:], strict=True):
        line += text.count("\n", before, head.start())
        before = head.start()
        try:
            when = datetime.strptime(" ".join(head[1].split()), "%b %d, %Y %I:%M:%S %p")  # noqa: DTZ007
        except ValueError:
            rows.skip("bad_date", line)
            continue
        if head[3]:
            rows.add(when, None, "system", head[3].strip())
            continue
        sender, *lines = text[head.end() + 1 : end].rstrip("\n").split("\n")
        kind, said = _said(_own(lines))
        rows.add(when, sender.strip() or None, kind, said)
    return rows.chat("imessage", name)


def _own(lines: list[str]) -> list[str]:
    """The lines of the message itself: answers are written again below it, indented."""
    kept: list[str] = []
    for place, line in enumerate(lines):
        if _INNER.match(line):
            rest = [each for each in lines[place:] if each and not each.startswith(" ")]
            return [*kept, *_own(rest)]
        if line == "Tapbacks:":
            rest = lines[place + 1 :]
            inner = next((at for at, each in enumerate(rest) if _INNER.match(each)), len(rest))
            return [*kept, *_own(rest[inner:])]
        kept.append(line)
    return kept


def _is_file(line: str) -> bool:
    return line == _MISSING or (len(line) < 300 and bool(_FILE.fullmatch(line)))


def _said(lines: list[str]) -> tuple[Kind, str]:
    deleted = bool(lines) and lines[0] == _DELETED
    lines = [line for line in lines if line not in (_RESPONDED, _DELETED)]
    while lines and (not lines[-1] or _EFFECT.fullmatch(lines[-1])):
        lines.pop()
    said = [line for line in lines if not _is_file(line)]
    text = "\n".join(said).strip("\n")
    if deleted or _UNSENT.fullmatch(text):
        return "deleted", ""
    return "media" if len(said) < len(lines) or not text else "text", text

"""SMS Backup & Restore's XML: ``<smses>`` and ``<calls>``, streamed."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from xml.parsers import expat

import msgspec

from afterus.chats.chat import Ask, Chat, Conversation
from afterus.chats.errors import BrokenChat
from afterus.chats.message import Kind
from afterus.chats.rows import Rows
from afterus.chats.source import Member
from afterus.chats.times import from_ms

ME = "Me"
CHUNK = 1024**2
_RECEIVED, _SENT, _DRAFT = "1", "2", "3"
_FROM = "137"
_NOTHING = ("", "null")
_UNKNOWN = (*_NOTHING, "(Unknown)")
# Emoji as two halves are no XML; joined, they are.
_DECIMAL = rb"5(?:5(?:29[6-9]|[3-9]\d\d)|6\d{3}|7(?:[0-2]\d\d|3[0-3]\d|34[0-3]))"
_HALF = rb"&#(?:(" + _DECIMAL + rb")|[xX]([dD][89abABc-fC-F][0-9a-fA-F]{2}));"
_HALVES = re.compile(rb"(?:" + _HALF + rb")+")
_ONE = re.compile(_HALF)
_DATA = b' data="'


def looks_like(head: str) -> bool:
    """Whether this is the beginning of a backup."""
    start = head[:4000]
    return "<smses" in start or ("<calls" in start and "<?xml" in start)


def conversations(members: Sequence[Member], ask: Ask) -> list[Conversation]:
    """Every person or group that was written with, over all files."""
    taken = _Taken()
    for member in members:
        taken.feed(member, ask)
    return [
        Conversation(name, partial(_chat, rows, name), len(rows))
        for name, rows in taken.found.items()
        if len(rows)
    ]


def _chat(rows: Rows, name: str) -> Chat:
    return rows.chat("sms", name)


class _Mms(msgspec.Struct):
    attributes: dict[str, str]
    texts: list[str]
    media: bool = False
    sender: str = ""


class _Taken:
    """What the parser has seen so far: rows by name."""

    def __init__(self) -> None:
        self.found: dict[str, Rows] = {}
        self._names: dict[str, str] = {}
        self._mms: _Mms | None = None
        self._number = 0

    def feed(self, member: Member, ask: Ask) -> None:
        """Read one file. Raises BrokenChat where nothing of it can be read."""
        parser = expat.ParserCreate()
        parser.EntityDeclHandler = _refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        done, ok = 0, True
        try:
            for chunk in _mended(_without_data(member.chunks(CHUNK))):
                parser.Parse(chunk, False)
                done += len(chunk)
                ask.progress(min(1.0, done / max(1, member.size)))
            parser.Parse(b"", True)
        except (expat.ExpatError, LookupError, ValueError):
            # ValueError and LookupError: it claims to be spelled in a way that is not known.
            ok = False
        if ok:
            return
        if not any(len(rows) for rows in self.found.values()):
            raise BrokenChat("cut_short")
        for rows in self.found.values():
            rows.warn("cut_short", line=parser.CurrentLineNumber)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in ("sms", "call", "mms"):
            self._number += 1
        if tag == "sms":
            self._sms(attributes)
        elif tag == "call":
            self._call(attributes)
        elif tag == "mms":
            self._mms = _Mms(attributes, [])
        elif self._mms is not None and tag == "part":
            self._part(self._mms, attributes)
        elif self._mms is not None and tag == "addr" and attributes.get("type") == _FROM:
            self._mms.sender = attributes.get("address", "")

    def _end(self, tag: str) -> None:
        if tag == "mms" and self._mms is not None:
            mms, self._mms = self._mms, None
            kind: Kind = "media" if mms.media or not mms.texts else "text"
            text = "\n".join(mms.texts)
            self._add(mms.attributes, mms.attributes.get("msg_box"), kind, text, mms.sender)

    def _part(self, mms: _Mms, attributes: dict[str, str]) -> None:
        kind, text = attributes.get("ct", ""), attributes.get("text", "")
        if kind == "text/plain":
            if text not in _NOTHING:
                mms.texts.append(text)
        elif kind != "application/smil":
            mms.media = True

    def _sms(self, attributes: dict[str, str]) -> None:
        body = attributes.get("body", "")
        self._add(attributes, attributes.get("type"), "text", "" if body == "null" else body)

    def _call(self, attributes: dict[str, str]) -> None:
        attributes["address"] = attributes.get("number", "")
        box = _SENT if attributes.get("type") == _SENT else _RECEIVED
        self._add(attributes, box, "call", "")

    def _add(
        self, attributes: dict[str, str], box: str | None, kind: Kind, text: str, sender: str = ""
    ) -> None:
        address = attributes.get("address", "")
        name = self._name(address, attributes.get("contact_name", ""))
        rows = self.found.setdefault(name, Rows())
        if box not in (_RECEIVED, _SENT):
            rows.skip("draft" if box == _DRAFT else "not_sent", self._number)
            return
        try:
            when = from_ms(int(attributes.get("date", "")))
        except (ValueError, OverflowError):
            rows.skip("bad_date", self._number)
            return
        if when.year < 1990:
            # Some phones wrote the time of an MMS in seconds.
            when = from_ms(1000 * int(attributes["date"]))
        group = "~" in address
        who = self._names.get(_key(sender), sender) if group and sender else name
        rows.add(when, ME if box == _SENT else who, kind, text)

    def _name(self, address: str, contact: str) -> str:
        key = _key(address)
        if contact not in _UNKNOWN:
            self._names.setdefault(key, contact)
        return self._names.get(key) or address or "?"


def _key(address: str) -> str:
    """Numbers are one person's however they are written; other addresses as they are."""
    digits = "".join(filter(str.isdigit, address))
    return digits[-9:] if len(digits) >= 7 and "~" not in address else address


def _refuse(*_declared: object) -> None:
    raise BrokenChat("entities")


def _without_data(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The bytes without the values of ``data``: pictures in text, hundreds of megabytes."""
    held, within = b"", False
    for chunk in chunks:
        held += chunk
        kept = []
        while True:
            if within:
                end = held.find(b'"')
                if end < 0:
                    held = b""
                    break
                held, within = held[end:], False
            start = held.find(_DATA)
            if start < 0:
                # The name itself may be cut at the end of a chunk.
                cut = max(0, len(held) - len(_DATA) + 1)
                kept.append(held[:cut])
                held = held[cut:]
                break
            kept.append(held[: start + len(_DATA)])
            held, within = held[start + len(_DATA) :], True
        yield b"".join(kept)
    yield held


def _mended(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The bytes with the halves of emoji joined, and halves alone replaced."""
    held = b""
    for chunk in chunks:
        held += chunk
        # The last bytes may be a reference that is not all here yet.
        cut = len(held) - 8 if b"&" in held[-8:] else len(held)
        cut = held.rfind(b"&", cut) if cut < len(held) else cut
        while 0 < cut < len(held) and _ONE.fullmatch(held[max(0, cut - 8) : cut]):
            cut = held.rfind(b"&", 0, cut)
        yield _HALVES.sub(_join, held[:cut])
        held = held[cut:]
    yield _HALVES.sub(_join, held)


def _join(found: re.Match[bytes]) -> bytes:
    codes = [int(a) if a else int(b, 16) for a, b in _ONE.findall(found[0])]
    text = "".join(map(chr, codes)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.encode()

"""What WhatsApp itself writes, by language, from ``phrases.toml``."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import msgspec

from afterus.chats.message import Kind
from afterus.chats.whatsapp.stamps import MARKS

_MARKS = re.compile(f"[{MARKS}]")
_KEY = 6
_ANY_WORDS = 120


class _Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    media: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    call: tuple[str, ...] = ()
    notice: tuple[str, ...] = ()


class _Beginning(msgspec.Struct, frozen=True):
    """How a line of this kind begins: parts with any words between them."""

    parts: tuple[str, ...]
    kind: Kind
    language: str

    def matches(self, key: str) -> bool:
        """Whether a line begins so."""
        if not key.startswith(self.parts[0]):
            return False
        place = len(self.parts[0])
        for part in self.parts[1:]:
            found = key.find(part, place, place + _ANY_WORDS + len(part))
            if found < 0:
                return False
            place = found + len(part)
        return True


class Phrases(msgspec.Struct, frozen=True):
    """The phrases made ready to compare with; all keys are ``plain``.

    ``whole``: (kind, language) of a line that is exactly this. ``openers``: the first six letters
    of whatever may stand for something, as they are written.
    """

    whole: dict[str, tuple[Kind, str]]
    begins: dict[str, list[_Beginning]]
    anywhere: list[_Beginning]
    attached: frozenset[str]
    edited: frozenset[str]
    things: frozenset[str]
    omitted: frozenset[str]
    openers: frozenset[str]

    def beginning(self, key: str, *, anywhere: bool = False) -> tuple[Kind, str] | None:
        """The kind and language of a call or notice that begins so, or with any words."""
        more = self.anywhere if anywhere else ()
        for each in (*self.begins.get(key[:_KEY], ()), *more):
            if each.matches(key):
                return each.kind, each.language
        return None

    def leaves_out(self, key: str) -> bool:
        """Whether a line says only that a thing was left out, in either order of words."""
        for cut in range(2, len(key) - 1):
            one, other = key[:cut].rstrip(), key[cut:].lstrip()
            if one in self.things and other in self.omitted:
                return True
            if one in self.omitted and other in self.things:
                return True
        return False


def plain(text: str) -> str:
    """A line without invisible marks, capitals, doubled spaces and the full stop at its end."""
    bare = " ".join(_MARKS.sub("", text).split())
    return bare.rstrip(".。۔।").casefold()


@cache
def phrases() -> Phrases:
    """All languages' phrases, read once."""
    raw = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8"))
    things, omitted = raw.pop("things"), raw.pop("omitted")
    languages = msgspec.convert(raw, dict[str, _Language])
    whole: dict[str, tuple[Kind, str]] = {}
    beginnings: list[_Beginning] = []
    written: list[str] = [*things, *omitted]
    for name, language in languages.items():
        for line, kind in _lines(language):
            written.append(line)
            key = plain(line)
            if "*" in line or kind in ("call", "system"):
                beginnings.append(_Beginning(tuple(key.split("*")), kind, name))
            if "*" not in line and kind != "system" and (kind != "call" or _is_long(key)):
                whole.setdefault(key, (kind, name))
    fixed = [each for each in beginnings if len(each.parts[0]) >= _KEY]
    begins: dict[str, list[_Beginning]] = {}
    for each in fixed:
        begins.setdefault(each.parts[0][:_KEY], []).append(each)
    return Phrases(
        whole=whole,
        begins=begins,
        anywhere=[each for each in beginnings if len(each.parts[0]) < _KEY],
        attached=_keys(line for each in languages.values() for line in each.attached),
        edited=_keys(line for each in languages.values() for line in each.edited),
        things=_keys(things),
        omitted=_keys(omitted),
        openers=_openers(written),
    )


def _lines(language: _Language) -> Iterator[tuple[str, Kind]]:
    yield from ((line, "media") for line in language.media)
    yield from ((line, "deleted") for line in language.deleted)
    yield from ((line, "call") for line in language.call)
    yield from ((line, "system") for line in language.notice)


def _is_long(key: str) -> bool:
    """One plain word ("Videoanruf") could also be all that a person typed."""
    return " " in key or (key[0] > "\u0e00" and len(key) >= 4)


def _keys(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(map(plain, lines))


def _openers(lines: Iterable[str]) -> frozenset[str]:
    firsts = {line[:_KEY] for line in lines}
    return frozenset(
        form for first in firsts for form in (first, first.lower(), first.capitalize())
    )

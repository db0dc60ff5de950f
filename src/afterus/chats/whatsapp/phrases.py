"""What WhatsApp itself writes, by language, from ``phrases.toml``."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec

from afterus.chats.message import Kind
from afterus.chats.whatsapp.stamps import MARKS

_MARKS = re.compile(f"[{MARKS}]")
_SPACES = re.compile(r"\s+")
_KEY = 6


class _Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    media: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    call: tuple[str, ...] = ()
    notice: tuple[str, ...] = ()


class Phrases(msgspec.Struct, frozen=True):
    """The phrases made ready to compare with; all keys are ``plain``.

    ``whole``: (kind, language) of a line that is exactly this. ``begins``: the first letters of
    calls and notices, then the patterns to try. ``omitted``: a thing and that it was left out.
    ``openers``: the first six letters of whatever may stand for something, as they are written.
    """

    whole: dict[str, tuple[Kind, str]]
    begins: dict[str, tuple[tuple[re.Pattern[str], Kind, str], ...]]
    anywhere: tuple[tuple[re.Pattern[str], Kind, str], ...]
    attached: re.Pattern[str]
    edited: re.Pattern[str]
    omitted: re.Pattern[str]
    openers: frozenset[str]

    def beginning(self, key: str, *, anywhere: bool = False) -> tuple[Kind, str] | None:
        """The kind and language of a call or notice that begins so, or with any words."""
        more = self.anywhere if anywhere else ()
        for pattern, kind, language in (*self.begins.get(key[:_KEY], ()), *more):
            if pattern.match(key):
                return kind, language
        return None


def plain(text: str) -> str:
    """A line without invisible marks, capitals, doubled spaces and the full stop at its end."""
    bare = _SPACES.sub(" ", _MARKS.sub("", text)).strip()
    return bare.rstrip(".。۔।").casefold()


@cache
def phrases() -> Phrases:
    """All languages' phrases, read once."""
    raw = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8"))
    things, omitted = raw.pop("things"), raw.pop("omitted")
    languages = msgspec.convert(raw, dict[str, _Language])
    whole: dict[str, tuple[Kind, str]] = {}
    patterns: list[tuple[str, Kind, str]] = []
    for name, language in languages.items():
        for kind, lines in (("media", language.media), ("deleted", language.deleted)):
            for line in lines:
                exact = "*" not in line
                if exact:
                    whole.setdefault(plain(line), (kind, name))  # type: ignore[arg-type]
                else:
                    patterns.append((line, kind, name))  # type: ignore[arg-type]
        patterns += [(line, "call", name) for line in language.call]
        patterns += [(line, "system", name) for line in language.notice]
        for line in language.call:
            if len(plain(line).split()) > 1 or not plain(line).isascii():
                whole.setdefault(plain(line), ("call", name))
    begins, anywhere = _beginnings(patterns)
    return Phrases(
        whole=whole,
        begins=begins,
        anywhere=anywhere,
        attached=_one_of(line for each in languages.values() for line in each.attached),
        edited=_one_of(line for each in languages.values() for line in each.edited),
        openers=_openers((*things, *omitted, *whole, *(line for line, _, _ in patterns))),
        omitted=re.compile(
            f"(?:{_any(things)}) ?(?:{_any(omitted)})|(?:{_any(omitted)}) ?(?:{_any(things)})"
        ),
    )


def _beginnings(
    patterns: list[tuple[str, Kind, str]],
) -> tuple[
    dict[str, tuple[tuple[re.Pattern[str], Kind, str], ...]],
    tuple[tuple[re.Pattern[str], Kind, str], ...],
]:
    """Patterns by their first letters; those that begin with any word stand apart."""
    begins: dict[str, list[tuple[re.Pattern[str], Kind, str]]] = {}
    anywhere: list[tuple[re.Pattern[str], Kind, str]] = []
    for line, kind, language in patterns:
        key = plain(line)
        pattern = re.compile(".{1,120}?".join(map(re.escape, key.split("*"))))
        fixed = key.split("*")[0]
        if len(fixed) >= _KEY:
            begins.setdefault(fixed[:_KEY], []).append((pattern, kind, language))
        else:
            anywhere.append((pattern, kind, language))
    return {key: tuple(found) for key, found in begins.items()}, tuple(anywhere)


def _openers(lines: Iterable[str]) -> frozenset[str]:
    firsts = {line[:_KEY] for line in lines}
    return frozenset(
        form for first in firsts for form in (first, first.lower(), first.capitalize())
    )


def _one_of(lines: Iterable[str]) -> re.Pattern[str]:
    return re.compile(_any(map(plain, lines)))


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted({plain(word) for word in words}, key=len, reverse=True)))

"""Phrases as data, compiled once and found in a sentence's plain words.

One element a word: `hit|hits` either; `go+home|leave` words joined by `+`; `$list` a named list;
`threat*` a beginning; `just?` may be missing; `.` any word, `.?` or none; `..` up to four; `!of|in`
not followed by these; `^` where the sentence or a part of it begins, `#` where one ends.
"""

import re
from collections.abc import Iterable, Mapping, Sequence, Set

import msgspec

_ANY = r"(?:[^\s,]+ )"
_NAME = r"@\S+"


class Phrase(msgspec.Struct, frozen=True):
    """A compiled phrase, and the words of which one must be there for it to match."""

    pattern: re.Pattern[str]
    triggers: frozenset[str]
    words: frozenset[str]


class Match(msgspec.Struct, frozen=True):
    """Which of the phrases matched, and its first and last word (end exclusive)."""

    phrase: int
    first: int
    last: int


def compile_phrase(
    phrase: str, lists: Mapping[str, Sequence[str]], fillers: Iterable[str]
) -> Phrase:
    """Compile a phrase; KeyError names a list that is not there."""
    filler = "|".join(map(re.escape, sorted(fillers)))
    gap = rf"(?:(?:{filler}) ){{0,2}}" if filler else ""
    parts: list[str] = []
    choices: list[list[str]] = []
    for element in phrase.split():
        part, words = _element(element, lists)
        if words and not element.endswith("?") and element[0] != "!":
            choices.append(words)
        if parts and element[0] not in "!#^":
            parts.append(gap)
        parts.append(part)
    triggers = min(choices, key=_commonness, default=[])
    everything = {word for words in choices for one in words for word in one.split()}
    return Phrase(
        re.compile(r"(?<!\S)" + "".join(parts)),
        frozenset(one.split()[0] for one in triggers),
        frozenset(word for word in everything if not word.endswith("*")),
    )


class Phrasebook:
    """Many phrases, of which only those are tried whose trigger words a sentence has."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._phrases = phrases
        self._by_word: dict[str, set[int]] = {}
        self._by_stem: dict[str, set[int]] = {}
        self._always = {place for place, one in enumerate(phrases) if not one.triggers}
        for place, phrase in enumerate(phrases):
            for word in phrase.triggers:
                index = self._by_stem if word.endswith("*") else self._by_word
                index.setdefault(word.rstrip("*"), set()).add(place)
        self._stems = tuple(self._by_stem)

    def find(self, words: Sequence[str], but: Set[int] = frozenset()) -> list[Match]:
        """Every match in these plain words, by phrase and place; phrases in `but` are not tried."""
        wanted = set(self._always)
        for word in set(words):
            wanted |= self._by_word.get(word, set())
            if word.startswith(self._stems):
                wanted.update(*(self._by_stem[s] for s in self._stems if word.startswith(s)))
        wanted -= but
        if not wanted:
            return []
        line = " ".join(words) + " "
        return [
            Match(place, *_places(line, found.span()))
            for place in sorted(wanted)
            for found in self._phrases[place].pattern.finditer(line)
        ]


def has_any(phrases: Iterable[Phrase], words: Sequence[str]) -> bool:
    """Whether one of the phrases is in these words."""
    line = " ".join(words) + " "
    return any(phrase.pattern.search(line) for phrase in phrases)


def _places(line: str, span: tuple[int, int]) -> tuple[int, int]:
    first = line.count(" ", 0, span[0])
    return first, max(first + 1, line.count(" ", 0, span[1]))


def _element(element: str, lists: Mapping[str, Sequence[str]]) -> tuple[str, list[str]]:
    """The element as a regular expression, and the words it offers."""
    if element == "..":
        return _ANY + "{0,4}?", []
    if element in {".", ".?"}:
        return _ANY + element[1:], []
    if element == "^":
        return r"(?:^|(?<=, )|(?<=and )|(?<=but )|(?<=then )|(?<=so ))", []
    if element == "#":
        return r"(?=$|, |and |but |because |so |anymore )", []
    optional = "?" if element.endswith("?") else ""
    words: list[str] = []
    for choice in element.strip("?").lstrip("!").split("|"):
        words += lists[choice[1:]] if choice[0] == "$" else [choice.replace("+", " ")]
    options = "|".join(_option(word) for word in sorted(words, key=len, reverse=True))
    if element[0] == "!":
        return rf"(?!(?:{options}) )", []
    return rf"(?:(?:{options}) ){optional}", words


def _option(word: str) -> str:
    if word == "@":
        return _NAME
    stem = re.escape(word.rstrip("*"))
    return stem + r"\S*" if word.endswith("*") else stem


def _commonness(words: list[str]) -> tuple[int, int]:
    """Short words are common words; the longest shortest word makes the rarest trigger."""
    if "@" in words:
        return (1, 0)
    return (0, -min(len(word.split()[0].rstrip("*")) for word in words))

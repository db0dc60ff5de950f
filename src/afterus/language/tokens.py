"""Words of a text in a plain form, each knowing where it stands in the original."""

import re
from collections.abc import Iterator

import msgspec

from afterus.language.spelling import Speller

_MARKS = "\u0300-\u036f\u200b-\u200f\u2060-\u2064\ufeff\u00ad\ufe0f"
_WORD = rf"@?[^\W_][\w{_MARKS}]*(?:['’‘ʼ`´*!@][\w{_MARKS}]+)*"
_END = r"[.!?…؟。]+|\n\s*\n"
_PAUSE = r"[,;:—–()/\"“”]+|\s-+\s"
_TOKEN = re.compile(rf"(?P<word>{_WORD})|(?P<end>{_END})|(?P<pause>{_PAUSE})")
_LONGEST = 60
_STEP = 40


class Token(msgspec.Struct, frozen=True):
    """A word in its plain form (`,` for a pause, `@sam` for a name) with its original place."""

    word: str
    start: int
    end: int


class Sentence(msgspec.Struct, frozen=True):
    """Tokens up to an end mark, and the mark ("" where the text just stops)."""

    tokens: tuple[Token, ...]
    mark: str

    @property
    def words(self) -> tuple[str, ...]:
        """The plain words alone."""
        return tuple(token.word for token in self.tokens)


def sentences(text: str, speller: Speller) -> Iterator[Sentence]:
    """The text's sentences; one without end is cut into overlapping stretches."""
    shouting = text.isupper()
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "word":
            start, end = match.span()
            naming = bool(tokens) and not shouting
            tokens.extend(Token(word, start, end) for word in speller.plain(match[0], naming))
        elif match.lastgroup == "pause":
            tokens.append(Token(",", *match.span()))
        else:
            yield from _cut(tokens, match[0].strip())
            tokens = []
    yield from _cut(tokens, "")


def _cut(tokens: list[Token], mark: str) -> Iterator[Sentence]:
    if not tokens:
        return
    for first in range(0, max(1, len(tokens) - (_LONGEST - _STEP)), _STEP):
        yield Sentence(tuple(tokens[first : first + _LONGEST]), mark)

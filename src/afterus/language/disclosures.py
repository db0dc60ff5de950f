"""What a free text tells of harm or danger, and where: the labels of corpus/disclosures.md."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, Literal, get_args

import msgspec
import numpy as np

from afterus.language.blend import Blend, Part
from afterus.language.plain import Word
from afterus.language.reader import Floats, reader
from afterus.language.weights import weights

Disclosure = Literal[
    "abuse_ex",
    "abuse_me",
    "control_ex",
    "control_me",
    "threat_ex",
    "threat_me",
    "stalking_ex",
    "stalking_me",
    "suicide",
]
DISCLOSURES: Final[tuple[Disclosure, ...]] = get_args(Disclosure)
_ENDS = frozenset(".?!")
_MOST_WORDS = 45
_MOST_READ = 240

Sentence = list[Word]


class Disclosed(msgspec.Struct, frozen=True):
    """A sentence (or two) that tells of it: the text from ``start`` to ``end``."""

    label: Disclosure
    start: int
    end: int
    score: float


class DisclosureModel:
    """Reads texts in stretches of a few sentences, each with the one before it.

    Where there are very many stretches, those are read that a glance by the table finds likeliest.
    """

    labels = DISCLOSURES

    def __init__(self, blend: Blend) -> None:
        self._blend = blend
        self.thresholds: Floats = blend.thresholds

    def scores(self, texts: Sequence[str]) -> Floats:
        """Calibrated probabilities, (texts, 9): the highest of any stretch."""
        result = np.zeros((len(texts), len(DISCLOSURES)), np.float32)
        for place, _, row, _ in self._read(texts, None):
            result[place] = np.maximum(result[place], row)
        return result

    def find(self, texts: Sequence[str]) -> list[list[Disclosed]]:
        """What each text tells, in its order; a sentence that carries it for each label."""
        found: list[list[Disclosed]] = [[] for _ in texts]
        for place, stretch, row, shares in self._read(texts, _MOST_READ):
            ends = np.cumsum([len(sentence) for sentence in stretch])
            for label in np.flatnonzero(row >= self.thresholds).tolist():
                gains = np.maximum(shares[:, label], 0)
                sums = [part.sum() for part in np.split(gains, ends[:-1])]
                best = stretch[int(np.argmax(sums))]
                told = DISCLOSURES[label], best[0].start, best[-1].end, round(float(row[label]), 4)
                found[place].append(Disclosed(*told))
        return found

    def _read(
        self, texts: Sequence[str], most: int | None
    ) -> Iterator[tuple[int, list[Sentence], Floats, Floats]]:
        words_of = self._blend.reader.sequences.words
        stretches = [
            (place, stretch)
            for place, text in enumerate(texts)
            for stretch in _fresh(_stretches(_sentences(text, words_of(text))))
        ]
        parts: list[Part] = [([w for one in each for w in one], None) for _, each in stretches]
        if most is not None and len(parts) > most:
            likeliest = np.sort(np.argsort(-self._blend.glance(parts))[:most]).tolist()
            stretches = [stretches[at] for at in likeliest]
            parts = [parts[at] for at in likeliest]
        read = self._blend.read(parts)
        for (place, stretch), (row, shares) in zip(stretches, read, strict=True):
            yield place, stretch, row, shares


def _fresh(stretches: Iterator[list[Sentence]]) -> list[list[Sentence]]:
    """Each only once: what is said again, word for word, needs no second reading."""
    seen: dict[tuple[str, ...], list[Sentence]] = {}
    for stretch in stretches:
        seen.setdefault(tuple(word.plain for one in stretch for word in one), stretch)
    return list(seen.values())


def _sentences(text: str, words: Sequence[Word]) -> Iterator[Sentence]:
    """Up to an end mark or a line break; one without end is cut."""
    sentence: Sentence = []
    for word in words:
        broken = sentence and "\n" in text[sentence[-1].end : word.start]
        if broken or len(sentence) >= _MOST_WORDS:
            yield sentence
            sentence = []
        sentence.append(word)
        if word.plain in _ENDS:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _stretches(sentences: Iterator[list[Word]]) -> Iterator[list[Sentence]]:
    """As many sentences as fit together; the last of one stretch begins the next."""
    stretch: list[Sentence] = []
    fresh = 0
    for sentence in sentences:
        if stretch and sum(map(len, stretch)) + len(sentence) > _MOST_WORDS:
            yield stretch
            last = stretch[-1]
            stretch, fresh = ([last] if len(last) + len(sentence) <= _MOST_WORDS else []), 0
        stretch.append(sentence)
        fresh += 1
    if fresh:
        yield stretch


@lru_cache
def disclosure_model() -> DisclosureModel:
    """The disclosure model that ships with afterus, loaded once."""
    return DisclosureModel(Blend(reader(), "disclosures", weights("disclosures")))

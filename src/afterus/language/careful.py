"""The careful model: a small transformer, tuned for these labels, beside a table of words.

A message's logit is the sum of what its words say in their place and what the table says of them,
so each word has a share.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

import numpy as np

from afterus.language.blend import Blend
from afterus.language.checked import Checked, checked
from afterus.language.labels import LABELS, Context
from afterus.language.plain import Word
from afterus.language.reader import Floats, reader
from afterus.language.spans import spans_of
from afterus.language.weights import weights

_CHUNK = 256


class CarefulModel:
    """Made for a draft: the more exact of the two, some hundred messages a second."""

    labels = LABELS

    def __init__(self, blend: Blend) -> None:
        self._blend = blend
        self.thresholds: Floats = blend.thresholds

    def scores(
        self, texts: Sequence[str], contexts: Sequence[Context | None] | None = None
    ) -> Floats:
        """Calibrated probabilities, (texts, 11), in the order of LABELS."""
        contexts = [None] * len(texts) if contexts is None else contexts
        if len(contexts) != len(texts):
            raise ValueError(f"{len(texts)} texts but {len(contexts)} contexts")
        rows = [row for _, row, _ in self._read(list(zip(texts, contexts, strict=True)))]
        return np.stack(rows) if rows else np.zeros((0, len(LABELS)), np.float32)

    def check(self, text: str, context: Context | None = None) -> Checked:
        """The labels of one message, its scores, and the words that the labels rest on."""
        return next(self.batch([(text, context)]))

    def batch(self, messages: Iterable[tuple[str, Context | None]]) -> Iterator[Checked]:
        """The same for a stream of (text, context), in order, without holding it all."""
        stream = iter(messages)
        while some := list(islice(stream, _CHUNK)):
            for words, row, shares in self._read(some):
                held = np.flatnonzero(row >= self.thresholds).tolist()
                yield checked(held, row, spans_of(words, shares, held))

    def _read(
        self, messages: Sequence[tuple[str, Context | None]]
    ) -> list[tuple[list[Word], Floats, Floats]]:
        """For each message its words, its probabilities, and (words, 11) shares of the logits."""
        parts: list[tuple[int, list[Word], Context | None]] = []
        for place, (text, context) in enumerate(messages):
            stretches = self._blend.reader.sequences.stretches(text)
            parts += ((place, words, context) for words in stretches)
        read = self._blend.read([(words, context) for _, words, context in parts])
        result: list[tuple[list[Word], Floats, Floats]] = []
        for (place, words, _), (row, shares) in zip(parts, read, strict=True):
            if place == len(result):
                result.append((words, row, shares))
            else:
                # A long text does what one of its stretches does.
                known, best, held = result[place]
                both = np.concatenate([held, shares])
                result[place] = ([*known, *words], np.maximum(best, row), both)
        return result


@lru_cache
def careful_model() -> CarefulModel:
    """The careful model that ships with afterus, loaded once."""
    return CarefulModel(Blend(reader(), "messages", weights("careful")))

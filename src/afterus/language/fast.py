"""The fast model: a table of words and pairs of neighbours, learnt from the careful model.

A word's row holds its own weights and what the careful model's vector of it says, folded together
when it was trained; so nothing is computed for a word but one look-up.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

import numpy as np

from afterus.language.checked import Checked, Span, checked
from afterus.language.labels import LABELS, Context
from afterus.language.plain import Plainer
from afterus.language.sequence import MOST_CHARACTERS
from afterus.language.spans import spans_of
from afterus.language.table import Floats, Table
from afterus.language.weights import weights

_CHUNK = 2048


class FastModel:
    """Made for a million messages: tens of thousands a second on one core, numpy only."""

    labels = LABELS

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        self._table = Table(arrays)
        self._plainer = Plainer(self._table.known.keys())
        self._slope: Floats = arrays["slope"]
        self._offset: Floats = arrays["offset"]
        self.thresholds: Floats = arrays["thresholds"]

    def scores(
        self, texts: Sequence[str], contexts: Sequence[Context | None] | None = None
    ) -> Floats:
        """Calibrated probabilities, (texts, 11), in the order of LABELS."""
        contexts = [None] * len(texts) if contexts is None else contexts
        if len(contexts) != len(texts):
            raise ValueError(f"{len(texts)} texts but {len(contexts)} contexts")
        parts = [
            self._some(texts[first : first + _CHUNK], contexts[first : first + _CHUNK])
            for first in range(0, len(texts), _CHUNK)
        ]
        return np.concatenate(parts) if parts else np.zeros((0, len(LABELS)), np.float32)

    def check(self, text: str, context: Context | None = None) -> Checked:
        """The labels of one message, its scores, and the words that the labels rest on."""
        return next(self.batch([(text, context)]))

    def batch(self, messages: Iterable[tuple[str, Context | None]]) -> Iterator[Checked]:
        """The same for a stream of (text, context), in order, without holding it all."""
        stream = iter(messages)
        while some := list(islice(stream, _CHUNK)):
            scores = self._some([text for text, _ in some], [context for _, context in some])
            for (text, context), row in zip(some, scores, strict=True):
                held = np.flatnonzero(row >= self.thresholds).tolist()
                yield checked(held, row, self._spans(text, context, held) if held else ())

    def _spans(self, text: str, context: Context | None, held: list[int]) -> tuple[Span, ...]:
        words = self._plainer.words(text[:MOST_CHARACTERS])
        shares, _ = self._table.shares([word.plain for word in words], context)
        return spans_of(words, shares, held)

    def _some(self, texts: Sequence[str], contexts: Sequence[Context | None]) -> Floats:
        rows = [
            self._table.row(self._plainer.plain_words(text[:MOST_CHARACTERS])) for text in texts
        ]
        logits = self._table.logits(rows, contexts)
        said = np.clip(logits * self._slope + self._offset, -60, 60)
        result: Floats = 1 / (1 + np.exp(-said))
        return result.astype(np.float32)


@lru_cache
def fast_model() -> FastModel:
    """The fast model that ships with afterus, loaded once."""
    return FastModel(weights("fast"))

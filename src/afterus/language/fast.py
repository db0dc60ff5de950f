"""The fast model: one table of weights per word and pair of neighbours, summed.

A word's row holds its own weight and what the careful model's embedding of it says, folded together
when it was trained; so a score is a sum of the words' exact shares.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from afterus.language.checked import Checked
from afterus.language.labels import LABELS, Context
from afterus.language.plain import Plainer, Word
from afterus.language.spans import spans_of
from afterus.language.weights import weights

Floats = NDArray[np.float32]
_CHUNK = 2048
_LONGEST = 20_000
_START = "<start>"


class FastModel:
    """Made for a million messages: tens of thousands a second on one core, numpy only."""

    labels = LABELS

    def __init__(self, arrays: dict[str, Any]) -> None:
        words = bytes(arrays["words"]).decode().split("\n")
        self._ids = {word: place for place, word in enumerate(words)}
        self._table: Floats = arrays["table"].astype(np.float32) * arrays["table_scale"]
        self._pairs: NDArray[np.int64] = arrays["pairs"]
        self._pair_table: Floats = arrays["pair_table"].astype(np.float32) * arrays["pair_scale"]
        self._bias: Floats = arrays["bias"]
        self._context: Floats = arrays["context"]
        self._power = float(arrays["power"])
        self._slope: Floats = arrays["slope"]
        self._offset: Floats = arrays["offset"]
        self.thresholds: Floats = arrays["thresholds"]
        self._plainer = Plainer(self._ids.keys())
        self._pieces: dict[str, tuple[int, ...]] = {}

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
            texts = [text for text, _ in some]
            scores = self._some(texts, [context for _, context in some])
            for text, row in zip(texts, scores, strict=True):
                yield self._checked(text, row)

    def _checked(self, text: str, row: Floats) -> Checked:
        held = np.flatnonzero(row >= self.thresholds).tolist()
        spans = spans_of(*self._shares(text), held) if held else ()
        scores = dict(zip(LABELS, np.round(row.astype(float), 4).tolist(), strict=True))
        return Checked(tuple(LABELS[place] for place in held), scores, spans)

    def _some(self, texts: Sequence[str], contexts: Sequence[Context | None]) -> Floats:
        rows = [self._row(text) for text in texts]
        counts = np.fromiter(map(len, rows), np.int64, len(rows))
        ids = np.fromiter(chain.from_iterable(rows), np.int64, int(counts.sum()))
        starts = np.cumsum(counts) - counts
        sums = self._added(self._table, ids, starts)
        firsts, at = self._pairs_in(ids)
        owner = np.repeat(np.arange(len(rows)), counts)
        within = owner[firsts] == owner[firsts + 1]
        pair_rows = self._pair_table[at[within]]
        for label in range(len(LABELS)):
            sums[:, label] += np.bincount(
                owner[firsts[within]], pair_rows[:, label], minlength=len(rows)
            )
        logits = sums / counts[:, None].astype(np.float32) ** self._power + self._bias
        where = [("together", "after").index(each) if each else 2 for each in contexts]
        logits += self._context[where]
        return self._calibrated(logits)

    def _added(self, table: Floats, ids: NDArray[np.int64], starts: NDArray[np.int64]) -> Floats:
        sums: Floats = np.add.reduceat(table[ids], starts, axis=0)
        return sums

    def _pairs_in(self, ids: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Where a known pair of neighbours begins, and its row in the table of pairs."""
        keys = ids[:-1] * len(self._table) + ids[1:]
        at = np.minimum(np.searchsorted(self._pairs, keys), len(self._pairs) - 1)
        firsts = np.flatnonzero(self._pairs[at] == keys)
        return firsts, at[firsts]

    def _calibrated(self, logits: Floats) -> Floats:
        result: Floats = 1 / (1 + np.exp(-(logits * self._slope + self._offset)))
        return result.astype(np.float32)

    def _row(self, text: str) -> list[int]:
        """The ids of a text, the start mark first: never empty."""
        row = [self._ids[_START]]
        for plain in self._plainer.plain_words(text[:_LONGEST]):
            row += self._ids_of(plain)
        return row

    def _ids_of(self, plain: str) -> tuple[int, ...]:
        found = self._pieces.get(plain)
        if found is None:
            if len(self._pieces) > 100_000:
                self._pieces.clear()
            found = self._pieces[plain] = tuple(self._cut(plain.replace("'", "")))
        return found

    def _cut(self, word: str) -> Iterator[int]:
        """The known word, or else the longest known beginnings, as a word-piece model cuts."""
        if word in self._ids:
            yield self._ids[word]
            return
        first, mark = 0, ""
        while first < len(word):
            last = next(
                (e for e in range(len(word), first, -1) if mark + word[first:e] in self._ids), 0
            )
            if not last:
                return
            yield self._ids[mark + word[first:last]]
            first, mark = last, "##"

    def _shares(self, text: str) -> tuple[list[Word], Floats]:
        """The words and what each adds to the logits, (words, 11); a pair's half goes to each."""
        words = self._plainer.words(text[:_LONGEST])
        rows = [(self._ids[_START],), *(self._ids_of(word.plain) for word in words)]
        ids = np.array(list(chain.from_iterable(rows)), np.int64)
        shares = self._table[ids]
        firsts, at = self._pairs_in(ids)
        np.add.at(shares, firsts, self._pair_table[at] / 2)
        np.add.at(shares, firsts + 1, self._pair_table[at] / 2)
        owner = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        summed = np.zeros((len(rows), len(LABELS)), np.float32)
        np.add.at(summed, owner, shares)
        return words, summed[1:]


@lru_cache
def fast_model() -> FastModel:
    """The fast model that ships with afterus, loaded once."""
    return FastModel(weights("fast"))

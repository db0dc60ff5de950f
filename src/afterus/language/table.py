"""A table with one row of weights per word and pair of neighbours, summed; a few hidden units."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from afterus.language.labels import Context

Floats = NDArray[np.float32]
START = "<start>"
CONTEXTS = ("together", "after", None)
_MOST_KEPT = 100_000


class Table:
    """Sums of rows: no more is computed for a word than a look-up.

    Of a row, the first numbers (one for each label) go straight to the logits, the rest to hidden
    units.
    """

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        words = bytes(arrays["words"]).decode().split("\n")
        self._ids = {word: place for place, word in enumerate(words)}
        self._rows = _spread(arrays, "table")
        self._pairs: NDArray[np.int64] = arrays["pairs"]
        self._pair_rows = _spread(arrays, "pair_table")
        self._context: Floats = arrays["context"]
        self._power = float(arrays["power"])
        self._out: Floats = arrays["out"]
        self._bias: Floats = arrays["bias"]
        self._direct = len(self._bias)
        self._seen: dict[str, tuple[int, ...]] = {}

    @property
    def known(self) -> dict[str, int]:
        """The words it has rows for, with their numbers."""
        return self._ids

    def row(self, words: Sequence[str]) -> list[int]:
        """The numbers of plain words, the start mark first: never empty."""
        row = [self._ids[START]]
        for word in words:
            row += self._of(word)
        return row

    def logits(self, rows: Sequence[Sequence[int]], contexts: Sequence[Context | None]) -> Floats:
        """(rows, labels)."""
        counts = np.fromiter(map(len, rows), np.int64, len(rows))
        ids = np.fromiter(chain.from_iterable(rows), np.int64, int(counts.sum()))
        sums: Floats = np.add.reduceat(self._rows[ids], np.cumsum(counts) - counts, axis=0)
        firsts, at = self._pairs_in(ids)
        owner = np.repeat(np.arange(len(rows)), counts)
        within = owner[firsts] == owner[firsts + 1]
        owners, starts = np.unique(owner[firsts[within]], return_index=True)
        if len(owners):
            sums[owners] += np.add.reduceat(self._pair_rows[at[within]], starts, axis=0)
        inner = sums / counts[:, None].astype(np.float32) ** self._power
        inner += self._context[[CONTEXTS.index(context) for context in contexts]]
        result: Floats = (
            inner[:, : self._direct] + np.maximum(inner[:, self._direct :], 0) @ self._out
        )
        return result + self._bias

    def shares(self, words: Sequence[str], context: Context | None) -> tuple[Floats, Floats]:
        """(words, labels) what each word adds to the logits, and (labels,) what all else adds.

        A pair's half goes to each of its words. Of the hidden units only those that are on in this
        text pass anything on, so that all of it adds up to the logits.
        """
        rows = [(self._ids[START],), *map(self._of, words)]
        ids = np.array(list(chain.from_iterable(rows)), np.int64)
        parts = self._rows[ids]
        firsts, at = self._pairs_in(ids)
        np.add.at(parts, firsts, self._pair_rows[at] / 2)
        np.add.at(parts, firsts + 1, self._pair_rows[at] / 2)
        parts /= np.float32(len(ids)) ** self._power
        given = self._context[CONTEXTS.index(context)]
        on = ((parts.sum(axis=0) + given)[self._direct :] > 0)[:, None]
        passed = self._out * on
        shares = parts[:, : self._direct] + parts[:, self._direct :] @ passed
        owner = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        summed = np.zeros((len(rows), self._direct), np.float32)
        np.add.at(summed, owner, shares)
        rest: Floats = (
            summed[0] + given[: self._direct] + given[self._direct :] @ passed + self._bias
        )
        return summed[1:], rest

    def _pairs_in(self, ids: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Where a known pair of neighbours begins, and its row in the table of pairs."""
        keys = ids[:-1] * len(self._rows) + ids[1:]
        at = np.minimum(np.searchsorted(self._pairs, keys), len(self._pairs) - 1)
        firsts = np.flatnonzero(self._pairs[at] == keys)
        return firsts, at[firsts]

    def _of(self, word: str) -> tuple[int, ...]:
        found = self._seen.get(word)
        if found is None:
            if len(self._seen) >= _MOST_KEPT:
                self._seen.clear()
            found = self._seen[word] = tuple(self._cut(word.replace("'", "")))
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


def _spread(arrays: Mapping[str, Any], name: str) -> Floats:
    result: Floats = arrays[name].astype(np.float32) * arrays[f"{name}_scale"]
    return result

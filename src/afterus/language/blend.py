"""The encoder and a table of words, added up: what each word says in its place, and by itself."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from afterus.language.labels import Context
from afterus.language.plain import Word
from afterus.language.reader import Floats, Reader
from afterus.language.table import Table

Part = tuple[Sequence[Word], Context | None]


class Blend:
    """One task's labels: logits from both, made probabilities, and the thresholds for them."""

    def __init__(self, reader: Reader, task: str, arrays: Mapping[str, Any]) -> None:
        self.reader = reader
        self._head = reader.heads[task]
        self._table = Table(arrays)
        self._weight = np.float32(arrays["weight"])
        self._slope: Floats = arrays["slope"]
        self._offset: Floats = arrays["offset"]
        self.thresholds: Floats = arrays["thresholds"]

    def read(self, parts: Sequence[Part]) -> list[tuple[Floats, Floats]]:
        """For each part (labels,) probabilities, and (words, labels) shares of the logits."""
        return [
            (self._probabilities(logits), shares)
            for logits, shares in self.logits(parts, self._weight)
        ]

    def logits(self, parts: Sequence[Part], weight: np.float32) -> list[tuple[Floats, Floats]]:
        """The same before calibration, for any weight of the table."""
        result = []
        said_of = self.reader.shares(parts, self._head)
        for (words, context), said in zip(parts, said_of, strict=True):
            by_table, rest = self._table.shares([word.plain for word in words], context)
            shares = said + weight * by_table
            result.append((shares.sum(axis=0) + self._head.bias + weight * rest, shares))
        return result

    def glance(self, parts: Sequence[Part]) -> Floats:
        """(parts,): the table's highest logit for each, at a small part of the cost of reading."""
        rows = [self._table.row([word.plain for word in words]) for words, _ in parts]
        result: Floats = self._table.logits(rows, [context for _, context in parts]).max(axis=1)
        return result

    def _probabilities(self, logits: Floats) -> Floats:
        said = np.clip(logits * self._slope + self._offset, -60, 60)
        result: Floats = 1 / (1 + np.exp(-said))
        return result.astype(np.float32)

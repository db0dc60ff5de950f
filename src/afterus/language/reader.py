"""Texts through the encoder: what each word says, in its place, for each label of a head."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from afterus.language.encoder import Encoder
from afterus.language.labels import Context
from afterus.language.plain import Word
from afterus.language.sequence import Sequences
from afterus.language.weights import weights

Floats = NDArray[np.float32]
_TOKENS = 1500
_LOOK_AHEAD = 64


class Head:
    """What a task's labels look at, and what they find there."""

    def __init__(self, arrays: dict[str, Any], task: str) -> None:
        self._said: Floats = arrays[f"{task}.head"]
        self._look: Floats = arrays[f"{task}.look"]
        self.bias: Floats = arrays[f"{task}.bias"]

    def shares(self, vectors: Floats) -> Floats:
        """(pieces, labels): what each piece adds to the logits, from the pieces' vectors.

        Each label looks at some pieces more than at others; how much, adds up to one.
        """
        look = vectors @ self._look
        if not len(look):
            return look
        look = np.exp(look - look.max(axis=0))
        result: Floats = look / look.sum(axis=0) * (vectors @ self._said)
        return result


class Reader:
    """The one encoder of all careful models, with the heads that look at its vectors."""

    def __init__(self, arrays: dict[str, Any]) -> None:
        self.sequences = Sequences(bytes(arrays["pieces"]).decode().split("\n"))
        self.encoder = Encoder(arrays)
        self.heads = {task: Head(arrays, task) for task in ("messages", "disclosures")}

    def shares(
        self, parts: Sequence[tuple[Sequence[Word], Context | None]], head: Head
    ) -> list[Floats]:
        """For each part (words, labels): what each word adds to the logits."""
        cut = [self.sequences.cut(words) for words, _ in parts]
        rows = [
            self.sequences.row(each, context) for each, (_, context) in zip(cut, parts, strict=True)
        ]
        result: list[Floats] = [head.bias] * len(rows)
        # Like lengths together, so that little is computed for nothing.
        order = sorted(range(len(rows)), key=lambda place: len(rows[place][0]))
        while order:
            widest = len(rows[order[min(len(order), _LOOK_AHEAD) - 1]][0])
            size = max(1, _TOKENS // widest)
            some, order = order[:size], order[size:]
            vectors = self.encoder.vectors([rows[place][0] for place in some])
            for at, place in enumerate(some):
                ids, first = rows[place]
                said = head.shares(vectors[at, first : len(ids) - 1])
                result[place] = _by_word(said, cut[place])
        return result


def _by_word(said: Floats, cut: Sequence[tuple[int, ...]]) -> Floats:
    shares = np.zeros((len(cut), said.shape[1]), np.float32)
    owner = np.repeat(np.arange(len(cut)), [len(pieces) for pieces in cut])[: len(said)]
    np.add.at(shares, owner, said)
    return shares


@lru_cache
def reader() -> Reader:
    """The encoder that ships with afterus, loaded once."""
    return Reader(weights("encoder"))

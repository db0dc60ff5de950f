"""A small transformer's forward pass (BERT's, as in MiniLM) in numpy.

Matrices come as whole numbers of eight bits with a scale for each output, and are spread out once.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_HEADS = 12
_EPSILON = 1e-12
_SLOPE = np.float32(1.702)


class Encoder:
    """Vectors for every piece of every sequence."""

    def __init__(self, arrays: Mapping[str, Any], prefix: str = "") -> None:
        self._words: NDArray[np.int8] = arrays["words_q"]
        self._words_scale: Floats = arrays["words_scale"]
        self._positions: Floats = arrays["positions"].astype(np.float32)
        self._first = _norm(arrays, f"{prefix}first")
        count = int(arrays[f"{prefix}layers"])
        self._layers = [_Layer(arrays, f"{prefix}{number}.") for number in range(count)]

    def vectors(self, rows: Sequence[Sequence[int]]) -> Floats:
        """(rows, longest row, width); a shorter row's end holds nothing of meaning."""
        width = max(map(len, rows))
        ids = np.zeros((len(rows), width), np.int64)
        there = np.zeros((len(rows), width), np.bool_)
        for place, row in enumerate(rows):
            ids[place, : len(row)] = row
            there[place, : len(row)] = True
        hidden = self._words[ids].astype(np.float32) * self._words_scale[ids][..., None]
        hidden = _normed(hidden + self._positions[:width], *self._first)
        masked = np.where(there, np.float32(0), np.float32(-1e9))[:, None, None, :]
        for layer in self._layers:
            hidden = layer.forward(hidden, masked)
        return hidden


class _Layer:
    def __init__(self, arrays: Mapping[str, Any], prefix: str) -> None:
        self._attend = _linear(arrays, f"{prefix}qkv")
        self._out = _linear(arrays, f"{prefix}out")
        self._up = _linear(arrays, f"{prefix}up")
        self._down = _linear(arrays, f"{prefix}down")
        self._norm1 = _norm(arrays, f"{prefix}norm1")
        self._norm2 = _norm(arrays, f"{prefix}norm2")

    def forward(self, hidden: Floats, masked: Floats) -> Floats:
        rows, length, width = hidden.shape
        flat = hidden.reshape(-1, width)
        wide = flat @ self._attend[0] + self._attend[1]
        query, key, value = wide.reshape(rows, length, 3, _HEADS, -1).transpose(2, 0, 3, 1, 4)
        scores = query @ key.swapaxes(-1, -2) / np.float32(np.sqrt(width / _HEADS)) + masked
        scores -= scores.max(axis=-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=-1, keepdims=True)
        mixed = (scores @ value).transpose(0, 2, 1, 3).reshape(-1, width)
        flat = _normed(flat + mixed @ self._out[0] + self._out[1], *self._norm1)
        inner = flat @ self._up[0] + self._up[1]
        inner /= 1 + np.exp(-_SLOPE * inner)
        flat = _normed(flat + inner @ self._down[0] + self._down[1], *self._norm2)
        result: Floats = flat.reshape(rows, length, width)
        return result


def _linear(arrays: Mapping[str, Any], name: str) -> tuple[Floats, Floats]:
    spread = arrays[f"{name}_q"].astype(np.float32) * arrays[f"{name}_scale"]
    return spread, arrays[f"{name}_bias"].astype(np.float32)


def _norm(arrays: Mapping[str, Any], name: str) -> tuple[Floats, Floats]:
    gain, bias = arrays[name].astype(np.float32)
    return gain, bias


def _normed(values: NDArray[Any], gain: Floats, bias: Floats) -> Floats:
    values = values - values.mean(axis=-1, keepdims=True)
    spread = np.sqrt((values * values).mean(axis=-1, keepdims=True) + _EPSILON)
    result: Floats = values / spread * gain + bias
    return result

"""Trained weights into the files that afterus reads: whole numbers of eight bits, with scales."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch

from training.network import Network

WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "afterus" / "language" / "weights"


def text_array(lines: Sequence[str]) -> np.ndarray:
    """Lines of text as bytes, since nothing in the file may be code."""
    return np.frombuffer("\n".join(lines).encode(), np.uint8)


def eight_bits(values: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Whole numbers and the scale for each place along what `axis` does not run over."""
    scale = np.abs(values).max(axis=axis, keepdims=True) / 127 + 1e-12
    whole = np.clip(np.round(values / scale), -127, 127).astype(np.int8)
    return whole, scale.squeeze(axis).astype(np.float32)


def encoder_arrays(network: Network, pieces: Sequence[str]) -> dict[str, np.ndarray]:
    """The encoder as `afterus.language.encoder` reads it."""
    arrays: dict[str, np.ndarray] = {"pieces": text_array(pieces)}
    arrays["words_q"], arrays["words_scale"] = eight_bits(_array(network.words.weight), 1)
    arrays["positions"] = _array(network.positions).astype(np.float16)
    arrays["first"] = _norm(network.first)
    arrays["layers"] = np.array(len(network.layers))
    for number, layer in enumerate(network.layers):
        for name in ("qkv", "out", "up", "down"):
            linear = getattr(layer, name)
            whole, scale = eight_bits(_array(linear.weight).T, 0)
            arrays[f"{number}.{name}_q"], arrays[f"{number}.{name}_scale"] = whole, scale
            arrays[f"{number}.{name}_bias"] = _array(linear.bias).astype(np.float16)
        arrays[f"{number}.norm1"] = _norm(layer.norm1)
        arrays[f"{number}.norm2"] = _norm(layer.norm2)
    return arrays


def head_arrays(network: Network, task: str) -> dict[str, np.ndarray]:
    """A head: what every piece's vector says, how much it is looked at, and the bias."""
    head, look = network.heads[task], network.looks[task]
    return {
        f"{task}.head": _array(head.weight).T.copy(),
        f"{task}.look": _array(look.weight).T.copy(),
        f"{task}.bias": _array(head.bias),
    }


def write(name: str, arrays: Mapping[str, np.ndarray]) -> int:
    """Writes a model's file; its size in bytes."""
    path = WEIGHTS / f"{name}.npz"
    np.savez(path, **arrays)
    return path.stat().st_size


def _array(values: torch.Tensor) -> np.ndarray:
    return values.detach().numpy().astype(np.float32)


def _norm(norm: torch.nn.LayerNorm) -> np.ndarray:
    return np.stack([_array(norm.weight), _array(norm.bias)])

"""What a model says of one message."""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from afterus.language.labels import LABELS, Label


class Span(msgspec.Struct, frozen=True):
    """Words that a label rests on: ``text[start:end]``; ``weight`` is their share of the label's
    evidence, 0 to 1."""

    start: int
    end: int
    label: Label
    weight: float


class Checked(msgspec.Struct, frozen=True):
    """The labels that hold, a calibrated probability for each of the eleven, and the words.

    ``scores`` has every label; ``spans`` only those that hold, in the order of the text.
    """

    labels: tuple[Label, ...]
    scores: dict[Label, float]
    spans: tuple[Span, ...]


def checked(held: Sequence[int], scores: NDArray[np.float32], spans: tuple[Span, ...]) -> Checked:
    """From the places of the labels that hold and the eleven scores."""
    rounded = np.round(scores.astype(float), 4).tolist()
    labels = tuple(LABELS[place] for place in held)
    return Checked(labels, dict(zip(LABELS, rounded, strict=True)), spans)

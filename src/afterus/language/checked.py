"""What a model says of one message."""

import msgspec

from afterus.language.labels import Label


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

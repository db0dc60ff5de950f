"""From the shares of single words to the stretches that a label rests on."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from afterus.language.checked import Span
from afterus.language.labels import LABELS
from afterus.language.plain import Word

_ENOUGH = 0.6
_MOST_WORDS = 12


def spans_of(
    words: Sequence[Word], shares: NDArray[np.float32], labels: Sequence[int]
) -> tuple[Span, ...]:
    """The words that carry each label. ``shares`` is (words, 11): what each adds to the logit."""
    found = [span for label in labels for span in _of_label(words, shares[:, label], label)]
    return tuple(sorted(found, key=lambda span: (span.start, span.end, span.label)))


def _of_label(words: Sequence[Word], shares: NDArray[np.float32], label: int) -> list[Span]:
    gains = np.maximum(shares, 0.0)
    whole = float(gains.sum())
    if whole <= 0.0:
        return []
    chosen: list[int] = []
    held = 0.0
    for place in np.argsort(-gains)[:_MOST_WORDS]:
        if held >= _ENOUGH * whole or gains[place] <= 0.0:
            break
        chosen.append(int(place))
        held += float(gains[place])
    spans: list[Span] = []
    for stretch in _stretches(sorted(chosen)):
        weight = float(gains[stretch[0] : stretch[-1] + 1].sum()) / whole
        spans.append(
            Span(words[stretch[0]].start, words[stretch[-1]].end, LABELS[label], round(weight, 4))
        )
    return spans


def _stretches(places: Sequence[int]) -> list[list[int]]:
    """Neighbours together, also over one word between them."""
    found: list[list[int]] = []
    for place in places:
        if found and place - found[-1][-1] <= 2:
            found[-1].append(place)
        else:
            found.append([place])
    return found

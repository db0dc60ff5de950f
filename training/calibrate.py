"""From logits to probabilities and thresholds, on the dev part."""

import numpy as np

from training import measure

# What one more false alarm in a hundred messages without a label may cost: 0.3 points of mean F1.
PRICE = 0.3


def calibrated(
    gold: np.ndarray, logits: np.ndarray, floors: dict[int, float]
) -> dict[str, np.ndarray]:
    """Slope and offset for each label, and thresholds for what they give."""
    pairs = [measure.platt(gold[:, n], logits[:, n]) for n in range(gold.shape[1])]
    slope, offset = np.array(pairs, np.float32).T
    scores = 1 / (1 + np.exp(-(logits * slope + offset)))
    at = measure.thresholds(gold, scores, PRICE, floors)
    return {"slope": slope, "offset": offset, "thresholds": at}


def best_f1(gold: np.ndarray, logits: np.ndarray) -> float:
    """Macro-F1 with each label's best threshold: to compare, not to report."""
    grid = np.arange(-4.0, 3.0, 0.1)
    each = [
        max(measure.f1(gold[:, n], logits[:, n] > t) for t in grid) for n in range(gold.shape[1])
    ]
    return float(np.mean(each))

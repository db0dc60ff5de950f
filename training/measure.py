"""The figures: F1, recall, false alarms, calibration; and thresholds chosen by them."""

from collections.abc import Mapping, Sequence

import numpy as np

Array = np.ndarray


def f1(gold: Array, said: Array) -> float:
    """Of one label; 0 where nothing is right."""
    hits = float((gold & said).sum())
    return 2 * hits / max(1.0, float(gold.sum() + said.sum()))


def f1_of_each(gold: Array, said: Array) -> Array:
    """(labels,) from (messages, labels) of bool."""
    return np.array([f1(gold[:, place], said[:, place]) for place in range(gold.shape[1])])


def recall(gold: Array, said: Array) -> float:
    """Of what is there, how much is found."""
    return float((gold & said).sum() / max(1, gold.sum()))


def false_alarms(gold: Array, said: Array) -> float:
    """The share of messages without any label that are given one."""
    plain = ~gold.any(axis=1)
    return float(said[plain].any(axis=1).mean()) if plain.any() else 0.0


def ece(gold: Array, scores: Array, bins: int = 10) -> float:
    """Expected calibration error of one label, with equally filled bins."""
    order = np.argsort(scores)
    parts = [part for part in np.array_split(order, bins) if len(part)]
    gaps = [abs(gold[part].mean() - scores[part].mean()) * len(part) for part in parts]
    return float(sum(gaps) / len(scores))


def platt(gold: Array, logits: Array, steps: int = 200) -> tuple[float, float]:
    """Slope and offset that make a logit a probability (Newton's method, slightly held back)."""
    design = np.stack([logits, np.ones_like(logits)], axis=1)
    start = np.array([1.0, 0.0])
    weights = start.copy()
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        gradient = design.T @ (chance - gold) + 2.0 * (weights - start)
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + 2.0 * np.eye(2)
        step = np.linalg.solve(curve, gradient)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return float(weights[0]), float(weights[1])


def thresholds(gold: Array, scores: Array, price: float, floors: Mapping[int, float]) -> Array:
    """Where each label is to hold: the best mean F1, less a price on every false alarm.

    Chosen together, one label after another until nothing moves, since what counts as an alarm is a
    message without any label that is given at least one. `floors` gives labels a least recall.
    """
    grid = np.arange(0.02, 0.97, 0.01)
    labels, plain = gold.shape[1], ~gold.any(axis=1)
    rates = np.array([[f1(gold[:, n], scores[:, n] >= t) for t in grid] for n in range(labels)])
    alarms = np.array([[scores[plain, n] >= t for t in grid] for n in range(labels)])
    last = np.full(labels, len(grid) - 1)
    for place, floor in floors.items():
        enough = [recall(gold[:, place], scores[:, place] >= t) >= floor for t in grid]
        last[place] = max(np.flatnonzero(enough), default=0)
    chosen = np.minimum(rates.argmax(axis=1), last)
    for _ in range(10):
        before = chosen.copy()
        for place in range(labels):
            rest = [alarms[n, chosen[n]] for n in range(labels) if n != place]
            told = np.any(rest, axis=0) | alarms[place]
            worth = rates[place] / labels - price * told.mean(axis=1)
            chosen[place] = worth[: last[place] + 1].argmax()
        if (before == chosen).all():
            break
    found: Array = grid[chosen].astype(np.float32)
    return found


def table(labels: Sequence[str], gold: Array, scores: Array, at: Array) -> list[str]:
    """One row for each label, then the means."""
    said = scores >= at
    rows = ["| label | in the set | precision | recall | F1 | threshold | ECE |", "|---" * 7 + "|"]
    for n, label in enumerate(labels):
        right, told = gold[:, n], said[:, n]
        precise = (right & told).sum() / max(1, told.sum())
        rows.append(
            f"| `{label}` | {right.sum()} | {precise:.2f} | {recall(right, told):.2f} "
            f"| {f1(right, told):.2f} | {at[n]:.2f} | {ece(right, scores[:, n]):.3f} |"
        )
    rows.append(f"| macro-F1 | | | | **{f1_of_each(gold, said).mean():.3f}** | | |")
    plain, alarms = (~gold.any(axis=1)).sum(), false_alarms(gold, said)
    return [*rows, f"| false alarms without a label | {plain} | | | {alarms:.3f} | | |"]

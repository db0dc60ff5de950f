"""Points of change: weeks after which one person wrote clearly more, less, warmer or harder."""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from afterus.mirror.figures import Columns
from afterus.mirror.rates import Rate, differ, rate
from afterus.mirror.rhythm import DAY
from afterus.mirror.talk import SIDES

WEEK = 7 * DAY
_LEAST_WEEKS = 4
_MOST = 3
_WATCHED = ("warmth", "strain")


class Turn(msgspec.Struct, frozen=True):
    """From this day on one person's measure was surely other than before, up to the next turn."""

    day: str
    by: str
    measure: str
    before: Rate
    after: Rate


def turns(columns: Columns, before: NDArray[np.bool_]) -> tuple[Turn, ...]:
    """The clearest turns of warmth and strain of both, at most three a line, in order of time."""
    times = columns.talk.times
    weeks = (times - times[0]) // WEEK
    found: list[Turn] = []
    for side in SIDES:
        mine = before & columns.talk.written & (columns.talk.who == side)
        many = int(weeks[mine].max()) + 1 if mine.any() else 0
        if many < 2 * _LEAST_WEEKS:
            continue
        written = np.bincount(weeks[mine], minlength=many)
        for name in _WATCHED:
            holding = np.bincount(weeks[mine & columns.measure(name)], minlength=many)
            cuts = _cuts(holding.astype(np.float64), written.astype(np.float64))
            found += _turns(columns, holding, written, cuts, ("me", "them")[side], name)
    return tuple(sorted(found, key=lambda turn: (turn.day, turn.by, turn.measure)))


def _turns(
    columns: Columns,
    holding: NDArray[np.int64],
    written: NDArray[np.int64],
    cuts: Sequence[int],
    by: str,
    name: str,
) -> list[Turn]:
    edges = [0, *cuts, len(written)]
    found = []
    for start, cut, end in zip(edges, edges[1:], edges[2:], strict=False):
        earlier = rate(int(holding[start:cut].sum()), int(written[start:cut].sum()))
        later = rate(int(holding[cut:end].sum()), int(written[cut:end].sum()))
        if differ(earlier, later):
            day = np.datetime64(int(columns.talk.times[0]) + cut * WEEK, "s").astype(
                "datetime64[D]"
            )
            found.append(Turn(str(day), by, name, earlier, later))
    return found


def _cuts(holding: NDArray[np.float64], written: NDArray[np.float64]) -> list[int]:
    """Binary segmentation on the binomial likelihood; a cut must earn its keep (BIC)."""
    price = 1.5 * np.log(max(written.sum(), 2.0)) + 4.0
    pieces = [(0, len(written))]
    cuts: list[int] = []
    while pieces and len(cuts) < _MOST:
        gains = [(*_best(holding[a:b], written[a:b]), a, b) for a, b in pieces]
        gain, at, a, b = max(gains)
        if gain <= price:
            break
        cuts.append(a + at)
        pieces.remove((a, b))
        pieces += [(a, a + at), (a + at, b)]
    return sorted(cuts)


def _best(holding: NDArray[np.float64], written: NDArray[np.float64]) -> tuple[float, int]:
    """The gain in log-likelihood of the best cut, and its week; (0, 0) where none is allowed."""
    if len(written) < 2 * _LEAST_WEEKS:
        return 0.0, 0
    hits, tries = np.cumsum(holding), np.cumsum(written)
    places = np.arange(_LEAST_WEEKS, len(written) - _LEAST_WEEKS + 1)
    left = _likelihood(hits[places - 1], tries[places - 1])
    right = _likelihood(hits[-1] - hits[places - 1], tries[-1] - tries[places - 1])
    whole = _likelihood(hits[-1:], tries[-1:])[0]
    gains = left + right - whole
    best = int(np.argmax(gains))
    return float(gains[best]), int(places[best])


def _likelihood(hits: NDArray[np.float64], tries: NDArray[np.float64]) -> NDArray[np.float64]:
    share = np.clip(hits / np.maximum(tries, 1.0), 1e-9, 1 - 1e-9)
    likely: NDArray[np.float64] = hits * np.log(share) + (tries - hits) * np.log1p(-share)
    return likely

"""The drift of comfort: the first months beside the last, and the words that went."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from math import log, sqrt

import msgspec
import numpy as np
from numpy.typing import NDArray

from afterus.mirror.figures import Both, Columns, figures
from afterus.mirror.labelling import WARM
from afterus.mirror.quotes import Quote, clearest
from afterus.mirror.rates import differ
from afterus.mirror.rhythm import DAY
from afterus.mirror.talk import SIDES

MONTH = 30 * DAY
_LONGEST = 3 * MONTH
_SHORTEST = 14 * DAY
_EXAMPLES = 4
_MOST_WORDS = 6
_SURE = 3.0
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_COMPARED = ("warmth", "strain", "questions", "interest", "thanks", "sorry", "cares", "owns")


class Change(msgspec.Struct, frozen=True):
    """Which measures surely went up or down for one person, and words they stopped using.

    `gone` holds (words, how often at first, how often at last).
    """

    up: tuple[str, ...]
    down: tuple[str, ...]
    gone: tuple[tuple[str, int, int], ...]
    examples: tuple[Quote, ...]


class Drift(msgspec.Struct, frozen=True):
    """The first stretch and the last before the break, `days` long each."""

    days: int
    then: Both
    now: Both
    me: Change
    them: Change


def drift(columns: Columns, before: NDArray[np.bool_]) -> Drift | None:
    """None where the time before the break is too short to be cut in three, or one end is empty."""
    times = columns.talk.times[before]
    if not len(times):
        return None
    span = int(times[-1] - times[0])
    length = min(_LONGEST, span // 3)
    if length < _SHORTEST:
        return None
    first = before & (columns.talk.times < times[0] + length)
    last = before & (columns.talk.times > times[-1] - length)
    group = np.where(first, 0, np.where(last, 1, -1))
    then, now = figures(columns, group, 2)
    if then is None or now is None:
        return None
    sides = zip(SIDES, ((then.me, now.me), (then.them, now.them)), strict=True)
    changes = []
    for side, (early, late) in sides:
        turned = {name: differ(early.measures[name], late.measures[name]) for name in _COMPARED}
        mine = columns.talk.who == side
        warm = first & mine & columns.measure("warmth")
        changes.append(
            Change(
                up=tuple(name for name, way in turned.items() if way > 0),
                down=tuple(name for name, way in turned.items() if way < 0),
                gone=_gone(columns, first & mine, last & mine),
                examples=clearest(columns.talk, columns.labelled, warm, WARM, _EXAMPLES),
            )
        )
    return Drift(length // DAY, then, now, *changes)


def _gone(
    columns: Columns, first: NDArray[np.bool_], last: NDArray[np.bool_]
) -> tuple[tuple[str, int, int], ...]:
    """Words and pairs said far more at first, by log-odds with a prior (Monroe et al. 2008)."""
    early = _counted(columns.talk.texts[int(place)] for place in np.flatnonzero(first))
    late = _counted(columns.talk.texts[int(place)] for place in np.flatnonzero(last))
    all_early, all_late = sum(early.values()), sum(late.values())
    if not (all_early and all_late):
        return ()
    scored = []
    for words, many in early.items():
        few = late.get(words, 0)
        if many < 5 or few * all_early * 3 > many * all_late:
            continue
        prior = (many + few) * 0.1 + 0.5
        gap = log((many + prior) / (all_early - many + prior)) - log(
            (few + prior) / (all_late - few + prior)
        )
        sure = gap / sqrt(1 / (many + prior) + 1 / (few + prior))
        if sure >= _SURE:
            scored.append((sure, words, many, few))
    # A pair says more than one of its words.
    scored.sort(key=lambda one: (-round(one[0], 1), -one[1].count(" "), one[1]))
    return tuple(_apart((words, many, few) for _, words, many, few in scored))


def _apart(found: Iterable[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The first few, no two sharing a word."""
    kept: list[tuple[str, int, int]] = []
    for words, many, few in found:
        if not any(set(words.split()) & set(other.split()) for other, _, _ in kept):
            kept.append((words, many, few))
        if len(kept) == _MOST_WORDS:
            break
    return kept


def _counted(texts: Iterable[str]) -> Counter[str]:
    """In how many messages each word, and each pair of neighbours, stands."""
    counts: Counter[str] = Counter()
    for text in texts:
        words = _WORD.findall(text.lower())
        here = {word for word in words if len(word) > 2}
        here.update(f"{one} {two}" for one, two in pairwise(words))
        counts.update(here)
    return counts

"""Pressing and falling silent, in both directions (demand and withdraw, as the field calls it)."""

import msgspec
import numpy as np
from numpy.typing import NDArray

from afterus.mirror.figures import Columns
from afterus.mirror.rates import Rate, differ, rate
from afterus.mirror.rhythm import HOUR
from afterus.mirror.talk import SIDES

PRESSING = ("accuses", "controls", "demands", "overcomplicates")
QUIET_FOR = 4 * HOUR
_CURT = 3


class Withdraw(msgspec.Struct, frozen=True):
    """How often `by`'s lines met silence (four hours) or an answer of three words and fewer.

    After pressing, and after everything else; `more`: 1 surely more often after pressing, -1
    surely less, 0 where chance may do. It does not say what came first.
    """

    by: str
    pressed: Rate
    else_: Rate = msgspec.field(name="else")
    more: int


def withdraws(columns: Columns, before: NDArray[np.bool_]) -> tuple[Withdraw, Withdraw]:
    """Me pressing and them withdrawing, then the other way round."""
    one, other = (_withdraw(columns, before, side) for side in SIDES)
    return one, other


def _withdraw(columns: Columns, before: NDArray[np.bool_], side: int) -> Withdraw:
    talk, run = columns.talk, columns.rhythm.run
    last = np.flatnonzero(np.diff(run, append=run[-1] + 1))
    first = np.append(0, last[:-1] + 1)
    pressing = np.logical_or.reduceat(columns.labelled.any_of(PRESSING), first)
    theirs = (talk.who[last] == side) & before[last] & (last + 1 < len(talk))
    next_one = np.minimum(last + 1, len(talk) - 1)
    late = talk.times[next_one] - talk.times[last] >= QUIET_FOR
    answered = np.append(first[1:], 0)
    words = np.add.reduceat(talk.words, first)
    curt = np.append(words[1:], _CURT + 1) <= _CURT
    # A curt answer is one only where it comes from the other and in words, not as a picture.
    curt &= (talk.who[answered] != side) & talk.written[answered]
    met = (late | curt) & theirs
    pressed = rate(int((met & pressing).sum()), int((theirs & pressing).sum()))
    rest = rate(int((met & ~pressing).sum()), int((theirs & ~pressing).sum()))
    return Withdraw(("me", "them")[side], pressed, rest, differ(rest, pressed))

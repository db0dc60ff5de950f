"""How it fell silent: the long silences, who ended them, and what stands unanswered at the end."""

import msgspec
import numpy as np
from numpy.typing import NDArray

from afterus.mirror.rhythm import DAY, silences
from afterus.mirror.talk import Talk

_MOST = 12


class Silence(msgspec.Struct, frozen=True):
    """A silence of three days and longer: from and to (ISO days), and who wrote again first."""

    first: str
    last: str
    days: int
    ended_by: str


class Ending(msgspec.Struct, frozen=True):
    """`silences`: the longest, in order of time. The last word of each, and what had no answer.

    `unanswered`: how many lines the last writer had sent since the other's last one.
    """

    silences: tuple[Silence, ...]
    last_from_me: str
    last_from_them: str
    last_by: str
    unanswered: int


def ending(talk: Talk) -> Ending:
    """The silences of a talk, and its end."""
    places = silences(talk)
    gaps = talk.times[places] - talk.times[places - 1]
    longest = np.sort(places[np.argsort(-gaps, kind="stable")][:_MOST])
    last_side = int(talk.who[-1])
    since = len(talk) - 1 - int(np.flatnonzero(talk.who != last_side)[-1])
    return Ending(
        silences=tuple(_silence(talk, int(place)) for place in longest),
        last_from_me=_last(talk, talk.who == 0),
        last_from_them=_last(talk, talk.who == 1),
        last_by=("me", "them")[last_side],
        unanswered=since,
    )


def _silence(talk: Talk, place: int) -> Silence:
    first, last = talk.moment(place - 1), talk.moment(place)
    days = int(talk.times[place] - talk.times[place - 1]) // DAY
    return Silence(
        first.date().isoformat(), last.date().isoformat(), days, ("me", "them")[talk.who[place]]
    )


def _last(talk: Talk, mine: NDArray[np.bool_]) -> str:
    return talk.moment(int(np.flatnonzero(mine)[-1])).isoformat(timespec="minutes")

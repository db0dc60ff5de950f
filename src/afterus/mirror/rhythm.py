"""Who begins, who answers, who waits: the shape of a talk without its words."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from afterus.mirror.talk import Talk

HOUR = 3600
DAY = 24 * HOUR
NEW_TALK = 6 * HOUR
ASKED_AGAIN = HOUR
CHASING_FROM = 3
SILENCE = 3 * DAY
NIGHT_FROM, NIGHT_TO = 23, 5


@dataclass(frozen=True)
class Rhythm:
    """Of each message, shape (n,): what it is in the to and fro.

    `begins`: the first after six hours of quiet. `answer_after`: seconds since the other's last
    line where it is the first answer within a day, else -1. `run`: the number of its run of
    messages by one person. `unanswered`: in a run of three and more, over an hour and longer,
    that nobody answered within a day. `night`: written from 23:00 to 5:00.
    """

    begins: NDArray[np.bool_]
    answer_after: NDArray[np.int64]
    run: NDArray[np.int64]
    unanswered: NDArray[np.bool_]
    night: NDArray[np.bool_]


def rhythm(talk: Talk) -> Rhythm:
    """The rhythm of a talk."""
    gaps = np.diff(talk.times, prepend=talk.times[:1] - 10 * DAY)
    turned = np.diff(talk.who, prepend=1 - talk.who[:1]) != 0
    begins = gaps >= NEW_TALK
    answers = turned & (gaps < DAY)
    answers[:1] = False
    run = np.cumsum(turned | (gaps >= DAY)) - 1
    hours = talk.hours
    return Rhythm(
        begins=begins,
        answer_after=np.where(answers, gaps, -1),
        run=run,
        unanswered=_chasing(talk, run)[run],
        night=(hours >= NIGHT_FROM) | (hours < NIGHT_TO),
    )


def _chasing(talk: Talk, run: NDArray[np.int64]) -> NDArray[np.bool_]:
    """For each run whether it went on and on with no answer."""
    first = np.flatnonzero(np.diff(run, prepend=-1))
    last = np.append(first[1:], len(run)) - 1
    long = last - first + 1 >= CHASING_FROM
    lasted = talk.times[last] - talk.times[first] >= ASKED_AGAIN
    followed = np.minimum(last + 1, len(run) - 1)
    answered = (
        (followed > last)
        & (talk.who[followed] != talk.who[last])
        & (talk.times[followed] - talk.times[last] < DAY)
    )
    chasing: NDArray[np.bool_] = long & lasted & ~answered
    return chasing


def silences(talk: Talk) -> NDArray[np.intp]:
    """The places of messages that ended a silence of three days and longer."""
    gaps = np.diff(talk.times, prepend=talk.times[:1])
    return np.flatnonzero(gaps >= SILENCE)

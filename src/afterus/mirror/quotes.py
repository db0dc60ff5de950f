"""The clearest of a person's own messages, each with the lines around it."""

import msgspec
import numpy as np
from numpy.typing import NDArray

from afterus.language import LABELS
from afterus.mirror.labelling import COLUMN, Labelled
from afterus.mirror.talk import ME, Talk

AROUND = 3
_SAME = 0.7


class Line(msgspec.Struct, frozen=True):
    """One line of the chat: when (ISO), by "me" or "them", the text; `here` marks the quote."""

    time: str
    by: str
    text: str
    here: bool = False


class Quote(msgspec.Struct, frozen=True):
    """A message that a figure rests on. `mark` names it again when the chat is read anew."""

    place: int
    mark: str
    time: str
    by: str
    text: str
    labels: tuple[str, ...]
    score: float
    around: tuple[Line, ...]


def clearest(
    talk: Talk,
    labelled: Labelled,
    where: NDArray[np.bool_],
    labels: tuple[str, ...],
    most: int,
) -> tuple[Quote, ...]:
    """At most `most` of these messages, surest first, no two nearly the same, in order of time."""
    columns = [COLUMN[label] for label in labels]
    places = np.flatnonzero(where)
    if not len(places):
        return ()
    scores = labelled.scores[places][:, columns].max(axis=1).astype(np.float64)
    # A handful of words says more than one: very short messages come later at the same score.
    scores = scores - 0.05 * (talk.words[places] < 4)
    chosen: list[int] = []
    seen: list[set[str]] = []
    for place in places[np.argsort(-scores, kind="stable")][: most * 20]:
        words = set(talk.texts[place].lower().split())
        if any(len(words & other) >= _SAME * max(len(words | other), 1) for other in seen):
            continue
        chosen.append(int(place))
        seen.append(words)
        if len(chosen) == most:
            break
    return tuple(quote(talk, labelled, place) for place in sorted(chosen))


def quote(talk: Talk, labelled: Labelled, place: int) -> Quote:
    """One message as a quote with the lines around it."""
    holds = [label for label in LABELS if labelled.holds[place, COLUMN[label]]]
    best = max((float(labelled.scores[place, COLUMN[label]]) for label in holds), default=0.0)
    return Quote(
        place=place,
        mark=talk.mark(place),
        time=talk.moment(place).isoformat(timespec="minutes"),
        by=by(talk, place),
        text=talk.texts[place],
        labels=tuple(holds),
        score=round(best, 3),
        around=_around(talk, place),
    )


def by(talk: Talk, place: int) -> str:
    """Who wrote the message at this place."""
    return "me" if talk.who[place] == ME else "them"


def _around(talk: Talk, place: int) -> tuple[Line, ...]:
    first, last = max(place - AROUND, 0), min(place + AROUND + 1, len(talk))
    return tuple(
        Line(
            talk.moment(one).isoformat(timespec="minutes"),
            by(talk, one),
            talk.texts[one],
            one == place,
        )
        for one in range(first, last)
    )

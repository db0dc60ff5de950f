"""The five self-questions, asked of both by the same measure and answered with their own words."""

from typing import Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from afterus.mirror.figures import Columns
from afterus.mirror.quotes import Quote, clearest
from afterus.mirror.rates import Rate, differ, rate
from afterus.mirror.talk import SIDES

Question = Literal["accusing", "holding_back", "demanding", "arguing", "overcomplicating"]
HowOften = Literal["never", "rarely", "sometimes", "often", "constantly"]
LABEL_OF: dict[Question, str] = {
    "accusing": "accuses",
    "holding_back": "controls",
    "demanding": "demands",
    "arguing": "argues",
    "overcomplicating": "overcomplicates",
}
# Per hundred messages. Rough steps, set so that one slip a month is no habit; the person decides.
STEPS: tuple[tuple[float, HowOften], ...] = (
    (8.0, "constantly"),
    (3.0, "often"),
    (1.0, "sometimes"),
    (0.0, "rarely"),
)
_QUOTES = 5


class Answer(msgspec.Struct, frozen=True):
    """How one person did in one question. `early` and `late` are the two halves of the time.

    `trend`: -1 surely less in the later half, 1 surely more, 0 where chance may do. `how_often` is
    the word the reflection uses, or None where too little was written to say.
    """

    rate: Rate
    early: Rate
    late: Rate
    trend: int
    how_often: HowOften | None
    quotes: tuple[Quote, ...]


class FiveAnswers(msgspec.Struct, frozen=True):
    """One question for both."""

    question: Question
    me: Answer
    them: Answer


def five_questions(columns: Columns, before: NDArray[np.bool_]) -> tuple[FiveAnswers, ...]:
    """The five, from the messages `before` the break (bool, shape (n,))."""
    late = columns.talk.times > middle_of(columns, before)
    return tuple(
        FiveAnswers(question, *(_answer(columns, before, late, label, side) for side in SIDES))
        for question, label in LABEL_OF.items()
    )


def how_often(found: Rate) -> HowOften | None:
    """The word for a rate; "never" only on enough messages, None on too few."""
    if not found.enough or found.per_hundred is None:
        return None
    if found.count == 0:
        return "never"
    return next(word for least, word in STEPS if found.per_hundred >= least)


def _answer(
    columns: Columns,
    before: NDArray[np.bool_],
    late: NDArray[np.bool_],
    label: str,
    side: int,
) -> Answer:
    theirs = before & columns.talk.written & (columns.talk.who == side)
    found = theirs & columns.measure(label)
    whole = rate(int(found.sum()), int(theirs.sum()))
    first = rate(int((found & ~late).sum()), int((theirs & ~late).sum()))
    last = rate(int((found & late).sum()), int((theirs & late).sum()))
    return Answer(
        rate=whole,
        early=first,
        late=last,
        trend=differ(first, last),
        how_often=how_often(whole),
        quotes=clearest(columns.talk, columns.labelled, found, (label,), _QUOTES),
    )


def middle_of(columns: Columns, before: NDArray[np.bool_]) -> int:
    """The second that cuts the time before the break into an early and a late half."""
    times = columns.talk.times[before]
    return (int(times[0]) + int(times[-1])) // 2

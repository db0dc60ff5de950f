"""The whole mirror: two people's talk in, what it shows of both out."""

from collections.abc import Callable
from datetime import date

import msgspec
import numpy as np
from numpy.typing import NDArray

from afterus.language import english_share
from afterus.mirror.change import Turn, turns
from afterus.mirror.drift import Drift, drift
from afterus.mirror.ending import Ending, ending
from afterus.mirror.figures import Both, Columns, by_month, figures
from afterus.mirror.labelling import Corrections, Labelled, Model, corrected, label
from afterus.mirror.questions import FiveAnswers, five_questions, middle_of
from afterus.mirror.rhythm import rhythm
from afterus.mirror.said import said
from afterus.mirror.signs import Sign, signs
from afterus.mirror.talk import Talk, moment_of, seconds_of
from afterus.mirror.withdraw import Withdraw, withdraws

ENOUGH_MESSAGES = 60
MOSTLY = 0.5
_WRITTEN = 30
_SAMPLE = 4000


class Mirror(msgspec.Struct, frozen=True):
    """What a chat shows. `enough`: whether each wrote enough to say anything of patterns.

    `middle` is the moment (ISO) that cuts the time before the break in two: it tells a question's
    early half from its late one. `english` is the share of longer messages that are in English.
    `months` names every month from first to last (YYYY-MM), `by_month` its figures, None for a
    silent one. All but `signs`, `ending` and the months rests on what came before the break.
    """

    enough: bool
    others: int
    ended: str | None
    whole: Both
    months: tuple[str, ...]
    by_month: tuple[Both | None, ...]
    questions: tuple[FiveAnswers, ...]
    drift: Drift | None
    turns: tuple[Turn, ...]
    withdraws: tuple[Withdraw, Withdraw]
    ending: Ending
    signs: tuple[Sign, ...]
    middle: str
    english: float | None

    @property
    def understood(self) -> bool:
        """Whether the labels can say anything of this chat: they know English only."""
        return self.english is None or self.english >= MOSTLY


Progress = Callable[[float], None]


def mirror(
    talk: Talk,
    model: Model,
    *,
    ended: date | None = None,
    corrections: Corrections | None = None,
    progress: Progress | None = None,
) -> Mirror:
    """Label a talk and hold the mirror up. `ended` is the day of the break, where it is known.

    `progress` is told the share done, 0 to 1, and may raise to stop.
    """
    labelled = label(talk, model, seconds_of(ended) if ended else None, progress)
    return hold_up(talk, corrected(talk, labelled, corrections or {}), ended)


def hold_up(talk: Talk, labelled: Labelled, ended: date | None = None) -> Mirror:
    """What an already labelled talk shows."""
    columns = Columns(talk, labelled, rhythm(talk), said(talk, labelled))
    before = _before(talk, ended)
    months, monthly = by_month(columns)
    whole = figures(columns, np.where(before, 0, -1), 1)[0]
    assert whole is not None
    return Mirror(
        enough=len(talk) >= ENOUGH_MESSAGES
        and min(whole.me.written, whole.them.written) >= _WRITTEN,
        others=talk.others,
        ended=ended.isoformat() if ended else None,
        whole=whole,
        months=tuple(months),
        by_month=tuple(monthly),
        questions=five_questions(columns, before),
        drift=drift(columns, before),
        turns=turns(columns, before),
        withdraws=withdraws(columns, before),
        ending=ending(talk),
        signs=signs(columns),
        middle=moment_of(middle_of(columns, before)),
        english=english_share(talk.texts[:: max(len(talk) // _SAMPLE, 1)]),
    )


def _before(talk: Talk, ended: date | None) -> NDArray[np.bool_]:
    """Where a message came before the break; everywhere when the day is unknown or too early."""
    everywhere = np.ones(len(talk), dtype=np.bool_)
    if ended is None:
        return everywhere
    before: NDArray[np.bool_] = talk.times < seconds_of(ended)
    return before if before.any() else everywhere

"""What each of the two wrote in a stretch of time, counted the same way for both."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from afterus.language import LABELS
from afterus.mirror.labelling import COLUMN, STRAIN, WARM, Labelled
from afterus.mirror.rates import Middle, Rate, middle, rate
from afterus.mirror.rhythm import DAY, Rhythm
from afterus.mirror.said import Said
from afterus.mirror.talk import SIDES, Talk

MEASURES = (
    "warmth",
    "strain",
    *LABELS,
    "questions",
    "interest",
    "thanks",
    "sorry",
    "night",
    "repaired",
)


class Side(msgspec.Struct, frozen=True):
    """One person's figures. `measures` are out of their written messages.

    But `begins` is out of all talks begun by either, `unanswered` and `night` out of all their
    messages, `repaired` out of their straining ones (followed within a day by owning it).
    """

    messages: int
    written: int
    words: int
    begins: Rate
    answer: Middle
    unanswered: Rate
    measures: dict[str, Rate]


class Both(msgspec.Struct, frozen=True):
    """The figures of both for one stretch of time, with its first and last day (ISO)."""

    first: str
    last: str
    me: Side
    them: Side


@dataclass(frozen=True)
class Columns:
    """All that is counted, a column each: numbers handed once to every stretch."""

    talk: Talk
    labelled: Labelled
    rhythm: Rhythm
    said: Said

    def measure(self, name: str) -> NDArray[np.bool_]:
        """Where a measure holds, bool, shape (n,)."""
        if name in COLUMN:
            found: NDArray[np.bool_] = self.labelled.holds[:, COLUMN[name]]
            return found
        if name in ("warmth", "strain"):
            return self.labelled.any_of(WARM if name == "warmth" else STRAIN)
        if name == "night":
            return self.rhythm.night
        if name == "repaired":
            return _repaired(self)
        one: NDArray[np.bool_] = getattr(self.said, name)
        return one


def figures(columns: Columns, group: NDArray[np.int64], groups: int) -> list[Both | None]:
    """The figures of each group of messages (`group`: its number, or -1 for none), in order."""
    talk = columns.talk
    inside = group >= 0
    cell = np.where(inside, group * 2 + talk.who, groups * 2)

    def count(where: NDArray[np.bool_]) -> list[int]:
        return [int(many) for many in np.bincount(cell[where], minlength=groups * 2 + 1)]

    everything = np.ones(len(talk), dtype=np.bool_)
    totals = {
        "messages": count(everything),
        "written": count(talk.written),
        "begins": count(columns.rhythm.begins),
        "unanswered": count(columns.rhythm.unanswered),
        "words": np.bincount(
            cell[talk.written], weights=talk.words[talk.written], minlength=groups * 2 + 1
        )
        .astype(int)
        .tolist(),
    }
    measured = {name: count(columns.measure(name)) for name in MEASURES}
    answers = _answers(columns.rhythm, cell, groups)
    return [
        _both(columns, np.flatnonzero(group == one), one, totals, measured, answers)
        for one in range(groups)
    ]


def _both(
    columns: Columns,
    places: NDArray[np.intp],
    group: int,
    totals: dict[str, list[int]],
    measured: dict[str, list[int]],
    answers: list[Middle],
) -> Both | None:
    if not len(places):
        return None
    talk = columns.talk
    begun = sum(totals["begins"][group * 2 + side] for side in SIDES)
    sides = []
    for side in SIDES:
        cell = group * 2 + side
        out_of = {"night": totals["messages"][cell], "repaired": measured["strain"][cell]}
        sides.append(
            Side(
                messages=totals["messages"][cell],
                written=totals["written"][cell],
                words=totals["words"][cell],
                begins=rate(totals["begins"][cell], begun),
                answer=answers[cell],
                unanswered=rate(totals["unanswered"][cell], totals["messages"][cell]),
                measures={
                    name: rate(measured[name][cell], out_of.get(name, totals["written"][cell]))
                    for name in MEASURES
                },
            )
        )
    first, last = talk.moment(int(places[0])), talk.moment(int(places[-1]))
    return Both(first.date().isoformat(), last.date().isoformat(), *sides)


def _answers(rhythm: Rhythm, cell: NDArray[np.int64], groups: int) -> list[Middle]:
    places = np.flatnonzero(rhythm.answer_after >= 0)
    order = places[np.argsort(cell[places], kind="stable")]
    cuts = np.searchsorted(cell[order], np.arange(1, groups * 2))
    minutes = np.split(rhythm.answer_after[order] / 60, cuts)
    return [middle(part.tolist()) for part in minutes]


def _repaired(columns: Columns) -> NDArray[np.bool_]:
    """Straining messages that their writer owned within a day."""
    talk, found = columns.talk, np.zeros(len(columns.talk), dtype=np.bool_)
    strain, owns = columns.measure("strain"), columns.measure("owns")
    for side in SIDES:
        places = np.flatnonzero(strain & (talk.who == side))
        owned = np.flatnonzero(owns & (talk.who == side))
        if not len(owned):
            continue
        next_owned = np.searchsorted(owned, places, side="left")
        there = next_owned < len(owned)
        places = places[there]
        after = talk.times[owned[next_owned[there]]] - talk.times[places]
        found[places] = after <= DAY
    return found


def by_month(columns: Columns) -> tuple[Sequence[str], list[Both | None]]:
    """The months (YYYY-MM), without a gap, and the figures of each; None for a month of silence."""
    months = columns.talk.months
    first, last = int(months[0]), int(months[-1])
    names = [str(np.datetime64(month, "M")) for month in range(first, last + 1)]
    return names, figures(columns, months - first, len(names))

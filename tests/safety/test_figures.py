"""Recall and false alarms on sentences the model never learnt from, with floors.

docs/screening.md gives the figures in words. Every third sentence is looked at here, to be quick.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from afterus.safety import screen


class Case(NamedTuple):
    kind: str
    by: str
    text: str


class Figures(NamedTuple):
    recall: dict[str, float]
    all_recall: float
    right_by: float
    false_alarms: float


def cases(name: str) -> Iterator[Case]:
    raw = tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
    for kind, by_doer in raw.items():
        for by, texts in by_doer.items():
            yield from (Case(kind, by, text) for text in texts)


def measure(chosen: list[Case]) -> Figures:
    found: dict[str, list[bool]] = {}
    right: list[bool] = []
    for case in chosen:
        told = screen({"text": case.text})
        if case.kind == "ordinary":
            found.setdefault(case.kind, []).append(bool(told))
            continue
        fitting = [finding for finding in told if finding.kind == case.kind]
        found.setdefault(case.kind, []).append(bool(fitting))
        if fitting:
            right.append(any(finding.by == case.by for finding in fitting))
    ordinary = found.pop("ordinary")
    hits = [hit for hits in found.values() for hit in hits]
    return Figures(
        {kind: sum(hits) / len(hits) for kind, hits in found.items()},
        sum(hits) / len(hits),
        sum(right) / max(1, len(right)),
        sum(ordinary) / len(ordinary),
    )


OTHERS = list(cases("cases.toml"))
FRESH = list(cases("fresh_cases.toml"))


def test_the_labelled_set_is_large_enough() -> None:
    assert sum(case.kind != "ordinary" for case in OTHERS) >= 350
    assert sum(case.kind == "ordinary" for case in OTHERS) >= 350
    assert len({case.text for case in OTHERS}) == len(OTHERS)


def test_another_writers_disclosures_are_found() -> None:
    figures = measure(OTHERS[::3])
    assert figures.all_recall >= 0.75, figures
    assert min(figures.recall.values()) >= 0.6, figures
    assert figures.right_by >= 0.8, figures
    assert figures.false_alarms <= 0.15, figures


def test_most_of_what_was_written_to_be_hard_is_found() -> None:
    figures = measure(FRESH)
    assert figures.all_recall >= 0.5, figures
    assert figures.false_alarms <= 0.2, figures

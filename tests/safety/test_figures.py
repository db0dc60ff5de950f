"""Recall and false alarms, with floors; docs/screening.md gives the figures in words."""

import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from afterus.safety import screen


class Case(NamedTuple):
    kind: str
    by: str
    text: str

    @property
    def held_out(self) -> bool:
        return int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % 3 == 0


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


ALL = list(cases("cases.toml"))
FRESH = list(cases("fresh_cases.toml"))


def test_the_labelled_set_is_large_enough() -> None:
    assert sum(case.kind != "ordinary" for case in ALL) >= 350
    assert sum(case.kind == "ordinary" for case in ALL) >= 350
    assert len({case.text for case in ALL}) == len(ALL)


def test_disclosures_like_those_the_phrases_were_built_on_are_found() -> None:
    figures = measure([case for case in ALL if not case.held_out][::5])
    assert min(figures.recall.values()) >= 0.95, figures
    assert figures.recall["suicide"] >= 0.97, figures
    assert figures.right_by >= 0.95, figures


def test_held_out_sentences_are_found_and_ordinary_ones_mostly_let_be() -> None:
    figures = measure([case for case in ALL if case.held_out][::2])
    assert figures.all_recall >= 0.94, figures
    assert figures.recall["suicide"] >= 0.97, figures
    assert figures.recall["threat"] >= 0.80, figures
    assert figures.false_alarms <= 0.18, figures


def test_most_of_what_fresh_voices_say_is_found() -> None:
    figures = measure(FRESH)
    assert figures.all_recall >= 0.65, figures
    assert figures.recall["suicide"] >= 0.8, figures
    assert figures.false_alarms <= 0.35, figures

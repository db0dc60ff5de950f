"""Looks through a person's own words for what comes before any talk of repair.

Phrases and a model look, each at what the other misses: phrases know what they know for sure, the
model knows words nobody wrote down (docs/screening.md has the figures of each and of both).
"""

from collections.abc import Iterable, Mapping
from typing import Final

from afterus.language import Disclosed, Disclosure, disclosure_model
from afterus.safety.by_phrases import by_phrases
from afterus.safety.findings import By, Finding, Kind

_MOST_OF_A_KIND = 5
_MEANING: Final[Mapping[Disclosure, tuple[Kind, By]]] = {
    "abuse_ex": ("abuse", "ex"),
    "abuse_me": ("abuse", "me"),
    "control_ex": ("control", "ex"),
    "control_me": ("control", "me"),
    "threat_ex": ("threat", "ex"),
    "threat_me": ("threat", "me"),
    "stalking_ex": ("stalking", "ex"),
    "stalking_me": ("stalking", "me"),
    "suicide": ("suicide", "me"),
}


def screen(texts: Mapping[str, str], language: str = "en") -> tuple[Finding, ...]:
    """What the texts (answer key → text) disclose, in the order of the texts and their words.

    At most five findings of a kind and doer in one answer: more would only be asked again.
    KeyError when there are no phrases for the language.
    """
    modelled = disclosure_model().find(list(texts.values()))
    return tuple(
        finding
        for (key, text), disclosed in zip(texts.items(), modelled, strict=True)
        for finding in _both(by_phrases(key, text, language), _by_model(key, text, disclosed))
    )


def _both(phrases: list[Finding], modelled: Iterable[Finding]) -> list[Finding]:
    """The phrases' findings, and of the model's those that say something else or stand elsewhere.

    Where both find a kind in the same words, the phrase is the surer of who did it.
    """
    found = list(phrases)
    for one in modelled:
        known = [other for other in found if other.kind == one.kind]
        same = sum(other.by == one.by for other in known)
        if same < _MOST_OF_A_KIND and not any(_overlap(one, other) for other in known):
            found.append(one)
    return sorted(found, key=lambda one: (one.start, one.end, one.kind, one.by))


def _by_model(key: str, text: str, disclosed: Iterable[Disclosed]) -> list[Finding]:
    """Each sentence once for a kind; one that speaks for both doers names neither."""
    told: dict[tuple[int, int, Kind], set[By]] = {}
    for one in disclosed:
        kind, by = _MEANING[one.label]
        told.setdefault((one.start, one.end, kind), set()).add(by)
    found: dict[str, Finding] = {}
    for (start, end, kind), doers in told.items():
        by = next(iter(doers)) if len(doers) == 1 else "unclear"
        finding = Finding(kind, by, key, text[start:end], start, end)
        found.setdefault(finding.id, finding)
    return list(found.values())


def _overlap(one: Finding, other: Finding) -> bool:
    return one.start < other.end and other.start < one.end

"""Looks through a person's own words for what comes before any talk of repair."""

from collections.abc import Iterable, Mapping
from typing import Final

from afterus.language import Disclosed, Disclosure, disclosure_model
from afterus.safety.findings import By, Finding, Kind

LANGUAGES: Final = ("en",)
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
    KeyError when there is no model for the language.
    """
    if language not in LANGUAGES:
        raise KeyError(f"no screening in language {language!r}")
    found = disclosure_model().find(list(texts.values()))
    return tuple(
        finding
        for (key, text), disclosed in zip(texts.items(), found, strict=True)
        for finding in _in_text(key, text, disclosed)
    )


def _in_text(key: str, text: str, disclosed: Iterable[Disclosed]) -> list[Finding]:
    """In the order of the text, each sentence once for a kind, and not more than can be asked."""
    told: dict[tuple[int, int, Kind], set[By]] = {}
    for place, kind, doer in map(_meant, disclosed):
        told.setdefault((*place, kind), set()).add(doer)
    found: list[Finding] = []
    ids: set[str] = set()
    counts: dict[tuple[Kind, By], int] = {}
    for (start, end, kind), doers in sorted(told.items()):
        # A sentence that speaks for both doers names neither.
        by = next(iter(doers)) if len(doers) == 1 else "unclear"
        finding = Finding(kind, by, key, text[start:end], start, end)
        counts[kind, by] = counts.get((kind, by), 0) + (finding.id not in ids)
        if finding.id not in ids and counts[kind, by] <= _MOST_OF_A_KIND:
            found.append(finding)
        ids.add(finding.id)
    return found


def _meant(disclosed: Disclosed) -> tuple[tuple[int, int], Kind, By]:
    kind, by = _MEANING[disclosed.label]
    return (disclosed.start, disclosed.end), kind, by

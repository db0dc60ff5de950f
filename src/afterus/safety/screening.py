"""Looks through a person's own words for what comes before any talk of repair.

Phrases and a model look, each at what the other misses: phrases know what they know for sure, the
model knows words nobody wrote down (docs/screening.md has the figures of each and of both).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from afterus.content import languages
from afterus.language import Disclosed, Disclosure, disclosure_model
from afterus.safety.by_phrases import Told, Turned, by_phrases
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
    if language not in languages():
        raise KeyError(f"no screening in language {language!r}")
    phrases = [by_phrases(key, text, language) for key, text in texts.items()]
    modelled = disclosure_model().find(list(texts.values()))
    return tuple(
        finding
        for told, (key, text), disclosed in zip(phrases, texts.items(), modelled, strict=True)
        for finding in _both(told, _by_model(key, text, disclosed))
    )


def screen_lines(texts: Mapping[str, str], language: str = "en") -> tuple[Finding, ...]:
    """The same by phrases alone, for the many lines of a chat: the model was not made for those."""
    told = (by_phrases(key, text, language) for key, text in texts.items())
    return tuple(finding for one in told for finding in one.found)


def _both(told: Told, modelled: Iterable[Finding]) -> list[Finding]:
    """The phrases' findings, and of the model's those that say something else or stand elsewhere.

    Where both find a kind in the same words, the phrase is the surer of who did it; and where a
    phrase stands in a sentence that turns it away ("he never hit me"), that holds for the model.
    """
    found = list(told.found)
    for one in modelled:
        known = [other for other in found if other.kind == one.kind]
        same = sum(other.by == one.by for other in known)
        away = [turned for turned in told.turned if turned.kind == one.kind]
        if same < _MOST_OF_A_KIND and not _touches(one, [*known, *away]):
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


def _touches(one: Finding, others: Sequence[Finding | Turned]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)

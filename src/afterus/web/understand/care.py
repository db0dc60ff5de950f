"""What comes before the next question: help, a check of what was meant, an offer to rest.

Pure: the answers, what screening found in the texts, and the clock's minutes are handed in.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from afterus.content.shapes import LineKind
from afterus.method.parts import controls
from afterus.safety import By, Finding, Kind
from afterus.web.understand.answers import Answers, look

Need = Literal["suicide", "harmed", "harming"]
Words = Literal["suicide", "harmed", "harming", "both"]

LONG_SITTING_MINUTES = 25
MUCH_BROODING = 7


@dataclass(frozen=True)
class Gate:
    """A page that comes first: `what` is the words of care, a finding's id, or why to rest."""

    page: Literal["care", "check", "rest"]
    what: str


def needs(answers: Answers, findings: Iterable[Finding] = ()) -> frozenset[Need]:
    """What calls for help first. A finding counts once the person has let it stand."""
    found: set[Need] = set()
    if _harmed(answers):
        found.add("harmed")
    if _harming(answers):
        found.add("harming")
    if look(answers, "safety.thoughts_of_suicide") in ("passing", "yes"):
        found.add("suicide")
    for finding in findings:
        if finding.reply in ("meant", "unsure"):
            found.add(need_of(finding.kind, finding.by))
    return frozenset(found)


def words_for(found: Iterable[Need]) -> Words | None:
    """Which words fit: thoughts of suicide before all, then both ways of harm, then the one."""
    needed = set(found)
    if "suicide" in needed:
        return "suicide"
    if {"harmed", "harming"} <= needed:
        return "both"
    return "harmed" if "harmed" in needed else "harming" if "harming" in needed else None


def gate(
    answers: Answers,
    findings: tuple[Finding, ...],
    seen: Iterable[str],
    minutes: int,
) -> Gate | None:
    """The page that comes before the next step, if any. Each is shown once: `seen` holds which."""
    passed = set(seen)
    needed = needs(answers, findings)
    new = needed - passed
    if new:
        words = words_for(new if "suicide" in new else needed - {"suicide"})
        return Gate("care", words or "harmed")
    unasked = next((finding for finding in findings if finding.reply is None), None)
    if unasked:
        return Gate("check", unasked.id)
    brooding = look(answers, "brooding")
    if isinstance(brooding, int) and brooding >= MUCH_BROODING and "brooding" not in passed:
        return Gate("rest", "brooding")
    if minutes >= LONG_SITTING_MINUTES and "long" not in passed:
        return Gate("rest", "long")
    return None


def line_kinds(found: Iterable[Need]) -> tuple[LineKind, ...]:
    """The kinds of help lines for these needs; a line for distress is always among them."""
    needed = set(found)
    kinds: list[LineKind] = ["distress"] if "suicide" in needed else []
    if "harmed" in needed:
        kinds.append("partner_violence")
    if "harming" in needed:
        kinds.append("own_behaviour")
    return tuple(dict.fromkeys((*kinds, "distress")))


def seen_with(words: Words) -> tuple[str, ...]:
    """What has been seen once a page of care with these words was shown."""
    return ("harmed", "harming") if words == "both" else (words,)


def _harmed(answers: Answers) -> bool:
    hurt = ("safety.afraid_of_ex", "safety.ex_hurt_or_threatened_me")
    return any(look(answers, key) for key in hurt) or _controls(answers, "control.by_ex")


def _harming(answers: Answers) -> bool:
    hurt = ("safety.i_hurt_or_threatened_ex", "safety.i_check_or_follow_ex")
    chasing = (
        look(answers, "contact_now") == "asked_no_contact"
        and look(answers, "attempts_since") == "many"
    )
    return chasing or any(look(answers, key) for key in hurt) or _controls(answers, "control.by_me")


def _controls(answers: Answers, key: str) -> bool:
    said = look(answers, key)
    return controls(tuple(said)) if isinstance(said, list | tuple) else False


def need_of(kind: Kind, by: By) -> Need:
    """What found words call for, by the kind of harm and who did it."""
    if kind == "suicide":
        return "suicide"
    return "harming" if by == "me" else "harmed"

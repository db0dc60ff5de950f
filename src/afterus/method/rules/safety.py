"""What comes before any talk of repair, both ways round: harmed, or harming."""

from collections.abc import Iterator
from typing import Literal

from afterus.method.facts import Facts
from afterus.method.parts import Evidence, controls
from afterus.method.reading import Reason

Kind = Literal["suicide", "both", "harmed", "harming", "order", "default"]

HARMED = frozenset({"harmed_by_ex", "afraid_of_ex", "controlled_by_ex", "wrote_of_harm_by_ex"})
HARMING = frozenset(
    {"i_harmed_ex", "i_controlled_ex", "i_follow_ex", "chasing_after_no", "wrote_of_harm_by_me"}
)
UNCLEAR_HARM = frozenset({"harm_unclear", "wrote_of_harm"})
SUICIDE = frozenset({"thoughts_of_suicide", "passing_thoughts", "wrote_of_suicide"})


def reasons(facts: Facts) -> Iterator[Reason]:
    """Every reason to put safety first; suicide before harm, harm before all else."""
    yield from _suicide(facts)
    yield from _harmed(facts)
    yield from _harming(facts)
    yield from _unclear(facts)
    if facts.answers.contact_now == "court_order":
        yield _reason(facts, "court_order", "the_order_stands", "contact_now")


def _suicide(facts: Facts) -> Iterator[Reason]:
    thoughts = facts.safety.thoughts_of_suicide
    if thoughts == "yes":
        yield _reason(
            facts, "thoughts_of_suicide", "you_matter_first", "safety.thoughts_of_suicide"
        )
    elif thoughts == "passing":
        yield _reason(facts, "passing_thoughts", "you_matter_first", "safety.thoughts_of_suicide")
    yield from _written(facts, "wrote_of_suicide", "you_matter_first", "me", suicide=True)


def _harmed(facts: Facts) -> Iterator[Reason]:
    if facts.safety.ex_hurt_or_threatened_me:
        yield _reason(
            facts,
            "harmed_by_ex",
            "not_your_fault",
            "safety.ex_hurt_or_threatened_me",
            "harm_pattern",
            "harm_children",
        )
    if facts.safety.afraid_of_ex:
        yield _reason(facts, "afraid_of_ex", "not_your_fault", "safety.afraid_of_ex")
    if controls(facts.control.by_ex or ()):
        yield _reason(facts, "controlled_by_ex", "control_is_harm", "control.by_ex")
    yield from _written(facts, "wrote_of_harm_by_ex", "not_your_fault", "ex")


def _harming(facts: Facts) -> Iterator[Reason]:
    if facts.safety.i_hurt_or_threatened_ex:
        yield _reason(
            facts,
            "i_harmed_ex",
            "stop_frightening",
            "safety.i_hurt_or_threatened_ex",
            "harm_pattern",
            "harm_children",
        )
    if controls(facts.control.by_me or ()):
        yield _reason(facts, "i_controlled_ex", "control_is_harm", "control.by_me")
    if facts.safety.i_check_or_follow_ex:
        yield _reason(facts, "i_follow_ex", "stop_frightening", "safety.i_check_or_follow_ex")
    if facts.answers.contact_now == "asked_no_contact" and facts.answers.attempts_since == "many":
        yield _reason(
            facts, "chasing_after_no", "stop_frightening", "contact_now", "attempts_since"
        )
    yield from _written(facts, "wrote_of_harm_by_me", "stop_frightening", "me")


def _unclear(facts: Facts) -> Iterator[Reason]:
    said = facts.answers.harm_pattern is not None or facts.answers.harm_children
    known = facts.safety.ex_hurt_or_threatened_me or facts.safety.i_hurt_or_threatened_ex
    if said and not known:
        yield _reason(facts, "harm_unclear", "not_your_fault", "harm_pattern", "harm_children")
    yield from _written(facts, "wrote_of_harm", "not_your_fault", "unclear")


def _written(
    facts: Facts, key: str, principle: str, by: str, *, suicide: bool = False
) -> Iterator[Reason]:
    quotes = tuple(
        Evidence(finding.key, finding.quote)
        for finding in facts.findings
        if finding.by == by and (finding.kind == "suicide") == suicide
    )
    if quotes:
        yield Reason(key, principle, "safety", quotes)


def _reason(facts: Facts, key: str, principle: str, *answers: str) -> Reason:
    return Reason(key, principle, "safety", facts.evidence(*answers))


def kind(decided: frozenset[str]) -> Kind:
    """Which words are needed: suicide before harm, harm of both before harm of one."""
    if decided & SUICIDE:
        return "suicide"
    harmed, harming = decided & HARMED, decided & HARMING
    if harmed and harming:
        return "both"
    if harmed or harming:
        return "harmed" if harmed else "harming"
    return "order" if "court_order" in decided else "default"

"""When nothing can be decided yet."""

from collections.abc import Iterator

from afterus.method.facts import ACCEPTED, FIVE, NOT_ACCEPTED, Facts, missing, of_part
from afterus.method.parts import Evidence
from afterus.method.reading import Reason
from afterus.method.rules.let_go import contradicts

TREATED_BADLY = 2.0
"""From this weight on their part stands between the two, short of a reason to let go."""

CYCLES = 2
"""So many earlier breaks with the same person make a pattern."""

ASKED_FIRST = (
    "safety.afraid_of_ex",
    "safety.ex_hurt_or_threatened_me",
    "safety.i_hurt_or_threatened_ex",
    "safety.i_check_or_follow_ex",
    "safety.thoughts_of_suicide",
)


def reasons(facts: Facts) -> Iterator[Reason]:
    """Every reason to wait before anything is decided."""
    yield from _not_said(facts)
    if facts.early:
        yield _reason(facts, "too_early", "too_early", "ended_days_ago")
    yield from _acceptance(facts)
    yield from _both(facts)
    cycles = facts.answers.times_broken_up_before
    if cycles is not None and cycles >= CYCLES:
        yield _reason(facts, "on_and_off", "on_and_off", "times_broken_up_before")
    if facts.answers.attempts_since == "many":
        yield _reason(facts, "still_chasing", "give_space", "attempts_since")


def _not_said(facts: Facts) -> Iterator[Reason]:
    unasked = [key for key in ASKED_FIRST if not facts.evidence(key)]
    if unasked:
        yield Reason("safety_not_said", "too_little_said", "space", _unsaid(unasked))
    gaps = missing(facts)
    if gaps:
        yield Reason("too_little_said", "too_little_said", "space", _unsaid(gaps))


def _acceptance(facts: Facts) -> Iterator[Reason]:
    answers = facts.answers
    if contradicts(facts):
        evidence = facts.evidence("acceptance", "harm_example", *FIVE)
        yield Reason("answers_disagree", "answers_disagree", "space", evidence)
    if not facts.own.counts or answers.acceptance is None:
        return
    if NOT_ACCEPTED < answers.acceptance < ACCEPTED:
        yield _reason(facts, "half_acceptance", "real_acceptance", "acceptance")
    if facts.accepts and answers.who_named_it == "nobody" and not answers.harm_example:
        yield _reason(
            facts, "acceptance_not_shown", "real_acceptance", "acceptance", "who_named_it"
        )


def _both(facts: Facts) -> Iterator[Reason]:
    if not facts.own.counts or facts.their.weight < TREATED_BADLY:
        return
    key = "both_sides" if facts.their.level == "significant" else "treated_badly"
    evidence = (*of_part(facts.own), *of_part(facts.their))
    yield Reason(key, "harm_on_both_sides", "space", evidence)


def _unsaid(keys: list[str] | tuple[str, ...]) -> tuple[Evidence, ...]:
    return tuple(Evidence(key, None) for key in keys)


def _reason(facts: Facts, key: str, principle: str, *answers: str) -> Reason:
    return Reason(key, principle, "space", facts.evidence(*answers))

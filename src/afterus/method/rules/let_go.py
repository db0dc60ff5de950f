"""When the answer to "how do I get them back?" is: you don't."""

from collections.abc import Iterator

from afterus.method.facts import FIVE, LOW, NOT_ACCEPTED, Facts, of_part
from afterus.method.reading import Reason

ONLY_PAIN = frozenset({"pain_to_stop", "fear_of_alone", "pride"})
REFUSALS = frozenset({"ex_asked_no_contact", "ex_blocked", "ex_moved_on", "ex_not_open"})


def reasons(facts: Facts) -> Iterator[Reason]:
    """Every reason to let go; in the first days only those that no day will change."""
    yield from _little(facts)
    yield from _how_they_were(facts)
    yield from _they_are_gone(facts)
    if not facts.early:
        yield from _may_still_move(facts)


def contradicts(facts: Facts) -> bool:
    """Whether they take blame for harm while nothing that either did is named."""
    return (
        facts.accepts
        and facts.own_is_clear
        and facts.own.level == "little"
        and not facts.their.counts
    )


def _little(facts: Facts) -> Iterator[Reason]:
    if facts.own.level != "little" or not facts.own_is_clear or contradicts(facts):
        return
    if facts.accepts:
        evidence = (*facts.evidence("acceptance", "harm_example"), *of_part(facts.their))
        yield Reason("blame_not_mine", "blame_not_yours", "let_go", evidence)
    else:
        yield Reason("little_was_mine", "little_was_yours", "let_go", facts.evidence(*FIVE))


def _how_they_were(facts: Facts) -> Iterator[Reason]:
    ex = facts.ex
    if ex.cheated == "known":
        yield _reason(facts, "ex_cheated", "betrayal", "ex.cheated")
    if ex.contempt == "often":
        yield _reason(facts, "ex_belittled", "contempt_wears_away", "ex.contempt")
    if ex.valued_me is not None and ex.valued_me <= LOW:
        yield _reason(facts, "not_valued", "being_valued", "ex.valued_me")
    if ex.available is not None and ex.available <= LOW:
        yield _reason(facts, "not_available", "being_available", "ex.available")


def _they_are_gone(facts: Facts) -> Iterator[Reason]:
    if facts.answers.contact_now == "asked_no_contact":
        yield _reason(
            facts, "ex_asked_no_contact", "their_no_counts", "contact_now", "contact_in_their_words"
        )
    if facts.answers.contact_now == "blocked":
        yield _reason(facts, "ex_blocked", "their_no_counts", "contact_now")
    if facts.ex.new_partner:
        yield _reason(facts, "ex_moved_on", "their_no_counts", "ex.new_partner")


def _may_still_move(facts: Facts) -> Iterator[Reason]:
    answers = facts.answers
    if facts.ex.open_to_talk == "no":
        yield _reason(facts, "ex_not_open", "their_no_counts", "ex.open_to_talk")
    if answers.motive and ONLY_PAIN.issuperset(answers.motive):
        yield _reason(facts, "only_pain", "pain_is_not_love", "motive")
    unaccepted = answers.acceptance is not None and answers.acceptance <= NOT_ACCEPTED
    if unaccepted and facts.own.counts:
        evidence = (*facts.evidence("acceptance"), *of_part(facts.own))
        yield Reason("no_acceptance", "real_acceptance", "let_go", evidence)


def _reason(facts: Facts, key: str, principle: str, *answers: str) -> Reason:
    return Reason(key, principle, "let_go", facts.evidence(*answers))

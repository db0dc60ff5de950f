"""When there is something of one's own to mend, and nothing stands against it. Never a promise."""

from collections.abc import Iterator

from afterus.method.facts import FIVE, Facts, of_part
from afterus.method.parts import Evidence
from afterus.method.reading import Reason


def reasons(facts: Facts) -> Iterator[Reason]:
    """Why mending one's own half is the way, once nothing above it holds."""
    behaviours = unearned(facts)
    if behaviours:
        evidence = (*behaviours, *facts.evidence("fears"))
        yield Reason("fear_drove_it", "fear_pushes_away", "repair", evidence)
    evidence = (*facts.evidence("acceptance", "harm_example", "who_named_it"), *of_part(facts.own))
    yield Reason("own_part_accepted", "real_acceptance", "repair", evidence)
    evidence = facts.evidence(
        "ex.valued_me", "ex.available", "ex.contempt", "ex.open_to_talk", "ex.new_partner"
    )
    yield Reason("nothing_stands_against", "it_takes_two", "repair", evidence)


def unearned(facts: Facts) -> tuple[Evidence, ...]:
    """How often each of the five happened that weighs on one's own part."""
    return tuple(evidence for evidence in of_part(facts.own) if evidence.key in FIVE)

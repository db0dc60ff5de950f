"""The reading itself: from answers and what safety found in them to what the method concludes."""

from collections.abc import Iterable

from afterus.method.contact import contact
from afterus.method.contract import Answers
from afterus.method.decision import decide
from afterus.method.facts import weigh
from afterus.method.other_answers import would_change
from afterus.method.reading import Reading
from afterus.method.rules import light, safety
from afterus.method.steps import help_to_offer, look_again_in_days, steps
from afterus.safety.findings import Finding


def read(answers: Answers, findings: Iterable[Finding] = ()) -> Reading:
    """What the method concludes. Total: every set of answers within the contract has a reading."""
    found = tuple(sorted(findings, key=lambda f: (f.key, f.start, f.kind, f.by)))
    facts = weigh(answers, found)
    path, reasons = decide(facts)
    decided = frozenset(reason.key for reason in reasons)
    advice = contact(facts, path)
    return Reading(
        path=path,
        contact=advice,
        own_part=facts.own.level,
        their_part=facts.their.level,
        reasons=(*reasons, *light.reasons(facts, path, decided)),
        steps=steps(facts, path, advice, decided),
        look_again_in_days=look_again_in_days(facts, path, decided),
        would_change=would_change(facts, path),
        help=help_to_offer(facts, found, decided),
    )


def kind_of_safety(reading: Reading) -> safety.Kind:
    """Which kind of safety a reading on the ``safety`` path is about."""
    return safety.kind(frozenset(reason.key for reason in reading.reasons))

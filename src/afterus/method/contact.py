"""Whether to write to them: mostly not, and never against their word."""

from typing import Literal

import msgspec

from afterus.method.contract import Answers
from afterus.method.facts import Facts
from afterus.method.reading import ContactAdvice, Path, Reading

REFUSED = frozenset({"asked_no_contact", "court_order", "blocked"})

Closed = Literal["safety", "asked_no_contact", "court_order", "blocked", "not_read"]


class Reaching(msgspec.Struct, frozen=True):
    """What may lead to the other at all. Everything that could ends here.

    `closed`: why nothing may, or None. `drafts`: whether a draft to them may be looked at.
    `practical`: children in common make some contact needed. `one_message`: the one message may
    be said. `talk`: after the time of space a talk may be thought of. `work`: one's own half may
    be worked on, which leads to nobody; not while safety comes first.
    """

    closed: Closed | None
    drafts: bool = False
    practical: bool = False
    one_message: bool = False
    talk: bool = False
    work: bool = False


def contact(facts: Facts, path: Path) -> ContactAdvice:
    """``one_message`` only where nothing was said yet and nothing speaks against it."""
    if path in {"safety", "let_go"} or facts.answers.contact_now in REFUSED:
        return "none"
    if path == "repair" and _may_say_it(facts):
        return "one_message"
    return "wait"


def reaching(reading: Reading | None, answers: Answers | None) -> Reaching:
    """What the last reading, made from these answers, leaves open; nothing without a reading."""
    if reading is None or answers is None:
        return Reaching("not_read")
    if answers.contact_now in ("court_order", "asked_no_contact", "blocked"):
        return Reaching(answers.contact_now, work=reading.path != "safety")
    if reading.path == "safety":
        return Reaching("safety")
    return Reaching(
        closed=None,
        drafts=True,
        practical=bool(answers.children),
        one_message=reading.contact == "one_message",
        talk=reading.path == "repair"
        and answers.ex is not None
        and answers.ex.open_to_talk == "yes",
        work=True,
    )


def _may_say_it(facts: Facts) -> bool:
    answers = facts.answers
    if answers.contact_now == "daily" or answers.attempts_since not in {None, "none"}:
        return False
    # Not knowing whether they would hear it is reason to wait, unless silence was kept so far.
    return facts.ex.open_to_talk == "yes" or answers.attempts_since == "none"

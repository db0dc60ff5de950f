"""Whether to write to them: mostly not, and never against their word."""

from afterus.method.facts import Facts
from afterus.method.reading import ContactAdvice, Path

REFUSED = frozenset({"asked_no_contact", "court_order", "blocked"})


def contact(facts: Facts, path: Path) -> ContactAdvice:
    """``one_message`` only where nothing was said yet and nothing speaks against it."""
    if path in {"safety", "let_go"} or facts.answers.contact_now in REFUSED:
        return "none"
    if path == "repair" and _may_say_it(facts):
        return "one_message"
    return "wait"


def _may_say_it(facts: Facts) -> bool:
    answers = facts.answers
    if answers.contact_now == "daily" or answers.attempts_since not in {None, "none"}:
        return False
    # Not knowing whether they would hear it is reason to wait, unless silence was kept so far.
    return facts.ex.open_to_talk == "yes" or answers.attempts_since == "none"

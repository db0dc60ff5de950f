"""Which of the five behaviours are confirmed, so that each may be followed to its reason."""

from typing import Final

from afterus.method.contract import BEHAVIOURS, Answers, Behaviour

ACTED: Final = frozenset({"sometimes", "often", "constantly"})


def confirmed(answers: Answers) -> tuple[Behaviour, ...]:
    """What happened at least sometimes and without clear cause, in the order of the questions."""
    found = []
    for name in BEHAVIOURS:
        measure = getattr(answers.behaviours, name, None)
        if measure and measure.how_often in ACTED and measure.cause_given != "clear":
            found.append(name)
    return tuple(found)

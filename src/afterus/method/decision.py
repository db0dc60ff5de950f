"""From facts to a path: what comes first wins, and every reason for it is named."""

from afterus.method.facts import Facts
from afterus.method.reading import PATHS, Path, Reason
from afterus.method.rules import let_go, repair, safety, space

_RULES = {
    "safety": safety.reasons,
    "let_go": let_go.reasons,
    "space": space.reasons,
    "repair": repair.reasons,
}


def decide(facts: Facts) -> tuple[Path, tuple[Reason, ...]]:
    """The path and all reasons that lead to it. Total: ``repair`` always has a reason."""
    for path in PATHS[:-1]:
        reasons = tuple(_RULES[path](facts))
        if reasons:
            return path, reasons
    return "repair", tuple(repair.reasons(facts))


def path_of(facts: Facts) -> Path:
    """Only the path: stops at the first reason found."""
    for path in PATHS[:-1]:
        if next(_RULES[path](facts), None) is not None:
            return path
    return "repair"

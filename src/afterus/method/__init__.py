"""The method: answers in, an honest reading out. Pure and total; it reads nothing but answers."""

from afterus.method.answers import (
    AnswersError,
    exchange,
    free_texts,
    parse_answers,
    to_raw,
    value_at,
    with_changes,
)
from afterus.method.contact import Reaching, reaching
from afterus.method.contract import BEHAVIOURS, Answers
from afterus.method.drafting import About, Drafting, drafting, hold_until
from afterus.method.letting_go import (
    PAGES,
    TRACE_KINDS,
    LettingGo,
    TraceKind,
    choices,
    letting_go,
    rounds,
)
from afterus.method.parts import Evidence
from afterus.method.read import kind_of_safety, read
from afterus.method.reading import PATHS, Reading, Reason, WouldChange

__all__ = [
    "BEHAVIOURS",
    "PAGES",
    "PATHS",
    "TRACE_KINDS",
    "About",
    "Answers",
    "AnswersError",
    "Drafting",
    "Evidence",
    "LettingGo",
    "Reaching",
    "Reading",
    "Reason",
    "TraceKind",
    "WouldChange",
    "choices",
    "drafting",
    "exchange",
    "free_texts",
    "hold_until",
    "kind_of_safety",
    "letting_go",
    "parse_answers",
    "reaching",
    "read",
    "rounds",
    "to_raw",
    "value_at",
    "with_changes",
]

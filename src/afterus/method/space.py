"""Space: what a slip asks for next, and what is there for a hard moment. Nothing leads to them."""

from collections.abc import Sequence
from typing import Final, Literal

from afterus.method.contact import Reaching

AfterSlip = Literal["order", "stop", "talk", "rest"]
Way = Literal["breathing", "grounding", "walk", "call", "note", "letter"]
WAYS: Final[tuple[Way, ...]] = ("breathing", "grounding", "walk", "call", "note", "letter")

MANY_IN_A_WEEK: Final = 3


def after_slip(reaching: Reaching, in_a_week: int) -> AfterSlip:
    """The kind next step: an order and a no come first, then slips that come thick, then rest."""
    if reaching.closed == "court_order":
        return "order"
    if reaching.closed in ("safety", "asked_no_contact", "blocked"):
        return "stop"
    return "talk" if in_a_week >= MANY_IN_A_WEEK else "rest"


def needed_contact(reaching: Reaching) -> bool:
    """Whether contact that the children need is kept apart from the rest; never what is closed."""
    return reaching.closed is None and reaching.practical


def ways(helped: Sequence[str], prepared: frozenset[Way]) -> tuple[Way, ...]:
    """The ways through an urge: what helped most often first, in their order else.

    Calling someone and the note are there once they were `prepared`.
    """
    there = [way for way in WAYS if way not in ("call", "note") or way in prepared]
    return tuple(sorted(there, key=lambda way: -helped.count(way)))

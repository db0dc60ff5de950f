"""What Mend offers, as the cards of its first page: add yours to `CARDS`.

A card's name is the name of its page's address, and its words are at `mend.card.<name>`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from afterus.method import Reaching


def always(_: Reaching) -> bool:
    """Open to everyone, whatever the reading says."""
    return True


def while_open(reaching: Reaching) -> bool:
    """Only where something may lead to the other, or where no reading was made yet."""
    return reaching.closed in (None, "not_read")


def while_closed(reaching: Reaching) -> bool:
    """Only where nothing may lead to the other."""
    return not while_open(reaching)


def while_work(reaching: Reaching) -> bool:
    """Only where one's own half may be worked on."""
    return reaching.work


def while_talk(reaching: Reaching) -> bool:
    """Only where a talk may be thought of."""
    return reaching.talk


@dataclass(frozen=True)
class Card:
    """One page of Mend and for whom it is there."""

    name: str
    shown: Callable[[Reaching], bool] = always


CARDS = (
    Card("space"),
    Card("draft", while_open),
    Card("chains", while_work),
    Card("practices", while_work),
    Card("ready", while_talk),
    Card("letters"),
)


def cards_for(reaching: Reaching) -> tuple[Card, ...]:
    """The cards that are there for this person, in their order."""
    return tuple(card for card in CARDS if card.shown(reaching))

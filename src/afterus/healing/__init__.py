"""How days go by: what was tracked, read as time. Dates are handed in; there is no clock here."""

from afterus.healing.rhythm import days_between, look_again
from afterus.healing.space import Counted, Felt, Pattern, Week, days_of_space, pattern

__all__ = [
    "Counted",
    "Felt",
    "Pattern",
    "Week",
    "days_between",
    "days_of_space",
    "look_again",
    "pattern",
]

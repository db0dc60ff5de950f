"""How days go by: what was tracked, read as time. Dates are handed in; there is no clock here."""

from afterus.healing.rhythm import days_between, look_again

__all__ = ["days_between", "look_again"]

"""Screening of a message that is written to the other: there, "you" is who left."""

import re

from afterus.safety.by_phrases import by_phrases
from afterus.safety.findings import By, Kind

_KEY = "message"
# Told of a third person, the phrases of screening fit. Which one does not matter to them.
_TOLD = (
    (re.compile(r"\b(?:you're|you are|youre|ur)\b", re.IGNORECASE), "she is"),
    (re.compile(r"\byour\b", re.IGNORECASE), "her"),
    (re.compile(r"\b(?:you|u|ya)\b", re.IGNORECASE), "her"),
)
# "I read your messages" is no more than an answer, where it is said to the one who wrote them.
_COUNTED: frozenset[Kind] = frozenset({"abuse", "threat"})


def screen_message(text: str, language: str = "en") -> frozenset[tuple[Kind, By]]:
    """What a message to the other speaks of: kinds of harm, each with who does it."""
    told = text
    for pattern, other in _TOLD:
        told = pattern.sub(other, told)
    plain = {(found.kind, found.by) for found in by_phrases(_KEY, text, language).found}
    turned = {
        (found.kind, found.by)
        for found in by_phrases(_KEY, told, language).found
        if found.kind in _COUNTED and found.by == "me"
    }
    return frozenset(plain | turned)

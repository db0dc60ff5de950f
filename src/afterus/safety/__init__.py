"""What comes first: finding harm, danger and despair in a person's own words."""

from afterus.safety.addressed import screen_message
from afterus.safety.findings import By, Finding, Kind, Reply, with_replies
from afterus.safety.screening import screen, screen_lines

__all__ = [
    "By",
    "Finding",
    "Kind",
    "Reply",
    "screen",
    "screen_lines",
    "screen_message",
    "with_replies",
]

"""Screening a text as long as a person writes, and a megabyte of anything."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "safety"))

from long_texts import LONG_TEXTS, WARM

from afterus.safety import screen

from .measure import median, show


def main() -> None:
    """Print the times; the floor is splitting the same text at its spaces, in lower case."""
    for name, text in {"a paragraph": WARM * 8, **LONG_TEXTS}.items():
        floor = median(lambda text=text: text.lower().split())
        show(f"{name}: {len(text)} signs", median(lambda text=text: screen({"a": text}), 3), floor)

"""What the command line says to people, and how it complains."""

import os
import sys
from typing import TextIO

from afterus.content import Other, load


class CannotDo(Exception):
    """This input cannot be done; the message is the one sentence to show."""


def say(key: str, other: Other | None = None, **values: object) -> str:
    """A text of the content by its key."""
    return load("en").say(key, other, **values)


def complain(sentence: str) -> None:
    """One sentence for people, on standard error."""
    print(sentence, file=sys.stderr)


def tell(sentence: str) -> None:
    """News for people while machine-readable output goes to standard output."""
    print(sentence, file=sys.stderr, flush=True)


def colours(stream: TextIO) -> bool:
    """Whether to use colours: only on a terminal, and not where NO_COLOR asks for none."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def strong(text: str, stream: TextIO) -> str:
    """Bold where the stream can show it."""
    return f"\033[1m{text}\033[0m" if colours(stream) else text

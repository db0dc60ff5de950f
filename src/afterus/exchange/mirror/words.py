"""The words a report is made with: handed in, so that a report speaks the person's language."""

from typing import Protocol

import msgspec

from afterus.mirror import Middle, Rate


class Say(Protocol):
    """Gives the text at a key with its values filled in."""

    def __call__(self, key: str, **values: object) -> str: ...


class Names(msgspec.Struct, frozen=True):
    """How the two are called in the report: `me` first in a line, `within` inside a sentence."""

    me: str
    within: str
    them: str

    def of(self, by: str) -> str:
        """The name of "me" or "them" at the head of a line."""
        return self.me if by == "me" else self.them

    def inside(self, by: str) -> str:
        """The name of "me" or "them" within a sentence."""
        return self.within if by == "me" else self.them


def per_hundred(say: Say, found: Rate) -> str:
    """A rate with its interval."""
    if found.per_hundred is None:
        return say("mirror.together.none")
    return say(
        "mirror.together.per_hundred",
        value=number(found.per_hundred),
        low=number(found.low or 0),
        high=number(found.high or 0),
    )


def share(say: Say, found: Rate) -> str:
    """A rate as a plain share."""
    if found.per_hundred is None:
        return say("mirror.together.none")
    return say("mirror.together.share", value=round(found.per_hundred))


def lasting(say: Say, found: Middle) -> str:
    """A time to answer: minutes, or hours where it is long."""
    if found.minutes is None:
        return say("mirror.together.none")
    if found.minutes < 90:
        return say("mirror.together.minutes", value=round(found.minutes))
    return say("mirror.together.hours", value=number(found.minutes / 60))


def number(value: float) -> str:
    """A number people read: one place after the point below ten, none above."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if value < 10 else f"{value:.0f}"

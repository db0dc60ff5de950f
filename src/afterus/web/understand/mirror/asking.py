"""Who is who in a chat: what is asked before it is looked at, and what was said. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from afterus.records.chat_mirror import MirrorWork
from afterus.web.understand.answers import look

ROLES = ("me", "them", "nobody")
Typed = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class PersonAsked:
    """One name in the chat: the input's name, how much they wrote, and the role that is ticked."""

    input: str
    name: str
    count: int
    role: str


@dataclass(frozen=True)
class Asked:
    """The form about a chat that was read. `wrong` is the key of a sentence, or ""."""

    messages: int
    first: str
    last: str
    people: tuple[PersonAsked, ...]
    ambiguous: bool
    day_first: str
    ended: str
    skipped: tuple[tuple[str, int], ...]
    warnings: tuple[tuple[str, dict[str, Any]], ...]
    wrong: str = ""


class NotClear(ValueError):
    """Something is still missing; the message is the key of the sentence that says so."""


def asked(work: MirrorWork, other: str, ended: date | None, typed: Typed, wrong: str) -> Asked:
    """The form, filled in with what was typed or with what can be guessed."""
    found = work.found
    names = [str(name) for name, _ in found["people"]]
    guess = _guess(names, other)
    sent = bool(typed)
    return Asked(
        messages=found["messages"],
        first=found["first"],
        last=found["last"],
        people=tuple(
            PersonAsked(
                f"who.{place}",
                str(name),
                count,
                _first(typed, f"who.{place}") if sent else guess.get(str(name), ""),
            )
            for place, (name, count) in enumerate(found["people"])
        ),
        ambiguous=found["ambiguous"],
        day_first=_first(typed, "day_first"),
        ended=_first(typed, "ended") if sent else (ended.isoformat() if ended else ""),
        skipped=tuple((reason, count) for reason, count in found["skipped"]),
        warnings=tuple((key, values) for key, values in found["warnings"]),
        wrong=wrong,
    )


def told(work: MirrorWork, typed: Typed) -> dict[str, Any]:
    """What the work is told. Raises NotClear."""
    names = [str(name) for name, _ in work.found["people"]]
    roles = {name: _first(typed, f"who.{place}") for place, name in enumerate(names)}
    mine = [name for name in names if roles[name] == "me"]
    theirs = [name for name in names if roles[name] == "them"]
    if not mine:
        raise NotClear("no_me")
    if not theirs:
        raise NotClear("no_them")
    if work.found["ambiguous"] and _first(typed, "day_first") not in ("yes", "no"):
        raise NotClear("no_order")
    ended = _first(typed, "ended")
    try:
        day = date.fromisoformat(ended).isoformat() if ended else None
    except ValueError:
        raise NotClear("bad_day") from None
    said: dict[str, Any] = {
        "me": mine[0],
        "them": theirs[0],
        "same": dict.fromkeys(mine[1:], mine[0]) | dict.fromkeys(theirs[1:], theirs[0]),
        "ended": day,
    }
    if work.found["ambiguous"]:
        said["day_first"] = _first(typed, "day_first") == "yes"
    return said


def day_of_break(answers: Mapping[str, object], said_on: date) -> date | None:
    """The day of the break as the reflection has it."""
    days = look(answers, "ended_days_ago")
    return said_on - timedelta(days=days) if isinstance(days, int) and days < 30_000 else None


def _guess(names: Sequence[str], other: str) -> dict[str, str]:
    """Of two names, the one that begins with the other's known name is theirs; else no guess."""
    like = [name for name in names if other and name.casefold().startswith(other.casefold())]
    if len(like) != 1:
        return dict.fromkeys(names, "nobody") if len(names) > 2 else {}
    guess = {name: "me" if len(names) == 2 else "nobody" for name in names}
    return guess | {like[0]: "them"}


def _first(typed: Typed, name: str) -> str:
    return next(iter(typed.get(name, ())), "").strip()

"""What comes before any chart: signs of harm, danger and despair, in either direction."""

from collections.abc import Iterator
from typing import Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from afterus.mirror.figures import Columns
from afterus.mirror.quotes import Quote, clearest, quote
from afterus.mirror.talk import ME, SIDES
from afterus.safety import Finding, screen_lines

SignKind = Literal["abuse", "control", "threat", "stalking", "suicide"]
_LABELLED: tuple[tuple[SignKind, str, int], ...] = (
    ("threat", "threatens", 1),
    ("control", "controls", 5),
)
_QUOTES = 5
_MOST_SCREENED = 12_000
_SOME_WORDS = 3


class Sign(msgspec.Struct, frozen=True):
    """One kind of sign from one person: `by` "me" or "them"; how many messages, and the clearest.

    For suicide, `by` is the one whose life is spoken of.
    """

    kind: SignKind
    by: str
    count: int
    quotes: tuple[Quote, ...]


def signs(columns: Columns) -> tuple[Sign, ...]:
    """All signs, danger to life first. Nothing found says nothing about anybody."""
    places: dict[tuple[SignKind, str], set[int]] = {}
    for kind, by, place in (*_by_label(columns), *_by_words(columns)):
        places.setdefault((kind, by), set()).add(place)
    order: tuple[SignKind, ...] = ("suicide", "threat", "abuse", "stalking", "control")
    return tuple(
        _sign(columns, kind, by, places[kind, by])
        for kind in order
        for by in ("me", "them")
        if (kind, by) in places
    )


def _by_label(columns: Columns) -> Iterator[tuple[SignKind, str, int]]:
    """A threat counts from the first; checking and limiting once it is more than a slip."""
    talk = columns.talk
    for kind, name, least in _LABELLED:
        found = columns.measure(name) & talk.written
        for side in SIDES:
            places = np.flatnonzero(found & (talk.who == side))
            if len(places) >= least:
                yield from ((kind, ("me", "them")[side], int(place)) for place in places)


def _by_words(columns: Columns) -> Iterator[tuple[SignKind, str, int]]:
    """What a message tells of harm: "you hit me" written by me is harm by them."""
    talk = columns.talk
    places = _to_screen(columns)
    same: dict[str, list[int]] = {}
    for place in places:
        same.setdefault(talk.texts[int(place)], []).append(int(place))
    texts = list(same)
    for finding in screen_lines({str(number): text for number, text in enumerate(texts)}):
        for place in same[texts[int(finding.key)]]:
            by = _whose(finding, int(talk.who[place]))
            if by:
                yield finding.kind, by, place


def _to_screen(columns: Columns) -> NDArray[np.intp]:
    """Every message of some words where that can be done; of more, a word of harm goes first."""
    talk = columns.talk
    some = talk.written & (talk.words >= _SOME_WORDS)
    first = _spread(np.flatnonzero(some & columns.said.harm), _MOST_SCREENED)
    rest = _spread(np.flatnonzero(some & ~columns.said.harm), _MOST_SCREENED - len(first))
    return np.sort(np.concatenate([first, rest]))


def _spread(places: NDArray[np.intp], most: int) -> NDArray[np.intp]:
    """At most so many, in even steps through the whole time, so that no year is passed over."""
    if len(places) <= most:
        return places
    spread: NDArray[np.intp] = places[np.linspace(0, len(places) - 1, most).astype(int)]
    return spread


def _whose(finding: Finding, writer: int) -> str | None:
    """Who did it, seen from me; None where the words leave it open."""
    if finding.kind == "suicide" or finding.by == "me":
        return "me" if writer == ME else "them"
    if finding.by == "ex":
        return "them" if writer == ME else "me"
    return None


def _sign(columns: Columns, kind: SignKind, by: str, places: set[int]) -> Sign:
    talk, labelled = columns.talk, columns.labelled
    label = {"threat": "threatens", "control": "controls"}.get(kind)
    if label:
        where = np.zeros(len(talk), dtype=np.bool_)
        where[sorted(places)] = True
        quotes = clearest(talk, labelled, where, (label,), _QUOTES)
    else:
        quotes = tuple(quote(talk, labelled, place) for place in sorted(places)[-_QUOTES:])
    return Sign(kind, by, len(places), quotes)

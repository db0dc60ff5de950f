"""Warmth and strain of one person over the months, as a picture and as the table behind it."""

from datetime import date

import msgspec

from afterus.exchange.mirror.words import Names, Say, number, per_hundred
from afterus.exchange.pictures import Curve, Mark, Point, curves
from afterus.mirror import Mirror, Rate, Side


class Table(msgspec.Struct, frozen=True):
    """The numbers of a picture: a head, and a row of words for each step."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def timelines(seen: Mirror, names: Names, say: Say) -> tuple[tuple[str, str, Table], ...]:
    """For each of the two: title, picture, table."""
    return tuple(_timeline(seen, by, names, say) for by in ("me", "them"))


def _timeline(seen: Mirror, by: str, names: Names, say: Say) -> tuple[str, str, Table]:
    title = say("mirror.timeline.title", within=names.inside(by))
    sides: list[Side | None] = [getattr(one, by) if one else None for one in seen.by_month]
    lines = tuple(
        Curve(name, say(f"mirror.timeline.{name}"), tuple(_point(side, name) for side in sides))
        for name in ("warmth", "strain")
    )
    svg = curves(
        f"timeline-{by}",
        title,
        _summary(seen, sides, say),
        seen.months,
        lines,
        _marks(seen, by, say),
    )
    head = (
        say("mirror.timeline.month"),
        say("mirror.timeline.warmth"),
        say("mirror.timeline.strain"),
    )
    rows = tuple(
        (month, *(_told(say, side, name) for name in ("warmth", "strain")))
        for month, side in zip(seen.months, sides, strict=True)
    )
    return title, svg, Table(say("mirror.timeline.table"), head, rows)


def _point(side: Side | None, name: str) -> Point | None:
    found = side.measures[name] if side else None
    if found is None or found.per_hundred is None:
        return None
    return Point(found.per_hundred, found.low or 0.0, found.high or 0.0, found.enough)


def _told(say: Say, side: Side | None, name: str) -> str:
    return per_hundred(say, side.measures[name] if side else Rate(0, 0, None, None, None))


def _summary(seen: Mirror, sides: list[Side | None], say: Say) -> str:
    sure = [side for side in sides if side and side.measures["warmth"].enough]
    span = {"first": seen.months[0], "last": seen.months[-1]}
    if not sure:
        return say("mirror.timeline.empty", **span)
    ends = {
        f"{short}_{place}": number(side.measures[name].per_hundred or 0)
        for short, name in (("warm", "warmth"), ("strain", "strain"))
        for place, side in (("first", sure[0]), ("last", sure[-1]))
    }
    return say("mirror.timeline.summary", **span, **ends)


def _marks(seen: Mirror, by: str, say: Say) -> list[Mark]:
    marks = [Mark(_place(seen, turn.day), "turn", "") for turn in seen.turns if turn.by == by]
    if seen.ended and seen.months[0] <= seen.ended[:7] <= seen.months[-1]:
        marks.append(Mark(_place(seen, seen.ended), "break", say("mirror.timeline.break")))
    return marks


def _place(seen: Mirror, day: str) -> float:
    """Where a day lies between the middles of the months."""
    when, first = date.fromisoformat(day), date.fromisoformat(seen.months[0] + "-01")
    months = (when.year - first.year) * 12 + when.month - first.month
    return months + (when.day - 1) / 31 - 0.5

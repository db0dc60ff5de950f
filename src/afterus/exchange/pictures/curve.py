"""Lines over time, each with the band of what chance could do, and gaps where nothing is known."""

from collections.abc import Iterator, Sequence
from math import ceil

import msgspec

from afterus.exchange.pictures.svg import element, path, picture, text

WIDTH, HEIGHT = 360, 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 30, 8, 28, 30


class Point(msgspec.Struct, frozen=True):
    """A value with its band; `sure` is false where it rests on little."""

    value: float
    low: float
    high: float
    sure: bool = True


class Curve(msgspec.Struct, frozen=True):
    """One line: its class name, what it is called, a point or None for each step of time."""

    kind: str
    name: str
    points: tuple[Point | None, ...]


class Mark(msgspec.Struct, frozen=True):
    """An event at a step of time (may lie between two): its class name and its word."""

    at: float
    kind: str
    word: str


def curves(
    name: str,
    title: str,
    summary: str,
    steps: Sequence[str],
    lines: Sequence[Curve],
    marks: Sequence[Mark] = (),
) -> str:
    """The picture. `steps` are the words under the axis, shown where there is room."""
    top = _top(lines)
    parts = [
        *_legend(lines),
        *_axis(top, steps),
        *(part for line in lines for part in _line(line, len(steps), top)),
        *(part for mark in marks for part in _mark(mark, len(steps))),
    ]
    return picture(name, title, summary, WIDTH, HEIGHT, parts)


def _legend(lines: Sequence[Curve]) -> Iterator[str]:
    for place, line in enumerate(lines):
        x = _LEFT + place * 90
        yield element("line", class_=f"line {line.kind}", x1=x, x2=x + 18, y1=10, y2=10)
        yield text(x + 23, 14, line.name, "word")


def _top(lines: Sequence[Curve]) -> float:
    # Bands that rest on little may reach far; the lines are what is to be seen.
    reached = [point.value for line in lines for point in line.points if point]
    sure = [point.high for line in lines for point in line.points if point and point.sure]
    highest = max([*reached, *sure, 1.0])
    step = next(
        size for size in (1, 2, 5, 10, 20, 25, 50, 100) if highest <= size * 4 or size == 100
    )
    return float(ceil(highest / step) * step)


def _x(at: float, steps: int) -> float:
    room = WIDTH - _LEFT - _RIGHT
    return _LEFT + room * (at + 0.5) / max(steps, 1)


def _y(value: float, top: float) -> float:
    room = HEIGHT - _TOP - _BOTTOM
    return _TOP + room * (1 - min(value, top) / top)


def _axis(top: float, steps: Sequence[str]) -> Iterator[str]:
    for share in (0, 0.5, 1):
        y = _y(top * share, top)
        yield element("line", class_="grid", x1=_LEFT, x2=WIDTH - _RIGHT, y1=y, y2=y)
        yield text(_LEFT - 5, y + 4, f"{top * share:g}", "tick", "end")
    each = max(ceil(len(steps) / 5), 1)
    for place in range(0, len(steps), each):
        x = _x(place, len(steps))
        # The last word must not be cut off by the picture's edge.
        yield text(min(x, WIDTH - 24), HEIGHT - 10, steps[place], "tick", "middle")


def _line(line: Curve, steps: int, top: float) -> Iterator[str]:
    for run in _runs(line.points):
        known = [(place, point) for place, point in run]
        upper = [(_x(place, steps), _y(point.high, top)) for place, point in known]
        lower = [(_x(place, steps), _y(point.low, top)) for place, point in reversed(known)]
        middle = [(_x(place, steps), _y(point.value, top)) for place, point in known]
        if len(known) > 1:
            yield element("path", class_=f"band {line.kind}", d=path([*upper, *lower]) + "Z")
            yield element("path", class_=f"line {line.kind}", d=path(middle))
        for (x, y), (_, point) in zip(middle, known, strict=True):
            kind = "dot" if point.sure else "dot unsure"
            yield element("circle", class_=f"{kind} {line.kind}", cx=x, cy=y, r=2.4)


def _runs(points: Sequence[Point | None]) -> Iterator[list[tuple[int, Point]]]:
    """Stretches without a gap: a line must not be drawn over what is not known."""
    run: list[tuple[int, Point]] = []
    for place, point in enumerate(points):
        if point is None:
            if run:
                yield run
            run = []
        else:
            run.append((place, point))
    if run:
        yield run


def _mark(mark: Mark, steps: int) -> Iterator[str]:
    x = _x(mark.at, steps)
    yield element("line", class_=f"mark {mark.kind}", x1=x, x2=x, y1=_TOP, y2=HEIGHT - _BOTTOM)
    side = "end" if x > WIDTH / 2 else "start"
    yield text(x - 4 if side == "end" else x + 4, _TOP + 8, mark.word, f"word {mark.kind}", side)

"""One column for each of a few counts, side by side, with its number on top."""

from collections.abc import Iterator, Sequence

import msgspec

from afterus.exchange.pictures.svg import element, picture, text

WIDTH, HEIGHT = 360, 150
_TOP, _BOTTOM = 20, 26


class Column(msgspec.Struct, frozen=True):
    """What is counted, in a word, and how often."""

    word: str
    times: int


def columns(name: str, title: str, summary: str, counted: Sequence[Column]) -> str:
    """The picture; all columns share one scale that begins at none."""
    most = max([1, *(one.times for one in counted)])
    parts = [
        part for place, one in enumerate(counted) for part in _column(one, place, most, counted)
    ]
    return picture(name, title, summary, WIDTH, HEIGHT, parts)


def _column(one: Column, place: int, most: int, counted: Sequence[Column]) -> Iterator[str]:
    step = WIDTH / len(counted)
    middle = step * (place + 0.5)
    floor = HEIGHT - _BOTTOM
    height = (floor - _TOP) * one.times / most
    x, width = middle - step * 0.36, step * 0.72
    yield element("line", class_="grid", x1=x, x2=x + width, y1=floor, y2=floor)
    if one.times:
        y = floor - height
        yield element("rect", class_="column", x=x, y=y, width=width, height=height, rx=3)
        yield text(middle, y - 5, str(one.times), "tick", "middle")
    yield text(middle, floor + 17, one.word, "tick", "middle")

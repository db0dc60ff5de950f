"""Two bars a row, one for each person, on one scale, with the whisker of what chance could do."""

from collections.abc import Iterator, Sequence
from math import ceil

import msgspec

from afterus.exchange.pictures.svg import element, picture, text

WIDTH = 360
_ROW, _TOP, _LEFT, _RIGHT = 58, 6, 8, 46


class Bar(msgspec.Struct, frozen=True):
    """One row: its words, and for both a value with low and high; None where there is none."""

    word: str
    me: tuple[float, float, float] | None
    them: tuple[float, float, float] | None


def bars(name: str, title: str, summary: str, rows: Sequence[Bar], unit: str = "") -> str:
    """The picture; all rows share one scale."""
    known = [end for row in rows for side in (row.me, row.them) if side for end in side]
    top = float(ceil(max([*known, 1.0])))
    parts = [part for place, row in enumerate(rows) for part in _row(row, place, top, unit)]
    return picture(name, title, summary, WIDTH, _TOP + _ROW * len(rows), parts)


def _row(row: Bar, place: int, top: float, unit: str) -> Iterator[str]:
    y = _TOP + _ROW * place
    yield text(_LEFT, y + 12, row.word, "word")
    for kind, side, drop in (("me", row.me, 18), ("them", row.them, 34)):
        if side is None:
            yield text(_LEFT, y + drop + 10, "–", "tick")
            continue
        value, low, high = (_LEFT + (WIDTH - _LEFT - _RIGHT) * min(one / top, 1) for one in side)
        yield element(
            "rect",
            class_=f"bar {kind}",
            x=_LEFT,
            y=y + drop,
            width=max(value - _LEFT, 1.5),
            height=11,
        )
        middle = y + drop + 5.5
        yield element("line", class_=f"whisker {kind}", x1=low, x2=high, y1=middle, y2=middle)
        yield text(max(value, high) + 5, y + drop + 10, f"{side[0]:g}{unit}", "tick")

"""Two bars a row, one for each person, on one scale, with the whisker of what chance could do."""

from collections.abc import Iterator, Sequence
from math import ceil

import msgspec

from afterus.exchange.pictures.svg import element, picture, text

WIDTH = 360
_ROW, _TOP, _LEFT, _RIGHT, _NAMES, _LONGEST = 58, 6, 8, 46, 24, 20


class Bar(msgspec.Struct, frozen=True):
    """One row: its words, and for both a value with low and high; None where there is none."""

    word: str
    me: tuple[float, float, float] | None
    them: tuple[float, float, float] | None


def bars(
    name: str,
    title: str,
    summary: str,
    rows: Sequence[Bar],
    unit: str = "",
    *,
    names: tuple[str, str] | None = None,
    kinds: tuple[str, str] = ("me", "them"),
) -> str:
    """The picture; all rows share one scale. `names` tells above it which bar is whose.

    `kinds` are the class names of the two: other ones where two times of one person are shown.
    """
    known = [end for row in rows for side in (row.me, row.them) if side for end in side]
    top = float(ceil(max([*known, 1.0])))
    begin = _TOP + (_NAMES if names else 0)
    parts = list(_named(names, kinds)) if names else []
    for place, row in enumerate(rows):
        parts += _row(row, begin + _ROW * place, top, unit, kinds)
    return picture(name, title, summary, WIDTH, begin + _ROW * len(rows), parts)


def _named(names: tuple[str, str], kinds: tuple[str, str]) -> Iterator[str]:
    for name, kind, x in zip(names, kinds, (_LEFT, WIDTH // 2), strict=True):
        yield element("rect", class_=f"bar {kind}", x=x, y=_TOP, width=16, height=11)
        yield text(
            x + 22, _TOP + 10, name if len(name) <= _LONGEST else name[:_LONGEST] + "…", "tick"
        )


def _row(row: Bar, y: int, top: float, unit: str, kinds: tuple[str, str]) -> Iterator[str]:
    yield text(_LEFT, y + 12, row.word, "word")
    for kind, side, drop in zip(kinds, (row.me, row.them), (18, 34), strict=True):
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
        yield text(max(value, high) + 5, y + drop + 10, f"{round(side[0], 1):g}{unit}", "tick")

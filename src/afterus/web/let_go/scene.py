"""Where the boats, lanterns or birds of a celebration are: near at first, far once let go.

Pure; in the units of the picture, 390 wide and 300 high.
"""

from dataclasses import dataclass
from typing import Final, Literal

Shape = Literal["boats", "lanterns", "birds"]
SHAPES: Final[tuple[Shape, ...]] = ("boats", "lanterns", "birds")
MOST: Final = 7

# Left to right in the order in which they go; the far ones gather where the light is.
_NEAR: Final = {
    "boats": ((195, 262), (92, 236), (296, 240), (48, 282), (340, 284), (150, 214), (248, 212)),
    "lanterns": ((195, 206), (96, 190), (292, 196), (44, 226), (344, 222), (146, 160), (246, 158)),
    "birds": ((195, 176), (110, 160), (286, 166), (52, 192), (338, 190), (150, 136), (244, 140)),
}
_FAR: Final = {
    "boats": ((281, 176), (268, 169), (296, 171), (258, 182), (303, 182), (276, 163), (290, 162)),
    "lanterns": ((196, 64), (158, 50), (238, 54), (128, 82), (262, 88), (176, 26), (222, 28)),
    "birds": ((286, 92), (262, 84), (306, 82), (240, 98), (322, 98), (276, 70), (296, 66)),
}
_FAR_SCALE: Final = {"boats": 0.34, "lanterns": 0.4, "birds": 0.45}
_STARS: Final = 46


@dataclass(frozen=True)
class Carrier:
    """One of them; `number` counts from 1, `scale` grows as it comes nearer."""

    number: int
    x: int
    y: int
    scale: float


@dataclass(frozen=True)
class Star:
    """A star; `twin` marks those that glimmer."""

    x: int
    y: int
    r: float
    glimmers: bool


def carriers(shape: Shape, count: int, gone: bool) -> tuple[Carrier, ...]:
    """`count` of them (at most seven), near or gone; the farthest comes first, as it is painted."""
    places = (_FAR if gone else _NEAR)[shape][: min(count, MOST)]
    scale = _FAR_SCALE[shape] if gone else 1.0
    made = [
        Carrier(n, x, y, round(scale * (0.75 + 0.0022 * y), 2))
        for n, (x, y) in enumerate(places, 1)
    ]
    return tuple(sorted(made, key=lambda one: one.y))


def stars() -> tuple[Star, ...]:
    """The same sky each night."""
    return tuple(
        Star((n * 83 + n * n * 7) % 390, (n * 37 + n * n * 3) % 140, 0.5 + n % 3 * 0.3, n % 5 == 0)
        for n in range(_STARS)
    )

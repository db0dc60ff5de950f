"""Counts out of counts, each with what chance alone could have made of it."""

from collections.abc import Sequence
from math import sqrt

import msgspec

_Z = 1.96
ENOUGH = 30


class Rate(msgspec.Struct, frozen=True):
    """`count` out of `of`; `per_hundred` with its 95 % Wilson interval `low` to `high`.

    The three are None where there is nothing to count in. The interval says what chance could do;
    it does not know where the labels err.
    """

    count: int
    of: int
    per_hundred: float | None
    low: float | None
    high: float | None

    @property
    def enough(self) -> bool:
        """Whether it rests on enough messages to say anything by itself."""
        return self.of >= ENOUGH


class Middle(msgspec.Struct, frozen=True):
    """The median of `of` values with the 95 % interval of a median, in minutes; None for none."""

    minutes: float | None
    low: float | None
    high: float | None
    of: int


def rate(count: int, of: int) -> Rate:
    """Wilson's score interval (Wilson 1927), in messages per hundred."""
    if of == 0:
        return Rate(0, 0, None, None, None)
    share, spread = count / of, _Z * _Z / of
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    return Rate(
        count, of, _rounded(share), _rounded(max(middle - half, 0)), _rounded(min(middle + half, 1))
    )


def differ(first: Rate, last: Rate) -> int:
    """-1 where `last` is surely lower than `first`, 1 where surely higher, 0 where chance may do.

    Newcombe's interval for a difference (Newcombe 1998, method 10); 0 too on fewer than 30.
    """
    if not (first.enough and last.enough):
        return 0
    a, b = _parts(first), _parts(last)
    gap = b[0] - a[0]
    low = gap - sqrt((b[0] - b[1]) ** 2 + (a[2] - a[0]) ** 2)
    high = gap + sqrt((b[2] - b[0]) ** 2 + (a[0] - a[1]) ** 2)
    return (low > 0) - (high < 0)


def middle(minutes: Sequence[float]) -> Middle:
    """The median and the order statistics that hold it nineteen times in twenty."""
    values = sorted(minutes)
    many = len(values)
    if many == 0:
        return Middle(None, None, None, 0)
    reach = _Z * sqrt(many) / 2
    low = max(int(many / 2 - reach), 0)
    high = min(int(many / 2 + reach), many - 1)
    half = many // 2
    centre = values[half] if many % 2 else (values[half - 1] + values[half]) / 2
    return Middle(round(centre, 1), round(values[low], 1), round(values[high], 1), many)


def _parts(one: Rate) -> tuple[float, float, float]:
    return one.per_hundred or 0.0, one.low or 0.0, one.high or 0.0


def _rounded(share: float) -> float:
    return round(100 * share, 2)

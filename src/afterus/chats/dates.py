"""Which of three numbers is the day, the month and the year: inferred over a whole chat."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from afterus.chats.chat import Dated, Order

_NUMBER = re.compile(r"\d+")
_ERAS = {"R": 2018, "令和": 2018, "H": 1988, "平成": 1988, "S": 1925, "昭和": 1925}
_ERA = re.compile("(" + "|".join(_ERAS) + r")\s*(\d{1,2}|元)")
_BUDDHIST = range(2500, 2700)
_PERSIAN = range(1380, 1500)
_FEWEST_FOR_SPAN = 3


class Written(msgspec.Struct, frozen=True):
    """A date as three numbers in the order they stand; ``year_at`` where the year is certain."""

    numbers: tuple[int, int, int]
    year_at: int | None = None


def written(text: str) -> Written:
    """The three numbers of a date, eras turned into years. ValueError where there are not three."""
    era = _ERA.search(text)
    if era:
        year = _ERAS[era[1]] + (1 if era[2] == "元" else int(era[2]))
        text = f"{text[: era.start()]}{year}{text[era.end() :]}"
    found = _NUMBER.findall(text)
    if len(found) != 3:
        raise ValueError(text)
    one, two, three = map(int, found)
    long = [place for place, number in enumerate(found) if len(number) == 4]
    return Written((one, two, three), long[0] if long else None)


def day_of(these: Written, order: Order) -> date:
    """The day that this date is in this order. ValueError where there is no such day."""
    one, two, three = these.numbers
    if order == "year_first":
        return _day(one, two, three)
    if order == "month_first":
        return _day(three, one, two)
    return _day(three, two, one)


def _day(year: int, month: int, day: int) -> date:
    if year in _PERSIAN:
        return _from_persian(year, month, day)
    if year in _BUDDHIST:
        year -= 543
    if year < 100:
        # No chat is from 2060 yet: Thai phones write 2565 as 65.
        year += 2000 if year < 60 else 2500 - 543
    return date(year, month, day)


def _from_persian(year: int, month: int, day: int) -> date:
    """The day of the Solar Hijri calendar, by its 33-year cycle: exact for 1343 to 1502 of it."""
    if not (1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        raise ValueError((year, month, day))
    years = year - 1343
    leaps = sum(1 for each in range(1343, year) if (25 * each + 11) % 33 < 8)
    passed = 31 * (month - 1) if month <= 6 else 186 + 30 * (month - 7)
    return date(1964, 3, 21) + timedelta(days=365 * years + leaps + passed + day - 1)


def infer(dates: Sequence[str], day_first: bool | None, *, hint: "Hint | None" = None) -> Dated:
    """How to read these dates, given as they stand in the chat, in its order.

    What a person asked for wins, then what the numbers allow, then what makes time go forward,
    then the shortest span, then the habits of those who write so. Else day first, and ambiguous.
    """
    these = _readable(dates)
    if not these:
        return Dated()
    if any(each.year_at == 0 for each in these):
        return Dated("year_first", "beyond_12")
    fits = [order for order in _orders(these) if _possible(these, order)]
    if day_first is not None and fits != ["year_first"]:
        return Dated("day_first" if day_first else "month_first", "asked")
    if not fits:
        fits = [min(_orders(these), key=lambda order: _impossible(these, order))]
    if len(fits) == 1:
        return Dated(fits[0], "beyond_12")
    return _by_time(these, fits, hint or Hint())


class Hint(msgspec.Struct, frozen=True):
    """Habits seen in the file: what stands between the numbers, and whether it speaks English."""

    slashes: bool = True
    english: bool | None = None
    american: bool = False


def _readable(dates: Sequence[str]) -> list[Written]:
    these: list[Written] = []
    known: dict[str, Written | None] = {}
    before = None
    for text in dates:
        if text == before:
            continue
        before = text
        if text not in known:
            try:
                known[text] = written(text)
            except ValueError:
                known[text] = None
        found = known[text]
        if found is not None:
            these.append(found)
    return these


def _orders(these: list[Written]) -> tuple[Order, ...]:
    if any(each.year_at is not None for each in these):
        return ("day_first", "month_first")
    return ("day_first", "month_first", "year_first")


def _possible(these: list[Written], order: Order) -> bool:
    """Whether nearly every date is one in this order: a damaged line must not turn the rest."""
    bad = _impossible(these, order)
    return bad == 0 or bad * 50 < len(these)


def _impossible(these: list[Written], order: Order) -> int:
    return sum(1 for each in these if not _is_day(each, order))


def _is_day(these: Written, order: Order) -> bool:
    try:
        day_of(these, order)
    except ValueError:
        return False
    return True


def _by_time(these: list[Written], fits: list[Order], hint: Hint) -> Dated:
    scores = {order: _score(these, order) for order in fits}
    backs = {order: score[0] for order, score in scores.items()}
    best = min(fits, key=lambda order: scores[order])
    rest = [order for order in fits if order != best]
    if all(backs[best] < backs[order] for order in rest):
        return Dated(best, "ascending")
    spans = {order: score[1] for order, score in scores.items()}
    enough = len({each.numbers for each in these}) >= _FEWEST_FOR_SPAN
    if enough and all(3 * max(1, spans[best]) < spans[order] for order in rest):
        return Dated(best, "span")
    return _by_habit(best, hint)


def _by_habit(best: Order, hint: Hint) -> Dated:
    if best == "year_first":
        return Dated(best, "guess", ambiguous=True)
    if not hint.slashes:
        return Dated("day_first", "separator")
    if hint.english is False:
        return Dated("day_first", "language")
    return Dated("month_first" if hint.american else "day_first", "guess", ambiguous=True)


def _score(these: list[Written], order: Order) -> tuple[int, int]:
    """(steps back in time, days from the first to the last) in this order."""
    days = [day_of(each, order) for each in these if _is_day(each, order)]
    if not days:
        return len(these), 0
    back = sum(1 for one, other in pairwise(days) if other < one)
    return back, (max(days) - min(days)).days

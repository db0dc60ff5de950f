"""Day and month: what the numbers, the order of time, the span and the habits decide."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterus.chats.clock import time_of_day
from afterus.chats.dates import Hint, day_of, infer, written


@pytest.mark.parametrize(
    ("dates", "order", "why"),
    [
        (["3/27/22", "4/1/22"], "month_first", "beyond_12"),
        (["27/3/2022", "1/4/2022"], "day_first", "beyond_12"),
        (["27/3/22", "1/4/22"], "day_first", "ascending"),
        (["2022-03-04"], "year_first", "beyond_12"),
        # Three days in March, in America: read day first they would span a quarter.
        (["3/9/2022", "3/10/2022", "3/11/2022"], "month_first", "span"),
        (["9/3/2022", "10/3/2022", "11/3/2022"], "day_first", "span"),
        (["5/6/2021", "6/6/2021", "1/7/2021"], "day_first", "ascending"),
        (["6/5/2021", "6/6/2021", "7/1/2021"], "month_first", "ascending"),
        (["22/3/27", "22/3/28", "22/4/1"], "year_first", "beyond_12"),
    ],
)
def test_the_whole_file_decides(dates, order, why):
    found = infer(dates, None)
    assert (found.order, found.ambiguous) == (order, False)
    assert found.why == why or order == "year_first"


def test_what_stays_open_is_a_guess_and_said_to_be_one():
    assert infer(["3/4/2022"], None).ambiguous
    assert infer(["3/4/22"], None, hint=Hint(american=True)).order == "month_first"
    assert infer(["3.4.2022"], None, hint=Hint(slashes=False)).why == "separator"
    assert infer(["3/4/2022"], None, hint=Hint(english=False)).why == "language"
    assert infer(["3/4/2022"], False).order == "month_first"


def test_one_damaged_date_does_not_turn_all_others():
    dates = [f"{day}/{month}/2022" for month in (3, 4, 5) for day in range(13, 29)]
    assert infer([*dates, "3/30/2022"], None).order == "day_first"


@given(
    st.dates(date(2010, 1, 1), date(2030, 1, 1)),
    st.lists(st.integers(0, 40), min_size=30, max_size=60),
    st.sampled_from(["{0.day}/{0.month}/{0.year}", "{0.month}/{0.day}/{0.year}"]),
)
@settings(max_examples=30)
def test_a_chat_of_months_is_never_read_the_wrong_way(start, gaps, form):
    days = [start]
    for gap in gaps:
        days.append(days[-1] + timedelta(days=gap))
    if len(set(days)) < 20:
        return
    texts = [form.format(day) for day in days]
    found = infer(texts, None)
    assert [day_of(written(text), found.order) for text in texts] == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("27/3/2565", date(2022, 3, 27)),
        ("27/3/65", date(2022, 3, 27)),
        ("R4/3/27", date(2022, 3, 27)),
        ("令和4年3月27日", date(2022, 3, 27)),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("1401/1/7", date(2022, 3, 27)),
        ("1399/12/30", date(2021, 3, 20)),
        ("٢٧\u200f/٣\u200f/٢٠٢٢", date(2022, 3, 27)),
    ],
)
def test_other_calendars_and_digits(text, day):
    assert day_of(written(text), infer([text], None).order) == day


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("12:05 AM", "00:05:00"),
        ("12:05 PM", "12:05:00"),
        ("9:46:17\u202fp.\u00a0m.", "21:46:17"),
        ("下午9:46", "21:46:00"),
        ("凌晨2:05", "02:05:00"),
        ("中午12:30", "12:30:00"),
        ("晚上11:05", "23:05:00"),
        ("오전 12:10", "00:10:00"),
        ("٩:٠٥ م", "21:05:00"),
        ("21 h 46", "21:46:00"),
        ("9.46", "09:46:00"),
        ("12:59 AM", "00:59:00"),
    ],
)
def test_the_time_of_day_however_it_is_written(text, clock):
    assert time_of_day(text).isoformat() == clock

"""Days of space are a total that no slip resets; urges show what they have in common."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from afterus.healing import Felt, days_of_space, pattern

SINCE = date(2026, 10, 1)
days = st.integers(0, 90).map(lambda after: SINCE + timedelta(days=after))
slips = st.lists(days, max_size=12)


def test_twelve_days_after_the_last_contact_there_are_twelve_days():
    assert days_of_space(SINCE, date(2026, 10, 13)) == 12


def test_the_day_of_a_slip_adds_none_and_two_slips_of_a_day_are_one_day():
    slip = date(2026, 10, 5)
    assert days_of_space(SINCE, date(2026, 10, 13), [slip, slip]) == 11


def test_a_clock_set_back_gives_no_days_and_no_error():
    assert days_of_space(SINCE, date(2026, 9, 1), [date(2026, 9, 2)]) == 0


@given(slips, days, days)
def test_a_slip_never_lowers_the_total_of_the_day_it_is_told_or_of_any_later_day(told, on, later):
    before = days_of_space(SINCE, on, [day for day in told if day <= on])
    after = [*told, on]
    assert days_of_space(SINCE, on, [day for day in after if day <= on]) == before
    if later >= on:
        assert days_of_space(SINCE, later, [day for day in after if day <= later]) >= before


@given(slips, days)
def test_the_total_only_ever_grows(told, today):
    tomorrow = today + timedelta(days=1)
    assert 0 <= days_of_space(SINCE, tomorrow, told) - days_of_space(SINCE, today, told) <= 1


def felt(day, hour, trigger="alone", strength=3, *helped):
    return Felt(datetime(2026, 10, day, hour, tzinfo=UTC), strength, trigger, helped)


def test_a_pattern_tells_hours_triggers_what_helps_and_weeks():
    urges = [
        felt(1, 23, "alone", 5, "walk"),
        felt(2, 22, "alone", 4, "walk", "call"),
        felt(3, 9, "memory", 1),
        felt(13, 21, "drink", 3, "walk"),
        felt(14, 21, "alone", 2),
    ]
    seen = pattern(urges, date(2026, 10, 14), weeks=2)
    assert seen.enough
    assert seen.hours == (0, 0, 0, 1, 0, 0, 0, 4)
    assert seen.hardest == 21
    assert [(one.what, one.times) for one in seen.triggers] == [
        ("alone", 3),
        ("memory", 1),
        ("drink", 1),
    ]
    assert (seen.helped[0].what, seen.helped[0].times) == ("walk", 3)
    assert [(week.urges, week.strength) for week in seen.weeks] == [(3, 4), (2, 2.5)]


def test_two_hours_that_are_as_hard_name_neither():
    assert pattern([felt(1, 1), felt(1, 9)], date(2026, 10, 2)).hardest is None
    assert pattern([], date(2026, 10, 2)).hardest is None
    assert not pattern([felt(1, 1)] * 4, date(2026, 10, 2)).enough


@given(st.lists(st.tuples(st.integers(1, 28), st.integers(0, 23)), max_size=30))
def test_every_urge_is_counted_once(moments):
    seen = pattern([felt(*moment) for moment in moments], date(2026, 10, 28))
    assert sum(seen.hours) == sum(one.times for one in seen.triggers) == len(moments)
    assert sum(week.urges for week in seen.weeks) == len(moments)

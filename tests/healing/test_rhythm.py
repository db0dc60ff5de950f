"""Days, counted on the calendar."""

from datetime import date

from afterus.healing import days_between, look_again


def test_a_reading_is_looked_at_again_so_many_days_later_across_a_leap_day():
    assert look_again(date(2028, 2, 20), 14) == date(2028, 3, 5)


def test_days_are_counted_by_the_calendar():
    assert days_between(date(2026, 11, 1), date(2026, 11, 24)) == 23


def test_a_clock_set_back_never_gives_days_below_zero():
    assert days_between(date(2026, 11, 24), date(2026, 11, 1)) == 0

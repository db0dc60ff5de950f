"""What changed in a practice, week by week."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from afterus.healing.practice import Went, practice_weeks

BEGUN = date(2026, 10, 1)
logs = st.lists(
    st.builds(
        Went,
        on=st.integers(0, 40).map(lambda after: BEGUN + timedelta(days=after)),
        how=st.sampled_from(["new", "partly", "old"]),
    ),
    max_size=20,
)


def test_each_week_from_the_first_day_is_told_apart():
    came = [Went(BEGUN, "old"), Went(date(2026, 10, 7), "new"), Went(date(2026, 10, 8), "new")]
    first, second = practice_weeks(BEGUN, came, date(2026, 10, 9))
    assert (first.start, first.new, first.old, first.times) == (BEGUN, 1, 1, 2)
    assert (second.start, second.new, second.times) == (date(2026, 10, 8), 1, 1)


def test_a_clock_set_back_leaves_one_week():
    assert len(practice_weeks(BEGUN, [], date(2026, 9, 1))) == 1


@given(logs, st.integers(40, 60))
def test_every_time_is_in_one_week(came, days):
    weeks = practice_weeks(BEGUN, came, BEGUN + timedelta(days=days))
    assert sum(week.times for week in weeks) == len(came)

"""One's own half is worked on in small portions, and not while safety comes first."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from people import alice
from strategies import answers

from afterus.method import parse_answers, reaching, read
from afterus.method.practice import may_dig, may_rehearse, review_due

DAY = date(2026, 11, 20)
WEEK = timedelta(days=7)


def test_a_week_after_beginning_and_after_each_look_back_it_is_time_to_look_back():
    assert not review_due(DAY, [], DAY + timedelta(days=6))
    assert review_due(DAY, [], DAY + WEEK)
    assert not review_due(DAY, [DAY + WEEK], DAY + timedelta(days=13))
    assert review_due(DAY, [DAY + WEEK], DAY + 2 * WEEK)


def test_twice_is_enough_for_a_day_and_the_next_day_begins_anew():
    assert may_rehearse([DAY], DAY)
    assert not may_rehearse([DAY, DAY], DAY)
    assert may_rehearse([DAY, DAY], DAY + timedelta(days=1))


def test_who_broods_much_digs_less():
    assert may_dig([DAY], None, DAY)
    assert not may_dig([DAY, DAY], None, DAY)
    assert may_dig([], 9, DAY)
    assert not may_dig([DAY], 9, DAY)


@given(st.lists(st.just(DAY), max_size=4), st.integers(0, 9))
def test_more_brooding_never_allows_more_digging(written, brooding):
    assert may_dig(written, brooding, DAY) >= may_dig(written, brooding + 1, DAY)


def test_after_a_no_ones_own_half_may_still_be_worked_on():
    said = parse_answers(alice(contact_now="asked_no_contact"))
    assert reaching(read(said), said).work
    assert not reaching(None, None).work


@given(answers)
def test_on_safety_nobody_is_sent_to_work_on_their_part(raw):
    said = parse_answers(raw)
    reading = read(said)
    assert reaching(reading, said).work == (reading.path != "safety")

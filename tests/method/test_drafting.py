"""Which drafts may be looked at, and how long one is held."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st
from people import alice, bob
from strategies import answers

from afterus.method import drafting, hold_until, parse_answers, reaching, read

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=9)


def left_open(raw, said=None, made=None):
    answers = parse_answers(raw)
    return drafting(reaching(read(answers), answers), said, made)


def test_without_a_reading_nothing_is_looked_at():
    assert drafting(reaching(None, None)).closed == "not_read"
    assert drafting(reaching(None, None)).about == ()


def test_who_may_say_it_may_write_it():
    assert left_open(alice(attempts_since="none")).about == ("them", "one_message")
    assert left_open(bob()).about == ("them",)


def test_with_children_the_practical_stays_open_after_the_one_message():
    page = left_open(alice(children=True, contact_now="daily"), said=NOON, made=NOON)
    assert (page.closed, page.about) == ("said", ("practical",))


def test_after_the_one_message_only_a_later_reading_of_an_open_door_lets_more_be_written():
    assert left_open(alice(), said=NOON, made=NOON).closed == "said"
    assert left_open(alice(), said=NOON, made=LATER).about == ("them",)
    assert left_open(bob(), said=NOON, made=LATER).closed == "said"


@given(answers, st.sampled_from([None, NOON]), st.sampled_from([None, NOON, LATER]))
def test_what_is_closed_is_closed_to_every_draft(raw, said, made):
    answers = parse_answers(raw)
    reading = read(answers)
    left = drafting(reaching(reading, answers), said, made)
    refused = answers.contact_now in ("asked_no_contact", "blocked", "court_order")
    if reading.path == "safety" or refused:
        assert left.closed
        assert left.about == ()
    if said:
        assert "one_message" not in left.about
    if left.closed:
        assert "them" not in left.about


@given(st.integers(0, 2_000_000), st.integers(-12, 14))
def test_a_hold_lasts_a_night_and_ends_in_the_morning(minutes, offset):
    now = (NOON + timedelta(minutes=minutes)).astimezone(timezone(timedelta(hours=offset)))
    until = hold_until(now)
    assert timedelta(hours=6) <= until - now < timedelta(hours=30)
    assert (until.hour, until.minute) == (8, 0)
    assert until.utcoffset() == now.utcoffset()

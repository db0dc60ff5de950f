"""A talk: only on repair, to an open door, after the time of space, for who can hear a no."""

from hypothesis import given
from hypothesis import strategies as st
from people import alice, bob
from strategies import answers, findings

from afterus.method import parse_answers, reaching, read
from afterus.method.readiness import Check, door, missing


def the_door(raw, days=40, since_slip=None, found=()):
    said = parse_answers(raw)
    reading = read(said, found)
    return door(reading, reaching(reading, said), days, since_slip), reading


def test_on_repair_to_an_open_door_after_the_time_of_space_it_is_open():
    assert the_door(alice())[0] == "open"
    assert the_door(alice(), days=29)[0] == "too_soon"
    assert the_door(alice(), since_slip=13)[0] == "too_soon"
    assert the_door(alice(), since_slip=14)[0] == "open"
    assert the_door(bob())[0] == "let_go"
    assert door(None, reaching(None, None), 90, None) == "not_read"
    assert the_door(alice(contact_now="asked_no_contact"))[0] == "closed"


@given(answers, findings, st.integers(0, 400), st.none() | st.integers(0, 90))
def test_it_opens_only_on_repair_to_who_is_open_and_never_against_a_no(raw, found, days, slip):
    opened, reading = the_door(raw, days, slip, tuple(found))
    said = parse_answers(raw)
    if opened == "open":
        assert reading.path == "repair"
        assert said.ex.open_to_talk == "yes"
        assert days >= 30
        assert said.contact_now not in ("asked_no_contact", "blocked", "court_order")


@given(
    st.sampled_from(["others", "only_me", "nobody"]),
    st.sampled_from(["own_it", "hear_them", "get_back"]),
    st.sampled_from(["can", "unsure", "cannot"]),
)
def test_who_cannot_hear_a_no_is_never_ready(seen, hope, a_no):
    lacking = missing(Check(seen, hope, a_no))
    assert ("a_no" in lacking) == (a_no != "can")
    if hope == "get_back" or seen == "nobody":
        assert lacking

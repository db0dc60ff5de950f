"""What a slip asks for, and the ways through an urge: no order is softened."""

from hypothesis import given
from hypothesis import strategies as st
from people import alice
from strategies import answers, findings

from afterus.method import parse_answers, reaching, read
from afterus.method.contact import Reaching
from afterus.method.space import WAYS, after_slip, needed_contact, ways


def left_open(raw):
    answers = parse_answers(raw)
    return reaching(read(answers), answers)


def test_after_a_slip_comes_rest_and_after_many_someone_to_talk_to():
    assert after_slip(left_open(alice()), 1) == "rest"
    assert after_slip(left_open(alice()), 3) == "talk"
    assert after_slip(Reaching("not_read"), 1) == "rest"


def test_an_order_and_a_no_come_before_all_else():
    assert after_slip(left_open(alice(contact_now="court_order")), 9) == "order"
    assert after_slip(left_open(alice(contact_now="asked_no_contact")), 1) == "stop"
    assert after_slip(left_open(alice(contact_now="blocked")), 1) == "stop"


def test_with_children_needed_contact_is_kept_apart_unless_contact_is_closed():
    assert needed_contact(left_open(alice(children=True)))
    assert not needed_contact(left_open(alice()))
    assert not needed_contact(left_open(alice(children=True, contact_now="court_order")))
    assert not needed_contact(left_open(alice(children=True, contact_now="asked_no_contact")))


@given(answers, findings, st.integers(0, 20))
def test_where_contact_is_closed_none_is_needed_and_a_slip_is_told_to_stop(raw, found, slips):
    said = parse_answers(raw)
    left = reaching(read(said, found), said)
    if left.closed:
        assert not needed_contact(left)
        assert after_slip(left, slips) in ("order", "stop")


def test_what_helped_most_comes_first():
    assert ways(["walk", "letter", "walk"], frozenset()) == (
        "walk", "letter", "breathing", "grounding",
    )  # fmt: skip


@given(st.lists(st.sampled_from([*WAYS, "waited", "other"])), st.sets(st.sampled_from(WAYS)))
def test_every_way_is_there_once_but_for_what_was_not_prepared(helped, prepared):
    there = ways(helped, frozenset(prepared))
    assert len(there) == len(set(there))
    assert set(WAYS) - set(there) == {"call", "note"} - prepared

"""Which pages of letting go are there, and what may be done with what is left of the two."""

from hypothesis import given, settings
from people import alice, bob, safe
from strategies import answers, findings

from afterus.method import (
    PAGES,
    TRACE_KINDS,
    choices,
    kind_of_safety,
    letting_go,
    parse_answers,
    reaching,
    read,
)


def there_for(raw):
    return letting_go(read(parse_answers(raw)))


def test_without_a_reading_everything_is_there():
    assert letting_go(None).pages == PAGES
    assert letting_go(None).first == "take_with_me"


def test_who_was_not_valued_begins_with_what_they_gave_and_got():
    assert there_for(bob(ex={"valued_me": 1})).first in ("gave_and_got", "not_mine")


def test_on_and_off_is_asked_about_first():
    assert there_for(alice(times_broken_up_before=4)).first == "back"


def test_whoever_is_in_danger_is_not_asked_for_goodbyes_or_to_give_things_away():
    pages = there_for(bob(safety=safe(thoughts_of_suicide="yes"))).pages
    assert not {"goodbye", "traces", "celebrate"} & set(pages)
    assert {"plans", "who_i_am"} <= set(pages)


def test_whoever_did_harm_does_not_weigh_who_got_more():
    pages = there_for(alice(safety=safe(i_hurt_or_threatened_ex=True))).pages
    assert not {"gave_and_got", "not_mine"} & set(pages)
    assert "take_with_me" in pages


@settings(max_examples=60)
@given(answers, findings)
def test_on_safety_nothing_asks_about_going_back_and_what_comes_first_is_always_there(raw, found):
    reading = read(parse_answers(raw), found)
    there = letting_go(reading)
    assert there.first in there.pages
    assert {"plans", "who_i_am"} <= set(there.pages)
    if reading.path == "safety":
        assert "back" not in there.pages
        if kind_of_safety(reading) == "suicide":
            assert "goodbye" not in there.pages


@settings(max_examples=60)
@given(answers)
def test_nothing_is_given_back_to_someone_who_may_not_be_reached(raw):
    parsed = parse_answers(raw)
    reach = reaching(read(parsed), parsed)
    for kind in TRACE_KINDS:
        offered = choices(kind, reach)
        assert len(offered) >= 2
        assert "give_back" not in offered or reach.closed is None

"""What comes before the next question, in the right words, and only once."""

import pytest

from afterus.safety import Finding
from afterus.web.understand.care import Gate, gate, needs, seen_with


def finding(kind: str = "abuse", by: str = "ex", reply: str | None = None) -> Finding:
    return Finding(kind, by, "underneath", "words", 0, 5, reply)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("safety", "words"),
    [
        ({"afraid_of_ex": True}, "harmed"),
        ({"ex_hurt_or_threatened_me": True}, "harmed"),
        ({"i_hurt_or_threatened_ex": True}, "harming"),
        ({"i_check_or_follow_ex": True}, "harming"),
        ({"afraid_of_ex": True, "i_check_or_follow_ex": True}, "both"),
        ({"thoughts_of_suicide": "passing"}, "suicide"),
        ({"thoughts_of_suicide": "yes", "afraid_of_ex": True}, "suicide"),
    ],
)
def test_care_comes_first_in_the_right_words(safety: dict, words: str) -> None:
    assert gate({"safety": safety}, (), (), 0) == Gate("care", words)


def test_after_help_against_suicide_comes_help_against_harm() -> None:
    answers = {"safety": {"thoughts_of_suicide": "yes", "afraid_of_ex": True}}
    assert gate(answers, (), seen_with("suicide"), 0) == Gate("care", "harmed")


def test_care_seen_once_does_not_come_again() -> None:
    answers = {"safety": {"afraid_of_ex": True, "i_hurt_or_threatened_ex": True}}
    assert gate(answers, (), seen_with("both"), 0) is None


def test_harm_on_both_sides_is_said_when_the_second_side_appears() -> None:
    answers = {"safety": {"afraid_of_ex": True, "i_hurt_or_threatened_ex": True}}
    assert gate(answers, (), seen_with("harmed"), 0) == Gate("care", "both")


def test_answers_without_danger_stop_nobody() -> None:
    answers = {"safety": {"afraid_of_ex": False, "thoughts_of_suicide": "no"}, "brooding": 6}
    assert gate(answers, (), (), 24) is None


def test_what_was_written_is_asked_about_before_anything_is_made_of_it() -> None:
    found = finding()
    assert needs({}, [found]) == frozenset()
    assert gate({}, (found,), (), 0) == Gate("check", found.id)


@pytest.mark.parametrize("reply", ["meant", "unsure"])
def test_a_finding_let_stand_leads_to_help(reply: str) -> None:
    assert gate({}, (finding(reply=reply),), (), 0) == Gate("care", "harmed")
    assert gate({}, (finding("stalking", "me", reply),), (), 0) == Gate("care", "harming")
    assert gate({}, (finding("suicide", "me", reply),), (), 0) == Gate("care", "suicide")


def test_not_what_i_meant_is_respected() -> None:
    assert gate({}, (finding(reply="not_meant"),), (), 0) is None


def test_much_brooding_or_a_long_sitting_leads_once_to_an_offer_to_rest() -> None:
    assert gate({"brooding": 7}, (), (), 0) == Gate("rest", "brooding")
    assert gate({"brooding": 7}, (), ("brooding",), 0) is None
    assert gate({}, (), (), 25) == Gate("rest", "long")
    assert gate({}, (), ("long",), 90) is None

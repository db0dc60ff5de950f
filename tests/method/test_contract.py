"""What counts as an answer, and what is said when it is not one."""

import pytest
from people import alice

from afterus.method import AnswersError, free_texts, parse_answers, to_raw, with_changes


@pytest.mark.parametrize(
    ("raw", "key", "words"),
    [
        ({"ex": {"valued_me": 11}}, "ex.valued_me", "a whole number from 0 to 10"),
        ({"ex": {"valued_me": True}}, "ex.valued_me", "a whole number from 0 to 10"),
        ({"ended_days_ago": -1}, "ended_days_ago", "a whole number, 0 or more"),
        ({"ended_by": "dog"}, "ended_by", "one of both, ex, me"),
        ({"acceptence": 3}, "acceptence", "Did you mean acceptance?"),
        ({"ex": {"colour": "red"}}, "ex.colour", "not an answer the contract knows"),
        ({"behaviours": {"accusing": {"how_often": "x"}}}, "behaviours.accusing.how_often", "one"),
        ({"fears": ["loss", "dogs"]}, "fears", "a list"),
        ({"children": "yes"}, "children", "true or false"),
    ],
)
def test_a_value_outside_the_contract_gets_one_error_that_names_its_key(raw, key, words):
    with pytest.raises(AnswersError) as error:
        parse_answers(raw)
    assert error.value.key == key
    assert words in str(error.value)


def test_answers_that_are_no_object_are_refused():
    with pytest.raises(AnswersError, match="expected an object"):
        parse_answers([1, 2])


def test_null_is_not_said():
    assert parse_answers({"acceptance": None, "ex": None}) == parse_answers({})


def test_answers_come_back_as_they_were_said():
    raw = alice(insecurities=["my body", {"text": "my words", "fears": ["loss"]}])
    assert parse_answers(to_raw(parse_answers(raw))) == parse_answers(raw)


def test_a_change_reaches_an_answer_not_said_before():
    changed = with_changes(parse_answers({}), {"ex.contempt": "often"})
    assert changed == parse_answers({"ex": {"contempt": "often"}})


def test_every_free_text_is_handed_to_screening():
    raw = {
        "contact_in_their_words": "a",
        "harm_example": "b",
        "underneath": "c",
        "ex": {"reason_given": "d"},
        "drift": {"showed_early": "e", "showed_late": "f"},
        "examples": {"accusing": "g", "arguing": " "},
        "insecurities": ["h", {"text": "i", "fears": ["loss"]}],
        "other": {"name": "j"},
    }
    assert set(free_texts(parse_answers(raw)).values()) == set("abcdefghij")

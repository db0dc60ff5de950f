"""What is typed becomes answers, and answers fill the form again, without loss."""

import pytest
from hypothesis import given
from reflecting import typed_steps

from afterus.content import Choice, Field, Step
from afterus.method import parse_answers
from afterus.web.understand.answers import drop, look, put, put_all
from afterus.web.understand.typed import as_typed, read_step, texts_of


def step_of(key: str, kind: str, *values: str) -> Step:
    options = tuple(Choice(value, value) for value in values)
    field = Field(key, kind, key, options)  # type: ignore[arg-type]
    return Step(id="one", section="s", title="t", lead="l", fields=(field,))


@given(typed_steps())
def test_what_was_typed_fills_the_form_again_as_it_was(drawn: tuple) -> None:
    step, sent = drawn
    said = read_step(step, sent)
    assert not said.problems
    again = read_step(step, as_typed(step, put_all({}, said.values)))
    assert put_all({}, again.values) == put_all({}, said.values)


@given(typed_steps())
def test_everything_a_form_gives_keeps_the_contract(drawn: tuple) -> None:
    step, sent = drawn
    parse_answers(put_all({}, read_step(step, sent).values))


def test_an_empty_form_says_nothing_and_never_zero() -> None:
    for kind in ("scale", "number", "days", "months", "text", "choice", "many"):
        said = read_step(step_of("one", kind, "a"), {})
        assert said.values == {"one": None}
        assert not said.anything


def test_none_of_these_is_an_answer_and_nothing_ticked_is_not() -> None:
    step = step_of("fears", "many", "loss")
    assert read_step(step, {"fears.none_of_these": ["yes"]}).values == {"fears": []}
    assert read_step(step, {}).values == {"fears": None}


@pytest.mark.parametrize(
    ("kind", "value", "problem"),
    [
        ("scale", "11", "not_a_choice"),
        ("scale", "-1", "not_a_number"),
        ("number", "many", "not_a_number"),
        ("number", "²", "not_a_number"),
        ("days", "1e9", "not_a_number"),
        ("choice", "other", "not_a_choice"),
        ("many", "other", "not_a_choice"),
        ("text", "x" * 20_001, "too_long"),
    ],
)
def test_what_cannot_be_an_answer_is_named_and_not_kept(
    kind: str, value: str, problem: str
) -> None:
    said = read_step(step_of("one", kind, "a"), {"one": [value]})
    assert said.problems == {"one": problem}
    assert "one" not in said.values


def test_weeks_become_days_and_years_become_months() -> None:
    days = read_step(
        step_of("ended_days_ago", "days"),
        {"ended_days_ago": ["3"], "ended_days_ago.unit": ["weeks"]},
    )
    assert days.values == {"ended_days_ago": 21}
    months = read_step(step_of("m", "months"), {"m.years": ["2"], "m.months": ["3"]})
    assert months.values == {"m": 27}


def test_an_insecurity_keeps_the_fears_it_goes_with() -> None:
    step = step_of("insecurities", "insecurities", "loss", "alone")
    said = read_step(
        step,
        {
            "insecurities.0.text": ["I am boring"],
            "insecurities.0.fears": ["loss"],
            "insecurities.2.text": ["I talk too much"],
        },
    )
    assert said.values["insecurities"] == [
        {"text": "I am boring", "fears": ["loss"]},
        "I talk too much",
    ]


def test_of_a_skipped_step_the_words_are_kept_and_the_choices_are_not() -> None:
    fields = (Field("a", "choice", "a", (Choice("x", "x"),)), Field("b", "text", "b"))
    step = Step(id="one", section="s", title="t", lead="l", fields=fields)
    said = read_step(step, {"a": ["x"], "b": ["a long evening"]})
    assert texts_of(step, said) == {"b": "a long evening"}


def test_taking_an_answer_out_takes_out_the_group_it_leaves_empty() -> None:
    answers = put({}, "ex.lied", "no")
    assert look(answers, "ex.lied") == "no"
    assert drop(answers, ["ex.lied"]) == {}
    assert look({"insecurities": [{"text": "x"}]}, "insecurities.0.text") == "x"

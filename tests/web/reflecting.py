"""Answers to test the reflection's pages with: drawn at random, and four people's own."""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from afterus.content import Field, Step, load
from afterus.web.understand import typed
from afterus.web.understand.answers import put_all

STEPS = {step.id: step for section in load("en").reflection for step in section.steps}

_words = st.text("abc é\n'<&", max_size=12)
_counts = st.integers(0, 400).map(str)


def typed_field(field: Field) -> st.SearchStrategy[dict[str, list[str]]]:
    """What a browser may send for this field, left empty or filled in rightly."""
    options = [typed.sent(option.value) for option in typed.options_of(field)]
    one = st.sampled_from(["", *options]).map(lambda value: [value])
    key = field.key
    match field.kind:
        case "choice" | "yes_no":
            return st.fixed_dictionaries({key: one})
        case "many":
            some = st.lists(st.sampled_from(options), unique=True)
            none = st.sampled_from([[], ["yes"]])
            return st.fixed_dictionaries({key: some, f"{key}.{typed.NONE_OF_THESE}": none})
        case "scale":
            return st.fixed_dictionaries({key: st.integers(0, 10).map(lambda n: [str(n)])})
        case "number":
            return st.fixed_dictionaries({key: _counts.map(lambda n: [n])})
        case "months":
            counts = _counts.map(lambda n: [n])
            return st.fixed_dictionaries({f"{key}.years": counts, f"{key}.months": counts})
        case "days":
            unit = st.sampled_from(list(typed.DAYS_IN)).map(lambda name: [name])
            return st.fixed_dictionaries({key: _counts.map(lambda n: [n]), f"{key}.unit": unit})
        case "text":
            return st.fixed_dictionaries({key: _words.map(lambda text: [text])})
        case "rows":
            return st.fixed_dictionaries(dict.fromkeys(typed.row_keys(field), one))
        case "insecurities":
            fears = st.lists(st.sampled_from(options), unique=True) if options else st.just([])
            parts = {f"{key}.{n}.text": _words.map(lambda text: [text]) for n in range(3)}
            return st.fixed_dictionaries(parts | {f"{key}.{n}.fears": fears for n in range(3)})
        case _:
            pronouns = st.sampled_from(["", "he", "she", "they"]).map(lambda value: [value])
            names = {f"{key}.name": _words.map(lambda text: [text]), f"{key}.pronouns": pronouns}
            return st.fixed_dictionaries(names)


@st.composite
def typed_steps(draw: st.DrawFn) -> tuple[Step, dict[str, list[str]]]:
    """A step and what may be typed into its form."""
    step = STEPS[draw(st.sampled_from(list(STEPS)))]
    sent: dict[str, list[str]] = {}
    for field in step.fields:
        sent.update(draw(typed_field(field)))
    return step, sent


@st.composite
def raw_answers(draw: st.DrawFn) -> dict[str, object]:
    """Answers as some steps' forms leave them, the other steps not said."""
    answers: dict[str, object] = {}
    for step_id in draw(st.lists(st.sampled_from(list(STEPS)), unique=True, max_size=12)):
        for field in STEPS[step_id].fields:
            said = typed.read_step(STEPS[step_id], draw(typed_field(field)))
            values = {key: value for key, value in said.values.items() if key.startswith(field.key)}
            answers = put_all(answers, values)
    return answers


def form_of(step_id: str, answers: Mapping[str, Any]) -> dict[str, list[str]]:
    """What a browser sends when this step is filled in with these answers."""
    return typed.as_typed(STEPS[step_id], answers)

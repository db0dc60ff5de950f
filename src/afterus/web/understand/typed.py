"""What is typed into a step's form, turned into answers, and answers turned back.

Pure: a form is a mapping of input names to the values sent, as a browser sends them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from afterus.content import Choice, Field, Step
from afterus.web.understand.answers import Answers, look

Typed = Mapping[str, list[str]]

MOST_INSECURITIES = 8
LONGEST_TEXT = 20_000
DAYS_IN = {"days": 1, "weeks": 7, "months": 30, "years": 365}
NONE_OF_THESE = "none_of_these"


@dataclass(frozen=True)
class Said:
    """What a step's form says: a value for each answer (None: not said), a problem by field."""

    values: dict[str, object] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)

    @property
    def anything(self) -> bool:
        """Whether anything at all was said or tried."""
        return bool(self.problems) or any(value is not None for value in self.values.values())


class Unusable(ValueError):
    """What was typed cannot be an answer; the message is the key of the sentence that says so."""


def read_step(step: Step, typed: Typed) -> Said:
    """All that was typed into this step's form."""
    values: dict[str, object] = {}
    problems: dict[str, str] = {}
    for one in step.fields:
        try:
            values.update(_READ[one.kind](one, typed))
        except Unusable as problem:
            problems[one.key] = str(problem)
    return Said(values, problems)


def texts_of(step: Step, said: Said) -> dict[str, object]:
    """Of what was said, the free texts alone: these are kept when a step is skipped."""
    return {
        one.key: said.values[one.key]
        for one in step.fields
        if one.kind == "text" and said.values.get(one.key) is not None
    }


def as_typed(step: Step, answers: Answers) -> dict[str, list[str]]:
    """These answers as this step's form would send them: `read_step` gives them back."""
    typed: dict[str, list[str]] = {}
    for one in step.fields:
        typed.update(_TYPED[one.kind](one, answers))
    return typed


def sent(value: str | bool | int) -> str:
    """How a form sends a choice's value."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def options_of(one: Field) -> tuple[Choice, ...]:
    """A field's choices; a plain yes or no where none are given."""
    if one.kind == "yes_no" and not one.options:
        return (Choice(True, ""), Choice(False, ""))
    return one.options


def row_keys(one: Field) -> tuple[str, ...]:
    """The answer keys of a table's rows: how often, for each of the five behaviours."""
    names = ("accusing", "holding_back", "demanding", "arguing", "overcomplicating")
    return tuple(f"{one.key}.{name}.how_often" for name in names)


def _first(typed: Typed, name: str) -> str:
    return next(iter(typed.get(name, [])), "").strip()


def _chosen(options: tuple[Choice, ...], sent_value: str) -> object:
    if not sent_value:
        return None
    for option in options:
        if sent(option.value) == sent_value:
            return option.value
    raise Unusable("not_a_choice")


def _whole(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 8):
        raise Unusable("not_a_number")
    return int(text)


def _read_choice(one: Field, typed: Typed) -> dict[str, object]:
    return {one.key: _chosen(options_of(one), _first(typed, one.key))}


def _read_many(one: Field, typed: Typed) -> dict[str, object]:
    ticked = [_chosen(one.options, value) for value in typed.get(one.key, []) if value]
    none = _first(typed, f"{one.key}.{NONE_OF_THESE}")
    return {one.key: ticked or ([] if none else None)}


def _read_scale(one: Field, typed: Typed) -> dict[str, object]:
    value = _whole(_first(typed, one.key))
    if value is not None and value > 10:
        raise Unusable("not_a_choice")
    return {one.key: value}


def _read_number(one: Field, typed: Typed) -> dict[str, object]:
    return {one.key: _whole(_first(typed, one.key))}


def _read_months(one: Field, typed: Typed) -> dict[str, object]:
    years = _whole(_first(typed, f"{one.key}.years"))
    months = _whole(_first(typed, f"{one.key}.months"))
    said = years is not None or months is not None
    return {one.key: (years or 0) * 12 + (months or 0) if said else None}


def _read_days(one: Field, typed: Typed) -> dict[str, object]:
    count = _whole(_first(typed, one.key))
    unit = DAYS_IN.get(_first(typed, f"{one.key}.unit") or "days")
    if unit is None:
        raise Unusable("not_a_choice")
    return {one.key: None if count is None else count * unit}


def _read_text(one: Field, typed: Typed) -> dict[str, object]:
    text = _first(typed, one.key).replace("\r\n", "\n")
    if len(text) > LONGEST_TEXT:
        raise Unusable("too_long")
    return {one.key: text or None}


def _read_rows(one: Field, typed: Typed) -> dict[str, object]:
    return {key: _chosen(one.options, _first(typed, key)) for key in row_keys(one)}


def _read_insecurities(one: Field, typed: Typed) -> dict[str, object]:
    items: list[object] = []
    for place in range(MOST_INSECURITIES):
        text = _first(typed, f"{one.key}.{place}.text")
        fears = [_chosen(one.options, v) for v in typed.get(f"{one.key}.{place}.fears", []) if v]
        if text:
            items.append({"text": text, "fears": fears} if fears else text)
    return {one.key: items or None}


def _read_person(one: Field, typed: Typed) -> dict[str, object]:
    pronouns = _first(typed, f"{one.key}.pronouns")
    if pronouns not in ("", "he", "she", "they"):
        raise Unusable("not_a_choice")
    name = _first(typed, f"{one.key}.name")
    if len(name) > 60:
        raise Unusable("too_long")
    return {f"{one.key}.name": name or None, f"{one.key}.pronouns": pronouns or None}


def _one_typed(one: Field, answers: Answers) -> dict[str, list[str]]:
    value = look(answers, one.key)
    return {one.key: [sent(value)]} if isinstance(value, str | bool | int) else {}


def _many_typed(one: Field, answers: Answers) -> dict[str, list[str]]:
    value = look(answers, one.key)
    if not isinstance(value, list | tuple):
        return {}
    ticked = [sent(item) for item in value]
    return {one.key: ticked} if ticked else {f"{one.key}.{NONE_OF_THESE}": ["yes"]}


def _months_typed(one: Field, answers: Answers) -> dict[str, list[str]]:
    value = look(answers, one.key)
    if not isinstance(value, int):
        return {}
    return {f"{one.key}.years": [str(value // 12)], f"{one.key}.months": [str(value % 12)]}


def _rows_typed(one: Field, answers: Answers) -> dict[str, list[str]]:
    said = {key: look(answers, key) for key in row_keys(one)}
    return {key: [value] for key, value in said.items() if isinstance(value, str)}


def _insecurities_typed(one: Field, answers: Answers) -> dict[str, list[str]]:
    typed: dict[str, list[str]] = {}
    value = look(answers, one.key)
    for place, item in enumerate(value if isinstance(value, list | tuple) else ()):
        text, fears = (item["text"], item["fears"]) if isinstance(item, Mapping) else (item, [])
        typed[f"{one.key}.{place}.text"] = [str(text)]
        typed[f"{one.key}.{place}.fears"] = [str(fear) for fear in fears]
    return typed


def _person_typed(one: Field, answers: Answers) -> dict[str, list[str]]:
    names = (f"{one.key}.name", f"{one.key}.pronouns")
    return {name: [str(look(answers, name))] for name in names if look(answers, name)}


_READ: dict[str, Callable[[Field, Typed], dict[str, object]]] = {
    "choice": _read_choice,
    "yes_no": _read_choice,
    "many": _read_many,
    "scale": _read_scale,
    "number": _read_number,
    "months": _read_months,
    "days": _read_days,
    "text": _read_text,
    "rows": _read_rows,
    "insecurities": _read_insecurities,
    "person": _read_person,
}

_TYPED: dict[str, Callable[[Field, Answers], dict[str, list[str]]]] = {
    "choice": _one_typed,
    "yes_no": _one_typed,
    "many": _many_typed,
    "scale": _one_typed,
    "number": _one_typed,
    "months": _months_typed,
    "days": _one_typed,
    "text": _one_typed,
    "rows": _rows_typed,
    "insecurities": _insecurities_typed,
    "person": _person_typed,
}

"""A step's fields as its form shows them: labels said, what was typed or answered filled in."""

from dataclasses import dataclass, field

from afterus.content import Choice, Field, Step
from afterus.web.understand.typed import (
    DAYS_IN,
    MOST_INSECURITIES,
    NONE_OF_THESE,
    Typed,
    options_of,
    row_keys,
    sent,
)
from afterus.web.understand.words import Words

EMPTY_INSECURITIES = 2


@dataclass(frozen=True)
class OptionView:
    """One choice: the input's name and value, and whether it is ticked."""

    name: str
    value: str
    label: str
    hint: str = ""
    ticked: bool = False


@dataclass(frozen=True)
class InputView:
    """One line or box to write in, with the choices that belong to it."""

    name: str
    value: str
    label: str = ""
    options: tuple[OptionView, ...] = ()


@dataclass(frozen=True)
class FieldView:
    """One field of the form. `wrong` is the key of the sentence about what was typed, or ""."""

    key: str
    kind: str
    label: str
    hint: str
    low: str = ""
    high: str = ""
    wrong: str = ""
    options: tuple[OptionView, ...] = ()
    inputs: tuple[InputView, ...] = field(default=())

    @property
    def template(self) -> str:
        """The partial that draws this kind of field."""
        shared = {"yes_no": "choice"}
        return f"understand/fields/{shared.get(self.kind, self.kind)}.html"

    @property
    def id(self) -> str:
        """The id its parts are named after."""
        return self.key.replace(".", "-")


def field_views(
    step: Step, typed: Typed, problems: dict[str, str], words: Words
) -> tuple[FieldView, ...]:
    """The fields of a step, filled in with what was typed."""
    return tuple(_view(one, typed, problems.get(one.key, ""), words) for one in step.fields)


def _view(one: Field, typed: Typed, problem: str, words: Words) -> FieldView:
    return FieldView(
        key=one.key,
        kind=one.kind,
        label=words.text(one.label),
        hint=words.text(one.hint),
        low=words.text(one.low),
        high=words.text(one.high),
        wrong=f"understand.wrong.{problem}" if problem else "",
        options=_options(one, typed, words),
        inputs=_inputs(one, typed, words),
    )


def _options(one: Field, typed: Typed, words: Words) -> tuple[OptionView, ...]:
    if one.kind in ("choice", "yes_no", "many"):
        found = _choices(one.key, options_of(one), typed, words)
        if one.kind == "many":
            name = f"{one.key}.{NONE_OF_THESE}"
            label = words.say("understand.answer.none_of_these")
            found += (OptionView(name, "yes", label, "", bool(typed.get(name))),)
        return found
    if one.kind == "scale":
        given = _first(typed, one.key)
        return tuple(OptionView(one.key, str(n), str(n), "", given == str(n)) for n in range(11))
    if one.kind == "days":
        name = f"{one.key}.unit"
        given = _first(typed, name) or "days"
        return tuple(
            OptionView(name, unit, words.say(f"understand.unit.{unit}"), "", unit == given)
            for unit in DAYS_IN
        )
    return ()


def _choices(
    name: str, options: tuple[Choice, ...], typed: Typed, words: Words
) -> tuple[OptionView, ...]:
    ticked = typed.get(name, [])
    return tuple(
        OptionView(
            name=name,
            value=sent(option.value),
            label=words.text(option.label) or words.value("", option.value),
            hint=words.text(option.hint),
            ticked=sent(option.value) in ticked,
        )
        for option in options
    )


def _inputs(one: Field, typed: Typed, words: Words) -> tuple[InputView, ...]:
    if one.kind in ("text", "number", "days"):
        return (InputView(one.key, _first(typed, one.key)),)
    if one.kind == "months":
        names = ((f"{one.key}.{unit}", f"understand.unit.{unit}") for unit in ("years", "months"))
        return tuple(InputView(name, _first(typed, name), words.say(key)) for name, key in names)
    if one.kind == "rows":
        return tuple(_row(one, key, typed, words) for key in row_keys(one))
    if one.kind == "insecurities":
        return _insecurities(one, typed, words)
    if one.kind == "person":
        name, options = (
            f"{one.key}.name",
            _choices(f"{one.key}.pronouns", one.options, typed, words),
        )
        return (InputView(name, _first(typed, name), words.text(one.label), options),)
    return ()


def _row(one: Field, key: str, typed: Typed, words: Words) -> InputView:
    label = words.say(f"understand.behaviour.{key.split('.')[1]}")
    return InputView(key, "", label, _choices(key, one.options, typed, words))


def _insecurities(one: Field, typed: Typed, words: Words) -> tuple[InputView, ...]:
    texts = [_first(typed, f"{one.key}.{n}.text") for n in range(MOST_INSECURITIES)]
    written = max((n + 1 for n, text in enumerate(texts) if text), default=0)
    return tuple(
        InputView(
            name=f"{one.key}.{n}.text",
            value=texts[n],
            label=words.say("understand.step.insecurity", place=n + 1),
            options=_choices(f"{one.key}.{n}.fears", one.options, typed, words),
        )
        for n in range(min(written + EMPTY_INSECURITIES, MOST_INSECURITIES))
    )


def _first(typed: Typed, name: str) -> str:
    return next(iter(typed.get(name, [])), "")

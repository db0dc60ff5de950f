"""Answers checked against the contract, read by dotted key, and told from the other side."""

import difflib
import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, cast

import msgspec
from msgspec import inspect
from msgspec.structs import replace

from afterus.method.contract import Answers, Ex, Insecurity, Mine

_AT = re.compile(r" - at `\$\.?(?P<path>[^`]*)`$")
_Group = TypeVar("_Group", Ex, Mine)
_Word = TypeVar("_Word", bound=str)
_UNKNOWN = re.compile(r"unknown field `(?P<name>[^`]*)`")


class AnswersError(ValueError):
    """An answer outside the contract. ``key`` is its dotted name, ``""`` for the whole."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(f"{key}: {message}" if key else message)
        self.key = key


def parse_answers(raw: Mapping[str, object]) -> Answers:
    """Check ``raw`` against the contract; ``null`` is "not said". Raises :class:`AnswersError`."""
    try:
        return _canonical(msgspec.convert(raw, Answers))
    except msgspec.ValidationError as error:
        raise _named(str(error)) from None


def to_raw(answers: Answers) -> dict[str, Any]:
    """The answers as plain JSON values, without those not said."""
    return cast(dict[str, Any], msgspec.to_builtins(answers))


def value_at(answers: Answers, key: str) -> Any:
    """The answer at a dotted key such as ``ex.contempt``; ``None`` when it was not said."""
    value: Any = answers
    for name in key.split("."):
        if value is None:
            return None
        value = getattr(value, name)
    return value


def with_changes(answers: Answers, changes: Mapping[str, Any]) -> Answers:
    """The same answers with other values at the given dotted keys. Raises :class:`AnswersError`."""
    raw = to_raw(answers)
    for key, value in changes.items():
        *groups, last = key.split(".")
        place = raw
        for name in groups:
            place = place.setdefault(name, {})
        place[last] = value
    return parse_answers(raw)


def free_texts(answers: Answers) -> dict[str, str]:
    """Every free text that was written, by dotted key: what is to be screened before a reading."""
    return {key: text for key, text in _texts(answers) if text and text.strip()}


def exchange(answers: Answers) -> Answers:
    """The answers told from the other side: who did what changes places, the rest stays."""
    ex, mine = answers.ex or Ex(), answers.mine or Mine()
    safety, control = answers.safety, answers.control
    return replace(
        answers,
        behaviours=answers.their_behaviours,
        their_behaviours=answers.behaviours,
        ended_by={"ex": "me", "me": "ex", "both": "both", None: None}[answers.ended_by],
        safety=safety
        and replace(
            safety,
            ex_hurt_or_threatened_me=safety.i_hurt_or_threatened_ex,
            i_hurt_or_threatened_ex=safety.ex_hurt_or_threatened_me,
        ),
        control=control and replace(control, by_ex=control.by_me, by_me=control.by_ex),
        ex=_unless_empty(
            replace(
                ex,
                cheated=mine.cheated,
                lied=mine.lied,
                contempt=mine.contempt,
                valued_me=mine.valued_them,
                available=mine.available,
            )
        ),
        mine=_unless_empty(
            Mine(
                cheated=ex.cheated,
                lied=ex.lied,
                contempt=ex.contempt,
                valued_them=ex.valued_me,
                available=ex.available,
            )
        ),
    )


def _unless_empty(group: _Group) -> _Group | None:
    return None if group == type(group)() else group


def _texts(answers: Answers) -> Iterator[tuple[str, str | None]]:
    for key in (
        "contact_in_their_words",
        "harm_example",
        "underneath",
        "ex.reason_given",
        "drift.showed_early",
        "drift.showed_late",
        "examples.accusing",
        "examples.holding_back",
        "examples.demanding",
        "examples.arguing",
        "examples.overcomplicating",
        "other.name",
    ):
        yield key, value_at(answers, key)
    for number, item in enumerate(answers.insecurities or ()):
        yield f"insecurities.{number}", item if isinstance(item, str) else item.text


def _canonical(answers: Answers) -> Answers:
    """One order for every list, so that the order in which things were said never matters."""
    control = answers.control
    return replace(
        answers,
        fears=_as_set(answers.fears),
        motive=_as_set(answers.motive),
        work_done=_as_set(answers.work_done),
        insecurities=_sorted_insecurities(answers.insecurities),
        control=control
        and replace(control, by_ex=_as_set(control.by_ex), by_me=_as_set(control.by_me)),
    )


def _as_set(values: tuple[_Word, ...] | None) -> tuple[_Word, ...] | None:
    return None if values is None else tuple(sorted(set(values)))


def _sorted_insecurities(
    items: tuple[str | Insecurity, ...] | None,
) -> tuple[str | Insecurity, ...] | None:
    if items is None:
        return None
    tidy = [i if isinstance(i, str) else replace(i, fears=_as_set(i.fears) or ()) for i in items]
    return tuple(sorted(tidy, key=lambda i: (i,) if isinstance(i, str) else (i.text, *i.fears)))


def _named(message: str) -> AnswersError:
    """msgspec's sentence, turned into one that names the key as the contract writes it."""
    at = _AT.search(message)
    path = re.sub(r"\[(\d+|\.\.\.)\]", "", at["path"]) if at else ""
    unknown = _UNKNOWN.search(message)
    if unknown:
        name = unknown["name"]
        near = difflib.get_close_matches(name, Answers.__struct_fields__, n=1)
        hint = f" Did you mean {near[0]}?" if near and not path else ""
        key = f"{path}.{name}" if path else name
        return AnswersError(key, f"this is not an answer the contract knows.{hint}")
    return AnswersError(path, f"expected {describe(path)}.")


def describe(key: str) -> str:
    """The values that the contract allows at a dotted key, in words."""
    kind = inspect.type_info(Answers)
    for name in key.split(".") if key else ():
        if isinstance(kind, inspect.StructType):
            field = next(field for field in kind.fields if field.encode_name == name)
            kind = _said(field.type)
    return _in_words(kind)


def _said(kind: inspect.Type) -> inspect.Type:
    if isinstance(kind, inspect.UnionType):
        said = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
        return said[0] if len(said) == 1 else kind
    return kind


def _in_words(kind: inspect.Type) -> str:
    match kind:
        case inspect.LiteralType():
            return "one of " + ", ".join(map(str, kind.values))
        case inspect.IntType(ge=0, le=10):
            return "a whole number from 0 to 10"
        case inspect.IntType():
            return "a whole number, 0 or more"
        case inspect.BoolType():
            return "true or false"
        case inspect.VarTupleType():
            return f"a list, each item {_in_words(_said(kind.item_type))}"
        case inspect.StructType():
            names = ", ".join(field.encode_name for field in kind.fields)
            return f"an object with any of {names}"
        case _:
            return "text"

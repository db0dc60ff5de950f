"""What a reading would be with another answer: a form to try it, nothing kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from afterus.method import AnswersError
from afterus.method.other_answers import DOMAIN
from afterus.records.documents import SavedReading
from afterus.web.understand import saved
from afterus.web.understand.answers import look
from afterus.web.understand.reading_page import PathView, as_json, path_view
from afterus.web.understand.words import AnswerView, Words


@dataclass(frozen=True)
class Tried:
    """The answers tried and the path they would give, beside the present one."""

    answers: tuple[tuple[AnswerView, str], ...]
    path: PathView
    same: bool


@dataclass(frozen=True)
class TryPage:
    """The form: which answer, which value. `values` is empty until an answer is chosen."""

    answers: tuple[tuple[str, str, bool], ...]
    key: str
    now: AnswerView | None
    values: tuple[tuple[str, str, bool], ...]
    present: PathView
    tried: Tried | None
    wrong: bool = False


def try_page(
    document: SavedReading, typed: Mapping[str, list[str]], words: Words
) -> TryPage | None:
    """The form with what was chosen in it; None where nothing is to be tried."""
    keys = saved.may_be_tried(document)
    if not keys:
        return None
    given = list(zip(typed.get("key", []), typed.get("value", []), strict=False))
    chosen = [key for key in typed.get("key", []) if key in keys]
    key = chosen[0] if len(chosen) == 1 else ""
    picked = [value for name, value in given if name == key]
    tried, wrong = _tried(document, [pair for pair in given if pair[1]], keys, words)
    return TryPage(
        answers=tuple((one, words.answer(one, None).asked, one == key) for one in keys),
        key=key,
        now=words.answer(key, look(document.answers, key)) if key else None,
        values=_values(key, picked, words),
        present=path_view(saved.reading_of(document), words),
        tried=tried,
        wrong=wrong,
    )


def _tried(
    document: SavedReading, given: list[tuple[str, str]], keys: tuple[str, ...], words: Words
) -> tuple[Tried | None, bool]:
    if not given:
        return None, False
    try:
        changes: dict[str, Any] = {key: msgspec.json.decode(value) for key, value in given}
        if not changes.keys() <= set(keys):
            return None, True
        reading = saved.tried(document, changes)
    except (msgspec.DecodeError, AnswersError):
        return None, True
    said = tuple(
        (words.answer(key, look(document.answers, key)), words.value(key, value))
        for key, value in changes.items()
    )
    same = reading.path == saved.reading_of(document).path
    return Tried(said, path_view(reading, words), same), False


def _values(key: str, picked: list[str], words: Words) -> tuple[tuple[str, str, bool], ...]:
    if not key:
        return ()
    step_and_field = words.asked(key)
    scale = step_and_field is not None and step_and_field[1].kind == "scale"
    values: tuple[Any, ...] = tuple(range(11)) if scale else DOMAIN[key]
    return tuple(
        (as_json(value), words.value(key, value), as_json(value) in picked) for value in values
    )

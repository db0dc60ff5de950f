"""What the page of a reading shows, as typed values; built from what was saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import msgspec

from afterus.method import Reading, Reason, kind_of_safety
from afterus.records.documents import Kept, SavedReading, Settings, StepDone
from afterus.web.understand import picture, saved
from afterus.web.understand.answers import look
from afterus.web.understand.help_lines import HelpLines, help_lines
from afterus.web.understand.picture import Link
from afterus.web.understand.words import AnswerView, Words

OWN = ("behaviours", "mine")
THEIR = ("their_behaviours", "ex")


@dataclass(frozen=True)
class PathView:
    """A path as it is said: its name, the path in a sentence, and the answer to the question."""

    path: str
    name: str
    title: str
    lead: str
    answer: str


@dataclass(frozen=True)
class ReasonView:
    """One reason: what it says, the answers it rests on, the principle behind it."""

    key: str
    title: str
    text: str
    principle: str
    principle_title: str
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True)
class PartView:
    """One side's part: how much in words, and the answers of that side."""

    title: str
    text: str
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True)
class StepView:
    """One step: what to do, why, and when it was done, newest first."""

    id: str
    title: str
    text: str
    why: str
    done: tuple[StepDone, ...]


@dataclass(frozen=True)
class ChangeView:
    """Answers that would lead to another path, ready to be tried: dotted key and value as JSON."""

    path: str
    answers: tuple[tuple[AnswerView, str], ...]
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ReadingPage:
    """A reading, whole. `own` is None where the own part is left out."""

    id: UUID
    made: date
    latest: bool
    path: PathView
    kind: str
    contact: str
    practical: str
    help: HelpLines | None
    chain: tuple[Link, ...]
    drift: tuple[str, str]
    own: PartView | None
    their: PartView
    deciding: tuple[ReasonView, ...]
    supporting: tuple[ReasonView, ...]
    changes: tuple[ChangeView, ...]
    steps: tuple[StepView, ...]
    look_again: date


def reading_page(
    kept: Kept[SavedReading],
    done: Sequence[Kept[StepDone]],
    words: Words,
    settings: Settings,
    *,
    latest: bool,
) -> ReadingPage:
    """The page of one reading, with the steps done since."""
    document = kept.document
    reading = saved.reading_of(document)
    harmed = saved.was_harmed(reading)
    answers = document.answers
    made = document.made.astimezone().date()
    return ReadingPage(
        id=kept.id,
        made=made,
        latest=latest,
        path=path_view(reading, words),
        kind=kind_of_safety(reading) if reading.path == "safety" else "",
        contact=_contact(reading, answers),
        practical="none_children" if "practical_contact_only" in reading.steps else "",
        help=_help(reading, settings),
        chain=() if harmed else picture.chain(answers, words),
        drift=("", "") if harmed else _drift(answers),
        own=None if harmed else _part("own", reading.own_part, answers, words),
        their=_part("their", reading.their_part, answers, words),
        deciding=tuple(reason_view(one, words) for one in reading.reasons if one.leads_to),
        supporting=tuple(reason_view(one, words) for one in reading.reasons if not one.leads_to),
        changes=_changes(document, reading, words),
        steps=step_views(kept.id, reading, done, words),
        look_again=look_again(document),
    )


def path_view(reading: Reading, words: Words) -> PathView:
    """How a reading's path is said; on the path of safety by what it is about."""
    place = f"reading.path.{reading.path}"
    if reading.path == "safety":
        place = f"{place}.{kind_of_safety(reading)}"
    return _path_said(reading.path, place, words)


def look_again(document: SavedReading) -> date:
    """The day on which a new look is worth it."""
    days = saved.reading_of(document).look_again_in_days
    return document.made.astimezone().date() + timedelta(days=days)


def reason_view(reason: Reason, words: Words) -> ReasonView:
    """A reason as it is said, with the answers it rests on."""
    said = {one.key: one.value for one in reason.answers}
    days = said.get("ended_days_ago") or 0
    return ReasonView(
        key=reason.key,
        title=words.say(f"reading.reason.{reason.key}.title", days=days),
        text=words.say(f"reading.reason.{reason.key}.text", days=days),
        principle=reason.principle,
        principle_title=words.text(words.content.principle(reason.principle).title),
        answers=tuple(words.answer(one.key, one.value) for one in reason.answers),
    )


def step_views(
    reading_id: UUID, reading: Reading, done: Sequence[Kept[StepDone]], words: Words
) -> tuple[StepView, ...]:
    """The reading's steps in order, with when they were done."""
    mine = [one.document for one in done if one.document.reading_id == str(reading_id)]
    return tuple(
        StepView(
            id=step,
            title=words.say(f"reading.step.{step}.title"),
            text=words.say(f"reading.step.{step}.text"),
            why=words.say(f"reading.step.{step}.why"),
            done=tuple(one for one in mine if one.step == step),
        )
        for step in reading.steps
    )


def as_json(value: object) -> str:
    """An answer's value as a form sends it."""
    return msgspec.json.encode(value).decode()


def _path_said(path: str, place: str, words: Words) -> PathView:
    return PathView(
        path=path,
        name=words.say(f"reading.path_name.{path}"),
        title=words.say(f"{place}.title"),
        lead=words.say(f"{place}.lead"),
        answer=words.say(f"{place}.answer"),
    )


def _contact(reading: Reading, answers: dict[str, Any]) -> str:
    """Which words about writing to them; their no and an order are said before all else."""
    refused = {
        "court_order": "none_order",
        "asked_no_contact": "none_asked",
        "blocked": "none_blocked",
    }
    now = look(answers, "contact_now")
    if reading.contact != "none":
        return reading.contact
    if isinstance(now, str) and now in refused:
        return refused[now]
    return {"safety": "none_safety", "let_go": "none_let_go"}.get(reading.path, "none")


def _help(reading: Reading, settings: Settings) -> HelpLines | None:
    kinds = reading.help or (("distress",) if reading.path == "safety" else ())
    return help_lines(settings, kinds) if kinds else None


def _part(side: str, level: str, answers: dict[str, Any], words: Words) -> PartView:
    place = f"reading.part.{side}.{level}"
    groups = OWN if side == "own" else THEIR
    said = _side(answers, groups, words)
    return PartView(words.say(f"{place}.title"), words.say(f"{place}.text"), said)


def _changes(document: SavedReading, reading: Reading, words: Words) -> tuple[ChangeView, ...]:
    return tuple(
        ChangeView(
            path=words.say(f"reading.path_name.{change.path}"),
            answers=tuple(
                (words.answer(key, look(document.answers, key)), words.value(key, value))
                for key, value in change.changes.items()
            ),
            fields=tuple((key, as_json(value)) for key, value in change.changes.items()),
        )
        for change in reading.would_change
    )


def _side(answers: dict[str, Any], groups: tuple[str, ...], words: Words) -> tuple[AnswerView, ...]:
    """What was answered about one side, in the order asked; the free texts stand elsewhere."""
    found: list[AnswerView] = []
    for group in groups:
        inside = look(answers, group)
        for name, value in inside.items() if isinstance(inside, dict) else ():
            if name in ("reason_given", "new_partner", "open_to_talk"):
                continue
            key = f"{group}.{name}"
            often = value.get("how_often") if isinstance(value, dict) else value
            if often is not None:
                key = f"{key}.how_often" if isinstance(value, dict) else key
                found.append(words.answer(key, often))
    return tuple(found)


def _drift(answers: dict[str, Any]) -> tuple[str, str]:
    early, late = look(answers, "drift.showed_early"), look(answers, "drift.showed_late")
    return (str(early), str(late)) if early and late else ("", "")

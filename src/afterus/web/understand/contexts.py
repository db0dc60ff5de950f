"""What the reflection's pages show, as typed values; built from where someone stands."""

from dataclasses import dataclass

from msgspec.structs import replace

from afterus.content import Step
from afterus.safety import Finding
from afterus.web.understand import flow
from afterus.web.understand.answers import look
from afterus.web.understand.fields import FieldView, field_views
from afterus.web.understand.flow import LOOK_OVER, Progress
from afterus.web.understand.reflecting import Standing
from afterus.web.understand.taking import Taken
from afterus.web.understand.typed import Typed, as_typed, row_keys
from afterus.web.understand.words import AnswerView, Words


@dataclass(frozen=True)
class StepPage:
    """One step of the reflection. `knots` is a class per section: done, now, or "".

    `from_mirror`: the keys of its fields whose answer rests on a chat.
    """

    id: str
    title: str
    lead: str
    aside: str
    distanced: str
    example: str
    section: str
    section_lead: str
    knots: tuple[str, ...]
    progress: Progress
    fields: tuple[FieldView, ...]
    first: bool
    changing: bool
    state: str
    wrong: str = ""
    from_mirror: tuple[str, ...] = ()

    @property
    def sole(self) -> bool:
        """Whether the title alone asks the question: the one field's label is then not shown."""
        return len(self.fields) == 1


@dataclass(frozen=True)
class Answered:
    """A step in the look-over: its question and what was said. `state` as in the reflection."""

    id: str
    title: str
    state: str
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True)
class AnsweredSection:
    """One section of the look-over."""

    title: str
    steps: tuple[Answered, ...]


@dataclass(frozen=True)
class LookOver:
    """Everything that was answered, and what is still open."""

    sections: tuple[AnsweredSection, ...]
    missing: tuple[Step, ...]
    last: str
    way: str
    more: bool


@dataclass(frozen=True)
class CheckPage:
    """A finding that is asked about: whose words, what they sound like."""

    id: str
    quote: str
    question: str
    says: str


def step_page(
    at: Standing,
    step: Step,
    words: Words,
    typed: Typed | None = None,
    taken: Taken | None = None,
) -> StepPage:
    """A step's page, filled in with what was typed or else with the answers so far."""
    problems = taken.problems if taken else {}
    section = next(one for one in at.walk.sections if one.id == step.section)
    shown = flow.shown(at.walk)
    opens = next((one for one in shown if one.section == step.section), None) == step
    filled = as_typed(step, at.reflection.answers) if typed is None else typed
    return StepPage(
        id=step.id,
        title=words.text(step.title),
        lead=words.text(step.lead),
        aside=words.text(step.aside),
        distanced=words.text(step.distanced),
        example=words.text(step.example),
        section=words.text(section.title),
        section_lead=words.text(section.lead) if opens and not at.walk.harmed else "",
        knots=_knots(at, step),
        progress=flow.progress(at.walk, step.id),
        fields=field_views(step, filled, problems, words),
        first=flow.before(at.walk, step.id) is None,
        changing=at.reflection.at == LOOK_OVER,
        state=at.reflection.state.get(step.id, ""),
        wrong=f"understand.wrong.{taken.wrong}" if taken else "",
        from_mirror=_from_mirror(at, step),
    )


def look_over(at: Standing, words: Words) -> LookOver:
    """All steps that are open to this person, by section, with what was said."""
    words = words.resting_on(at.reflection.from_mirror)
    steps = flow.open_steps(at.walk)
    state = at.reflection.state
    sections = []
    for section in at.walk.sections:
        here = [step for step in steps if step.section == section.id]
        mine = [step for step in here if step.id in state or _from_mirror(at, step)]
        if mine:
            answered = tuple(_answered(at, step, words) for step in mine)
            sections.append(AnsweredSection(words.text(section.title), answered))
    last = flow.before(at.walk, LOOK_OVER)
    return LookOver(
        sections=tuple(sections),
        missing=tuple(_said(step, words) for step in flow.missing(at.walk, state)),
        last=last.id if last else "",
        way=at.reflection.way,
        more=any(step.id not in state for step in steps),
    )


def check_page(finding: Finding, words: Words) -> CheckPage:
    """The question whether what was found is what was meant."""
    by = finding.by if finding.kind != "suicide" else "me"
    return CheckPage(
        id=finding.id,
        quote=finding.quote,
        question=words.answer(finding.key, finding.quote).question,
        says=words.say(f"understand.check.{finding.kind}.{by}"),
    )


def _answered(at: Standing, step: Step, words: Words) -> Answered:
    answers = at.reflection.answers
    keys = [
        key
        for one in step.fields
        for key in (row_keys(one) if one.kind == "rows" else _keys(one.key, one.kind))
    ]
    said = [(key, look(answers, key)) for key in keys]
    return Answered(
        id=step.id,
        title=words.text(step.title),
        state=at.reflection.state.get(step.id, ""),
        answers=tuple(words.answer(key, value) for key, value in said if value is not None),
    )


def _from_mirror(at: Standing, step: Step) -> tuple[str, ...]:
    rests = at.reflection.from_mirror
    return tuple(
        one.key for one in step.fields if any(f"{key}.".startswith(f"{one.key}.") for key in rests)
    )


def _keys(key: str, kind: str) -> tuple[str, ...]:
    return (f"{key}.name", f"{key}.pronouns") if kind == "person" else (key,)


def _said(step: Step, words: Words) -> Step:
    return replace(step, title=words.text(step.title))


def _knots(at: Standing, step: Step) -> tuple[str, ...]:
    shown = {one.section for one in flow.shown(at.walk)} | {step.section}
    ids = [section.id for section in at.walk.sections if section.id in shown]
    now = ids.index(step.section)
    return tuple("done" if n < now else "now" if n == now else "" for n in range(len(ids)))

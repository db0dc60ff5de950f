"""What a step's form does to a reflection: what is kept, and where it then stands. Pure."""

from dataclasses import dataclass, field
from typing import Literal

from msgspec.structs import replace

from afterus.content import Step
from afterus.method import AnswersError
from afterus.records.documents import Reflection
from afterus.web.understand import flow, reflecting
from afterus.web.understand.answers import put_all
from afterus.web.understand.reflecting import Standing, answered, left_out
from afterus.web.understand.typed import Said, Typed, read_step

Go = Literal["next", "back", "skip", "not_sure", "stop"]
GOES: tuple[Go, ...] = ("next", "back", "skip", "not_sure", "stop")


@dataclass(frozen=True)
class Taken:
    """The reflection afterwards. Where `wrong` is set the page is shown again with what was typed.

    `wrong` and the values of `problems` are keys of the sentences in `understand.wrong`.
    """

    reflection: Reflection
    wrong: str = ""
    problems: dict[str, str] = field(default_factory=dict)


def as_go(button: str) -> Go:
    """The button that was pressed; going on for anything else."""
    return button if button in GOES else "next"


def take(at: Standing, step: Step, typed: Typed, go: Go) -> Taken:
    """The form of a step, left by one of its buttons."""
    said = _checked(at, read_step(step, typed))
    wrong = _wrong(step, said, go)
    if wrong:
        return Taken(at.reflection, wrong, said.problems)
    changed = _changed(at.reflection, step, said, go)
    return Taken(_moved(reflecting.stand(changed, at), step, go))


def keep_typed(at: Standing, step: Step, typed: Typed) -> Taken:
    """What is typed so far, without leaving the step; what cannot be kept is left out."""
    said = _checked(at, read_step(step, typed))
    if not said.anything:
        return Taken(at.reflection)
    return Taken(answered(at.reflection, step, said), "", said.problems)


def widen(at: Standing, way: flow.Way) -> Reflection:
    """The reflection on another way, standing at the first step they have not come by."""
    walk = flow.Walk(at.walk.sections, at.walk.answers, way, at.walk.harmed)
    first = flow.first_open(walk, at.reflection.state)
    return replace(at.reflection, way=way, at=first.id if first else flow.LOOK_OVER)


def _wrong(step: Step, said: Said, go: Go) -> str:
    if go in ("skip", "not_sure", "stop"):
        return ""
    if said.problems:
        return next(iter(said.problems.values()))
    return "nothing_chosen" if go == "next" and step.essential and not said.anything else ""


def _changed(reflection: Reflection, step: Step, said: Said, go: Go) -> Reflection:
    if go == "skip":
        return left_out(reflection, step, said, "skipped")
    if go == "not_sure":
        return left_out(reflection, step, said, "not_sure")
    if go != "next" and not said.anything and step.id not in reflection.state:
        return reflection
    return answered(reflection, step, said)


def _moved(now: Standing, step: Step, go: Go) -> Reflection:
    """The reflection with the place it stands at after leaving this step."""
    if now.reflection.at == flow.LOOK_OVER:
        return now.reflection
    if go == "stop":
        return replace(now.reflection, at=step.id)
    if go == "back":
        earlier = flow.before(now.walk, step.id)
        return replace(now.reflection, at=earlier.id if earlier else step.id)
    later = flow.after(now.walk, step.id)
    return replace(now.reflection, at=later.id if later else flow.LOOK_OVER)


def _checked(at: Standing, said: Said) -> Said:
    """What was said, held against the contract once more before anything is kept."""
    try:
        answers = put_all(at.reflection.answers, said.values)
        reflecting.stand(replace(at.reflection, answers=answers), at)
    except AnswersError as error:
        return Said({}, {**said.problems, error.key: "not_a_choice"})
    return said

"""Which steps of the reflection are shown, in which order, and how far along someone is.

Pure: driven by the content's sections and the answers so far, it knows nothing of pages.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from afterus.content import Condition, Section, Step
from afterus.web.understand.answers import Answers, look

Way = Literal["short", "long", "again"]

LOOK_OVER = "look_over"
"""Where someone stands when every shown step lies behind them."""

OWN_PART = (
    "behaviours",
    "examples",
    "underneath",
    "harm_example",
    "who_named_it",
    "acceptance",
    "fears",
    "insecurities",
    "mine",
    "drift",
    "their_behaviours",
)
"""What is never asked of someone who was harmed: it would look for their fault in it."""

MAY_HAVE_CHANGED = (
    "safety",
    "control",
    "contact_now",
    "contact_in_their_words",
    "attempts_since",
    "acceptance",
    "ex.new_partner",
    "ex.open_to_talk",
    "motive",
    "brooding",
    "work_done",
)
"""What a later reflection asks again; everything else is taken over and can be changed."""


@dataclass(frozen=True)
class Walk:
    """One person's way through the reflection: what decides which steps they see."""

    sections: tuple[Section, ...]
    answers: Answers
    way: Way
    harmed: bool = False


@dataclass(frozen=True)
class Progress:
    """How far along: the place of a step (from 1) among all that are shown now."""

    place: int
    total: int


def shown(walk: Walk) -> tuple[Step, ...]:
    """The steps this person sees, in order."""
    return tuple(step for step in _all(walk) if is_shown(walk, step))


def is_shown(walk: Walk, step: Step) -> bool:
    """Whether this step is asked, given the way taken and the answers so far."""
    return _is_open(walk, step) and _on_the_way(walk.way, step)


def open_steps(walk: Walk) -> tuple[Step, ...]:
    """Every step this person may answer, on whichever way: what the look-over lists."""
    return tuple(step for step in _all(walk) if _is_open(walk, step))


def find(walk: Walk, step_id: str) -> Step | None:
    """The step with this id, shown or not."""
    return next((step for step in _all(walk) if step.id == step_id), None)


def after(walk: Walk, step_id: str) -> Step | None:
    """The next shown step; None after the last. The step itself may be one that is not shown."""
    ids = [step.id for step in _all(walk)]
    later = _all(walk)[ids.index(step_id) + 1 :] if step_id in ids else ()
    return next((step for step in later if is_shown(walk, step)), None)


def before(walk: Walk, step_id: str) -> Step | None:
    """The shown step before; None before the first. From the look-over it is the last one."""
    ids = [step.id for step in _all(walk)]
    earlier = _all(walk)[: ids.index(step_id)] if step_id in ids else _all(walk)
    return next((step for step in reversed(earlier) if is_shown(walk, step)), None)


def resume(walk: Walk, at: str) -> Step | None:
    """The step to go on with: where they stopped, or the next shown; None is the look-over."""
    if at == LOOK_OVER:
        return None
    step = find(walk, at)
    if step is None:
        return next(iter(shown(walk)), None)
    return step if is_shown(walk, step) else after(walk, at)


def progress(walk: Walk, step_id: str) -> Progress:
    """The place of this step among the shown ones; one that is not shown counts with the next."""
    ids = [step.id for step in _all(walk)]
    passed = ids[: ids.index(step_id)]
    steps = shown(walk)
    place = sum(step.id in passed for step in steps) + 1
    return Progress(min(place, len(steps)), len(steps))


def first_open(walk: Walk, state: Mapping[str, str]) -> Step | None:
    """The first shown step they have not come by yet."""
    return next((step for step in shown(walk) if step.id not in state), None)


def missing(walk: Walk, state: Mapping[str, str]) -> tuple[Step, ...]:
    """Essential steps they have not come by yet. One skipped or not sure of is not missing."""
    return tuple(step for step in open_steps(walk) if step.essential and step.id not in state)


def _all(walk: Walk) -> tuple[Step, ...]:
    return tuple(step for section in walk.sections for step in section.steps)


def _is_open(walk: Walk, step: Step) -> bool:
    if walk.harmed and _asks_about(step, OWN_PART):
        return False
    return not step.show_if or any(_holds(walk.answers, one) for one in step.show_if)


def _on_the_way(way: Way, step: Step) -> bool:
    if way == "again":
        return _asks_about(step, MAY_HAVE_CHANGED)
    return way == "long" or step.essential or bool(step.show_if) or _asks_about(step, ("other",))


def _asks_about(step: Step, keys: tuple[str, ...]) -> bool:
    return any(
        field.key == key or field.key.startswith(f"{key}.") for field in step.fields for key in keys
    )


def _holds(answers: Answers, condition: Condition) -> bool:
    value = look(answers, condition.key)
    if condition.equals is not None:
        return value == condition.equals
    held = value if isinstance(value, list | tuple) else [value]
    return any(one in condition.any for one in held if one is not None)

"""What today's page shows, as typed values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from afterus.method import kind_of_safety
from afterus.records.documents import Kept, SavedReading, Settings, StepDone
from afterus.web.understand import saved
from afterus.web.understand.answers import look
from afterus.web.understand.help_lines import HelpLines, help_lines
from afterus.web.understand.reading_page import (
    PathView,
    StepView,
    look_again,
    path_view,
    step_views,
)
from afterus.web.understand.words import Words

MOST_DONE = 5


@dataclass(frozen=True)
class Done:
    """A step that was done: when, what, how it went."""

    on: date
    title: str
    note: str


@dataclass(frozen=True)
class Today:
    """Today with a reading. `step` is the next small one; `days` since the break or None."""

    reading_id: UUID
    path: PathView
    kind: str
    step: StepView | None
    done: tuple[Done, ...]
    days: int | None
    look_again: date
    due: bool
    days_to_look: int
    help: HelpLines | None


def today_with(
    kept: Kept[SavedReading],
    done: Sequence[Kept[StepDone]],
    words: Words,
    settings: Settings,
    day: date,
) -> Today:
    """Today's page for someone with a reading; the newest is handed in."""
    reading = saved.reading_of(kept.document)
    steps = step_views(kept.id, reading, done, words)
    again = look_again(kept.document)
    safety = reading.path == "safety"
    return Today(
        reading_id=kept.id,
        path=path_view(reading, words),
        kind=kind_of_safety(reading) if safety else "",
        step=_next(steps),
        done=tuple(_done(one.document, words) for one in done[:MOST_DONE]),
        days=_days_since(kept.document, day),
        look_again=again,
        due=day >= again,
        days_to_look=max((again - day).days, 0),
        help=help_lines(settings, reading.help or ("distress",)) if safety else None,
    )


def _next(steps: tuple[StepView, ...]) -> StepView | None:
    """The first step not done yet; once all were done, the one done longest ago."""
    steps = tuple(step for step in steps if step.id != "look_again")
    fresh = next((step for step in steps if not step.done), None)
    return fresh or min(steps, key=lambda step: step.done[0].on, default=None)


def _done(document: StepDone, words: Words) -> Done:
    return Done(document.on, words.say(f"reading.step.{document.step}.title"), document.note)


def _days_since(document: SavedReading, day: date) -> int | None:
    then = look(document.answers, "ended_days_ago")
    passed = (day - document.made.astimezone().date()).days
    return then + passed if isinstance(then, int) else None

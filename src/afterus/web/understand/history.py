"""What changed since the last reading, and the list of all readings, as typed values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from afterus.records.documents import Kept, SavedReading
from afterus.web.understand import saved
from afterus.web.understand.reading_page import PathView, path_view
from afterus.web.understand.words import AnswerView, Words


@dataclass(frozen=True)
class ListedReading:
    """One line of the list."""

    id: UUID
    made: date
    path: PathView


@dataclass(frozen=True)
class SincePage:
    """What changed since the reading before. `path` is (before, after) or None."""

    made: date
    path: tuple[str, str] | None
    same_path: str
    parts: tuple[tuple[str, str, str], ...]
    added: tuple[str, ...]
    gone: tuple[str, ...]
    answers: tuple[tuple[AnswerView, str], ...]
    anything: bool


def listed(kept: Kept[SavedReading], words: Words) -> ListedReading:
    """A reading's line in the list."""
    made = kept.document.made.astimezone().date()
    return ListedReading(kept.id, made, path_view(saved.reading_of(kept.document), words))


def since_page(
    all_newest_first: Sequence[Kept[SavedReading]], now: Kept[SavedReading], words: Words
) -> SincePage | None:
    """What changed since the reading before this one; None for the first."""
    place = [one.id for one in all_newest_first].index(now.id)
    if place + 1 == len(all_newest_first):
        return None
    before = all_newest_first[place + 1].document
    since = saved.since(before, now.document)
    path = (str(since.path.before), str(since.path.after)) if since.path else None
    # Someone harmed does not read how much was theirs, in this list neither.
    hidden = any(saved.was_harmed(saved.reading_of(one)) for one in (before, now.document))
    parts = [one for one in since.parts if not (hidden and one.key == "own_part")]
    return SincePage(
        made=before.made.astimezone().date(),
        path=tuple(_name(one, words) for one in path) if path else None,  # type: ignore[arg-type]
        same_path=_name(saved.reading_of(now.document).path, words),
        parts=tuple(_part(one, words) for one in parts),
        added=tuple(_reason(key, now.document, words) for key in since.reasons_added),
        gone=tuple(_reason(key, before, words) for key in since.reasons_gone),
        answers=tuple(
            (words.answer(one.key, one.before), words.value(one.key, one.after))
            for one in since.answers
        ),
        anything=since.anything,
    )


def _name(path: str, words: Words) -> str:
    return words.say(f"reading.path_name.{path}")


def _part(shift: saved.Shift, words: Words) -> tuple[str, str, str]:
    side = shift.key.removesuffix("_part")
    before, after = (
        words.say(f"reading.part.{side}.{level}.title") for level in (shift.before, shift.after)
    )
    return words.say(f"reading.part.{side}_title"), before, after


def _reason(key: str, document: SavedReading, words: Words) -> str:
    days = document.answers.get("ended_days_ago") or 0
    return words.say(f"reading.reason.{key}.title", days=days)

"""What is said about a draft: the model's labels, the advice, and help where words call for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from afterus.language import Checked, advise, careful_model
from afterus.method import About
from afterus.records import OpenVault
from afterus.records.documents import Settings, WrongFlag
from afterus.safety import screen_message
from afterus.web.mend.calls import needs
from afterus.web.mend.draft.marks import (
    Note,
    Piece,
    Told,
    notes_of,
    pieces_of,
    plain,
    quotes_of,
    without_told,
)
from afterus.web.understand.care import Need, line_kinds
from afterus.web.understand.help_lines import HelpLines, help_lines

LONGEST = 20_000
SHORT_ENOUGH = 60
BEYOND_CHILDREN = frozenset({"pursues", "cares", "fears", "owns", "overcomplicates", "respects"})
WELL_MEANT = frozenset({"cares", "respects", "owns", "fears"})
Stop = Literal["suicide", "harming", "threatens"]
Model = Callable[[str], Checked]


@dataclass(frozen=True)
class DraftCheck:
    """A draft that was looked at. `stop`: nothing else is said, only help is shown."""

    text: str
    checked: Checked
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    stop: Stop | None
    needs: frozenset[Need]
    settings: Settings
    told_threat: bool

    @cached_property
    def help(self) -> HelpLines | None:
        """The lines to show, where the words call for help."""
        threat: frozenset[Need] = frozenset({"harming"} if self.stop == "threatens" else ())
        needed = self.needs | threat
        return help_lines(self.settings, line_kinds(needed)) if needed else None

    @property
    def to_look_at(self) -> int:
        """How many notes ask to think again."""
        return sum(note.tone != "good" for note in self.notes)

    @property
    def good(self) -> int:
        """How many notes say what is good."""
        return sum(note.tone == "good" for note in self.notes)


def looked_at(text: str) -> Checked:
    """What the model says of a message after the break."""
    return careful_model().check(text, "after")


def check(
    text: str, about: About, told: Told, settings: Settings, model: Model | None = None
) -> DraftCheck:
    """Everything there is to say of a draft; nothing of it is kept."""
    checked = without_told((model or looked_at)(text), text, told)
    needed = needs(screen_message(text))
    stop = _stop(checked, needed)
    advice = advise(checked.labels)
    if about == "practical":
        advice = tuple(one for one in advice if one.tone != "good")
    notes = () if stop else notes_of(advice, checked, text, _extra(text, about, checked))
    pieces = pieces_of(text, checked.spans, notes)
    told_threat = any(label == "threatens" and words in plain(text) for label, words in told)
    return DraftCheck(text, checked, pieces, notes, stop, needed, settings, told_threat)


def told_wrong(vault: OpenVault) -> Told:
    """What the person has told to be wrong: labels, each with the words."""
    flags = (kept.document for kept in vault.all(WrongFlag))
    return frozenset((flag.label, plain(flag.words)) for flag in flags)


def wrong_flags(found: DraftCheck, key: str) -> tuple[tuple[str, str, str], ...]:
    """(label, words, the sentence they stand in) for each span that a note rests on."""
    labels = {label for note in found.notes if note.key == key for label in note.labels}
    # Where a note speaks of two, it is the pressing one that is denied.
    labels = (labels - WELL_MEANT) or labels
    if key == found.stop == "threatens":
        labels.add("threatens")
    return tuple(
        (span.label, found.text[span.start : span.end], sentence(found.text, span.start, span.end))
        for span in found.checked.spans
        if span.label in labels
    )


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around these words."""
    first = max(text.rfind(sign, 0, start) for sign in ".!?\n") + 1
    ends = [place + 1 for sign in ".!?\n" if (place := text.find(sign, end)) >= 0]
    return text[first : min(ends, default=len(text))].strip()


def _stop(checked: Checked, needed: frozenset[Need]) -> Stop | None:
    if "suicide" in needed:
        return "suicide"
    if "harming" in needed:
        return "harming"
    return "threatens" if "threatens" in checked.labels else None


def _extra(text: str, about: About, checked: Checked) -> Sequence[Note]:
    """What only this kind of draft is told."""
    if about == "practical":
        labels = tuple(one for one in checked.labels if one in BEYOND_CHILDREN)
        quotes = quotes_of(text, checked.spans, labels)
        place = "drafting.advice.practical"
        return [Note(0, "practical", place, "rethink", labels, quotes)] if labels else []
    keys = []
    if about == "one_message":
        keys += ["long"] if len(text.split()) > SHORT_ENOUGH else []
        keys += ["asks"] if "?" in text else []
    return [Note(0, key, f"drafting.advice.{key}", "rethink") for key in keys]

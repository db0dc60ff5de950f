"""A checked text cut into pieces, and the notes that its marked words open. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import msgspec

from afterus.language import Advice, Checked, Label, Span

PUNCTUATION = " \t\r\n.,;:!?…\"'“”‘’()"
Told = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Note:
    """One thing to say: its words are at `place`, the words it speaks of are its `quotes`."""

    number: int
    key: str
    place: str
    tone: str
    labels: tuple[Label, ...] = ()
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Piece:
    """A stretch of the text and the notes it opens, the first note's tone for its line."""

    text: str
    notes: tuple[Note, ...] = ()


def without_told(checked: Checked, text: str, told: Told) -> Checked:
    """The same without what the person has told to be wrong. A threat is never taken away."""
    spans = tuple(span for span in checked.spans if not _told(span, text, told))
    left = {span.label for span in spans}
    gone = {span.label for span in checked.spans} - left
    labels = tuple(label for label in checked.labels if label not in gone)
    return msgspec.structs.replace(checked, labels=labels, spans=spans)


def plain(words: str) -> str:
    """Words as they are compared: case, breaks and the signs around them do not count."""
    return " ".join(part.strip(PUNCTUATION) for part in words.casefold().split()).strip()


def notes_of(
    advice: Sequence[Advice], checked: Checked, text: str, extra: Sequence[Note]
) -> tuple[Note, ...]:
    """The notes in their order, numbered: what is for the whole text comes first."""
    made = [
        *extra,
        *(
            Note(
                number=0,
                key=one.key,
                place=f"draft.advice.{one.key}",
                tone=one.tone,
                labels=one.labels,
                quotes=quotes_of(text, checked.spans, one.labels),
            )
            for one in advice
        ),
    ]
    return tuple(replace(one, number=number) for number, one in enumerate(made, 1))


def quotes_of(text: str, spans: Iterable[Span], labels: Iterable[str]) -> tuple[str, ...]:
    """The words that these labels rest on, each once, in the order of the text."""
    held = set(labels)
    found = (text[span.start : span.end] for span in spans if span.label in held)
    return tuple(dict.fromkeys(" ".join(words.split()) for words in found))


def pieces_of(text: str, spans: Iterable[Span], notes: Sequence[Note]) -> tuple[Piece, ...]:
    """The text in pieces that join to it again; where spans overlap a piece opens several notes."""
    of_label = {label: note for note in reversed(notes) for label in note.labels}
    marked = [
        (span.start, span.end, of_label[span.label]) for span in spans if span.label in of_label
    ]
    cuts = sorted({0, len(text), *(c for start, end, _ in marked for c in (start, end))})
    pieces: list[Piece] = []
    for start, end in pairwise(cuts):
        over = {note.number: note for first, last, note in marked if first <= start and end <= last}
        here = tuple(over[number] for number in sorted(over))
        if pieces and pieces[-1].notes == here:
            pieces[-1] = Piece(pieces[-1].text + text[start:end], here)
        else:
            pieces.append(Piece(text[start:end], here))
    return tuple(pieces)


def _told(span: Span, text: str, told: Told) -> bool:
    if span.label == "threatens":
        return False
    words = f" {plain(text[span.start : span.end])} "
    return any(span.label == label and words in f" {wrong} " for label, wrong in told)

"""What set phrases say of harm, danger and despair: few false alarms, blind to unusual words."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from afterus.language import Sentence, answered_no, has_any, sentences, subject_before
from afterus.safety.cues import Cue, Cues, cues
from afterus.safety.findings import By, Finding, Kind

_MOST_OF_A_KIND = 5
_ENOUGH = 20


class Turned(NamedTuple):
    """A sentence that says a thing did not happen, or not here and now: kind, and its place."""

    kind: Kind
    start: int
    end: int


class Told(NamedTuple):
    """What the phrases find in one answer, and what its own words turn away."""

    found: list[Finding]
    turned: list[Turned]


def by_phrases(key: str, text: str, language: str = "en") -> Told:
    """The findings of one answer, in the order of its words. KeyError for an unknown language."""
    known = cues(language)
    found: list[Finding] = []
    turned: list[Turned] = []
    seen: set[tuple[str, ...]] = set()
    asked: list[Finding] = []
    full: set[int] = set()
    counts: Counter[tuple[Kind, By]] = Counter()
    for sentence in sentences(text, known.speller):
        words = sentence.words
        if asked and answered_no(words, known.lexicon.negators):
            found = [finding for finding in found if finding not in asked]
            turned += [Turned(finding.kind, finding.start, finding.end) for finding in asked]
        asked = []
        if words in seen:
            continue
        seen.add(words)
        fresh = list(_in_sentence(sentence, known, key, text, full, turned))
        asked = fresh if sentence.mark.endswith("?") else []
        found += fresh
        for sort in {(finding.kind, finding.by) for finding in fresh}:
            counts[sort] += 1
            if counts[sort] == _ENOUGH:
                full |= known.phrases_of.get(sort, set())
    return Told(_kept(found), turned)


def _in_sentence(
    sentence: Sentence,
    known: Cues,
    key: str,
    text: str,
    full: set[int],
    turned: list[Turned],
) -> Iterator[Finding]:
    words = sentence.words
    for match in known.book.find(words, full):
        place = known.cue_of[match.phrase]
        cue = known.cues[place]
        if has_any(known.unless[place], words):
            continue
        subject = subject_before(words, match.first, known.lexicon)
        first = subject.place if cue.doer != "anyone" and subject.role != "none" else match.first
        if not _does(cue, subject.role, words, match.first):
            continue
        if not cue.literal and _turned(known, cue, words, match.first, match.last):
            turned.append(Turned(cue.kind, sentence.tokens[0].start, sentence.tokens[-1].end))
            continue
        reported = subject.role == "me" and known.context.reported(words, subject.place)
        by: By = "unclear" if cue.by == "me" and cue.kind != "suicide" and reported else cue.by
        start, end = sentence.tokens[first].start, sentence.tokens[match.last - 1].end
        yield Finding(cue.kind, by, key, text[start:end], start, end)


def _does(cue: Cue, role: str, words: tuple[str, ...], first: int) -> bool:
    """Whether the one who acts is the one whom the cue asks for."""
    if cue.doer == "they":
        return role in {"they", "none"}
    if cue.doer == "me":
        return role == "me" or (role == "none" and (first == 0 or words[first - 1] in {",", "and"}))
    return True


def _turned(known: Cues, cue: Cue, words: tuple[str, ...], first: int, last: int) -> bool:
    """Whether the words around say that it did not happen, or not here and now."""
    context = known.context
    if context.negated(words, first):
        return not (cue.kind in {"abuse", "threat"} and context.still_true(words, last))
    if context.joking(words) or context.long_ago(words):
        return True
    return cue.kind != "suicide" and context.supposed(words)


def _kept(found: list[Finding]) -> list[Finding]:
    """In the order of the text, one for each stretch of words, and not more than can be asked."""
    kept: list[Finding] = []
    counts: dict[tuple[str, str], int] = {}
    ends: dict[tuple[str, str], int] = {}
    ids: set[str] = set()
    for finding in sorted(found, key=lambda one: (one.start, -one.end)):
        sort = (finding.kind, finding.by)
        overlaps = finding.start < ends.get(sort, 0)
        if overlaps or finding.id in ids or counts.get(sort, 0) >= _MOST_OF_A_KIND:
            continue
        kept.append(finding)
        ids.add(finding.id)
        ends[sort] = finding.end
        counts[sort] = counts.get(sort, 0) + 1
    return kept

"""What the person says of one question, and what then flows into the reflection. Pure."""

from collections.abc import Mapping, Sequence
from typing import cast, get_args

from msgspec.structs import replace

from afterus.mirror import LABEL_OF, Answer, FiveAnswers, Mirror, Quote, set_right
from afterus.mirror.questions import HowOften, Question
from afterus.records.chat_mirror import ChatMirror, ChosenQuote, Verdict
from afterus.records.documents import Reflection
from afterus.web.understand.answers import put

QUESTIONS: tuple[Question, ...] = tuple(LABEL_OF)
OFTEN: tuple[HowOften, ...] = get_args(HowOften)
GROUPS = {"me": "behaviours", "them": "their_behaviours"}
Typed = Mapping[str, Sequence[str]]


def of(seen: Mirror, question: Question) -> FiveAnswers:
    """One question for both."""
    return next(one for one in seen.questions if one.question == question)


def answer_of(seen: Mirror, question: Question, by: str) -> Answer:
    """How one of the two did in one question."""
    return cast(Answer, getattr(of(seen, question), by))


def said(
    document: ChatMirror, raw: Mirror, question: Question, by: str, typed: Typed
) -> ChatMirror:
    """The mirror after one form: messages kept or set right, and what was said of the whole."""
    shown = answer_of(raw, question, by).quotes
    wrong = {quote.mark for quote in shown if quote.mark in typed.get("wrong", ())}
    kept = [q for q in shown if q.mark in typed.get("keep", ()) and q.mark not in wrong]
    changed = replace(
        document,
        corrections=_corrected(document.corrections, LABEL_OF[question], shown, wrong),
        chosen=choosing(document.chosen, shown, kept),
    )
    verdict = _verdict(set_right(raw, changed.corrections), question, by, typed)
    verdicts = dict(changed.verdicts)
    if verdict:
        verdicts[f"{question}.{by}"] = verdict
    return replace(changed, verdicts=verdicts)


def choosing(
    chosen: tuple[ChosenQuote, ...], shown: Sequence[Quote], kept: Sequence[Quote]
) -> tuple[ChosenQuote, ...]:
    """The quotes the person keeps, after a page that showed these and on which they kept those."""
    marks = {quote.mark for quote in shown}
    stay = [one for one in chosen if one.mark not in marks]
    stay += [ChosenQuote(q.mark, q.time, q.by, q.text, q.labels) for q in kept]
    return tuple(sorted(stay, key=lambda one: one.time))


def evidence(document: ChatMirror) -> dict[str, str]:
    """What was confirmed, as answers of the reflection: dotted key to how often."""
    found = {}
    for name, verdict in document.verdicts.items():
        question, _, by = name.partition(".")
        if verdict.said != "hide" and verdict.how_often:
            found[f"{GROUPS[by]}.{question}.how_often"] = verdict.how_often
    return found


def brought(reflection: Reflection, found: Mapping[str, str]) -> Reflection:
    """The reflection with these answers, marked as resting on a chat."""
    answers = reflection.answers
    for key, value in found.items():
        answers = put(answers, key, value)
    marked = dict.fromkeys((*reflection.from_mirror, *found))
    return replace(reflection, answers=dict(answers), from_mirror=tuple(marked))


def _corrected(
    before: Mapping[str, Mapping[str, bool]], label: str, shown: Sequence[Quote], wrong: set[str]
) -> dict[str, dict[str, bool]]:
    after = {mark: dict(one) for mark, one in before.items()}
    for quote in shown:
        if quote.mark in wrong:
            after.setdefault(quote.mark, {})[label] = False
        else:
            after.get(quote.mark, {}).pop(label, None)
    return {mark: one for mark, one in after.items() if one}


def _verdict(right: Mirror, question: Question, by: str, typed: Typed) -> Verdict | None:
    go = next(iter(typed.get("go", ())), "")
    often = next(iter(typed.get("often", ())), "")
    if go == "hide":
        return Verdict("hide")
    if go == "correct" and often in OFTEN:
        return Verdict("correct", often)
    if go == "confirm":
        return Verdict("confirm", answer_of(right, question, by).how_often)
    return None

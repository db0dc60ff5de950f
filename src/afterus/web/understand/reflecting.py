"""The verbs of a reflection: begin, answer, reply, make a reading. The vault is handed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, cast
from uuid import UUID

import msgspec
from msgspec.structs import replace

from afterus.content import Section, Step
from afterus.method import free_texts, parse_answers, read, to_raw
from afterus.records import OpenVault
from afterus.records.documents import Kept, Reflection, SavedReading
from afterus.safety import Finding, screen, with_replies
from afterus.web.understand import care, flow
from afterus.web.understand.answers import drop, look, put, put_all
from afterus.web.understand.flow import Walk
from afterus.web.understand.typed import Said, texts_of

Left = Literal["skipped", "not_sure"]
State = dict[str, Literal["said", "skipped", "not_sure"]]


@dataclass(frozen=True)
class Standing:
    """Where someone stands: the reflection under way. `id` is None while nothing is kept of it."""

    reflection: Reflection
    id: UUID | None
    findings: tuple[Finding, ...]
    walk: Walk


def standing(vault: OpenVault, sections: tuple[Section, ...], now: datetime) -> Standing | None:
    """The reflection under way; else one drawn from the last reading; None where there is none."""
    kept = next((one for one in vault.all(Reflection) if not one.document.finished), None)
    if kept:
        return _standing(kept.document, kept.id, sections)
    last = vault.latest(SavedReading)
    return _standing(again_from(last, sections, now), None, sections) if last else None


def begin(
    vault: OpenVault, sections: tuple[Section, ...], way: flow.Way, now: datetime
) -> Reflection:
    """Starts a reflection, from the last reading's answers where the way is "again"."""
    last = vault.latest(SavedReading) if way == "again" else None
    fresh = again_from(last, sections, now) if last else Reflection(started=now, updated=now)
    begun = replace(fresh, way=way, at="", seen=())
    first = flow.resume(walk_of(begun, (), sections), "")
    begun = replace(begun, at=first.id if first else flow.LOOK_OVER)
    vault.keep(begun)
    return begun


def keep(vault: OpenVault, at: Standing, changed: Reflection, now: datetime) -> Reflection:
    """Seals the reflection's new state."""
    changed = replace(changed, updated=now)
    vault.keep(changed, at.id)
    return changed


def answered(reflection: Reflection, step: Step, said: Said) -> Reflection:
    """With what was said on this step; a step left empty counts as skipped."""
    state: State = dict(reflection.state)
    state[step.id] = "said" if said.anything else "skipped"
    return _said_anew(reflection, put_all(reflection.answers, said.values), state)


def left_out(reflection: Reflection, step: Step, said: Said, how: Left) -> Reflection:
    """With this step skipped or not sure of: its choices are not said, but no words are lost."""
    answers = drop(reflection.answers, _keys_of(step, said))
    words = texts_of(step, said)
    state: State = dict(reflection.state)
    only_words = words and len(words) == len(step.fields)
    state[step.id] = "said" if only_words else how
    return _said_anew(reflection, put_all(answers, words), state)


def _said_anew(reflection: Reflection, answers: dict[str, Any], state: State) -> Reflection:
    """An answer that was changed by hand no longer rests on a chat."""
    rests = (
        key for key in reflection.from_mirror if look(answers, key) == look(reflection.answers, key)
    )
    return replace(reflection, answers=answers, state=state, from_mirror=tuple(rests))


def replied(reflection: Reflection, finding_id: str, reply: str) -> Reflection:
    """With the person's reply to a finding."""
    return replace(reflection, replies={**reflection.replies, finding_id: reply})


def passed(reflection: Reflection, seen: Iterable[str]) -> Reflection:
    """With these pages of care marked as shown."""
    return replace(reflection, seen=tuple(dict.fromkeys((*reflection.seen, *seen))))


def make_reading(vault: OpenVault, at: Standing, now: datetime) -> UUID:
    """Makes and seals the reading of a reflection, which is finished by it."""
    answers = parse_answers(at.reflection.answers)
    reading = read(answers, at.findings)
    saved = SavedReading(
        made=now,
        answers=to_raw(answers),
        findings=[cast(dict[str, Any], msgspec.to_builtins(one)) for one in at.findings],
        reading=cast(dict[str, Any], msgspec.to_builtins(reading)),
        from_mirror=at.reflection.from_mirror,
    )
    made = vault.keep(saved)
    keep(vault, at, replace(at.reflection, finished=True, at=flow.LOOK_OVER), now)
    return made


def again_from(
    last: Kept[SavedReading], sections: tuple[Section, ...], now: datetime
) -> Reflection:
    """A reflection that starts from a reading's answers, the days since the break moved on."""
    answers = last.document.answers
    days = look(answers, "ended_days_ago")
    if isinstance(days, int):
        passed_days = max((now.date() - last.document.made.date()).days, 0)
        answers = put(answers, "ended_days_ago", days + passed_days)
    state: State = {
        step.id: "said"
        for section in sections
        for step in section.steps
        if any(look(answers, field.key) is not None for field in step.fields)
    }
    found = msgspec.convert(last.document.findings, tuple[Finding, ...])
    replies = {finding.id: str(finding.reply) for finding in found if finding.reply}
    return Reflection(
        started=now,
        updated=now,
        answers=dict(answers),
        at=flow.LOOK_OVER,
        state=state,
        replies=replies,
        way="again",
        seen=tuple(sorted(care.needs(answers, found))),
        from_mirror=last.document.from_mirror,
    )


def walk_of(
    reflection: Reflection, findings: tuple[Finding, ...], sections: tuple[Section, ...]
) -> Walk:
    """This reflection's way through the steps."""
    harmed = "harmed" in care.needs(reflection.answers, findings)
    return Walk(sections, reflection.answers, reflection.way, harmed)


def stand(reflection: Reflection, at: Standing) -> Standing:
    """The same standing after the reflection changed."""
    return _standing(reflection, at.id, at.walk.sections)


def _standing(
    reflection: Reflection, entry_id: UUID | None, sections: tuple[Section, ...]
) -> Standing:
    texts = free_texts(parse_answers(reflection.answers))
    findings = with_replies(screen(texts), reflection.replies)
    return Standing(reflection, entry_id, findings, walk_of(reflection, findings, sections))


def _keys_of(step: Step, said: Said) -> set[str]:
    return {field.key for field in step.fields} | set(said.values)

"""What was confirmed of a chat becomes answers of the reflection, marked as such."""

from dataclasses import dataclass

from django.db import transaction
from msgspec.structs import replace

from afterus.content import load
from afterus.records.chat_mirror import ChatMirror
from afterus.web import clock
from afterus.web.access import UnlockedRequest
from afterus.web.understand import reflecting, way
from afterus.web.understand.answers import look
from afterus.web.understand.mirror import verdicts
from afterus.web.understand.words import words_for


@dataclass(frozen=True)
class EvidenceView:
    """One answer that would flow: what it is of, the word, and what was answered before."""

    question: str
    said: str
    before: str


def lines(request: UnlockedRequest, document: ChatMirror) -> tuple[EvidenceView, ...]:
    """What would flow into the reflection."""
    words = words_for(request)
    at = way.standing(request)
    found = []
    for key, value in verdicts.evidence(document).items():
        asked = words.answer(key, value)
        before = look(at.reflection.answers, key) if at else None
        changed = before is not None and before != value
        found.append(
            EvidenceView(asked.asked, asked.said, words.value(key, before) if changed else "")
        )
    return tuple(found)


def not_asked(request: UnlockedRequest) -> bool:
    """Whether this person was harmed: then nobody looks for their part in it."""
    at = way.standing(request)
    return at is not None and at.walk.harmed


def bring(request: UnlockedRequest, document: ChatMirror) -> None:
    """Puts what was confirmed into the reflection under way, or into a new one."""
    found = verdicts.evidence(document)
    if not found or not_asked(request):
        return
    now = clock.now()
    sections = load(request.person.settings.language).reflection
    with transaction.atomic():
        at = way.standing(request)
        if at is None or at.id is None:
            reflecting.begin(request.vault, sections, "again" if at else "short", now)
            at = way.standing(request)
        assert at is not None
        changed = verdicts.brought(at.reflection, found)
        reflecting.keep(request.vault, at, replace(changed, updated=now), now)

"""Mirrors as they lie in the vault: the figures that stay, the quotes for the time of looking."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec
from django.db import transaction
from msgspec.structs import replace

from afterus.mirror import Mirror, set_right, without_words
from afterus.records import OpenVault
from afterus.records.chat_mirror import ChatMirror, MirrorLook, MirrorTold, MirrorWork
from afterus.records.documents import Kept
from afterus.web.understand.mirror import work


@dataclass(frozen=True)
class Held:
    """A mirror held up: `seen` with all that was set right; `raw` before, with every quote.

    While `looking` both hold quotes; later they are the figures alone.
    """

    id: UUID
    document: ChatMirror
    raw: Mirror
    seen: Mirror
    looking: bool


def held(vault: OpenVault, mirror_id: UUID) -> Held | None:
    """The mirror of this id; None where there is none."""
    found = next((one for one in vault.all(ChatMirror) if one.id == mirror_id), None)
    if found is None:
        return None
    look = _look(vault, mirror_id)
    if look is None:
        figures = msgspec.convert(found.document.figures, Mirror)
        return Held(found.id, found.document, figures, figures, looking=False)
    raw = msgspec.convert(look.document.seen, Mirror)
    seen = set_right(raw, found.document.corrections)
    return Held(found.id, found.document, raw, seen, looking=True)


def keep(vault: OpenVault, at: Held, changed: ChatMirror) -> None:
    """Seals the mirror's new state; its figures follow what was set right."""
    if at.looking and changed.corrections != at.document.corrections:
        right = set_right(at.raw, changed.corrections)
        changed = replace(changed, figures=msgspec.to_builtins(without_words(right)))
    vault.keep(changed, at.id)


def finish(vault: OpenVault, at: Held) -> None:
    """Looking is over: every message that was not chosen is gone."""
    with transaction.atomic():
        vault.keep(replace(at.document, finished=True, signs_seen=True), at.id)
        look = _look(vault, at.id)
        if look:
            vault.erase(look.id)


def delete(vault: OpenVault, at: Held) -> None:
    """Removes a mirror and all that was kept of its chat."""
    with transaction.atomic():
        look = _look(vault, at.id)
        if look:
            vault.erase(look.id)
        vault.erase(at.id)


def under_way(vault: OpenVault, now: datetime) -> Kept[MirrorWork] | None:
    """The chat that is being read, if any; what ended or broke off before is cleared away."""
    stopped = {one.document.work_id for one in vault.all(MirrorTold) if one.document.stop}
    found = None
    for one in vault.all(MirrorWork):
        if one.document.state == "trouble" or not work.alive(one.document, now):
            work.forget(vault, one.id)
        elif str(one.id) not in stopped:
            found = found or one
    return found


def told_and_unheard(vault: OpenVault, doing: Kept[MirrorWork]) -> bool:
    """Whether the work still has to hear something that the person said."""
    told = [one for one in vault.all(MirrorTold) if one.document.work_id == str(doing.id)]
    return len(told) > doing.document.heard


def tell(vault: OpenVault, work_id: UUID, told: dict[str, object]) -> None:
    """Says something to the work."""
    vault.keep(MirrorTold(work_id=str(work_id), told=told))


def stop(vault: OpenVault, work_id: UUID) -> None:
    """Asks the work to end."""
    vault.keep(MirrorTold(work_id=str(work_id), stop=True))


def corrections(vault: OpenVault) -> dict[str, dict[str, bool]]:
    """All that was ever set right: it holds for the same message in a chat that is read again."""
    found: dict[str, dict[str, bool]] = {}
    for one in reversed(vault.all(ChatMirror)):
        for mark, said in one.document.corrections.items():
            found[mark] = found.get(mark, {}) | said
    return found


def _look(vault: OpenVault, mirror_id: UUID) -> Kept[MirrorLook] | None:
    looks = vault.all(MirrorLook)
    return next((one for one in looks if one.document.mirror_id == str(mirror_id)), None)

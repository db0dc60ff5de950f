"""The drafts of a vault: the one being written, those put away, and whether one may be written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from afterus.method import About, Drafting, drafting
from afterus.records import OpenVault
from afterus.records.documents import Draft, Kept, OneMessage
from afterus.web.mend.standing import Standing, standing


@dataclass(frozen=True)
class Desk:
    """Where someone stands with their drafts."""

    at: Standing
    left: Drafting
    said: OneMessage | None
    drafts: tuple[Kept[Draft], ...]

    def begun(self, about: About) -> Kept[Draft] | None:
        """The draft of this kind that is being written."""
        open_ones = (one for one in self.drafts if one.document.held_until is None)
        return next((one for one in open_ones if one.document.about == about), None)

    @property
    def held(self) -> tuple[Kept[Draft], ...]:
        """The drafts that were put away, the newest first."""
        return tuple(one for one in self.drafts if one.document.held_until is not None)

    @property
    def waiting(self) -> tuple[Kept[Draft], ...]:
        """Those of them that have not been looked at again."""
        return tuple(one for one in self.held if one.document.still is None)

    @property
    def looked(self) -> tuple[Kept[Draft], ...]:
        """Those that have."""
        return tuple(one for one in self.held if one.document.still is not None)

    @property
    def let_be(self) -> int:
        """How many were not to be sent any more, seen with fresh eyes."""
        return sum(one.document.still == "no" for one in self.looked)


def desk(vault: OpenVault) -> Desk:
    """The drafts, and what the last reading and the one message leave open."""
    at = standing(vault)
    said = vault.latest(OneMessage)
    left = drafting(at.reaching, said.document.said if said else None, at.made)
    return Desk(at, left, said.document if said else None, tuple(vault.all(Draft)))


def write(
    vault: OpenVault, where: Desk, text: str, about: About, now: datetime
) -> Kept[Draft] | None:
    """Keeps what is being written; an empty sheet is not begun."""
    begun = where.begun(about)
    if begun is None and not text.strip():
        return None
    if begun is not None and begun.document.text == text:
        return begun
    before = begun.document if begun else Draft(text="", about=about, written=now)
    document = replace(before, text=text, written=now)
    kept = vault.keep(document, begun.id if begun else None)
    return Kept(kept, now, document)


def is_ripe(draft: Draft, now: datetime) -> bool:
    """Whether its time of waiting is over."""
    return draft.held_until is not None and now >= draft.held_until


def titles(drafts: Sequence[Kept[Draft]], now: datetime) -> tuple[tuple[Kept[Draft], str], ...]:
    """Each draft with how it stands: waiting, ready, yes or no."""
    return tuple(
        (one, one.document.still or ("ready" if is_ripe(one.document, now) else "waiting"))
        for one in drafts
    )

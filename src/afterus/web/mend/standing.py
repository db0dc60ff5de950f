"""What the last reading leaves open, as every page of Mend asks for it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from afterus.method import Reaching, Reading, parse_answers, reaching
from afterus.records import OpenVault
from afterus.records.documents import SavedReading
from afterus.web.understand import saved


@dataclass(frozen=True)
class Standing:
    """The newest reading, when it was made, and what may lead to the other; no reading at first."""

    id: UUID | None
    reading: Reading | None
    made: datetime | None
    reaching: Reaching


def standing(vault: OpenVault) -> Standing:
    """Where this person stands by their newest reading."""
    kept = vault.latest(SavedReading)
    if kept is None:
        return Standing(None, None, None, reaching(None, None))
    reading = saved.reading_of(kept.document)
    answers = parse_answers(kept.document.answers)
    return Standing(kept.id, reading, kept.document.made, reaching(reading, answers))

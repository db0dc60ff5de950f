"""What comes back from a reflection: the shape of a reading."""

from typing import Any, Literal

import msgspec

from afterus.method.parts import Evidence, Level

Path = Literal["safety", "let_go", "space", "repair"]
PATHS: tuple[Path, ...] = ("safety", "let_go", "space", "repair")
"""In the order in which they win: what stands before repair is settled first."""

ContactAdvice = Literal["none", "wait", "one_message"]
Help = Literal["distress", "partner_violence", "own_behaviour"]


class Reason(msgspec.Struct, frozen=True):
    """Why: the principle applied, where it leads (``None``: it only adds light), and on what."""

    key: str
    principle: str
    leads_to: Path | None
    answers: tuple[Evidence, ...]


class WouldChange(msgspec.Struct, frozen=True):
    """Answers that, given instead (dotted key to value), would lead to another path."""

    changes: dict[str, Any]
    path: Path


class Reading(msgspec.Struct, frozen=True):
    """What the method concludes from one set of answers."""

    path: Path
    contact: ContactAdvice
    own_part: Level
    their_part: Level
    reasons: tuple[Reason, ...]
    steps: tuple[str, ...]
    look_again_in_days: int
    would_change: tuple[WouldChange, ...]
    help: tuple[Help, ...]

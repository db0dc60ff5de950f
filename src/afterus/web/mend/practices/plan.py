"""An if-then plan as a form sends it, and what may be wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from afterus.records.mending import Behaviour, Practice
from afterus.web.mend.space import typed

MOST_MOMENTS = 5
PARTS = ("cue", "old", "new")


@dataclass(frozen=True)
class Plan:
    """What was typed; `wrong` is the key of what is wrong with it, or ""."""

    cue: str = ""
    old: str = ""
    new: str = ""
    moments: str = ""

    @property
    def wrong(self) -> str:
        """Each of the three parts has to be said; the moments may be left out."""
        parts = (self.cue, self.old, self.new)
        if not typed.fits(*parts, self.moments):
            return "too_long"
        return "" if all(parts) else "empty"

    def begun(self, on: date, behaviour: Behaviour | None = None) -> Practice:
        """The practice it makes."""
        lines = (line.strip() for line in self.moments.splitlines())
        moments = tuple(line for line in lines if line)[:MOST_MOMENTS]
        return Practice(
            begun=on, cue=self.cue, old=self.old, new=self.new, moments=moments, behaviour=behaviour
        )


def plan_from(form: Mapping[str, str]) -> Plan:
    """The plan as it was typed."""
    return Plan(**{name: form.get(name, "").strip() for name in (*PARTS, "moments")})


def plan_of(practice: Practice) -> Plan:
    """A practice, to be typed anew."""
    return Plan(practice.cue, practice.old, practice.new, "\n".join(practice.moments))

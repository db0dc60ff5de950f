"""What the rules look at: the answers with both parts weighed and the findings that stand."""

import msgspec

from afterus.method.answers import value_at
from afterus.method.contract import BEHAVIOURS, Answers, Control, Ex, Safety
from afterus.method.parts import Evidence, Part, parts
from afterus.safety.findings import Finding

EARLY_DAYS = 7
"""Before this many days only what cannot change is decided."""

NOT_ACCEPTED, ACCEPTED = 3, 7
"""Acceptance up to the first is "no", from the second on "yes", between them "in part"."""

LOW = 3
"""Valued or available up to here: the other did not value them, or was not there."""

ENOUGH_BEHAVIOURS = 3
"""So many of the five questions must be answered before "little was mine" can be said."""


FIVE = tuple(f"behaviours.{name}.how_often" for name in BEHAVIOURS)


class Facts(msgspec.Struct, frozen=True):
    """Everything one reading rests on."""

    answers: Answers
    findings: tuple[Finding, ...]
    own: Part
    their: Part

    @property
    def safety(self) -> Safety:
        return self.answers.safety or _NO_SAFETY

    @property
    def ex(self) -> Ex:
        return self.answers.ex or _NO_EX

    @property
    def control(self) -> Control:
        return self.answers.control or _NO_CONTROL

    @property
    def early(self) -> bool:
        """Whether the break is too fresh to decide what may still move."""
        days = self.answers.ended_days_ago
        return days is not None and days < EARLY_DAYS

    @property
    def accepts(self) -> bool:
        """Whether they accept in full that their own actions did significant harm."""
        return self.answers.acceptance is not None and self.answers.acceptance >= ACCEPTED

    @property
    def own_is_clear(self) -> bool:
        """Whether enough of the five questions was answered to say "little"."""
        return self.own.behaviours_said >= ENOUGH_BEHAVIOURS

    def evidence(self, *keys: str) -> tuple[Evidence, ...]:
        """These answers as evidence; those not said are left out."""
        said = ((key, value_at(self.answers, key)) for key in keys)
        return tuple(Evidence(key, value) for key, value in said if value not in (None, ()))


_NO_SAFETY, _NO_EX, _NO_CONTROL = Safety(), Ex(), Control()


def weigh(answers: Answers, findings: tuple[Finding, ...] = ()) -> Facts:
    """Both parts weighed, and the findings the person has not set right kept."""
    standing = tuple(f for f in findings if f.reply != "not_meant")
    own, their = parts(answers, standing)
    return Facts(answers, standing, own, their)


def of_part(part: Part) -> tuple[Evidence, ...]:
    """The answers that a part rests on, heaviest first."""
    heaviest = sorted(part.items, key=lambda item: -item.weight)
    return tuple(evidence for item in heaviest for evidence in item.answers)


def missing(facts: Facts) -> tuple[str, ...]:
    """The starred answers without which nothing can be decided."""
    answers = facts.answers
    gaps = [key for key in ("ended_days_ago", "contact_now") if value_at(answers, key) is None]
    if not facts.own_is_clear and not facts.own.counts:
        gaps += [key for key in FIVE if value_at(answers, key) is None]
    if answers.acceptance is None and facts.own.level != "little":
        gaps.append("acceptance")
    if facts.ex.valued_me is None and facts.ex.available is None:
        gaps += ["ex.valued_me", "ex.available"]
    return tuple(gaps)

"""Own part and their part: one measure for both sides, so that no one is flattered.

Only answers that can be told from the other side count here. What either did is weighed item
by item; every item keeps the answer it rests on.
"""

from typing import Any, Literal

import msgspec

from afterus.method.contract import BEHAVIOURS, Answers, Behaviours, Ex, Mine
from afterus.safety.findings import Finding

Level = Literal["little", "some", "significant", "not_said"]
LEVELS: tuple[Level, ...] = ("not_said", "little", "some", "significant")

GRAVE = 4.0
"""One item of this weight makes a part significant by itself."""

SOME = 1.0

OFTEN = {"never": 0.0, "rarely": 0.0, "sometimes": 1.0, "often": 2.0, "constantly": GRAVE}
CAUSE = {"none": 1.0, "unclear": 0.5, "clear": 0.0, None: 0.5}
RESTRICTS = frozenset({"money", "friends", "clothes", "permission"})
"""Deciding over these is control, however seldom; watching alone weighs less."""


class Evidence(msgspec.Struct, frozen=True):
    """One answer that a statement rests on: its dotted key and its value."""

    key: str
    value: Any


class Item(msgspec.Struct, frozen=True):
    """One thing that one side did, its weight (0 to 4) and the answers it rests on."""

    answers: tuple[Evidence, ...]
    weight: float
    harm: bool = False


class Part(msgspec.Struct, frozen=True):
    """One side's part in what happened."""

    level: Level
    weight: float
    items: tuple[Item, ...]
    behaviours_said: int

    @property
    def counts(self) -> bool:
        """Whether there is something here that is this side's to look at."""
        return self.level in {"some", "significant"}


def parts(answers: Answers, findings: tuple[Finding, ...] = ()) -> tuple[Part, Part]:
    """Own part and their part, by the same measure."""
    own = _items(answers, findings, _OWN)
    their = _items(answers, findings, _THEIR)
    own_harmed = any(item.harm for item in their)
    their_harmed = any(item.harm for item in own)
    return (
        _part(own, answers.behaviours, own_harmed),
        _part(their, answers.their_behaviours, their_harmed),
    )


class _Side(msgspec.Struct, frozen=True):
    """Where one side's doings stand in the answers."""

    by: Literal["me", "ex"]
    behaviours: str
    person: str
    valued: str
    control: str
    hurt: str


_OWN = _Side("me", "behaviours", "mine", "valued_them", "by_me", "i_hurt_or_threatened_ex")
_THEIR = _Side("ex", "their_behaviours", "ex", "valued_me", "by_ex", "ex_hurt_or_threatened_me")


def _items(answers: Answers, findings: tuple[Finding, ...], side: _Side) -> list[Item]:
    items = _behaviour_items(getattr(answers, side.behaviours), side.behaviours)
    items += _person_items(getattr(answers, side.person), side)
    items += _harm_items(answers, findings, side)
    return items


def _behaviour_items(said: Behaviours | None, prefix: str) -> list[Item]:
    items = []
    for name in BEHAVIOURS:
        measure = getattr(said, name) if said else None
        if measure is None or measure.how_often is None:
            continue
        cause = measure.cause_given
        how = Evidence(f"{prefix}.{name}.how_often", measure.how_often)
        why = (Evidence(f"{prefix}.{name}.cause_given", cause),) if cause else ()
        items.append(Item((how, *why), OFTEN[measure.how_often] * CAUSE[cause]))
    return items


def _person_items(person: Ex | Mine | None, side: _Side) -> list[Item]:
    if person is None:
        return []
    weights = {
        "cheated": {"no": 0.0, "suspected": 0.0, "known": GRAVE},
        "lied": {"no": 0.0, "suspected": 0.0, "known": 2.0},
        "contempt": {"never": 0.0, "sometimes": 2.0, "often": GRAVE},
    }
    items = []
    for name, table in weights.items():
        value = getattr(person, name)
        if value is not None:
            items.append(Item((Evidence(f"{side.person}.{name}", value),), table[value]))
    for name in (side.valued, "available"):
        value = getattr(person, name)
        if value is not None:
            weight = GRAVE if value <= 2 else 2.0 if value <= 4 else 0.0
            items.append(Item((Evidence(f"{side.person}.{name}", value),), weight))
    return items


def _harm_items(answers: Answers, findings: tuple[Finding, ...], side: _Side) -> list[Item]:
    items = []
    if answers.safety and getattr(answers.safety, side.hurt):
        items.append(Item((Evidence(f"safety.{side.hurt}", True),), GRAVE, harm=True))
    control = getattr(answers.control, side.control) if answers.control else None
    if control:
        grave = controls(control)
        evidence = (Evidence(f"control.{side.control}", control),)
        items.append(Item(evidence, GRAVE if grave else 2.0, harm=grave))
    items += [
        Item((Evidence(finding.key, finding.quote),), GRAVE, harm=True)
        for finding in findings
        if finding.by == side.by and finding.kind != "suicide" and finding.reply != "not_meant"
    ]
    return items


def controls(kinds: tuple[str, ...]) -> bool:
    """Whether these are coercive control: any deciding over the other, or watching twice over."""
    return len(set(kinds)) >= 2 or not RESTRICTS.isdisjoint(kinds)


def _part(items: list[Item], said: Behaviours | None, harmed: bool) -> Part:
    # Whoever was hurt or controlled is not answerable for how they reacted: only harm counts then.
    counted = [item for item in items if item.harm or not harmed]
    weight = sum(item.weight for item in counted)
    named = sum(
        1
        for name in BEHAVIOURS
        if said and (m := getattr(said, name)) is not None and m.how_often is not None
    )
    return Part(
        level=_level(items, weight, counted),
        weight=weight,
        items=tuple(item for item in counted if item.weight),
        behaviours_said=named,
    )


def _level(said: list[Item], weight: float, counted: list[Item]) -> Level:
    if not said:
        return "not_said"
    if weight >= GRAVE or any(item.weight >= GRAVE for item in counted):
        return "significant"
    return "some" if weight >= SOME else "little"

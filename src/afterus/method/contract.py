"""The contract of a reading: every answer a reflection can give, and its values.

Everything is optional. ``None`` means "not said" and never stands for "no" or zero.
"""

from typing import Annotated, Literal

import msgspec

Behaviour = Literal["accusing", "holding_back", "demanding", "arguing", "overcomplicating"]
BEHAVIOURS: tuple[Behaviour, ...] = (
    "accusing",
    "holding_back",
    "demanding",
    "arguing",
    "overcomplicating",
)

Fear = Literal["loss", "cheated_on", "lied_to", "not_enough", "replaced", "alone"]
HowOften = Literal["never", "rarely", "sometimes", "often", "constantly"]
Cause = Literal["none", "unclear", "clear"]
Known = Literal["no", "suspected", "known"]
Contempt = Literal["never", "sometimes", "often"]
Contact = Literal["none", "some", "daily", "blocked", "asked_no_contact", "court_order"]
Motive = Literal["love", "pain_to_stop", "fear_of_alone", "pride", "children", "unfinished"]
ControlKind = Literal["money", "friends", "phone", "clothes", "permission", "whereabouts"]
Work = Literal["therapy", "stopped_checking", "stopped_drinking", "practised", "read", "apologised"]
Scale = Annotated[int, msgspec.Meta(ge=0, le=10)]
Count = Annotated[int, msgspec.Meta(ge=0)]


class _Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A group of answers; a field left at ``None`` was not said."""


class Measure(_Said, frozen=True):
    """How often one behaviour happened, and whether the other had given cause."""

    how_often: HowOften | None = None
    cause_given: Cause | None = None


class Behaviours(_Said, frozen=True):
    """The five self-questions."""

    accusing: Measure | None = None
    holding_back: Measure | None = None
    demanding: Measure | None = None
    arguing: Measure | None = None
    overcomplicating: Measure | None = None


class Ex(_Said, frozen=True):
    """The other's part, as the person sees it."""

    valued_me: Scale | None = None
    available: Scale | None = None
    cheated: Known | None = None
    lied: Known | None = None
    contempt: Contempt | None = None
    reason_given: str | None = None
    new_partner: bool | None = None
    open_to_talk: Literal["no", "unsure", "yes"] | None = None


class Mine(_Said, frozen=True):
    """What ``ex`` asks of the other, asked of oneself."""

    cheated: Known | None = None
    lied: Known | None = None
    contempt: Contempt | None = None
    valued_them: Scale | None = None
    available: Scale | None = None


class Safety(_Said, frozen=True):
    """Asked first, always."""

    afraid_of_ex: bool | None = None
    ex_hurt_or_threatened_me: bool | None = None
    i_hurt_or_threatened_ex: bool | None = None
    i_check_or_follow_ex: bool | None = None
    thoughts_of_suicide: Literal["no", "passing", "yes"] | None = None


class Control(_Said, frozen=True):
    """Who decided over what in the other's life."""

    by_ex: tuple[ControlKind, ...] | None = None
    by_me: tuple[ControlKind, ...] | None = None


class Drift(_Said, frozen=True):
    """What the other first loved in the person, and what the person showed later."""

    showed_early: str | None = None
    showed_late: str | None = None


class Insecurity(_Said, frozen=True):
    """One insecurity in the person's own words, with the fears it goes with."""

    text: str
    fears: tuple[Fear, ...] = ()


class Examples(_Said, frozen=True):
    """One moment from the person's own life for each of the five questions."""

    accusing: str | None = None
    holding_back: str | None = None
    demanding: str | None = None
    arguing: str | None = None
    overcomplicating: str | None = None


class Other(_Said, frozen=True):
    """The person's words for the one who left."""

    name: str | None = None
    pronouns: Literal["he", "she", "they"] | None = None


class Answers(_Said, frozen=True):
    """All that a reading is made from."""

    safety: Safety | None = None
    ended_days_ago: Count | None = None
    ended_by: Literal["ex", "me", "both"] | None = None
    contact_now: Contact | None = None
    behaviours: Behaviours | None = None
    acceptance: Scale | None = None
    ex: Ex | None = None
    relationship_months: Count | None = None
    times_broken_up_before: Count | None = None
    children: bool | None = None
    fears: tuple[Fear, ...] | None = None
    insecurities: tuple[str | Insecurity, ...] | None = None
    motive: tuple[Motive, ...] | None = None
    control: Control | None = None
    contact_in_their_words: str | None = None
    attempts_since: Literal["none", "one", "several", "many"] | None = None
    harm_example: str | None = None
    who_named_it: Literal["me", "ex", "both", "nobody"] | None = None
    work_done: tuple[Work, ...] | None = None
    drift: Drift | None = None
    brooding: Scale | None = None
    their_behaviours: Behaviours | None = None
    mine: Mine | None = None
    harm_pattern: Literal["once", "sometimes", "pattern"] | None = None
    harm_children: bool | None = None
    examples: Examples | None = None
    underneath: str | None = None
    other: Other | None = None

"""The documents of Mend: space and what pulls at it, chains, practices, readiness."""

from datetime import date, datetime
from typing import Literal

from afterus.records.document import Document

Trigger = Literal[
    "alone", "memory", "place_or_song", "saw_them", "hard_day", "news", "date", "drink", "other"
]
Way = Literal["breathing", "grounding", "walk", "call", "note", "letter", "waited", "other"]
How = Literal["wrote", "called", "answered", "met", "went_there"]
KeptTo = Literal["yes", "mostly", "no"]
WentHow = Literal["new", "partly", "old", "rehearsed"]
WhatNext = Literal["go_on", "smaller", "done", "put_away"]
Behaviour = Literal["accusing", "holding_back", "demanding", "arguing", "overcomplicating"]


class Space(Document, frozen=True, kw_only=True, tag="space"):
    """The day of the last contact, from which the days of space are counted."""

    since: date
    told: datetime


class Urge(Document, frozen=True, kw_only=True, tag="urge"):
    """Wanting to reach them, or to look at their page (`looked`: and having done so).

    `strength` is 1 to 5. `helped`: what eased it; `eased` is when that was said.
    """

    at: datetime
    strength: int
    trigger: Trigger
    looked: bool = False
    helped: tuple[Way, ...] = ()
    eased: datetime | None = None


class Slip(Document, frozen=True, kw_only=True, tag="slip"):
    """Having broken the space: `on` which day, and when it was `told`."""

    on: date
    told: datetime
    how: How
    trigger: Trigger
    note: str = ""


class NeededContact(Document, frozen=True, kw_only=True, tag="needed_contact"):
    """Contact that the children needed; never a slip. `kept_to`: it stayed about them."""

    on: date
    told: datetime
    kept_to: KeptTo
    note: str = ""


class Prepared(Document, frozen=True, kw_only=True, tag="prepared"):
    """Made in a calm hour for a hard one: someone to call, and a note to oneself."""

    written: datetime
    call_name: str = ""
    call_number: str = ""
    note: str = ""


class Chain(Document, frozen=True, kw_only=True, tag="chain"):
    """How one behaviour came about, link by link, in the person's own words."""

    written: datetime
    behaviour: Behaviour
    trigger: str
    fear: str = ""
    reaction: str
    effect: str = ""
    underneath: str = ""


class Practice(Document, frozen=True, kw_only=True, tag="practice"):
    """One change, as an if-then plan; `moments` are the person's own, to rehearse it on."""

    begun: date
    cue: str
    old: str
    new: str
    behaviour: Behaviour | None = None
    moments: tuple[str, ...] = ()
    ended: date | None = None


class PracticeLog(Document, frozen=True, kw_only=True, tag="practice_log"):
    """How it went when the cue came; "rehearsed": gone through in mind, on `moment`."""

    on: date
    practice: str
    went: WentHow
    moment: str = ""
    note: str = ""


class PracticeReview(Document, frozen=True, kw_only=True, tag="practice_review"):
    """A look back at a week of a practice, and what comes next."""

    on: date
    practice: str
    choice: WhatNext
    changed: str = ""


class Readiness(Document, frozen=True, kw_only=True, tag="readiness"):
    """A check before a talk: what changed, where it shows, and whether a no can be heard."""

    on: date
    changed: str
    who_sees_it: Literal["others", "only_me", "nobody"]
    hope: Literal["own_it", "hear_them", "get_back"]
    a_no: Literal["can", "unsure", "cannot"]
    if_no: str = ""

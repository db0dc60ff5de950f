"""What entries hold: small typed documents, each with its version, as JSON inside the seal."""

from datetime import date, datetime
from typing import Any, Generic, Literal, TypeVar, get_args
from uuid import UUID

import msgspec

from afterus.records.chat_mirror import ChatMirror, MirrorLook, MirrorTold, MirrorWork
from afterus.records.document import Document
from afterus.records.letting_go import Celebration, LettingGoSheet, Plan, Trace
from afterus.records.mending import (
    Chain,
    NeededContact,
    Practice,
    PracticeLog,
    PracticeReview,
    Prepared,
    Readiness,
    Slip,
    Space,
    Urge,
)


class Settings(Document, frozen=True, kw_only=True, tag="settings"):
    """What the person chose. `country` is None until they choose one."""

    country: str | None = None
    language: str = "en"
    other_name: str = ""
    other_pronouns: Literal["he", "she", "they"] = "they"
    idle_minutes: int = 15


class Reflection(Document, frozen=True, kw_only=True, tag="reflection"):
    """A reflection under way or finished. `at` is the step it stands at.

    `replies`: finding id to what the person said of it. `way`: how much is asked, "again" what may
    have changed since the last reading. `seen`: the pages of care that were shown. `from_mirror`:
    the answers that rest on what the person confirmed of a chat.
    """

    started: datetime
    updated: datetime
    answers: dict[str, Any] = msgspec.field(default_factory=dict)
    at: str = ""
    state: dict[str, Literal["said", "skipped", "not_sure"]] = msgspec.field(default_factory=dict)
    replies: dict[str, str] = msgspec.field(default_factory=dict)
    way: Literal["short", "long", "again"] = "short"
    seen: tuple[str, ...] = ()
    finished: bool = False
    from_mirror: tuple[str, ...] = ()


class SavedReading(Document, frozen=True, kw_only=True, tag="reading"):
    """A reading as it was made, with the answers and findings it was made from."""

    made: datetime
    answers: dict[str, Any]
    findings: list[dict[str, Any]] = msgspec.field(default_factory=list)
    reading: dict[str, Any]
    from_mirror: tuple[str, ...] = ()


class StepDone(Document, frozen=True, kw_only=True, tag="step_done"):
    """A step of a reading that was done on a day."""

    on: date
    reading_id: str
    step: str
    note: str = ""


class Draft(Document, frozen=True, kw_only=True, tag="draft"):
    """A message not sent: being written, put away until `held_until`, or looked at again.

    `about`: the children only ("practical"), the one message, or anything else. `still`: whether
    the person would still send it, said on `looked`.
    """

    text: str
    about: Literal["them", "practical", "one_message"] = "them"
    written: datetime
    held_until: datetime | None = None
    still: Literal["yes", "no"] | None = None
    looked: datetime | None = None


class OneMessage(Document, frozen=True, kw_only=True, tag="one_message"):
    """That the one message was said, by the person themselves and elsewhere."""

    said: datetime
    text: str


class UnsentLetter(Document, frozen=True, kw_only=True, tag="unsent_letter"):
    """A letter that stays here; `goodbye`: one that ends something."""

    written: datetime
    text: str
    goodbye: bool = False


class WrongFlag(Document, frozen=True, kw_only=True, tag="wrong_flag"):
    """That the draft check was wrong about these words of a text."""

    told: datetime
    label: str
    words: str
    text: str


AnyDocument = (
    Settings
    | Reflection
    | SavedReading
    | StepDone
    | Draft
    | OneMessage
    | UnsentLetter
    | WrongFlag
    | LettingGoSheet
    | Trace
    | Plan
    | Celebration
    | ChatMirror
    | MirrorLook
    | MirrorWork
    | MirrorTold
    | Space
    | Urge
    | Slip
    | NeededContact
    | Prepared
    | Chain
    | Practice
    | PracticeLog
    | PracticeReview
    | Readiness
)
# Never exported, and gone a day later at the latest.
PASSING: tuple[type[Document], ...] = (MirrorLook, MirrorWork, MirrorTold)
D = TypeVar("D", bound=Document, covariant=True)


class Kept(msgspec.Struct, Generic[D], frozen=True):
    """A document as it lies in the vault; `kept` is when it was first put there."""

    id: UUID
    kept: datetime
    document: D


def kind_of(document: type[Document] | Document) -> str:
    """The kind of a document, or of a class of documents."""
    return str(document.__struct_config__.tag)


def version_of(document: type[Document]) -> int:
    """The version in which this release writes such documents."""
    return int(next(f.default for f in msgspec.structs.fields(document) if f.name == "version"))


VERSIONS = {kind_of(each): version_of(each) for each in get_args(AnyDocument)}

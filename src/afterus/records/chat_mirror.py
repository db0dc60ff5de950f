"""What is kept of a chat: figures and chosen messages; for a while, what is being looked at."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from afterus.records.document import Document


class Verdict(msgspec.Struct, frozen=True):
    """What the person said of one question and one of the two; `how_often` where it stands."""

    said: Literal["confirm", "correct", "hide"]
    how_often: str | None = None


class ChosenQuote(msgspec.Struct, frozen=True):
    """A message the person chose to keep: when (ISO), by "me" or "them", and its words."""

    mark: str
    time: str
    by: str
    text: str
    labels: tuple[str, ...] = ()


class ChatMirror(Document, frozen=True, kw_only=True, tag="mirror"):
    """What a chat showed, kept: `figures` is a mirror's JSON without a word of the chat.

    `corrections`: mark of a message → label → whether it holds. `verdicts`: "accusing.me" and so
    on. `not_so`: signs that were no signs, such as "threat.me". `them`: the name in the chat.
    """

    made: datetime
    them: str
    format: str
    figures: dict[str, Any]
    corrections: dict[str, dict[str, bool]] = msgspec.field(default_factory=dict)
    verdicts: dict[str, Verdict] = msgspec.field(default_factory=dict)
    chosen: tuple[ChosenQuote, ...] = ()
    not_so: tuple[str, ...] = ()
    signs_seen: bool = False
    finished: bool = False


class MirrorLook(Document, frozen=True, kw_only=True, tag="mirror_look"):
    """For the time of looking: a mirror's JSON with its quotes and the lines around them."""

    mirror_id: str
    seen: dict[str, Any]


class MirrorWork(Document, frozen=True, kw_only=True, tag="mirror_work"):
    """A chat that is being read. Only the work writes it; `beat` says that it is alive.

    `chats`: the chats to choose from. `found`: what was read, once it is. `trouble`: why it
    ended, with `values` to fill in the sentence. `made`: the id of the mirror when it is done.
    `heard`: how much of what the person told has reached it.
    """

    state: Literal["waiting", "reading", "choosing", "asking", "looking", "trouble", "done"]
    beat: datetime
    share: float = 0.0
    chats: tuple[tuple[str, int | None], ...] = ()
    found: dict[str, Any] = msgspec.field(default_factory=dict)
    trouble: str = ""
    values: dict[str, str | int] = msgspec.field(default_factory=dict)
    made: str = ""
    heard: int = 0


class MirrorTold(Document, frozen=True, kw_only=True, tag="mirror_told"):
    """What the person told the work: a chat, who is who, or to stop. Only pages write it."""

    work_id: str
    told: dict[str, Any] = msgspec.field(default_factory=dict)
    stop: bool = False

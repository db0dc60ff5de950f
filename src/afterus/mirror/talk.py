"""A chat between two people as columns: one row a message, in the order of time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from afterus.chats import Message

ME, THEM = 0, 1
SIDES = (ME, THEM)

_START = datetime(1970, 1, 1)  # noqa: DTZ001 - the export's own clock, read as it stands
_SECONDS_A_DAY = 86_400


class TooFewPeople(ValueError):
    """The two people named did not both write in this chat; `missing` names who did not."""

    def __init__(self, missing: str) -> None:
        super().__init__(f"{missing!r} wrote nothing in this chat")
        self.missing = missing


@dataclass(frozen=True)
class Talk:
    """What two people wrote to each other.

    `times`: int64 seconds on the chat's own clock, ascending, shape (n,).
    `who`: int8, 0 me and 1 them. `written`: bool, a text and no picture or call.
    `words`: int32, words in each text. `texts`: the texts themselves, "" where there is none.
    `others`: messages left out because a third person or the app wrote them.
    """

    times: NDArray[np.int64]
    who: NDArray[np.int8]
    written: NDArray[np.bool_]
    words: NDArray[np.int32]
    texts: Sequence[str]
    others: int = 0

    def __len__(self) -> int:
        return len(self.texts)

    def moment(self, place: int) -> datetime:
        """When the message at this place was written, on the chat's own clock."""
        moment: datetime = np.datetime64(int(self.times[place]), "s").astype(datetime)
        return moment

    def mark(self, place: int) -> str:
        """The same sign for the same message whenever the chat is read again, side by side."""
        told = f"{int(self.times[place])}\x1f{self.texts[place]}"
        return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()

    def swapped(self) -> "Talk":
        """The same chat as the other one sees it."""
        return Talk(
            self.times,
            (1 - self.who).astype(np.int8),
            self.written,
            self.words,
            self.texts,
            self.others,
        )

    @property
    def days(self) -> NDArray[np.int64]:
        """Whole days since 1970 for each message."""
        return self.times // _SECONDS_A_DAY

    @property
    def months(self) -> NDArray[np.int64]:
        """Whole months since 1970 for each message."""
        return self.times.astype("datetime64[s]").astype("datetime64[M]").astype(np.int64)

    @property
    def hours(self) -> NDArray[np.int64]:
        """The hour of the day, 0 to 23, of each message."""
        return self.times % _SECONDS_A_DAY // 3600


def talk_of(
    messages: Iterable[Message],
    me: str,
    them: str,
    *,
    same: Mapping[str, str] | None = None,
    zone: tzinfo | None = None,
) -> Talk:
    """The talk of two people in a chat.

    `same` says which other names belong to one of the two (a name changed midway). Times that name
    their zone are read on the clock of `zone`; times without one stand as the export wrote them.
    Raises TooFewPeople where one of the two wrote nothing.
    """
    sides = {me: ME, them: THEM}
    sides |= {name: sides[to] for name, to in (same or {}).items() if to in sides}
    times: list[float] = []
    who: list[int] = []
    written: list[bool] = []
    texts: list[str] = []
    others = 0
    for message in messages:
        side = sides.get(message.sender) if message.sender is not None else None
        if side is None or message.kind in ("system", "deleted"):
            others += side is None
            continue
        times.append(_seconds(message.time, zone))
        who.append(side)
        written.append(message.kind == "text")
        texts.append(message.text)
    for side, name in ((ME, me), (THEM, them)):
        if side not in who:
            raise TooFewPeople(name)
    return _sorted(times, who, written, texts, others)


def _sorted(
    times: list[float], who: list[int], written: list[bool], texts: list[str], others: int
) -> Talk:
    when = np.array(times, dtype=np.float64).astype(np.int64)
    order = np.argsort(when, kind="stable")
    if not np.array_equal(order, np.arange(len(order))):
        texts = [texts[place] for place in order]
    return Talk(
        times=when[order],
        who=np.array(who, dtype=np.int8)[order],
        written=np.array(written, dtype=np.bool_)[order],
        words=np.array([len(text.split()) for text in texts], dtype=np.int32),
        texts=texts,
        others=others,
    )


def _seconds(moment: datetime, zone: tzinfo | None) -> float:
    if moment.tzinfo is not None:
        moment = moment.astimezone(zone).replace(tzinfo=None)
    return (moment - _START).total_seconds()


def moment_of(second: int) -> str:
    """A second of the chat's own clock as an ISO moment."""
    return str(np.datetime64(second, "s"))


def seconds_of(day: date) -> int:
    """The first second of a day on the chat's own clock."""
    return (day - _START.date()).days * _SECONDS_A_DAY

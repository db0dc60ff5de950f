"""Where parsers put what they read: columns that grow, and a count of what was left out."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from operator import attrgetter, gt
from typing import TypeVar

from afterus.chats.chat import Chat, Dated, Notice, Skipped, participants
from afterus.chats.errors import NotAChat
from afterus.chats.message import Kind
from afterus.chats.table import MessageTable

T = TypeVar("T")
EXAMPLES = 5
_ZONE = attrgetter("tzinfo")


class Rows:
    """Messages in the order of the file, until ``chat`` puts them in the order of time."""

    def __init__(self) -> None:
        self.times: list[datetime] = []
        self.senders: list[str | None] = []
        self.kinds: list[Kind] = []
        self.texts: list[str] = []
        self.warnings: list[Notice] = []
        self._skipped: dict[str, tuple[int, list[int]]] = {}
        self._names: dict[str | None, str | None] = {}

    def __len__(self) -> int:
        return len(self.times)

    def add(self, time: datetime, sender: str | None, kind: Kind, text: str) -> None:
        """One message. A message of the system has no sender."""
        self.times.append(time)
        self.senders.append(None if kind == "system" else self._names.setdefault(sender, sender))
        self.kinds.append(kind)
        self.texts.append(text)

    def extend(
        self,
        times: list[datetime],
        senders: list[str | None],
        kinds: list[Kind],
        texts: list[str],
    ) -> None:
        """Many messages at once, as columns."""
        if "system" in kinds:
            pairs = zip(senders, kinds, strict=True)
            senders = [None if kind == "system" else sender for sender, kind in pairs]
        self.times += times
        self.senders += map(self._names.setdefault, senders, senders)
        self.kinds += kinds
        self.texts += texts

    def skip(self, reason: str, line: int, count: int = 1) -> None:
        """Something that is left out, with its line or record, from 1."""
        if not count:
            return
        before, lines = self._skipped.setdefault(reason, (0, []))
        if len(lines) < EXAMPLES:
            lines.append(line)
        self._skipped[reason] = (before + count, lines)

    def skipped(self) -> tuple[Skipped, ...]:
        """What was left out so far, by reason."""
        return tuple(Skipped(key, count, tuple(at)) for key, (count, at) in self._skipped.items())

    def warn(self, key: str, **values: int | str) -> None:
        """Something the person should know."""
        self.warnings.append(Notice(key, values))

    def warn_of_lost(self, text: str) -> None:
        """Say how many letters of this text could not be read."""
        if lost := text.count("\ufffd"):
            self.warn("bad_bytes", count=lost)

    def chat(self, format: str, name: str | None = None, dated: Dated | None = None) -> Chat:  # noqa: A002
        """The finished chat, in time order; equal times keep their order. Raises NotAChat."""
        if not self.times:
            raise NotAChat("no_messages", format=format)
        self._sort()
        dated = dated or Dated()
        return Chat(
            messages=MessageTable(self.times, self.senders, self.kinds, self.texts),
            format=format,
            name=name or None,
            participants=participants(self.senders),
            skipped=self.skipped(),
            order=dated.order,
            order_why=dated.why,
            ambiguous=dated.ambiguous,
            warnings=tuple(self.warnings),
        )

    def _sort(self) -> None:
        if len({zone is None for zone in set(map(_ZONE, self.times))}) > 1:
            # Times with and without a zone cannot be compared; none is then said to have one.
            self.times = [each.replace(tzinfo=None) for each in self.times]
        times = self.times
        if not any(map(gt, times, times[1:])):
            return
        places = sorted(range(len(times)), key=times.__getitem__)
        self.times = _taken(times, places)
        self.senders = _taken(self.senders, places)
        self.kinds = _taken(self.kinds, places)
        self.texts = _taken(self.texts, places)


def steps_back(times: Sequence[datetime], least: timedelta) -> int:
    """How often the clock goes back by this much or more, as when summer time ends."""
    if not any(map(gt, times, times[1:])):
        return 0
    return sum(1 for one, other in pairwise(times) if one > other and one - other >= least)


def _taken(column: list[T], places: list[int]) -> list[T]:
    return [column[place] for place in places]

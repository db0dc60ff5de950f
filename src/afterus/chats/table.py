"""Many messages as four columns: small in memory, quick to count over."""

from collections.abc import Iterator
from datetime import datetime
from typing import overload

import msgspec

from afterus.chats.message import Kind, Message


class MessageTable(msgspec.Struct, frozen=True, gc=False):
    """Messages in time order. Row ``i`` is ``times[i], senders[i], kinds[i], texts[i]``.

    ``len`` counts, iterating and indexing give :class:`Message`, a slice gives a table. Equal
    names and times share one object, so a million messages stay near what their texts weigh.
    """

    times: list[datetime]
    senders: list[str | None]
    kinds: list[Kind]
    texts: list[str]

    def __len__(self) -> int:
        return len(self.times)

    def __iter__(self) -> Iterator[Message]:
        return map(Message, self.times, self.senders, self.kinds, self.texts)

    @overload
    def __getitem__(self, place: int) -> Message: ...
    @overload
    def __getitem__(self, place: slice) -> "MessageTable": ...
    def __getitem__(self, place: int | slice) -> "Message | MessageTable":
        if isinstance(place, slice):
            return MessageTable(
                self.times[place], self.senders[place], self.kinds[place], self.texts[place]
            )
        return Message(self.times[place], self.senders[place], self.kinds[place], self.texts[place])

"""Many small JSON objects, read in blocks for speed; a bad one takes only its own place."""

from collections.abc import Callable, Sequence

import msgspec
from msgspec import Raw

from afterus.chats.chat import Progress
from afterus.chats.json_ import T, decoded
from afterus.chats.rows import Rows

SIZE = 1000
_BAD = (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError, OverflowError, OSError)


def in_blocks(
    raws: Sequence[Raw],
    decoder: msgspec.json.Decoder[T],
    take: Callable[[list[T], int], None],
    rows: Rows,
    progress: Progress,
) -> None:
    """Hand the messages to ``take`` in blocks, with the number of the first, from 1.

    ``take`` adds all of a block to the rows or raises before it adds any. A block that cannot be
    read is read again message by message, and those at fault are counted as skipped.
    """
    many: msgspec.json.Decoder[list[T]] = msgspec.json.Decoder(list[decoder.type])  # type: ignore[name-defined]
    for start in range(0, len(raws), SIZE):
        block = raws[start : start + SIZE]
        try:
            # One call for all is much faster than a call for each.
            take(many.decode(b"[" + b",".join(block) + b"]"), start + 1)
        except _BAD:
            for number, raw in enumerate(block, start + 1):
                try:
                    take([decoded(raw, decoder)], number)
                except _BAD:
                    rows.skip("bad_message", number)
        progress(min(1.0, (start + SIZE) / len(raws)))

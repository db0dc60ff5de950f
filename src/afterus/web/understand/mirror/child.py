"""``python -m afterus.web.understand.mirror.child``: reads one chat and holds the mirror up.

It knows no key and no database, and writes nothing to disk. Standard input brings the files (how
many, then for each the length of its name, its length, its name, its bytes) and then a line of
JSON for each thing the person said; standard output tells, a line of JSON each, how far it is.
"""

import io
import sys
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from time import monotonic
from typing import Any, BinaryIO

import msgspec

from afterus.chats import Chat, ChatError, list_chats, read_chat
from afterus.language import fast_model
from afterus.mirror import TooFewPeople, mirror, talk_of

Tell = Callable[[str, Mapping[str, object]], None]
Share = Callable[[str, float], None]
Read = Callable[[bool | None], Chat]
_MOST_NAMES = 60
_TELL_EACH = 0.25


def pack(files: list[tuple[str, bytes]], out: BinaryIO) -> None:
    """Writes the files as `unpack` reads them."""
    out.write(len(files).to_bytes(4, "big"))
    for name, raw in files:
        told = name.encode("utf-8", "replace")
        out.write(len(told).to_bytes(4, "big") + len(raw).to_bytes(8, "big") + told)
        out.write(raw)
    out.flush()


def unpack(source: BinaryIO) -> bytes:
    """The one file; several come as a zip of them."""
    files = []
    for _ in range(int.from_bytes(source.read(4), "big")):
        size, length = (int.from_bytes(source.read(many), "big") for many in (4, 8))
        files.append((source.read(size).decode("utf-8", "replace"), source.read(length)))
    if len(files) == 1:
        return files[0][1]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as together:
        for place, (name, raw) in enumerate(files):
            together.writestr(f"{place}/{name or 'chat'}", raw)
    return out.getvalue()


def work(source: BinaryIO, tell: Tell) -> None:
    """All of it: reads the files, asks what is not clear, tells the mirror."""
    share = _now_and_then(tell)
    try:
        read = _chosen(unpack(source), source, tell, share)
        chat = read(None)
        tell("found", {"found": _found(chat)})
        while told := _next(source):
            if chat.ambiguous and told.get("day_first") is not None:
                chat = read(bool(told["day_first"]))
            try:
                _look(chat, told, tell, share)
            except TooFewPeople as error:
                tell("found", {"found": _found(chat) | {"wrong": error.missing}})
            else:
                return
    except ChatError as error:
        tell("trouble", {"trouble": error.key, "values": dict(error.values)})


def _chosen(raw: bytes, source: BinaryIO, tell: Tell, share: Share) -> Read:
    """How to read the chat again and again: the only one, or the one the person chooses."""

    def read(day_first: bool | None, chosen: str | None = None) -> Chat:
        return read_chat(
            raw, chat=chosen, day_first=day_first, progress=lambda done: share("reading", done)
        )

    chosen = None
    list_of = list_chats(raw)
    if len(list_of) > 1:
        tell("choosing", {"chats": [(one.name, one.messages) for one in list_of]})
        chosen = str(_next(source).get("chat", ""))
    return partial(read, chosen=chosen)


def _look(chat: Chat, told: dict[str, Any], tell: Tell, share: Share) -> None:
    here = datetime.now().astimezone().tzinfo
    talk = talk_of(chat.messages, told["me"], told["them"], same=told.get("same"), zone=here)
    ended = date.fromisoformat(told["ended"]) if told.get("ended") else None
    seen = mirror(
        talk,
        fast_model(),
        ended=ended,
        corrections=told.get("corrections"),
        progress=lambda done: share("looking", done),
    )
    tell("seen", {"seen": seen, "format": chat.format, "them": told["them"]})


def _found(chat: Chat) -> dict[str, object]:
    """What the person is asked and told about a chat that was read."""
    times = chat.messages.times
    people = list(chat.participants.items())[:_MOST_NAMES]
    return {
        "format": chat.format,
        "name": chat.name,
        "people": people,
        "messages": len(chat.messages),
        "first": times[0].date().isoformat() if times else "",
        "last": times[-1].date().isoformat() if times else "",
        "order": chat.order,
        "ambiguous": chat.ambiguous,
        "skipped": [(one.reason, one.count) for one in chat.skipped],
        "warnings": [(one.key, one.values) for one in chat.warnings],
    }


def _next(source: BinaryIO) -> dict[str, Any]:
    """What the person said next; the work ends where nothing more will be said."""
    line = source.readline()
    if not line:
        raise SystemExit
    told: dict[str, Any] = msgspec.json.decode(line)
    return told


def _now_and_then(tell: Tell) -> Share:
    last = [0.0]

    def share(state: str, done: float) -> None:
        if monotonic() - last[0] >= _TELL_EACH:
            last[0] = monotonic()
            tell(state, {"share": round(done, 3)})

    return share


def main() -> None:
    """The child's own life."""
    out = sys.stdout.buffer

    def tell(state: str, values: Mapping[str, object]) -> None:
        out.write(msgspec.json.encode({"state": state, **values}) + b"\n")
        out.flush()

    try:
        work(sys.stdin.buffer, tell)
    except MemoryError:
        tell("trouble", {"trouble": "no_memory", "values": {}})


if __name__ == "__main__":
    main()

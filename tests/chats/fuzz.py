"""Exports, damaged: a quick round in the tests, and a long one by itself.

    python tests/chats/fuzz.py [--minutes 60] [--seed N]

Every damaged export must be read or refused with a sentence, soon, and what is read must be fit
to be written as JSON. A long run prints what it found and writes it beside the other crashes.
"""

import argparse
import random
import sys
import time
import zlib
from pathlib import Path

import msgspec
import samples

from afterus.chats import FORMATS, ChatError, list_chats, read_chat
from afterus.content import load

CRASHES = Path(__file__).parent / "crashes"
MOST_SECONDS = 10
WORDS = (
    b"\n", b"\r\n", b" - ", b": ", b"[", b"]", b"{", b"}", b'"', b"null", b"\xe2\x80\x8e",
    b"\\ud83d", b"&#55357;", b"<", b">", b"\xff", b"\x00", b"31/12/99, 24:60 - ", b"9" * 30,
    b"-1", b"1e999",
    b"\xe2\x80\xaf", b'"text"', b",", b"\t", b"(file attached)", b"<attached: a.jpg>", b"[" * 200,
    b'"messages"', b"0001-01-01", b"\xed\xa0\x80", b"9999-12-31T23:59:59+14:00", b"true",
    b"\x81",
)  # fmt: skip


def damaged(chance: random.Random, raw: bytes) -> bytes:
    """The same bytes with a few things changed, lost, doubled or put in."""
    data = bytearray(raw)
    for _ in range(chance.choice((1, 1, 2, 3, 8, 30))):
        if not data:
            break
        at = chance.randrange(len(data))
        length = chance.choice((1, 2, 8, 40, 300))
        what = chance.randrange(7)
        if what == 0:
            data[at] = chance.randrange(256)
        elif what == 1:
            del data[at : at + length]
        elif what == 2:
            data[at:at] = chance.choice(WORDS)
        elif what == 3:
            data[at:at] = data[at : at + length]
        elif what == 4:
            data[at : at + length] = chance.choice(WORDS)
        elif what == 5:
            other = chance.randrange(len(data))
            data[at : at + length] = data[other : other + length]
        else:
            del data[at:]
    return bytes(data)


def check(raw: bytes, format_: str | None, day_first: bool | None = None) -> str:
    """Read it, or be refused. Returns what came of it; anything else raises."""
    begun = time.process_time()
    try:
        names = list_chats(raw, format=format_)
        chat = read_chat(
            raw, format=format_, day_first=day_first, chat=names[0].name if names else None
        )
        result = "read"
        assert len(chat.messages) > 0
        assert sum(chat.participants.values()) + chat.messages.senders.count(None) == len(
            chat.messages
        )
        times = chat.messages.times
        assert times == sorted(times)
        for message in chat.messages:
            msgspec.json.encode(message)
            assert message.kind != "system" or message.sender is None
        for each in chat.skipped:
            assert load("en").has(f"chats.skipped.{each.reason}"), each.reason
    except ChatError as error:
        result = error.key
        assert load("en").has(f"chats.error.{error.key}"), error.key
    taken = time.process_time() - begun
    assert taken < MOST_SECONDS, f"{taken:.1f} s"
    return result


def main() -> int:
    """Damage and read until the time is up."""
    parser = argparse.ArgumentParser(description="Exports, damaged.")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=time.time_ns())
    arguments = parser.parse_args()
    chance, end = random.Random(arguments.seed), time.monotonic() + 60 * arguments.minutes
    tried, found, came = 0, 0, dict[str, int]()
    pool = {name: [raw] for name, (_, raw) in samples.ALL.items()}
    while time.monotonic() < end:
        name = chance.choice(list(pool))
        raw = damaged(chance, chance.choice(pool[name]))
        format_ = chance.choice((None, None, samples.ALL[name][0], chance.choice(FORMATS)))
        tried += 1
        try:
            result = check(raw, format_, chance.choice((None, None, True, False)))
            came[result] = came.get(result, 0) + 1
            # What is still read is worth damaging further.
            if result == "read" and len(raw) < 20_000 and chance.random() < 0.02:
                pool[name] = [*pool[name][-40:], raw, samples.ALL[name][1]]
        except Exception as error:
            found += 1
            CRASHES.mkdir(exist_ok=True)
            path = CRASHES / f"{format_ or 'any'}-{name}-{zlib.crc32(raw):08x}"
            path.write_bytes(raw)
            print(f"{path.name}: {type(error).__name__}: {error}", flush=True)
        if tried % 50_000 == 0:
            print(tried, came, flush=True)
    print(f"{tried} damaged exports, {found} crashes, seed {arguments.seed}: {came}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

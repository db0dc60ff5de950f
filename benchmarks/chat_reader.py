"""One reader reads one file in a process of its own, and says in JSON how long it took.

    python benchmarks/chat_reader.py READER FILE

Needs only what the reader needs, so that peers can run it in an environment of theirs.
"""

import json
import re
import resource
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

Came = tuple[int, dict[str, int]]


def count(senders: Any) -> Came:
    found: dict[str, int] = {}
    for sender in senders:
        found[sender] = found.get(sender, 0) + 1
    return sum(found.values()), found


def afterus() -> Callable[[Path], Came]:
    from afterus.chats import read_chat

    return lambda path: count(read_chat(path).messages.senders)


def bare() -> Callable[[Path], Came]:
    """The floor: one regular expression for a form that is known before, rows with times."""
    header = re.compile(r"\n(\d\d/\d\d/\d{4}, \d\d:\d\d) - (?:([^:\n]+): )?")

    def read(path: Path) -> Came:
        parts = header.split("\n" + path.read_bytes().decode())
        known: dict[str, datetime] = {}
        rows = []
        for stamp, sender, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
            moment = known.get(stamp)
            if moment is None:
                day, month, year = int(stamp[:2]), int(stamp[3:5]), int(stamp[6:10])
                moment = datetime(year, month, day, int(stamp[12:14]), int(stamp[15:17]))  # noqa: DTZ001
                known[stamp] = moment
            rows.append((moment, sender, text))
        return count(row[1] for row in rows)

    return read


def chatminer(name: str) -> Callable[[], Callable[[Path], Came]]:
    def ready() -> Callable[[Path], Came]:
        from chatminer import chatparsers

        def read(path: Path) -> Came:
            parser = getattr(chatparsers, name)(str(path))
            parser.parse_file()
            table = parser.parsed_messages.get_df(as_pandas=True)
            return count(table["author"])

        return read

    return ready


def whatstk() -> Callable[[Path], Came]:
    from whatstk import WhatsAppChat

    return lambda path: count(WhatsAppChat.from_source(str(path)).df["username"])


READERS: dict[str, Callable[[], Callable[[Path], Came]]] = {
    "afterus": afterus,
    "bare": bare,
    "whatstk": whatstk,
    "chatminer_whatsapp": chatminer("WhatsAppParser"),
    "chatminer_telegram": chatminer("TelegramJsonParser"),
    "chatminer_instagram": chatminer("InstagramJsonParser"),
}


def main() -> None:
    """Read once and report: seconds on the clock and of the processor, peak MiB, what came out."""
    read = READERS[sys.argv[1]]()
    clock, processor = time.perf_counter(), time.process_time()
    messages, senders = read(Path(sys.argv[2]))
    print(
        json.dumps(
            {
                "seconds": time.perf_counter() - clock,
                "cpu": time.process_time() - processor,
                "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "messages": messages,
                "senders": senders,
            }
        )
    )


if __name__ == "__main__":
    main()

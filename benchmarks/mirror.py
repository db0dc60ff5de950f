"""The whole mirror, from the bytes of a file to the figures: 10k to 1M messages (5M when asked).

    python -m benchmarks mirror
    python -m benchmarks.mirror 10000 5000000

Each size runs in a process of its own. Times are the processor's, so that other work on the machine
counts less; the peak is that process's whole memory, the language model and the file included.
"""

import io
import json
import resource
import subprocess
import sys
import time
from itertools import pairwise
from typing import Any

from .invented_chats import APPS, PEOPLE, said

SIZES = (10_000, 100_000, 1_000_000)


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """One line for each size; the last column is the time for each message."""
    for size in sizes:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.mirror", "--one", str(size)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        told = json.loads(done.stdout)
        parts = "  ".join(f"{name} {told[name]:7.2f} s" for name in ("read", "talk", "mirror"))
        each = told["all"] / size * 1e6
        print(
            f"  {size:>9} messages  {parts}  all {told['all']:7.2f} s  wall {told['wall']:7.2f} s"
            f"  peak {told['mib']:6.0f} MiB  {each:6.1f} µs a message"
        )


def one(size: int) -> dict[str, Any]:
    """All stages on one invented chat, in this process."""
    from afterus.chats import read_chat
    from afterus.language import fast_model
    from afterus.mirror import mirror, talk_of

    held = io.StringIO()
    held.writelines(APPS["android"](said(size)))
    raw = held.getvalue().encode()
    del held
    wall, clocks = time.perf_counter(), [time.process_time()]
    chat = read_chat(raw)
    clocks.append(time.process_time())
    del raw
    talk = talk_of(chat.messages, *PEOPLE)
    del chat
    clocks.append(time.process_time())
    seen = mirror(talk, fast_model())
    clocks.append(time.process_time())
    assert seen.whole.me.messages + seen.whole.them.messages == size
    read, shaped, looked = (after - before for before, after in pairwise(clocks))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "read": read,
        "talk": shaped,
        "mirror": looked,
        "all": clocks[-1] - clocks[0],
        "wall": time.perf_counter() - wall,
        "mib": peak,
    }


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(one(int(sys.argv[2]))))
    else:
        main(tuple(int(size) for size in sys.argv[1:]) or SIZES)

"""Importing chats: against a bare regular expression, against peers, and from 10k to 1M messages.

    python -m benchmarks chats

Peers (chat-miner, whatstk) are installed into an environment of their own in a temporary folder,
gone afterwards; where that cannot be done they are left out. Readers take turns, each in a process
of its own; the time is that of the processor, so that other work on the machine counts less. A
ratio is given only where messages and senders are right.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any

from .invented_chats import APPS, said

READER = Path(__file__).with_name("chat_reader.py")
PEERS = ("chat-miner==0.6.0", "whatstk==0.9.1")
RUNS = 5
CASES = {
    "android": ("afterus", "bare", "chatminer_whatsapp", "whatstk"),
    "iphone": ("afterus", "chatminer_whatsapp", "whatstk"),
    "telegram": ("afterus", "chatminer_telegram"),
    "instagram": ("afterus", "chatminer_instagram"),
}
MANY = 100_000
GROWING = (10_000, 100_000, 1_000_000)
Run = dict[str, Any]


def main() -> None:
    """Write the chats, let the readers take turns, print one line for each."""
    with tempfile.TemporaryDirectory(prefix="afterus-chats-") as folder:
        place = Path(folder)
        peers = with_peers(place / "peers")
        for app, readers in CASES.items():
            path = written(place, app, MANY)
            chosen = [each for each in readers if peers or each in ("afterus", "bare")]
            compare(app, path, chosen, peers)
            path.unlink()
        for app in ("android", "telegram", "instagram"):
            grow(place, app)


def with_peers(place: Path) -> Path | None:
    """The Python of an environment with the peers; ``None`` where it cannot be made."""
    try:
        venv.create(place, with_pip=True)
        python = place / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        pip = [str(python), "-m", "pip", "install", "--quiet", *PEERS]
        subprocess.run(pip, check=True, capture_output=True)
    except (subprocess.CalledProcessError, OSError):
        print("  chat-miner and whatstk could not be installed, so they are left out.")
        return None
    return python


def written(place: Path, app: str, count: int) -> Path:
    """A file with so many messages."""
    path = place / f"{app}-{count}.txt"
    with path.open("w", encoding="utf-8", newline="") as out:
        out.writelines(APPS[app](said(count)))
    return path


def compare(app: str, path: Path, readers: list[str], peers: Path | None) -> None:
    """Readers in turn, each several times."""
    runs: dict[str, list[Run]] = {reader: [] for reader in readers}
    for turn in range(RUNS + 1):
        for reader in readers:
            run = once(reader, path, peers)
            if turn and run is not None:
                runs[reader].append(run)
    own = statistics.median(run["cpu"] for run in runs["afterus"])
    right = {reader: found[0]["messages"] for reader, found in runs.items() if found}
    people = runs["afterus"][0]["senders"]
    for reader, found in runs.items():
        if not found:
            print(f"  {app:<10} {reader:<22} fails")
            continue
        cpu = statistics.median(run["cpu"] for run in found)
        peak = statistics.median(run["peak_mib"] for run in found)
        same = right[reader] == MANY and found[0]["senders"] == people
        ratio = f"{cpu / own:6.2f} x afterus" if same else f"wrong: {right[reader]} messages"
        print(f"  {app:<10} {reader:<22} {cpu:7.3f} s cpu  {peak:6.0f} MiB  {ratio}")


def grow(place: Path, app: str) -> None:
    """The time and the peak for ten times as many messages, and again."""
    for count in GROWING:
        path = written(place, app, count)
        runs = [run for _ in range(3) if (run := once("afterus", path, None))]
        cpu = statistics.median(run["cpu"] for run in runs)
        peak = statistics.median(run["peak_mib"] for run in runs)
        each = cpu / count * 1e6
        taken = f"{cpu:7.3f} s cpu  {peak:6.0f} MiB  {each:5.2f} µs each"
        print(f"  {app:<10} {count:>9,} messages {taken}")
        path.unlink()


def once(reader: str, path: Path, peers: Path | None) -> Run | None:
    """One run in a process of its own; ``None`` where it fails."""
    own = reader in ("afterus", "bare") or peers is None
    python = sys.executable if own else str(peers)
    done = subprocess.run(
        [python, str(READER), reader, str(path)], capture_output=True, text=True, check=False
    )
    return json.loads(done.stdout.splitlines()[-1]) if done.returncode == 0 else None

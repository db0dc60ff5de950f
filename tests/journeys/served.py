"""A running afterus with a home of its own, whose whole state can be kept and put back."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

RECORDS = Path(__file__).parents[1] / "records"
SOURCE = Path(__file__).parents[2] / "src"
# In life, but for passphrases that open fast.
FAST = {
    "DJANGO_SETTINGS_MODULE": "other_settings",
    "PYTHONPATH": os.pathsep.join(map(str, (RECORDS, SOURCE))),
}
WATCHED = Path(__file__).parent / "watched"
FILL = (
    "import sys, pathlib; from afterus.cli.demo import fill; print(fill(pathlib.Path(sys.argv[1])))"
)


@dataclass
class Server:
    """The `afterus` command on a free port; all that it prints goes to `log`."""

    home: Path
    log: Path
    environment: dict[str, str] = field(default_factory=lambda: dict(FAST))
    port: int = 0
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where the pages are."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def database(self) -> Path:
        """The file the vault lies in."""
        return self.home / "afterus" / "afterus.sqlite3"

    @property
    def opened(self) -> list[str]:
        """Every file that a watched server has opened for writing."""
        return Path(self.environment["AFTERUS_OPENED"]).read_text().splitlines()

    def start(self) -> None:
        """Start and wait until it answers; the port stays the same from start to start."""
        if not self.port:
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                self.port = free.getsockname()[1]
        command = [sys.executable, "-m", "afterus.cli.main", "--no-browser", "--port"]
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                [*command, str(self.port)], env=self._environment(), stdout=out, stderr=out
            )
        for _ in range(6000):
            with socket.socket() as trial:
                if trial.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            assert self.process.poll() is None, self.log.read_text()
            time.sleep(0.01)
        raise AssertionError("the server did not start")

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End the server, gently or by signal 9."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(20)

    def keep_state(self, file: Path) -> None:
        """Copy the database as it stands."""
        with closing(sqlite3.connect(self.database)) as now, closing(sqlite3.connect(file)) as copy:
            now.backup(copy)

    def put_back(self, file: Path) -> None:
        """Make the database again what it was; open sessions go on from now."""
        with closing(sqlite3.connect(file)) as copy, closing(sqlite3.connect(self.database)) as now:
            copy.backup(now)
            later = datetime.now(UTC) + timedelta(hours=1)
            now.execute("UPDATE django_session SET expire_date = ?", (f"{later:%Y-%m-%d %X}",))
            now.commit()

    def _environment(self) -> dict[str, str]:
        environment = os.environ | {
            "AFTERUS_HOME": str(self.home / "afterus"),
            "TMPDIR": str(self.home),
            "HOME": str(self.home),
        }
        for name in ("AFTERUS_DATABASE_URL", "PYTHONDONTWRITEBYTECODE", "AFTERUS_NOW"):
            environment.pop(name, None)
        return environment | self.environment


def watched(notes: Path) -> dict[str, str]:
    """The environment of a server that notes each file it opens for writing."""
    path = os.pathsep.join((str(WATCHED), FAST["PYTHONPATH"]))
    return FAST | {"PYTHONPATH": path, "AFTERUS_OPENED": str(notes)}


def invented_weeks(home: Path) -> str:
    """Put the demo's invented person into an empty home; gives the passphrase."""
    home.mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(home)],
        env=os.environ | FAST, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()


def one_reading(home: Path, answers: dict[str, Any], passphrase: str) -> Path:
    """Put a vault with one reading, made from these answers, into an empty home."""
    home.mkdir(parents=True)
    subprocess.run(
        [sys.executable, Path(__file__).parent / "just_read.py", str(home), passphrase],
        env=os.environ | FAST, input=json.dumps(answers), capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    return home / "afterus.sqlite3"

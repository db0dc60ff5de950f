"""A PostgreSQL for the tests: one that runs already, or one of our own that nobody else reaches."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

GIVEN = "AFTERUS_TEST_PG"


class NoPostgres(Exception):
    """There is none here: the message says what to install."""


@contextlib.contextmanager
def running_postgres() -> Iterator[str]:
    """The address of an empty database, postgresql://…; gone afterwards if it was started here.

    AFTERUS_TEST_PG names a running one; else the server's programs are looked for on this machine.
    Raises NoPostgres.
    """
    if given := os.environ.get(GIVEN):
        yield given
        return
    programs = _programs()
    # The folder must not be deep: a socket's path has room for about 100 letters.
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp") as folder:
        home = Path(folder)
        as_other = _unprivileged(home)
        data = home / "data"
        _run(as_other, programs / "initdb", "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8",
             "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        options = f"-k {home} -c listen_addresses='' -c fsync=off -c max_connections=60"
        _run(
            as_other,
            programs / "pg_ctl",
            "-D",
            data,
            "-w",
            "-l",
            home / "log",
            "-o",
            options,
            "start",
        )
        try:
            yield f"postgresql://tests@/postgres?host={quote(folder, safe='')}"
        finally:
            _run(as_other, programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    on_path = shutil.which("initdb")
    if not found and not on_path:
        raise NoPostgres(f"install PostgreSQL (on Debian: postgresql), or name one in {GIVEN}")
    return (found[-1] if found else Path(str(on_path))).parent


def _version(initdb: Path) -> int:
    return int(initdb.parts[-3])


def _unprivileged(home: Path) -> list[str]:
    """What to put before a command: the server refuses to run as root."""
    if os.geteuid() != 0:
        return []
    shutil.chown(home, "nobody")
    if shutil.which("setpriv"):
        return ["setpriv", "--reuid=nobody", "--clear-groups"]
    return ["su", "nobody", "-s", "/bin/sh", "-c", 'exec "$0" "$@"', "--"]


def _run(before: list[str], *command: object) -> None:
    done = subprocess.run(
        [*before, *map(str, command)], capture_output=True, text=True, cwd="/", timeout=60
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stderr or done.stdout}")

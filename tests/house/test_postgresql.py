"""What is kept, and what the pages do with it, holds on PostgreSQL as it does on SQLite."""

import os
import subprocess
import sys
from pathlib import Path

from postgres import running_postgres

ROOT = Path(__file__).parents[2]
# All that reads or writes a database; the pure parts of the pages are the same on any.
ROOMS = ["tests/records", *(f"tests/web/test_{name}.py" for name in (
    "account", "carried", "help", "leave", "lock", "recovery", "unlock", "welcome",
))]  # fmt: skip


def test_the_records_and_the_pages_hold_on_postgresql() -> None:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "DJANGO_"))}
    words = ["-q", "-p", "no:xdist", "-p", "no:cacheprovider", *ROOMS]
    with running_postgres() as url:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *words],
            env=kept | {"AFTERUS_DATABASE_URL": url},
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
    assert done.returncode == 0, done.stdout[-4000:]
    assert "passed" in done.stdout

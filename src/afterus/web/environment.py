"""Everything the pages read from the environment, in one place.

| variable | meaning | when absent |
|---|---|---|
| `AFTERUS_HOME` | folder of the database and signing key | the platform's user data folder |
| `AFTERUS_DATABASE_URL` | `postgresql://…` on a host | an SQLite file in the home |
| `AFTERUS_HOSTS` | further host names it answers to, with commas between | this computer only |
| `AFTERUS_SECRET_KEY` | signing key, for several machines | a key made once, kept in the home |
| `AFTERUS_NOW` | the time pages go by, ISO 8601 with offset; for tests and the demo | the clock |
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_dir

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True)
class Environment:
    """What was said in the environment, read once when the settings load."""

    home: Path
    database_url: str | None
    hosts: tuple[str, ...]
    secret_key: str | None


def read(variables: Mapping[str, str] = os.environ) -> Environment:
    """Reads the variables above, all but the time, which is asked for again on every page."""
    home = variables.get("AFTERUS_HOME") or user_data_dir("afterus", appauthor=False)
    more = (name.strip() for name in variables.get("AFTERUS_HOSTS", "").split(","))
    return Environment(
        home=Path(home).expanduser(),
        database_url=variables.get("AFTERUS_DATABASE_URL") or None,
        hosts=(*LOOPBACK, *(name for name in more if name)),
        secret_key=variables.get("AFTERUS_SECRET_KEY") or None,
    )

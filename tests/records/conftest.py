"""A vault that opens fast, and a place of its own for what must be looked at from outside."""

import os
import uuid
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from afterus.vault import TINY

PASSPHRASE = "lamp river stone"
URL = os.environ.get("AFTERUS_DATABASE_URL")
HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def fast_passphrases(settings):
    settings.AFTERUS_PASSPHRASE_COST = TINY


@pytest.fixture
def vault(transactional_db):
    from afterus.records import create_vault

    opened, _ = create_vault(PASSPHRASE)
    return opened


@pytest.fixture
def own_place(tmp_path):
    """Environment for another process with an empty database that is only the test's."""
    place = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join([str(HERE), str(HERE.parents[1] / "src")]),
        "DJANGO_SETTINGS_MODULE": "other_settings",
        "AFTERUS_HOME": str(tmp_path / "home"),
    }
    (tmp_path / "home").mkdir()
    if not URL:
        yield place
        return
    import psycopg

    name = f"place_{uuid.uuid4().hex}"
    with psycopg.connect(URL, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield place | {"AFTERUS_DATABASE_URL": urlunsplit(urlsplit(URL)._replace(path=name))}
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def files_on_disk(tmp_path):
    """All files the database of `own_place` lives in: the home, or the server's data folder."""

    def found():
        if not URL:
            return [file for file in (tmp_path / "home").rglob("*") if file.is_file()]
        import psycopg

        with psycopg.connect(URL, autocommit=True) as server:
            server.execute("CHECKPOINT")
            folder = Path(server.execute("SHOW data_directory").fetchone()[0])
        if not os.access(folder, os.R_OK):
            pytest.skip("the server's files are not on this machine")
        return [file for file in folder.rglob("*") if file.is_file()]

    return found

"""Which database is used, and how it is set."""

from pathlib import Path

import pytest
from django.db import connection

from afterus.web.database import databases

HOME = Path("/home/ana/afterus")


def test_without_an_address_it_is_a_file_at_home():
    chosen = databases(HOME, None)["default"]
    assert chosen["ENGINE"].endswith("sqlite3")
    assert chosen["NAME"] == "/home/ana/afterus/afterus.sqlite3"
    assert chosen["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_an_address_names_a_server():
    url = "postgresql://ana:p%40ss@db.example:5433/after%20us?sslmode=require"
    chosen = databases(HOME, url)["default"]
    assert chosen["ENGINE"].endswith("postgresql")
    assert (chosen["HOST"], chosen["PORT"]) == ("db.example", "5433")
    assert (chosen["USER"], chosen["PASSWORD"], chosen["NAME"]) == ("ana", "p@ss", "after us")
    assert chosen["OPTIONS"] == {"sslmode": "require"}


def test_an_address_may_name_a_socket():
    chosen = databases(HOME, "postgresql://ana@/afterus?host=%2Frun%2Fpg")["default"]
    assert (chosen["HOST"], chosen["PORT"], chosen["OPTIONS"]) == ("/run/pg", "", {})


def test_any_other_address_is_refused():
    with pytest.raises(ValueError, match="postgresql://"):
        databases(HOME, "mysql://ana@db/afterus")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite")
def test_the_file_is_set_to_lose_nothing_and_to_wipe_what_is_erased(db):
    asked = {"synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2}
    with connection.cursor() as cursor:
        for name, value in asked.items():
            assert cursor.execute(f"PRAGMA {name}").fetchone()[0] == value, name

"""Which database is used, and how it is set."""

from pathlib import Path

import pytest
from django.db import connection

from afterus.records import NotKept
from afterus.records.documents import Reflection
from afterus.web.database import databases

from .samples import REFLECTION, STEP

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


@pytest.mark.skipif(connection.vendor != "sqlite", reason="fills an SQLite file")
def test_a_full_disk_is_named_and_loses_nothing_that_was_kept(vault):
    entry = vault.keep(STEP)
    with connection.cursor() as cursor:
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(NotKept):
            for _ in range(50):
                vault.keep(REFLECTION, vault.keep(REFLECTION))
        cursor.execute("PRAGMA max_page_count = 1073741823")
    assert vault.get(entry).document == STEP
    assert all(kept.document == REFLECTION for kept in vault.all(Reflection))
    assert vault.get(vault.keep(STEP)).document == STEP


@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite")
def test_the_file_is_set_to_lose_nothing_and_to_wipe_what_is_erased(db):
    asked = {"synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2}
    with connection.cursor() as cursor:
        for name, value in asked.items():
            assert cursor.execute(f"PRAGMA {name}").fetchone()[0] == value, name

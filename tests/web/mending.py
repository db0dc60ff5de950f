"""People who come to Mend with a reading."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import msgspec
from django.test import Client

from afterus.method import parse_answers, read
from afterus.records import OpenVault, unlock
from afterus.records.documents import SavedReading

PASSPHRASE = "river lamp stone bread"
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def reading_from(answers: dict[str, Any], made: datetime = NOON) -> SavedReading:
    """A reading made from these answers."""
    reading = msgspec.to_builtins(read(parse_answers(answers)))
    return SavedReading(made=made, answers=answers, reading=reading)


def vault() -> OpenVault:
    """The vault of whoever is there, opened beside their browser."""
    return unlock(PASSPHRASE)


def with_reading(browser: Client, answers: dict[str, Any], made: datetime = NOON) -> OpenVault:
    """The same browser after a reading was made from these answers; gives the vault."""
    assert browser.get("/").status_code == 200
    opened = vault()
    opened.restore(uuid4(), made, reading_from(answers, made))
    return opened

"""A browser without a screen, before and after the first run."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from afterus.vault import TINY

PASSPHRASE = "river lamp stone bread"


@pytest.fixture(autouse=True)
def cheap_and_at_home(settings: Any, tmp_path: Path) -> None:
    """A passphrase costs next to nothing to try, and nothing is written outside the test."""
    settings.AFTERUS_PASSPHRASE_COST = TINY
    settings.HOME = tmp_path
    settings.SECRET_KEY = "only for tests"
    settings.ALLOWED_HOSTS = ["127.0.0.1"]


@pytest.fixture
def browser(db: None) -> Client:
    """Somebody who has never been here."""
    return Client(HTTP_HOST="127.0.0.1")


@pytest.fixture
def opened(browser: Client) -> Iterator[Client]:
    """Somebody whose first run is over and whose vault is open."""
    shown = browser.post("/welcome", {"passphrase": PASSPHRASE, "again": PASSPHRASE})
    code = shown.context["code"]
    groups = code.split("-")
    browser.post("/recovery", {"do": "check", "code": code, "part": groups[1] + groups[4]})
    browser.code = code  # type: ignore[attr-defined]
    yield browser


@pytest.fixture
def locked(opened: Client) -> Client:
    """The same person after locking."""
    opened.post("/lock")
    return opened

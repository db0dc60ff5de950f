"""The check before a talk, and where it leads when the door is not open."""

import pytest
from mending import NOON, vault, with_reading
from people import alice, bob, ex

from afterus.records.mending import Readiness

SAID = {"changed": "I ask once", "who_sees_it": "others", "hope": "own_it", "a_no": "can"}


@pytest.fixture(autouse=True)
def noon(monkeypatch):
    monkeypatch.setenv("AFTERUS_NOW", NOON.isoformat())


def page(browser, path="/mend/ready"):
    return " ".join(browser.get(path).content.decode().split())


@pytest.fixture
def at_the_door(opened):
    """Somebody whose half is mended, before an open door, after forty days."""
    with_reading(opened, alice())
    opened.post("/mend/space/since", {"since": "2026-10-01"})
    return opened


def test_who_can_hear_a_no_may_ask_once(at_the_door):
    assert "Ready to talk?" in page(at_the_door, "/mend/")
    answer = at_the_door.post("/mend/ready", SAID)
    assert "You may ask, once" in page(at_the_door, answer.headers["Location"])
    assert vault().latest(Readiness).document.hope == "own_it"


def test_who_cannot_hear_a_no_is_told_not_yet(at_the_door):
    answer = at_the_door.post("/mend/ready", SAID | {"a_no": "unsure"})
    told = page(at_the_door, answer.headers["Location"])
    assert "Not yet" in told
    assert "A no would be too much now." in told
    assert "How to begin" not in told


def test_an_unfinished_check_is_not_lost(at_the_door):
    answer = at_the_door.post("/mend/ready", {"changed": "I ask once"})
    assert answer.status_code == 422
    assert "I ask once" in answer.content.decode()


@pytest.mark.parametrize(
    "answers",
    [bob(), alice(contact_now="asked_no_contact"), alice(ex=ex(open_to_talk="unsure"))],
)
def test_where_the_door_is_not_open_nothing_is_asked_and_it_leads_to_letting_go(opened, answers):
    with_reading(opened, answers)
    told = page(opened)
    assert "To letting go" in told
    assert "<textarea" not in told
    opened.post("/mend/ready", SAID)
    assert vault().latest(Readiness) is None
    assert "How to begin" not in page(opened, "/mend/ready?kept=1")
    assert 'href="/mend/ready"' not in page(opened, "/mend/")


def test_on_safety_it_leads_to_help_and_speaks_of_no_letting_go(opened):
    with_reading(opened, alice(safety={"thoughts_of_suicide": "yes"}))
    told = page(opened)
    assert "To letting go" not in told
    assert 'class="button" href="/help"' in told

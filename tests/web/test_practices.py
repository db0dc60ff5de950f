"""One change at a time, noted kindly, rehearsed twice a day at most, looked back on each week."""

from datetime import timedelta

import pytest
from mending import NOON, vault, with_reading
from people import alice

from afterus.records.mending import Practice, PracticeLog, PracticeReview

PLAN = {"cue": "no reply for an hour", "old": "I write three more", "new": "I walk"}


@pytest.fixture(autouse=True)
def noon(monkeypatch):
    monkeypatch.setenv("AFTERUS_NOW", NOON.isoformat())


@pytest.fixture
def working(opened):
    """Somebody with a reading and a practice begun; its address."""
    with_reading(opened, alice())
    answer = opened.post("/mend/practices/new", PLAN | {"moments": "Tuesday\n\nthe train"})
    assert answer.status_code == 303
    return answer.headers["Location"]


def said(browser, path):
    return " ".join(browser.get(path).content.decode().split())


def test_a_plan_is_kept_with_moments_to_rehearse(opened, working):
    kept = vault().latest(Practice).document
    assert (kept.cue, kept.moments) == ("no reply for an hour", ("Tuesday", "the train"))
    assert "I write three more" in said(opened, "/mend/practices")


def test_an_unfinished_plan_and_a_second_one_are_not_kept_and_not_lost(opened, working):
    answer = opened.post("/mend/practices/new", PLAN | {"new": ""})
    assert "One line each" in answer.content.decode()
    answer = opened.post("/mend/practices/new", PLAN | {"new": "I sing"})
    assert answer.status_code == 422
    assert "I sing" in answer.content.decode()
    assert len(vault().all(Practice)) == 1


def test_how_it_went_is_noted_kindly_and_counted_by_week(opened, working):
    answer = opened.post(f"{working}/log", {"went": "old", "note": "late and tired"})
    assert "Good that you say it." in said(opened, answer.headers["Location"])
    opened.post(f"{working}/log", {"went": "new"})
    (week,) = opened.get(working).context["work"].weeks
    assert (week.new, week.old) == (1, 1)
    assert opened.post(f"{working}/log", {"went": "perfect"}).status_code == 422


def test_a_moment_is_rehearsed_twice_a_day_and_then_no_more(opened, working, monkeypatch):
    assert "Tuesday" in said(opened, working)
    opened.post(f"{working}/log", {"went": "rehearsed"})
    assert "the train" in said(opened, working)
    for _ in range(3):
        opened.post(f"{working}/log", {"went": "rehearsed"})
    assert "Twice is enough for one day" in said(opened, working)
    assert len(vault().all(PracticeLog)) == 2
    monkeypatch.setenv("AFTERUS_NOW", (NOON + timedelta(days=1)).isoformat())
    assert "Twice is enough" not in said(opened, working)


def test_after_a_week_it_is_looked_back_on_and_made_smaller_or_put_away(
    opened, working, monkeypatch
):
    assert "A week has passed" not in said(opened, working)
    monkeypatch.setenv("AFTERUS_NOW", (NOON + timedelta(days=7)).isoformat())
    assert "A week has passed" in said(opened, working)
    answer = opened.post(f"{working}/review", {"changed": "I notice it"})
    assert "I notice it" in answer.content.decode()
    answer = opened.post(f"{working}/review", {"choice": "smaller", "changed": "I notice it"})
    assert answer.headers["Location"] == f"{working}/smaller"
    opened.post(f"{working}/smaller", PLAN | {"new": "I put the phone down"})
    assert "A week has passed" not in said(opened, working)
    kept = vault().latest(Practice).document
    assert (kept.new, kept.begun) == ("I put the phone down", NOON.date())
    opened.post(f"{working}/review", {"choice": "done"})
    assert vault().latest(Practice).document.ended == NOON.date() + timedelta(days=7)
    assert len(vault().all(PracticeReview)) == 2
    assert "Choose one change" in said(opened, "/mend/practices")


def test_on_safety_and_before_a_reading_nobody_is_sent_to_work_on_their_part(opened):
    assert opened.post("/mend/practices/new", PLAN).headers["Location"] == "/mend/practices"
    with_reading(opened, alice(safety={"afraid_of_ex": True}))
    assert "This is not the time" in said(opened, "/mend/practices")
    assert opened.post("/mend/practices/new", PLAN).headers["Location"] == "/mend/practices"
    assert vault().latest(Practice) is None
    assert 'href="/mend/practices"' not in said(opened, "/mend/")


def test_words_of_despair_in_a_note_are_met_with_help(opened, working):
    answer = opened.post(f"{working}/log", {"went": "old", "note": "I want to die"})
    assert "You are not alone with this" in said(opened, answer.headers["Location"])

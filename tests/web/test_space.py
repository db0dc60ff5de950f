"""Space: days that no slip takes away, urges in two taps, slips that are data, help right now."""

from datetime import UTC, datetime, timedelta

import pytest
from mending import NOON, vault, with_reading
from people import alice

from afterus.records.mending import NeededContact, Prepared, Slip, Space, Urge


@pytest.fixture(autouse=True)
def noon(monkeypatch):
    monkeypatch.setenv("AFTERUS_NOW", NOON.isoformat())


def page(browser, path="/mend/space"):
    answer = browser.get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def days(browser):
    return browser.get("/mend/space").context["page"].days.days


def at(monkeypatch, **later):
    monkeypatch.setenv("AFTERUS_NOW", (NOON + timedelta(**later)).isoformat())


def begin(browser, since="2026-11-10"):
    assert browser.post("/mend/space/since", {"since": since}).status_code == 303


def slip(browser, **said):
    answer = browser.post("/mend/space/slip", {"how": "wrote", "when": "today"} | said)
    assert answer.status_code == 303
    return page(browser, answer.headers["Location"])


def test_the_days_begin_with_the_last_contact_they_name(opened):
    assert "When was the last contact?" in page(opened)
    begin(opened)
    assert days(opened) == 10
    assert vault().latest(Space).document.since.isoformat() == "2026-11-10"


@pytest.mark.parametrize("wrong", ["", "2026-11-21", "tomorrow", "0001-01-01"])
def test_a_day_that_cannot_be_is_asked_for_again(opened, wrong):
    answer = opened.post("/mend/space/since", {"since": wrong})
    assert answer.status_code == 422
    assert "not after today" in answer.content.decode()
    assert vault().latest(Space) is None


def test_a_slip_takes_no_day_away_and_its_own_day_adds_none(opened, monkeypatch):
    begin(opened)
    told = slip(opened, when="yesterday", note="two lines, at one")
    assert "10 days of space stay with you" in told
    assert "Let it be enough for today" in told
    assert days(opened) == 10
    at(monkeypatch, days=1)
    assert days(opened) == 10
    at(monkeypatch, days=2)
    assert days(opened) == 11
    assert "two lines, at one" in page(opened)


def test_slips_that_come_thick_lead_to_someone_to_talk_to(opened):
    for _ in range(2):
        assert "Let it be enough" in slip(opened)
    assert "Tell someone today" in slip(opened)


def test_a_slip_needs_to_be_said_and_what_was_typed_is_not_lost(opened):
    answer = opened.post("/mend/space/slip", {"note": "it was late"})
    assert answer.status_code == 422
    assert "it was late" in answer.content.decode()
    long = opened.post("/mend/space/slip", {"how": "met", "note": "x" * 2_001})
    assert "a little too long" in long.content.decode()
    assert vault().latest(Slip) is None


def test_words_of_despair_beside_a_slip_are_met_with_help(opened):
    assert "You are not alone with this" in slip(opened, note="I want to die")


def test_an_urge_is_noted_in_two_taps_and_says_later_what_helped(opened):
    answer = opened.post("/mend/space/urge/note", {"strength": "4", "trigger": "alone"})
    there = answer.headers["Location"]
    assert "Noted." in page(opened, there)
    opened.post(there, {"helped": ["walk", "nonsense"]})
    felt = vault().latest(Urge).document
    assert (felt.at, felt.strength, felt.trigger, felt.helped) == (NOON, 4, "alone", ("walk",))
    assert opened.get("/mend/space/urge").context["first"] == "walk"


@pytest.mark.parametrize("form", [{"trigger": "alone"}, {"strength": "6", "trigger": "alone"}, {}])
def test_an_urge_without_its_two_taps_is_asked_for_again(opened, form):
    answer = opened.post("/mend/space/urge/note", form)
    assert answer.status_code == 422
    assert "Say first how strong it is" in answer.content.decode()
    assert vault().latest(Urge) is None


def test_looking_at_their_page_is_an_urge_and_not_a_slip(opened):
    begin(opened)
    form = {"strength": "2", "trigger": "saw_them", "looked": "on"}
    told = page(opened, opened.post("/mend/space/urge/note", form).headers["Location"])
    assert "Looking is human" in told
    assert vault().latest(Urge).document.looked
    assert vault().latest(Slip) is None


def test_help_with_an_urge_has_a_person_and_a_note_once_they_were_prepared(opened):
    assert "tel:" not in page(opened, "/mend/space/urge")
    form = {"call_name": "Aoife", "call_number": "+353 1 234", "note": "It passed last time."}
    opened.post("/mend/space/prepare", form)
    told = page(opened, "/mend/space/urge")
    assert 'href="tel:+3531234"' in told
    assert "Call Aoife" in told
    assert "It passed last time." in told
    opened.post("/mend/space/prepare", form | {"note": "It always passes."})
    assert len(vault().all(Prepared)) == 1


def test_the_one_who_left_is_nobody_to_call_and_a_number_is_a_number(opened):
    opened.post("/choices", {})
    person = vault()
    from afterus.records.documents import Settings

    kept = person.latest(Settings)
    person.keep(Settings(other_name="Sam"), kept.id)
    answer = opened.post("/mend/space/prepare", {"call_name": " sam", "call_number": "123"})
    assert "Sam can&#x27;t be the one to call" in answer.content.decode()
    answer = opened.post("/mend/space/prepare", {"call_name": "Ben", "call_number": "call me"})
    assert "does not look like a number" in answer.content.decode()
    assert person.latest(Prepared) is None


def test_contact_for_the_children_is_kept_apart_and_is_no_slip(opened):
    with_reading(opened, alice(children=True))
    begin(opened)
    assert "Contact for the children" in page(opened)
    opened.post("/mend/space/children", {"kept_to": "yes", "note": "pick up at four"})
    assert "1 of 1 stayed about the children" in page(opened)
    assert days(opened) == 10
    assert vault().latest(Slip) is None
    assert vault().latest(NeededContact).document.note == "pick up at four"


CLOSED = [
    {"contact_now": "court_order", "children": True},
    {"contact_now": "asked_no_contact", "children": True},
    {"contact_now": "blocked", "children": True},
    {"safety": {"i_hurt_or_threatened_ex": True}, "children": True},
]


@pytest.mark.parametrize("answers", CLOSED)
def test_where_contact_is_closed_nothing_leads_to_it_and_nothing_counts_down(opened, answers):
    with_reading(opened, alice(**answers))
    begin(opened)
    told = page(opened)
    assert "Nothing here counts down to anything." in told
    assert "Contact for the children" not in told
    for asked in (opened.get, opened.post):
        answer = asked("/mend/space/children", {"kept_to": "yes"})
        assert answer.headers["Location"] == "/mend/space"
    assert vault().latest(NeededContact) is None
    for path in ("/mend/space", "/mend/space/urge", "/mend/space/slip"):
        assert "/mend/draft" not in page(opened, path)
    after = slip(opened)
    assert "Stop here" in after
    assert "Choose your country" in after or "country" in after


def test_without_a_country_help_can_still_be_chosen_beside_an_urge_on_safety(opened):
    with_reading(opened, alice(safety={"thoughts_of_suicide": "yes"}))
    assert "notice-safety" in page(opened, "/mend/space/urge")


def test_what_was_noted_by_mistake_is_taken_away_and_nothing_else_is(opened):
    begin(opened)
    slip(opened)
    person = vault()
    wrong, start = person.latest(Slip).id, person.latest(Space).id
    assert opened.post(f"/mend/space/away/{start}").status_code == 404
    assert opened.post(f"/mend/space/away/{wrong}").status_code == 303
    assert opened.post(f"/mend/space/away/{wrong}").status_code == 404
    assert person.latest(Slip) is None
    assert person.latest(Space) is not None


def test_patterns_wait_for_five_urges_and_then_tell_hours_triggers_and_what_helped(opened):
    person = vault()
    for day in range(4):
        person.keep(_felt(day))
    assert "You have noted 4 so far" in page(opened, "/mend/space/patterns")
    person.keep(_felt(5))
    told = page(opened, "/mend/space/patterns")
    assert "Most often they come between" in told
    assert "<svg" in told
    assert "5 times" in told


def _felt(days_ago):
    when = datetime(2026, 11, 19, 22, 30, tzinfo=UTC) - timedelta(days=days_ago)
    return Urge(at=when, strength=3, trigger="alone", helped=("walk",))


def test_space_is_behind_the_lock(locked):
    for path in ("", "/urge", "/slip", "/prepare", "/patterns", "/since"):
        assert locked.get(f"/mend/space{path}").status_code == 302

"""Before you send: what is looked at, what is not, and what is kept."""

import logging
import re

import pytest
from mending import vault, with_reading
from people import alice, bob, safe

from afterus.records.documents import Draft, OneMessage, UnsentLetter, WrongFlag

PRESSING = "Why are you ignoring me? Answer me now. You never cared about me."
KIND = "I care about you, and I respect your decision. Take all the time you need."
THREAT = "If you leave me I'll show everyone those photos."
FETCH = {"HTTP_X_REQUESTED_WITH": "fetch"}
MAY_SAY_IT = alice(attempts_since="none")
CLOSED = {
    "asked_no_contact": alice(contact_now="asked_no_contact"),
    "blocked": alice(contact_now="blocked"),
    "court_order": alice(contact_now="court_order"),
    "safety": alice(safety=safe(afraid_of_ex=True)),
}


def look(browser, text, about="them", **headers):
    form = {"text": text, "about": about}
    return browser.post("/mend/draft/check", form, **(headers or FETCH))


def said(answer):
    return answer.content.decode()


@pytest.fixture
def writer(opened):
    """Somebody whose reading leaves room for the one message."""
    with_reading(opened, MAY_SAY_IT)
    return opened


def test_what_presses_is_marked_and_each_mark_has_a_why_and_a_way(writer):
    page = said(look(writer, PRESSING))
    assert 'class="flag flag-rethink"' in page
    assert "What you could do" in page
    assert "<q>Answer" in page


def test_the_pieces_join_to_the_draft_again(writer):
    text = "I  miss you <b>so</b>\n\nAnswer me!! 💔 You lied to me, why"
    answer = look(writer, text)
    assert "".join(piece.text for piece in answer.context["check"].pieces) == text


def test_what_is_good_is_said_too(writer):
    page = said(look(writer, KIND))
    assert 'class="flag flag-good"' in page
    assert "flag-rethink" not in page


def test_looking_keeps_nothing_logs_nothing_and_is_not_stored(writer, caplog):
    with caplog.at_level(logging.DEBUG):
        answer = look(writer, PRESSING)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Answer me" not in caplog.text
    assert vault().latest(Draft) is None


def test_without_a_script_the_same_button_shows_the_page_and_keeps_the_draft(writer):
    page = said(look(writer, PRESSING, HTTP_ACCEPT="text/html"))
    assert "<textarea" in page
    assert 'class="flag flag-rethink"' in page
    assert vault().latest(Draft).document.text == PRESSING


def test_it_is_behind_the_lock_and_asks_for_a_token(locked):
    assert look(locked, PRESSING).status_code == 403
    locked.handler.enforce_csrf_checks = True
    assert look(locked, PRESSING).status_code == 403


def test_a_form_from_elsewhere_is_refused(writer):
    writer.handler.enforce_csrf_checks = True
    assert look(writer, PRESSING).status_code == 403


def test_without_a_reading_the_reflection_comes_first(opened):
    page = said(opened.get("/mend/draft"))
    assert "First look at what happened" in page
    assert "<textarea" not in page
    assert look(opened, PRESSING).status_code == 409


@pytest.mark.parametrize("why", list(CLOSED))
def test_where_nothing_may_lead_to_them_no_draft_is_looked_at(opened, why):
    with_reading(opened, CLOSED[why])
    for page in ("", "/children", "/one-message"):
        shown = said(opened.get(f"/mend/draft{page}"))
        assert "Write a letter that stays here" in shown
        assert "draft_check" not in shown
        assert "/mend/draft/check" not in shown
    for about in ("them", "practical", "one_message"):
        assert look(opened, KIND, about).status_code == 409
        opened.post("/mend/draft/hold", {"text": KIND, "about": about})
        opened.post("/mend/draft/keep", {"text": KIND, "about": about})
    assert vault().latest(Draft) is None
    assert '/mend/draft"' not in said(opened.get("/mend/"))


def test_what_was_typed_where_it_is_closed_is_not_lost(opened):
    with_reading(opened, CLOSED["blocked"])
    page = said(look(opened, KIND, HTTP_ACCEPT="text/html"))
    assert "I care about you" in page
    answer = opened.post("/mend/draft/stay", {"text": KIND})
    assert answer.status_code == 303
    assert vault().latest(UnsentLetter).document.text == KIND


def test_a_threat_stops_everything_but_help_and_is_not_held(writer):
    answer = look(writer, THREAT)
    page = said(answer)
    assert answer.context["check"].stop
    assert "flag" not in page
    assert answer.context["check"].help
    answer = writer.post("/mend/draft/hold", {"text": THREAT, "about": "them"})
    assert answer.status_code == 200
    assert "Stop here" in said(answer) or "has to stop" in said(answer)
    assert vault().latest(Draft).document.held_until is None


def test_a_wish_to_die_turns_to_help(writer):
    page = said(look(writer, "I want to die if you don't come back"))
    assert "You are not alone with this" in page


def test_with_a_country_the_lines_for_ones_own_behaviour_are_there(writer):
    writer.post("/account/choices", {"country": "GB", "idle_minutes": "15"})
    check = look(writer, THREAT).context["check"]
    assert {"own_behaviour", "distress"} <= {kind for kind, _ in check.help.groups}


def test_with_children_what_goes_beyond_them_is_marked(opened):
    with_reading(opened, alice(children=True, contact_now="daily"))
    assert "Only about the children" in said(opened.get("/mend/draft/children"))
    keys = [n.key for n in look(opened, KIND, "practical").context["check"].notes]
    assert keys[0] == "practical"
    plain = look(opened, "Mia has the dentist at five on Friday.", "practical").context["check"]
    assert plain.notes == ()


def test_without_children_there_is_no_page_for_them(writer):
    assert "Only about the children" not in said(writer.get("/mend/draft/children"))


def test_a_wrong_flag_is_told_once_and_the_words_are_not_marked_again(writer):
    before = look(writer, PRESSING).context["check"]
    note = next(one for one in before.notes if one.quotes)
    form = {"text": PRESSING, "about": "them", "wrong": note.key}
    after = writer.post("/mend/draft/wrong", form, **FETCH).context["check"]
    denied = {one.document.label for one in vault().all(WrongFlag)}
    assert denied <= set(note.labels)
    assert denied.isdisjoint(after.checked.labels)
    again = look(writer, PRESSING.upper()).context["check"]
    assert denied.isdisjoint(again.checked.labels)
    flag = vault().all(WrongFlag)[0]
    writer.post(f"/mend/draft/wrong/{flag.id}/undo")
    assert flag.id not in {one.id for one in vault().all(WrongFlag)}


def test_a_threat_told_to_be_wrong_is_kept_for_learning_and_still_stops(writer):
    form = {"text": THREAT, "about": "them", "wrong": "threatens"}
    after = writer.post("/mend/draft/wrong", form, **FETCH)
    assert after.context["check"].stop == "threatens"
    assert "You told us that this is not meant as a threat" in said(after)
    assert vault().latest(WrongFlag).document.label == "threatens"


def hold(browser, monkeypatch, text=KIND, about="one_message"):
    monkeypatch.setenv("AFTERUS_NOW", "2026-11-24T22:00:00+00:00")
    answer = browser.post("/mend/draft/hold", {"text": text, "about": about})
    return answer.headers["Location"]


def test_a_held_draft_is_out_of_sight_until_the_morning(writer, monkeypatch):
    there = hold(writer, monkeypatch, about="them")
    page = said(writer.get(there))
    assert "It waits until" in page
    assert "Take all" not in page
    writer.post(there, {"still": "yes"})
    assert vault().latest(Draft).document.still is None
    monkeypatch.setenv("AFTERUS_NOW", "2026-11-26T09:00:00+00:00")
    page = said(writer.get(there))
    assert "Would you still send it?" in page
    assert "Take all the time you need" in re.sub(r"<[^>]+>", "", page)


def test_whether_they_would_still_send_it_is_remembered(writer, monkeypatch):
    there = hold(writer, monkeypatch, about="them")
    monkeypatch.setenv("AFTERUS_NOW", "2026-11-26T09:00:00+00:00")
    writer.post(there, {"still": "night"})
    assert "It waits until" in said(writer.get(there))
    monkeypatch.setenv("AFTERUS_NOW", "2026-11-27T09:00:00+00:00")
    writer.post(there, {"still": "no"})
    assert "You let it be" in said(writer.get(there))
    assert "Of 1 draft that waited, you let 1 be." in said(writer.get("/mend/draft"))


def test_the_one_message_is_said_once_and_there_is_no_second(writer, monkeypatch):
    there = hold(writer, monkeypatch)
    writer.post(f"{there}/said")
    assert vault().latest(OneMessage) is None
    monkeypatch.setenv("AFTERUS_NOW", "2026-11-26T09:00:00+00:00")
    writer.post(f"{there}/said")
    assert vault().latest(OneMessage) is None
    writer.post(there, {"still": "yes"})
    assert "I have sent it" in said(writer.get(there))
    writer.post(f"{there}/said")
    assert vault().latest(OneMessage).document.text == KIND
    assert vault().all(Draft) == []
    for page in ("", "/one-message", "/children"):
        assert "It is said" in said(writer.get(f"/mend/draft{page}"))
    for about in ("them", "one_message", "practical"):
        assert look(writer, KIND, about).status_code == 409
        writer.post("/mend/draft/hold", {"text": KIND, "about": about})
    assert vault().all(Draft) == []


def test_a_draft_put_away_is_not_shown_once_a_later_reading_closes_the_door(writer, monkeypatch):
    there = hold(writer, monkeypatch, about="them")
    monkeypatch.setenv("AFTERUS_NOW", "2026-11-26T09:00:00+00:00")
    from datetime import UTC, datetime

    with_reading(writer, CLOSED["court_order"], datetime(2026, 11, 25, tzinfo=UTC))
    page = said(writer.get(there))
    assert "Would you still send it?" not in page
    assert "Take all" not in page
    writer.post(f"{there}/away", {"as": "letter"})
    assert vault().latest(UnsentLetter).document.text == KIND
    assert vault().all(Draft) == []


def test_a_draft_is_thrown_away_only_after_being_asked(writer, monkeypatch):
    there = hold(writer, monkeypatch, about="them")
    assert "Throw this draft away?" in said(writer.get(f"{there}/away"))
    writer.post(f"{there}/away")
    assert vault().all(Draft) == []


def test_who_is_to_let_go_may_have_a_draft_looked_at_but_has_no_one_message(opened):
    with_reading(opened, bob())
    page = said(opened.get("/mend/draft"))
    assert "<textarea" in page
    assert "one-message" not in page
    assert "Before you send" in said(opened.get("/mend/draft/one-message"))
    assert look(opened, KIND, "one_message").status_code == 409


def test_what_is_too_long_is_not_lost(writer):
    long = "word " * 4_001
    assert look(writer, long).status_code == 413
    page = look(writer, long, HTTP_ACCEPT="text/html")
    assert page.status_code == 422
    assert long.strip() in said(page)

"""/unlock and /unlock/forgotten: the way back in."""

import pytest
from django.contrib.sessions.models import Session

PASSPHRASE = "river lamp stone bread"


def test_the_right_passphrase_leads_back_to_the_page_that_was_open(locked):
    page = locked.get("/account/choices")
    assert page.headers["Location"] == "/unlock?next=%2Faccount%2Fchoices"
    answer = locked.post("/unlock", {"passphrase": PASSPHRASE, "next": "/account/choices"})
    assert answer.headers["Location"] == "/account/choices"
    assert locked.get("/account/choices").status_code == 200


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "/\\example.org"])
def test_unlocking_never_leads_to_another_site(locked, elsewhere):
    answer = locked.post("/unlock", {"passphrase": PASSPHRASE, "next": elsewhere})
    assert answer.headers["Location"] == "/"


def test_a_wrong_passphrase_is_said_kindly_and_opens_nothing(locked):
    answer = locked.post("/unlock", {"passphrase": "not it at all"})
    assert answer.status_code == 422
    assert "Nothing is lost" in answer.content.decode()
    assert locked.get("/account").status_code == 302


def test_several_wrong_tries_are_slowed_and_the_wait_is_said(locked):
    for _ in range(3):
        answer = locked.post("/unlock", {"passphrase": "not it at all"})
    assert "try again in 1 second." in answer.content.decode()
    early = locked.post("/unlock", {"passphrase": PASSPHRASE})
    assert early.status_code == 422
    assert "we have not looked at it" in early.content.decode()


def test_the_cookies_are_unreadable_by_scripts_and_end_with_the_browser(locked):
    answer = locked.post("/unlock", {"passphrase": PASSPHRASE})
    for name in ("s", "k"):
        cookie = answer.cookies[name]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Strict"
        assert not cookie["max-age"]
        assert not cookie["expires"]
        assert not cookie["secure"]


def test_over_https_the_cookies_are_secure(locked):
    answer = locked.post("/unlock", {"passphrase": PASSPHRASE}, secure=True)
    assert all(answer.cookies[name]["secure"] for name in ("s", "k"))


def test_neither_the_row_nor_the_cookie_opens_alone(opened):
    key, session = opened.cookies["k"].value, opened.cookies["s"].value
    del opened.cookies["k"]
    assert opened.get("/account").status_code == 302
    opened.cookies["k"] = key
    del opened.cookies["s"]
    assert opened.get("/account").status_code == 302
    opened.cookies["s"] = session
    assert opened.get("/account").status_code == 200


def test_the_recovery_code_opens_with_a_new_passphrase_and_is_used_up(locked):
    new = "four other plain words"
    form = {"code": locked.code.lower(), "passphrase": new, "again": new}
    shown = locked.post("/unlock/forgotten", form)
    assert shown.context["code"] != locked.code
    assert locked.get("/account").status_code == 200
    locked.post("/lock")
    assert locked.post("/unlock/forgotten", form).status_code == 422
    assert locked.post("/unlock", {"passphrase": PASSPHRASE}).status_code == 422
    assert locked.post("/unlock", {"passphrase": new}).status_code == 302


def test_a_slip_in_the_new_passphrase_does_not_cost_the_typed_code(locked):
    form = {"code": locked.code, "passphrase": "short", "again": "short"}
    assert locked.code in locked.post("/unlock/forgotten", form).content.decode()


def test_unlocking_starts_a_fresh_session_row(locked):
    locked.post("/unlock", {"passphrase": PASSPHRASE})
    before = locked.cookies["s"].value
    locked.post("/unlock", {"passphrase": PASSPHRASE})
    assert locked.cookies["s"].value != before
    assert Session.objects.count() == 1

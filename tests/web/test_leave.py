"""/leave: out, at once, with nothing left open."""

from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client


def test_leaving_ends_the_session_and_sends_the_browser_away(opened):
    answer = opened.post("/leave")
    assert answer.status_code == 303
    assert answer.headers["Location"] == settings.LEAVE_TO
    assert Session.objects.count() == 0
    assert opened.get("/account").status_code == 302


def test_the_browser_is_told_to_forget(opened):
    answer = opened.post("/leave")
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert answer.cookies["k"]["max-age"] == 0
    assert answer.headers["Cache-Control"] == "no-store"


def test_leaving_works_from_a_page_whose_token_is_long_gone(opened):
    strict = Client(enforce_csrf_checks=True, HTTP_HOST="127.0.0.1")
    strict.cookies = opened.cookies
    assert strict.post("/leave").status_code == 303
    assert Session.objects.count() == 0


def test_leaving_works_when_locked(browser):
    assert browser.post("/leave").status_code == 303


def test_the_neutral_site_may_be_reached_from_the_form(browser):
    policy = browser.get("/help").headers["Content-Security-Policy"]
    assert "form-action 'self' https://www.bbc.co.uk" in policy


def test_every_page_has_the_button_and_the_blocking_script(opened):
    for path in ("/help", "/account", "/leave/about", "/nowhere"):
        page = opened.get(path).content.decode()
        assert "data-leave" in page
        script = page.index("js/leave.js")
        assert script < page.index('rel="stylesheet"')
        assert "defer" not in page[script : page.index(">", script)]


def test_the_page_is_honest_about_the_history(browser):
    assert "history" in browser.get("/leave/about").content.decode()


def test_the_title_says_nothing(opened):
    assert "<title>Notes</title>" in opened.get("/account").content.decode()

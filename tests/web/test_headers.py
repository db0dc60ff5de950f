"""What every answer carries, and how it is served."""

import pytest
from django.test import Client

PAGES = ["/help", "/welcome", "/leave/about", "/nowhere"]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_closed_to_the_outside_and_kept_nowhere(browser, path):
    headers = browser.get(path).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"


def test_a_form_from_our_own_page_passes(opened):
    strict = Client(enforce_csrf_checks=True, HTTP_HOST="127.0.0.1")
    strict.cookies = opened.cookies
    token = strict.get("/account/choices").context["csrf_token"]
    form = {"csrfmiddlewaretoken": str(token), "other_name": "Sam"}
    answer = strict.post("/account/choices", form, HTTP_ORIGIN="http://127.0.0.1")
    assert answer.status_code == 302


def test_a_form_without_its_token_is_refused_and_what_was_typed_is_shown(opened):
    strict = Client(enforce_csrf_checks=True, HTTP_HOST="127.0.0.1")
    strict.cookies = opened.cookies
    words = "I have thought about this for a very long time."
    answer = strict.post("/account/choices", {"other_name": words})
    assert answer.status_code == 403
    assert words in answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store"


def test_another_host_name_is_refused(db):
    assert Client(HTTP_HOST="evil.example").get("/help").status_code == 400


def test_an_upload_stays_in_memory(settings):
    assert settings.FILE_UPLOAD_HANDLERS == [
        "django.core.files.uploadhandler.MemoryFileUploadHandler"
    ]


def test_a_fault_of_ours_shows_a_kind_page_and_logs_no_word(opened, monkeypatch, caplog):
    from afterus.web.logs import Wordless

    def fail(self, kind):
        raise RuntimeError("what the person wrote")

    monkeypatch.setattr("afterus.records.OpenVault.latest", fail)
    opened.raise_request_exception = False
    answer = opened.get("/account")
    assert answer.status_code == 500
    assert "Something broke, and it was us" in answer.content.decode()
    logged = "\n".join(Wordless().format(record) for record in caplog.records)
    assert "RuntimeError" in logged
    assert "what the person wrote" not in logged


def test_static_files_come_from_here(browser):
    answer = browser.get("/static/afterus/css/tokens.css")
    assert answer.status_code == 200
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    answer.close()

"""/welcome: a passphrase before anything else."""

import pytest

from afterus.records import vault_exists

LONG = "river lamp stone bread"


@pytest.mark.parametrize("path", ["/account", "/account/choices", "/account/export", "/recovery"])
def test_before_the_first_run_every_page_leads_to_welcome(browser, path):
    assert browser.get(path).headers["Location"] == "/welcome"


def test_unlocking_leads_to_welcome_while_there_is_no_vault(browser):
    assert browser.get("/unlock").headers["Location"] == "/welcome"
    assert browser.get("/unlock/forgotten").headers["Location"] == "/welcome"


@pytest.mark.parametrize(
    ("passphrase", "again", "sentence"),
    [
        ("short", "short", "a bit short"),
        (LONG, LONG + "s", "did not match"),
        (" " * 12,) * 2 + ("short",),
    ],
)
def test_a_passphrase_that_will_not_do_is_said_and_makes_no_vault(
    browser, passphrase, again, sentence
):
    answer = browser.post("/welcome", {"passphrase": passphrase, "again": again})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not vault_exists()


def test_a_good_passphrase_shows_the_recovery_code_once(browser):
    shown = browser.post("/welcome", {"passphrase": LONG, "again": LONG})
    code = shown.context["code"]
    assert all(group in shown.content.decode() for group in code.split("-"))
    assert code not in browser.get("/recovery").content.decode()


def test_nothing_else_opens_until_the_code_was_asked_back(browser):
    browser.post("/welcome", {"passphrase": LONG, "again": LONG})
    assert browser.get("/account").headers["Location"] == "/recovery"


def test_a_second_person_cannot_make_the_vault_anew(opened):
    answer = opened.post("/welcome", {"passphrase": LONG, "again": LONG})
    assert answer.headers["Location"] == "/unlock"


def test_no_typed_passphrase_comes_back_in_a_page(browser):
    answer = browser.post("/welcome", {"passphrase": LONG, "again": "other"})
    assert LONG not in answer.content.decode()

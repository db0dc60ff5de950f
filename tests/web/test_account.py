"""/account: choices, keys, and what becomes of the words."""

import io
import json
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from afterus.records import unlock, vault_exists
from afterus.records.documents import Settings

PASSPHRASE = "river lamp stone bread"
PAGES = ["", "/choices", "/passphrase", "/export", "/backup", "/import", "/erase"]


def kept():
    return unlock(PASSPHRASE).latest(Settings).document


@pytest.mark.parametrize("page", PAGES)
def test_every_account_page_opens_only_when_unlocked(opened, page):
    assert opened.get(f"/account{page}").status_code == 200
    opened.post("/lock")
    assert opened.get(f"/account{page}").status_code == 302


def test_choices_are_kept(opened):
    form = {"other_name": "  Sam  ", "other_pronouns": "she", "country": "DE", "idle_minutes": "5"}
    opened.post("/account/choices", form)
    assert kept() == Settings(other_name="Sam", other_pronouns="she", country="DE", idle_minutes=5)


def test_what_is_not_offered_changes_nothing(opened):
    before = kept()
    form = {"other_pronouns": "it", "country": "XX", "idle_minutes": "9999", "other_name": ""}
    opened.post("/account/choices", form)
    assert kept() == before


def test_changing_the_passphrase_keeps_this_page_open_and_ends_the_old_one(opened):
    new = "four other plain words"
    form = {"current": PASSPHRASE, "passphrase": new, "again": new}
    assert opened.post("/account/passphrase", form).status_code == 302
    assert opened.get("/account").status_code == 200
    opened.post("/lock")
    assert opened.post("/unlock", {"passphrase": PASSPHRASE}).status_code == 422
    assert opened.post("/unlock", {"passphrase": new}).status_code == 302


def test_the_passphrase_in_use_is_asked_for(opened):
    new = "four other plain words"
    form = {"current": "not it at all", "passphrase": new, "again": new}
    assert opened.post("/account/passphrase", form).status_code == 422
    assert unlock(PASSPHRASE)


def test_the_export_is_a_readable_zip(opened):
    opened.post("/account/choices", {"other_name": "Sam"})
    answer = opened.post("/account/export")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as file:
        entries = json.loads(file.read("afterus.json"))["entries"]
        assert "Sam" in file.read("afterus.md").decode()
    assert [entry["document"]["kind"] for entry in entries] == ["settings"]
    assert "attachment" in answer.headers["Content-Disposition"]


def test_the_file_is_only_handed_out_after_the_warning(opened):
    page = opened.get("/account/export")
    assert "not locked" in page.content.decode()
    assert page.headers["Content-Type"].startswith("text/html")


def test_the_backup_stays_sealed(opened):
    opened.post("/account/choices", {"other_name": "Samantha"})
    raw = opened.post("/account/backup").content
    assert b"Samantha" not in raw
    assert len(raw) > 100


def bring(client, raw, passphrase=""):
    form = {"file": SimpleUploadedFile("notes", raw), "passphrase": passphrase}
    return client.post("/account/import", form)


@pytest.mark.parametrize("way", ["export", "backup"])
def test_what_was_taken_out_comes_back(opened, way):
    vault = unlock(PASSPHRASE)
    entry = vault.keep(Settings(other_name="Samantha"))
    raw = opened.post(f"/account/{way}").content
    vault.erase(entry)
    answer = bring(opened, raw, PASSPHRASE)
    assert answer.headers["Location"] == "/account?done=import"
    assert vault.get(entry).document.other_name == "Samantha"


@pytest.mark.parametrize("raw", [b"not ours", b"PK\x03\x04", b"AFUSBACK\x01x", b"\xff\xfe", b"{}"])
def test_a_file_that_is_not_ours_is_said_and_changes_nothing(opened, raw):
    answer = bring(opened, raw)
    assert answer.status_code == 422
    assert "Nothing was changed" in answer.content.decode()


def test_a_backup_asks_for_its_own_passphrase(opened):
    raw = opened.post("/account/backup").content
    assert "does not open this backup" in bring(opened, raw, "not it").content.decode()


def test_no_file_is_said(opened):
    assert opened.post("/account/import", {}).status_code == 422


def test_erasing_needs_the_typed_word(opened):
    assert opened.post("/account/erase", {"typed": "yes"}).status_code == 422
    assert vault_exists()


def test_erasing_leaves_nothing_and_says_so(opened):
    answer = opened.post("/account/erase", {"typed": " Erase "})
    assert "It is gone" in answer.content.decode()
    assert not vault_exists()
    assert opened.get("/account").headers["Location"] == "/welcome"

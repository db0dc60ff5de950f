"""Your place here: the code, the passphrase, everything out, back in, and gone."""

import json
import zipfile

from visiting import first_run, unlock

NEW = "a lantern by the harbour wall"


def saved(visitor, button, into):
    """Presses the button and gives the file that comes down."""
    with visitor.page.expect_download() as coming:
        visitor.tap(button)
    file = into / coming.value.suggested_filename
    coming.value.save_as(file)
    return file


def test_a_forgotten_passphrase_a_noted_code_and_a_new_one(enter):
    visitor = enter("weeks", "desktop")
    visitor.goto("/account")
    visitor.follow_card("New recovery code")
    visitor.press("Show me a new code")
    code = visitor.page.input_value("input[name=code]")
    visitor.shot("recovery-code")
    visitor.press("I wrote it down")
    visitor.is_accessible()
    visitor.page.fill("#part", "wrong")
    visitor.press("That is it")
    assert visitor.reads("That does not match.")
    visitor.page.fill("#part", code.split("-")[1] + code.split("-")[4])
    visitor.press("That is it")
    visitor.press("Lock now")
    visitor.follow("I forgot it")
    visitor.is_accessible()
    visitor.page.fill("#code", code.lower())
    visitor.page.fill("#passphrase", NEW)
    visitor.page.fill("#again", NEW)
    visitor.press("Open my place")
    newer = visitor.page.input_value("input[name=code]")
    assert newer != code
    visitor.press("Lock now")
    unlock(visitor, NEW)
    visitor.goto("/")
    assert visitor.reads("Sam") or visitor.page.locator("h1").is_visible()


def test_a_changed_passphrase_locks_the_other_browsers(enter, visit, places):
    visitor = enter("weeks")
    other = visit(visitor.server, "desktop")
    other.page.context.add_cookies(places.of("weeks").cookies)
    other.goto("/account")
    assert other.path == "/account"
    visitor.goto("/account/passphrase")
    visitor.page.fill("#current", visitor.passphrase)
    visitor.page.fill("#passphrase", NEW)
    visitor.page.fill("#again", NEW)
    visitor.press("Change it")
    assert visitor.reads("Your passphrase is changed.")
    other.goto("/account")
    assert other.path.startswith("/unlock")


def test_everything_out_erased_and_brought_back(enter, tmp_path):
    visitor = enter("weeks")
    visitor.goto("/account/backup")
    backup = saved(visitor, "Save the backup", tmp_path)
    assert b"lunch" not in backup.read_bytes()
    visitor.goto("/account/export")
    export = saved(visitor, "Save it unlocked", tmp_path)
    with zipfile.ZipFile(export) as file:
        entries = json.loads(file.read("afterus.json"))["entries"]
        assert "lunch" in file.read("afterus.md").decode()
    visitor.goto("/account/erase")
    visitor.press("Erase it all")
    assert visitor.reads("Nothing was erased.")
    visitor.page.fill("#typed", "erase")
    visitor.press("Erase it all")
    assert visitor.reads("It is gone")
    visitor.shot("erased")
    old = visitor.passphrase
    first_run(visitor)
    for file, passphrase in ((backup, old), (export, "")):
        visitor.goto("/account/import")
        visitor.page.set_input_files("#file", file)
        visitor.page.fill("#passphrase", passphrase)
        visitor.press("Bring it back")
        assert visitor.reads("It is back.")
    visitor.goto("/understand/")
    readings = sum(entry["document"]["kind"] == "reading" for entry in entries)
    assert visitor.page.locator("main ul.cards a").count() == readings == 3


def test_a_file_that_is_not_ours_changes_nothing_and_says_so(enter, tmp_path):
    visitor = enter("settled")
    (tmp_path / "cat.jpg").write_bytes(b"\xff\xd8 no letters")
    visitor.goto("/account/import")
    visitor.page.set_input_files("#file", tmp_path / "cat.jpg")
    visitor.press("Bring it back")
    assert visitor.reads("Nothing was changed.")
    visitor.is_accessible()

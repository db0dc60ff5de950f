"""Everything out, back in, or gone: by the command line, one clear sentence when it cannot be."""

import argparse
import io
import json
import os
import resource
import stat
import sys
import zipfile
from datetime import UTC, datetime
from importlib.metadata import version

import pytest

from afterus.cli import erase, export, import_, vault
from afterus.cli.words import CannotDo
from afterus.records import back_up, create_vault, unlock, vault_exists
from afterus.records.documents import Reflection, Settings, StepDone, WrongFlag
from afterus.records.models import Entry, KeySlot
from afterus.vault import TINY, is_backup

PASSPHRASE = "lamp river stone"
STEP = {"on": "2026-11-24", "reading_id": "r1", "step": "celebrate", "note": "cake with Ben"}


@pytest.fixture(autouse=True)
def house(transactional_db, settings, tmp_path, monkeypatch):
    settings.AFTERUS_PASSPHRASE_COST = TINY
    settings.HOME = tmp_path / "home"
    monkeypatch.chdir(tmp_path)
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def opened():
    import msgspec

    made, _ = create_vault(PASSPHRASE)
    made.keep(Settings(other_name="Sam", other_pronouns="she"))
    made.keep(msgspec.convert(STEP, StepDone))
    answers = {"acceptance": 7, "ex": {"open_to_talk": "unsure"}}
    night = "2026-11-24T02:00:00Z"
    made.keep(msgspec.convert({"started": night, "updated": night, "answers": answers}, Reflection))
    return made


@pytest.fixture
def afterus(monkeypatch, capsys):
    """Runs a command with lines on standard input; gives what it told on standard error."""

    def run(*arguments, lines=()):
        top = argparse.ArgumentParser()
        commands = top.add_subparsers()
        for command in (export, import_, erase):
            command.add_parser(commands)
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        chosen = top.parse_args([str(each) for each in arguments])
        assert chosen.run(chosen) == 0
        out = capsys.readouterr()
        assert PASSPHRASE not in out.out + out.err
        return out.err

    return run


def contents(opened):
    return {found.id: found for found in opened.everything()}


def test_the_plain_copy_is_a_folder_of_json_and_markdown_that_warns(afterus, opened, tmp_path):
    told = afterus("export", "copy", "--passphrase-stdin", lines=[PASSPHRASE])
    assert "3 entries written to copy" in told
    assert "not locked" in told
    exported = json.loads((tmp_path / "copy/afterus.json").read_text())
    assert len(exported["entries"]) == 3
    text = (tmp_path / "copy/afterus.md").read_text()
    assert "cake with Ben" in text
    assert "## Steps you took" in text
    assert stat.S_IMODE((tmp_path / "copy").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "copy/afterus.md").stat().st_mode) == 0o600


def test_the_feedback_holds_what_was_told_wrong_and_nothing_else(afterus, opened, tmp_path):
    night = datetime(2026, 11, 24, 2, tzinfo=UTC)
    flag = WrongFlag(told=night, label="demands", words="Call me", text="Call me when you can.")
    opened.keep(flag)
    told = afterus("export", "--feedback", "wrong.jsonl", "--passphrase-stdin", lines=[PASSPHRASE])
    assert "1 line written to wrong.jsonl" in told
    (line,) = map(json.loads, (tmp_path / "wrong.jsonl").read_text().splitlines())
    expected = {"text": "Call me when you can.", "label": "demands", "words": "Call me"}
    assert line == expected | {"version": version("afterus")}


def test_the_markdown_names_the_questions_and_the_person(afterus, opened, tmp_path):
    afterus("export", "copy", "--passphrase-stdin", lines=[PASSPHRASE])
    text = (tmp_path / "copy/afterus.md").read_text()
    assert "{" not in text
    assert "Sam" in text
    assert "Can't tell" in text or "I can't tell" in text
    assert "open_to_talk" not in text


@pytest.mark.parametrize("name", ["copy", "copy.zip"])
def test_what_was_taken_out_comes_back_whole(afterus, opened, name):
    before = contents(opened)
    afterus("export", name, "--passphrase-stdin", lines=[PASSPHRASE])
    afterus("erase", "--yes")
    assert not vault_exists()
    told = afterus("import", name, "--passphrase-stdin", lines=["another passphrase"])
    assert "recovery code" in told
    assert "3 added" in told
    assert contents(unlock("another passphrase")) == before


def test_importing_twice_makes_no_doubles(afterus, opened):
    before = contents(opened)
    afterus("export", "copy", "--passphrase-stdin", lines=[PASSPHRASE])
    opened.erase(opened.latest(StepDone).id)
    assert "1 added. 2 were already" in afterus(
        "import", "copy/afterus.json", "--passphrase-stdin", lines=[PASSPHRASE]
    )
    afterus("import", "copy", "--passphrase-stdin", lines=[PASSPHRASE])
    assert contents(opened) == before


def test_a_sealed_backup_asks_for_nothing_and_restores_into_an_empty_place(
    afterus, opened, tmp_path
):
    before = contents(opened)
    told = afterus("export", "--sealed", "night.afterus")
    assert "3 entries" in told
    raw = (tmp_path / "night.afterus").read_bytes()
    assert is_backup(raw)
    assert b"cake" not in raw
    afterus("erase", "--yes")
    assert "3 entries" in afterus("import", "night.afterus")
    assert contents(unlock(PASSPHRASE)) == before


def test_a_sealed_backup_of_an_older_passphrase_merges_into_the_vault(afterus, opened):
    before = contents(opened)
    afterus("export", "--sealed", "night.afterus")
    opened.change_passphrase(PASSPHRASE, "another passphrase")
    opened.erase(opened.latest(StepDone).id)
    lines = ["another passphrase", PASSPHRASE]
    told = afterus("import", "night.afterus", "--passphrase-stdin", lines=lines)
    assert told.startswith("1 added. 2 were")
    assert contents(opened) == before


def test_a_damaged_entry_does_not_stand_in_the_way_of_taking_out_the_rest(
    afterus, opened, tmp_path
):
    Entry.objects.filter(id=opened.latest(StepDone).id).update(blob=b"a bad disk")
    told = afterus("export", "copy", "--passphrase-stdin", lines=[PASSPHRASE])
    assert "1 damaged entry could not be opened" in told
    exported = json.loads((tmp_path / "copy/afterus.json").read_text())
    assert (len(exported["entries"]), len(exported["left_out"])) == (2, 1)


def test_a_wrong_passphrase_is_one_sentence_and_nothing_is_written(afterus, opened, tmp_path):
    for wait in (None, None, "1 second."):
        with pytest.raises(CannotDo, match="not the passphrase.*" + (wait or "")):
            afterus("export", "copy", "--passphrase-stdin", lines=["lamp river stones"])
    with pytest.raises(CannotDo, match="Please wait 1 second more"):
        afterus("export", "copy", "--passphrase-stdin", lines=[PASSPHRASE])
    assert not (tmp_path / "copy").exists()


def test_a_passphrase_is_asked_for_without_being_shown(afterus, opened, monkeypatch):
    asked = []
    monkeypatch.setattr(vault.getpass, "getpass", lambda words: asked.append(words) or PASSPHRASE)
    afterus("export", "copy")
    assert asked == ["Passphrase: "]


def test_a_passphrase_is_never_an_argument(afterus, opened):
    with pytest.raises(SystemExit) as wrong_usage:
        afterus("export", "copy", "--passphrase", PASSPHRASE)
    assert wrong_usage.value.code == 2


def test_nothing_that_is_there_is_overwritten(afterus, opened, tmp_path):
    (tmp_path / "copy").mkdir()
    (tmp_path / "old.zip").write_text("keep me")
    for target in ("copy", "old.zip"):
        with pytest.raises(CannotDo, match=f"{target} is already there"):
            afterus("export", target, "--passphrase-stdin", lines=[PASSPHRASE])
    with pytest.raises(CannotDo, match=r"old.zip is already there"):
        afterus("export", "--sealed", "old.zip")
    assert (tmp_path / "old.zip").read_text() == "keep me"


@pytest.mark.parametrize("target", [["copy"], ["copy.zip"], ["--sealed", "copy"]])
def test_a_full_disk_leaves_no_half_copy_and_the_vault_as_it_was(afterus, opened, tmp_path, target):
    before = contents(opened)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        with pytest.raises(CannotDo, match="could not be written"):
            afterus("export", *target, "--passphrase-stdin", lines=[PASSPHRASE])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert {file.name for file in tmp_path.iterdir()} <= {"home"}
    assert contents(unlock(PASSPHRASE)) == before


@pytest.mark.parametrize("target", ["no/such/folder/copy", "/proc/copy"])
def test_a_place_that_cannot_be_written_is_named(afterus, opened, target):
    with pytest.raises(CannotDo, match=f"{target} could not be written"):
        afterus("export", target, "--passphrase-stdin", lines=[PASSPHRASE])


def test_a_file_that_is_not_ours_is_refused_and_nothing_changes(afterus, opened, tmp_path):
    before = contents(opened)
    (tmp_path / "notes.txt").write_text("shopping: tea")
    (tmp_path / "cut.afterus").write_bytes(b"AFUSBACK\x01 cut short")
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as photos:
        photos.writestr("cat.jpg", "cat")
    for name in ("notes.txt", "cut.afterus", "photos.zip"):
        with pytest.raises(CannotDo, match=f"{name} is not an export"):
            afterus("import", name, "--passphrase-stdin", lines=[PASSPHRASE])
    with pytest.raises(CannotDo, match=r"missing.json could not be read: No such file"):
        afterus("import", "missing.json")
    assert contents(opened) == before


def test_one_wrong_entry_in_an_export_keeps_all_of_it_out(afterus, opened, tmp_path):
    afterus("export", "copy", "--passphrase-stdin", lines=[PASSPHRASE])
    file = tmp_path / "copy/afterus.json"
    exported = json.loads(file.read_text())
    exported["entries"][0]["document"]["kind"] = "settings"
    exported["entries"][0]["document"]["idle_minutes"] = "many"
    file.write_text(json.dumps(exported))
    afterus("erase", "--yes")
    with pytest.raises(CannotDo, match="not an export"):
        afterus("import", "copy", "--passphrase-stdin", lines=[PASSPHRASE])
    assert not vault_exists()


def test_an_export_of_a_later_release_is_named_as_such(afterus, tmp_path):
    (tmp_path / "new.json").write_text('{"format": "afterus export", "version": 7}')
    with pytest.raises(CannotDo, match="newer afterus"):
        afterus("import", "new.json")


def test_without_a_vault_there_is_nothing_to_take_out_or_erase(afterus):
    for command in (
        ["export", "copy", "--passphrase-stdin"],
        ["export", "--sealed", "b"],
        ["erase"],
    ):
        with pytest.raises(CannotDo, match="no vault here yet"):
            afterus(*command)


def test_erasing_asks_first(afterus, opened):
    for answer in ([], ["yes"], [""]):
        with pytest.raises(CannotDo, match="Nothing was erased"):
            afterus("erase", lines=answer)
    assert vault_exists()
    assert "all gone" in afterus("erase", lines=["Erase"])
    assert not vault_exists()


def test_a_vault_whose_passphrase_slot_is_damaged_says_what_to_do(afterus, opened):
    KeySlot.objects.filter(way=KeySlot.PASSPHRASE).update(blob=b"a bad disk")
    with pytest.raises(CannotDo, match="recovery code"):
        afterus("export", "copy", "--passphrase-stdin", lines=[PASSPHRASE])


def test_a_new_passphrase_typed_differently_twice_makes_nothing(afterus, opened, monkeypatch):
    afterus("export", "copy", "--passphrase-stdin", lines=[PASSPHRASE])
    afterus("erase", "--yes")
    typed = iter([PASSPHRASE, "lamp river stones"])
    monkeypatch.setattr(vault.getpass, "getpass", lambda _: next(typed))
    with pytest.raises(CannotDo, match="not the same"):
        afterus("import", "copy")
    assert not vault_exists()


def test_a_backup_of_a_vault_under_another_name_is_not_put_beside_it(afterus, tmp_path):
    create_vault(PASSPHRASE, "ben")
    from afterus.vault import pack

    (tmp_path / "ben.afterus").write_bytes(pack(back_up("ben")))
    with pytest.raises(CannotDo, match="another name"):
        afterus("import", "ben.afterus")

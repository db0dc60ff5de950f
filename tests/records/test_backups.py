"""A sealed backup brings the vault back: into an empty place, or what is missing into another."""

from pathlib import Path
from uuid import uuid4

import pytest

from afterus.records import (
    DamagedEntry,
    NoVault,
    VaultExists,
    WrongPassphrase,
    back_up,
    create_vault,
    merge,
    open_backup,
    restore_backup,
    unlock,
    unlock_with_recovery,
)
from afterus.records.documents import Kept, Reflection, SavedReading, Settings, StepDone
from afterus.records.models import Entry
from afterus.vault import pack, unpack

from .conftest import PASSPHRASE
from .samples import ALL, STEP

FIRST = {Settings, Reflection, SavedReading, StepDone}
FIXTURES = Path(__file__).parents[1] / "vault" / "fixtures"


def contents(vault):
    return {found.id: found for found in vault.everything()}


def test_a_backup_restored_where_nothing_was_opens_with_the_old_passphrase(vault):
    for document in ALL:
        vault.keep(document)
    vault.keep(STEP, vault.keep(STEP))
    code = vault.new_recovery_code()
    before = contents(vault)
    raw = pack(back_up())
    vault.erase_all()
    with pytest.raises(NoVault):
        unlock(PASSPHRASE)
    assert restore_backup(unpack(raw)) == len(before) == len(ALL) + 1
    assert contents(unlock(PASSPHRASE)) == before
    assert contents(unlock_with_recovery(code, "another passphrase")[0]) == before


def test_a_backup_holds_no_word_in_clear(vault):
    vault.keep(STEP)
    raw = pack(back_up())
    for word in (b"cake", b"celebrate", b"step_done", PASSPHRASE.encode(), vault.key.secret):
        assert word not in raw


def test_a_backup_is_never_put_over_a_vault(vault):
    backup = back_up()
    entry = vault.keep(STEP)
    for name in ("me", "ben"):
        with pytest.raises(VaultExists):
            restore_backup(backup, name)
    assert unlock(PASSPHRASE).get(entry).document == STEP


def test_merging_adds_what_is_missing_and_leaves_the_rest(vault):
    old, stays = vault.keep(STEP), vault.keep(STEP)
    backup = back_up()
    vault.erase(old)
    newer = StepDone(on=STEP.on, reading_id="r2", step="celebrate", note="written since")
    vault.keep(newer, stays)
    assert merge(vault, open_backup(backup, PASSPHRASE)) == (1, 1, 0)
    assert vault.get(old).document == STEP
    assert vault.get(stays).document == newer
    assert merge(vault, open_backup(backup, PASSPHRASE)) == (0, 2, 0)


def test_merging_mends_a_damaged_entry(vault):
    entry = vault.keep(STEP)
    backup = back_up()
    Entry.objects.filter(id=entry).update(blob=b"what a bad disk made of it")
    assert merge(vault, open_backup(backup, PASSPHRASE)) == (1, 0, 0)
    assert vault.get(entry).document == STEP


def test_a_damaged_entry_is_left_as_it_is_when_the_backup_has_no_better(vault):
    entry = vault.keep(STEP)
    Entry.objects.filter(id=entry).update(blob=b"what a bad disk made of it")
    assert merge(vault, open_backup(back_up(), PASSPHRASE)) == (0, 0, 1)
    with pytest.raises(DamagedEntry):
        vault.get(entry)


def test_the_backup_of_one_vault_can_be_merged_into_another(vault):
    entry = vault.keep(STEP)
    backup = back_up()
    other, _ = create_vault("another passphrase", "ben")
    with pytest.raises(WrongPassphrase):
        open_backup(backup, "another passphrase")
    assert merge(other, open_backup(backup, PASSPHRASE)).added == 1
    assert other.get(entry).document == vault.get(entry).document == STEP


def test_a_merge_that_fails_half_way_adds_nothing(vault):
    whole = Kept(uuid4(), vault.get(vault.keep(STEP)).kept, STEP)
    wrong = Kept(uuid4(), whole.kept, StepDone(on="no day", reading_id="", step=""))
    before = vault.ids()
    with pytest.raises(ValueError, match="date"):
        merge(vault, [whole, wrong])
    assert vault.ids() == before


def test_the_backup_of_the_first_release_opens_for_ever(transactional_db):
    """Made by fixtures/make.py and never made again."""
    restore_backup(unpack((FIXTURES / "v1.afterus").read_bytes()))
    opened = unlock("first light, cold tea")
    assert {kept.document for kept in opened.all(StepDone)} == {STEP}
    assert {type(kept.document) for kept in opened.everything()} == FIRST
    code = (FIXTURES / "v1-recovery-code.txt").read_text()
    assert unlock_with_recovery(code, "another passphrase")

"""What is kept is found again; what was moved, changed or damaged is refused and left alone."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from afterus.records import DamagedEntry, NewerEntry, NoEntry, create_vault
from afterus.records.documents import Reflection, SavedReading, Settings, StepDone
from afterus.records.models import Entry
from afterus.records.writing import Unreadable, document_from, read_back, written
from afterus.vault import Place, seal_entry

from .samples import ALL, NIGHT, READING, REFLECTION, SETTINGS, STEP

texts = st.text(st.characters(exclude_categories=["Cs"]))
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
free = st.dictionaries(texts, json_values, max_size=4)
moments = st.datetimes(timezones=st.just(UTC))
documents = st.one_of(
    st.builds(Settings, other_name=texts, idle_minutes=st.integers(1, 60)),
    st.builds(Reflection, started=moments, updated=moments, answers=free, at=texts),
    st.builds(SavedReading, made=moments, answers=free, reading=free),
    st.builds(StepDone, on=st.dates(), reading_id=texts, step=texts, note=texts),
)


@given(kept=moments, document=documents)
@settings(max_examples=60)
def test_every_document_reads_back_as_it_was_written(kept, document):
    assert read_back(written(kept, document)) == (kept, document)


@pytest.mark.parametrize("document", ALL, ids=lambda document: type(document).__name__)
def test_what_is_kept_is_found_again(vault, document):
    entry = vault.keep(document)
    assert vault.get(entry).document == document
    assert [kept.id for kept in vault.all(type(document))] == [entry]
    assert vault.latest(type(document)).document == document


def test_an_entry_kept_again_is_the_same_entry_in_its_new_state(vault):
    entry = vault.keep(REFLECTION)
    first = vault.get(entry)
    later = Reflection(started=NIGHT, updated=NIGHT + timedelta(hours=1), finished=True)
    assert vault.keep(later, entry) == entry
    assert vault.get(entry).document == later
    assert vault.get(entry).kept == first.kept
    assert len(vault.all(Reflection)) == 1


def test_an_entry_does_not_change_its_kind(vault):
    entry = vault.keep(REFLECTION)
    with pytest.raises(ValueError, match="is a reflection"):
        vault.keep(SETTINGS, entry)
    assert vault.get(entry).document == REFLECTION


def test_the_newest_comes_first_even_when_an_older_one_is_put_back_later(vault):
    new = vault.keep(STEP)
    old = vault.restore(uuid4(), datetime(2020, 1, 1, tzinfo=UTC), STEP)
    assert [kept.id for kept in vault.all(StepDone)] == [new, old]
    assert vault.latest(StepDone).id == new


def test_nothing_kept_is_nothing_found(vault):
    assert vault.all(SavedReading) == []
    assert vault.latest(Settings) is None
    with pytest.raises(NoEntry):
        vault.get(uuid4())
    with pytest.raises(NoEntry):
        vault.keep(SETTINGS, uuid4())
    with pytest.raises(NoEntry):
        vault.erase(uuid4())


def test_an_erased_entry_is_gone_and_the_others_stay(vault):
    gone, stays = vault.keep(STEP), vault.keep(READING)
    vault.erase(gone)
    with pytest.raises(NoEntry):
        vault.get(gone)
    assert vault.get(stays).document == READING


def test_what_could_not_be_read_back_is_never_sealed(vault):
    with pytest.raises(Unreadable):
        vault.keep(StepDone(on="tomorrow or so", reading_id="r", step="s"))
    assert vault.ids() == set()


def test_each_person_sees_their_own_entries_only(vault):
    entry = vault.keep(STEP)
    other, _ = create_vault("another passphrase", "ben")
    assert other.all(StepDone) == []
    with pytest.raises(NoEntry):
        other.get(entry)
    with pytest.raises(NoEntry):
        other.erase(entry)


def test_the_number_of_queries_does_not_grow_with_the_entries(vault):
    from django.db import connection

    for _ in range(30):
        vault.keep(STEP)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert len(vault.all(StepDone)) == 30
    assert len(queries) == 1


def test_sealed_bytes_swapped_between_rows_are_refused(vault):
    one, two = vault.keep(STEP), vault.keep(STEP)
    blobs = dict(Entry.objects.values_list("id", "blob"))
    Entry.objects.filter(id=one).update(blob=bytes(blobs[two]))
    refused(vault, one)
    assert vault.get(two).document == STEP


def test_sealed_bytes_moved_to_another_owner_are_refused(vault):
    entry = vault.keep(STEP)
    other, _ = create_vault("another passphrase", "ben")
    mine = Entry.objects.get(id=entry)
    tag = other.key.tag("step_done")
    Entry.objects.create(owner=other.owner, id=entry, tag=tag, rev=1, blob=bytes(mine.blob))
    refused(other, entry)


def test_an_entry_under_the_tag_of_another_kind_is_refused(vault):
    entry = vault.keep(STEP)
    Entry.objects.filter(id=entry).update(tag=vault.key.tag("reading"))
    refused(vault, entry)


def test_an_older_state_put_back_into_the_row_is_refused(vault):
    entry = vault.keep(STEP)
    old = bytes(Entry.objects.get(id=entry).blob)
    vault.keep(STEP, entry)
    Entry.objects.filter(id=entry).update(blob=old)
    refused(vault, entry)


def test_a_damaged_entry_is_named_left_alone_and_costs_no_other(vault):
    broken, whole = vault.keep(STEP), vault.keep(STEP)
    blob = bytearray(Entry.objects.get(id=broken).blob)
    blob[-1] ^= 1
    Entry.objects.filter(id=broken).update(blob=bytes(blob))
    refused(vault, broken)
    found = list(vault.everything())
    assert {item.entry_id for item in found if isinstance(item, DamagedEntry)} == {broken}
    assert {item.id for item in found if not isinstance(item, DamagedEntry)} == {whole}
    assert bytes(Entry.objects.get(id=broken).blob) == bytes(blob)


def test_a_document_of_a_later_release_is_left_alone_and_said_to_be_newer(vault):
    entry = uuid4()
    plain = (
        b'{"kept":"2026-11-24T02:00:00Z","document":{"kind":"step_done","version":9,"mood":"?"}}'
    )
    blob = seal_entry(vault.key, Place(vault.owner.id, entry, "step_done", 1), plain)
    tag = vault.key.tag("step_done")
    Entry.objects.create(owner=vault.owner, id=entry, tag=tag, rev=1, blob=blob)
    with pytest.raises(NewerEntry):
        vault.get(entry)
    with pytest.raises(NewerEntry):
        vault.keep(STEP, entry)


def test_a_document_written_before_a_field_was_added_still_opens():
    old = b'{"kind":"step_done","on":"2026-11-24","reading_id":"r","step":"s"}'
    assert document_from(old) == StepDone(on=date(2026, 11, 24), reading_id="r", step="s")


def test_an_opened_vault_never_shows_its_key(vault):
    shown = repr(vault) + repr(vars(vault)) + str(vault.key)
    assert repr(vault.key.secret) not in shown
    assert vault.key.secret.hex() not in shown


def refused(vault, entry):
    with pytest.raises(DamagedEntry) as damaged:
        vault.get(entry)
    assert damaged.value.entry_id == entry
    assert "import a backup" in str(damaged.value)
    assert Entry.objects.filter(owner=vault.owner, id=entry).exists()

"""The plain export reads back as it was written, and refuses what is none."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterus.exchange import Item, LaterExport, NotAnExport, from_json, to_json

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
items = st.builds(
    Item,
    id=st.uuids(),
    kept=st.datetimes(timezones=st.just(UTC)),
    document=st.dictionaries(texts, values, max_size=5),
)


@given(st.lists(items, max_size=4))
def test_an_export_reads_back_as_it_was_written(entries):
    assert from_json(to_json(entries, NOW).encode()) == entries


def test_an_export_is_json_that_other_programs_read():
    item = Item(
        "33333333-3333-4333-8333-333333333333", NOW, {"kind": "step_done", "note": "Tee ☕"}
    )
    export = json.loads(to_json([item], NOW))
    assert export["format"] == "afterus export"
    assert export["version"] == 1
    assert export["entries"][0]["document"]["note"] == "Tee ☕"
    assert export["left_out"] == []


@pytest.mark.parametrize(
    "raw",
    [b"", b"{}", b"[]", b"null", b"\xff\xfe", b'{"format": "other", "version": 1}', b"[" * 100_000,
     b'{"format": "afterus export", "version": 1, "made": "today", "entries": []}',
     b'{"format": "afterus export", "version": 1, "made": "2026-11-24T02:00:00Z", "entries": [3]}'],
)  # fmt: skip
def test_what_is_no_export_is_refused(raw):
    with pytest.raises(NotAnExport):
        from_json(raw)


@given(st.binary(max_size=200))
def test_noise_is_refused(raw):
    with pytest.raises(NotAnExport):
        from_json(raw)


def test_a_later_export_is_named_as_such():
    with pytest.raises(LaterExport):
        from_json(b'{"format": "afterus export", "version": 2, "entries": "elsewhere now"}')

"""The corpus as it is published."""

from collections import Counter

from corpus.tools import check

from corpus import disclosures, messages


def test_nothing_is_amiss():
    assert list(check.faults()) == []


def test_it_is_as_large_as_it_says():
    records = list(messages())
    assert len(records) >= 12_000
    counts = Counter(label for record in records for label in record["labels"])
    assert min(counts.values()) >= 700, counts
    assert sum(not record["labels"] for record in records) >= len(records) / 3
    assert len(list(disclosures())) >= 1_500


def test_no_talk_or_voice_is_on_two_sides():
    blocks = {split: {r["block"] for r in messages(split)} for split in ("train", "dev", "test")}
    assert not blocks["train"] & blocks["dev"]
    assert not blocks["test"] & (blocks["train"] | blocks["dev"])


def test_one_writer_is_never_learnt_from():
    assert "w5" not in {record["writer"] for record in messages("train")}
    assert "w5" not in {record["writer"] for record in disclosures("train")}

"""The corpus of messages and disclosures: its loader. DATASHEET.md says what it is."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

HERE = Path(__file__).resolve().parent
Split = Literal["train", "dev", "test"]


def messages(split: Split | None = None) -> Iterator[dict[str, Any]]:
    """The labelled messages, of one split or all; each with id, text, context, labels, …"""
    yield from _records("messages.jsonl", split)


def disclosures(split: Split | None = None) -> Iterator[dict[str, Any]]:
    """The labelled free texts for screening, of one split or all."""
    yield from _records("disclosures.jsonl", split)


def _records(name: str, split: Split | None) -> Iterator[dict[str, Any]]:
    with (HERE / name).open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if split is None or record["split"] == split:
                yield record

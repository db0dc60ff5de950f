"""What must hold of the published corpus: schema, no duplicates, no leaks, label counts."""

from collections import Counter
from collections.abc import Iterator

from corpus import HERE
from corpus.tools import store
from corpus.tools.codes import DISCLOSURE_CODES, MESSAGE_CODES
from corpus.tools.nearness import SAME_SHORT, frame, plain, repeats

SPLITS = ("train", "dev", "test")
_SHAPE = {
    "id": str,
    "split": str,
    "writer": str,
    "text": str,
    "labels": list,
    "votes": dict,
}
_MESSAGE_SHAPE = _SHAPE | {
    "block": str,
    "line": int,
    "context": str,
    "speaker": str,
    "previous": list,
}
PARTS = (
    ("messages.jsonl", _MESSAGE_SHAPE, tuple(MESSAGE_CODES.values())),
    ("disclosures.jsonl", _SHAPE, tuple(DISCLOSURE_CODES.values())),
)


def faults() -> Iterator[str]:
    """Every fault, one a line; nothing when all is well."""
    for name, shape, labels in PARTS:
        records = store.read(HERE / name)
        for record in records:
            yield from (
                f"{name}: {record.get('id')}: {why}" for why in _amiss(record, shape, labels)
            )
        yield from (f"{name}: {why}" for why in _repeated(records))
        yield from (f"{name}: {why}" for why in _leaks(records))


def _amiss(record: store.Record, shape: dict[str, type], labels: tuple[str, ...]) -> Iterator[str]:
    for field, kind in shape.items():
        if not isinstance(record.get(field), kind):
            yield f"{field} is not a {kind.__name__}"
            return
    strange = set(record) - set(shape) - {"disputed"}
    if strange:
        yield f"unknown fields {sorted(strange)}"
    if record["split"] not in SPLITS:
        yield "no such split"
    if not record["text"].strip():
        yield "no text"
    if record.get("context", "after") not in ("together", "after"):
        yield "no such context"
    given = [record["labels"], *record["votes"].values()]
    if any(said != [label for label in labels if label in said] for said in given):
        yield "labels that are unknown, repeated or out of the guide's order"
    if len(record["votes"]) < 2:
        yield "labelled by fewer than two"


def _repeated(records: list[store.Record]) -> Iterator[str]:
    ids = Counter(record["id"] for record in records)
    yield from (f"{name} stands there {count} times" for name, count in ids.items() if count > 1)
    known = {record["id"]: record for record in records}
    for record in records:
        for each in record.get("previous", ()):
            if each not in known or known[each]["block"] != record["block"]:
                yield f"{record['id']}: previous {each} is not in its talk"
    texts = Counter(plain(record["text"]) or record["text"] for record in records)
    for text, count in texts.items():
        if count > (SAME_SHORT if len(text.split()) <= 2 else 1):
            yield f"{text[:60]!r} stands there {count} times"
    frames = Counter(filter(None, (frame(record["text"]) for record in records)))
    yield from (f"{count} share the frame {each!r}" for each, count in frames.items() if count > 1)


def _leaks(records: list[store.Record]) -> Iterator[str]:
    """Blocks in two splits, and messages that are all but another one."""
    splits: dict[str, set[str]] = {}
    for record in records:
        splits.setdefault(record.get("block", record["id"]), set()).add(record["split"])
    yield from (
        f"{block} is in {sorted(where)}" for block, where in splits.items() if len(where) > 1
    )
    texts = [record["text"] for record in records]
    for place, other in repeats(texts):
        yield f"{records[place]['id']} is all but {records[other]['id']}"


def summary() -> list[str]:
    """How many there are of each label, by split."""
    rows = []
    for name, _, labels in PARTS:
        records = store.read(HERE / name)
        rows += [f"| {name} | {' | '.join(SPLITS)} | all |", "|---|---|---|---|---|"]
        for label in (*labels, "none", "all"):
            counts = [
                sum(
                    record["split"] == split
                    and (label == "all" or label in (record["labels"] or ["none"]))
                    for record in records
                )
                for split in SPLITS
            ]
            rows.append(f"| {label} | {' | '.join(map(str, counts))} | {sum(counts)} |")
    return rows

"""Answers of the annotators into the published records."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from corpus.tools import agreement, store
from corpus.tools.codes import codes_for, sorted_labels
from corpus.tools.nearness import repeats
from corpus.tools.sheets import AnswerError, answers, make_third, numbered

ANNOTATORS = "ABC"
_NAMES = {"m": "messages.jsonl", "d": "disclosures.jsonl"}


def votes(room: Path, letter: str) -> tuple[dict[str, dict[int, set[str]]], list[str]]:
    """Annotator → number → labels, from the sheets that are filled in, and what is amiss."""
    told: dict[str, dict[int, set[str]]] = {who: {} for who in ANNOTATORS}
    faults: list[str] = []
    for who in ANNOTATORS:
        for answer in sorted((room / "answers" / who).glob(f"{letter}*.txt")):
            sheet = room / "sheets" / answer.name
            if not sheet.exists():
                faults.append(f"{who}/{answer.name}: there is no such sheet")
                continue
            try:
                told[who] |= answers(answer, sheet)
            except AnswerError as error:
                faults.append("\n".join(f"{who}/{line}" for line in str(error).splitlines()))
    return told, faults


def published(path: Path) -> dict[str, dict[int, set[str]]]:
    """Annotator → place in the file → labels, of a published file."""
    told: dict[str, dict[int, set[str]]] = {who: {} for who in ANNOTATORS}
    for place, record in enumerate(store.read(path)):
        for who, labels in record["votes"].items():
            told[who][place] = set(labels)
    return told


def report(told: Mapping[str, Mapping[int, set[str]]], letter: str) -> Iterator[str]:
    """A table of the agreement between the first two."""
    one, other = told["A"], told["B"]
    both = set(one) & set(other)
    yield f"| label ({len(both)} labelled twice) | first | second | F1 between them | alpha |"
    yield "|---|---|---|---|---|"
    rows = [agreement.agreement(one, other, label) for label in codes_for(letter).values()]
    for row in rows:
        yield f"| {row.label} | {row.first} | {row.second} | {row.f1:.3f} | {row.alpha:.3f} |"
    f1, alpha = (sum(getattr(row, name) for row in rows) / len(rows) for name in ("f1", "alpha"))
    yield f"| mean | | | {f1:.3f} | {alpha:.3f} |"
    disputes = agreement.disputed(one, other)
    yield f"\n{len(disputes)} of {len(both)} differ in at least one label."


def third(room: Path, told: Mapping[str, Mapping[int, set[str]]], letter: str) -> list[str]:
    """Sheets for what the first two dispute and the third has not seen."""
    records = {r["number"]: r for r in numbered(store.read(room / "assembled" / _NAMES[letter]))}
    asked = {
        int(line.split("\t")[0])
        for sheet in (room / "sheets").glob(f"{letter}c*.txt")
        for line in sheet.read_text(encoding="utf-8").splitlines()
        if line[:1].isdigit()
    }
    open_ = [n for n in agreement.disputed(told["A"], told["B"]) if n not in asked]
    return make_third(room / "sheets", letter, records, open_)


def merged(
    room: Path, told: Mapping[str, Mapping[int, set[str]]], letter: str
) -> Iterator[store.Record]:
    """The published records: those that two or three have labelled, with split and votes."""
    codes = codes_for(letter)
    kept = _kept(room / "assembled" / _NAMES[letter])
    ids = {record["id"] for record in kept}
    splits = split_of(kept)
    for record in kept:
        given = {
            who: told[who][record["number"]] for who in ANNOTATORS if record["number"] in told[who]
        }
        if len(given) < 2:
            continue
        labels = agreement.settled(given)
        result = {"id": record["id"], "split": splits[record["id"]], "writer": record["writer"]}
        if letter == "m":
            result |= {name: record[name] for name in ("block", "line", "context", "speaker")}
            result["previous"] = [each for each in record["previous"] if each in ids]
        result["text"] = record["text"]
        # Where two stand against each other and no third was asked, what both gave is kept.
        agreed = set.intersection(*given.values()) if labels is None else labels
        result["labels"] = sorted_labels(agreed, codes)
        result["votes"] = {who: sorted_labels(said, codes) for who, said in given.items()}
        if labels is None:
            result["disputed"] = True
        yield result


def _kept(path: Path) -> list[store.Record]:
    """All that assembling kept, less what a second, exact look finds to be near another."""
    kept = [record for record in numbered(store.read(path)) if "dropped" not in record]
    near = {place for place, _ in repeats([record["text"] for record in kept])}
    return [record for place, record in enumerate(kept) if place not in near]


# Whose blocks are held out, in turn: all of one writer's, and an eighth of two who wrote plainly.
_TURNS = {
    "w5": ("dev", "test"),
    "w6": ("dev", "train", "train", "train", "test", "train", "train", "train"),
    "w7": ("dev", "train", "train", "train", "test", "train", "train", "train"),
}


def split_of(records: list[store.Record]) -> dict[str, str]:
    """Record id → split: always whole blocks (a couple, a voice), or single disclosures."""
    seen: dict[tuple[str, str], dict[str, int]] = {}
    splits: dict[str, str] = {}
    for record in records:
        turns = _TURNS.get(record["writer"], ("train",))
        kind = "couple" if record.get("speaker") else "voice"
        places = seen.setdefault((record["writer"], kind), {})
        block = record.get("block", record["id"])
        splits[record["id"]] = turns[places.setdefault(block, len(places)) % len(turns)]
    return splits

"""What annotators get (batches of numbered messages, blind) and what they give back (codes)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from corpus.tools import store
from corpus.tools.codes import NOTHING, codes_for

SIZE = 250
_HEAD = {
    "m": "# number, T together / A after the break, message. Lines after == talk belong together.\n"
    "# Numbered lines are to be labelled; lines with a dot are there to be read only.\n",
    "d": "# number, text\n",
}


class AnswerError(Exception):
    """An answer file that is not complete or readable; each line of the message is one fault."""


def make(out: Path, sheets: Path, flush: bool) -> list[str]:
    """Writes what is on no sheet yet: full sheets, with `flush` the rest too; their names."""
    made: list[str] = []
    for letter, name in (("m", "messages.jsonl"), ("d", "disclosures.jsonl")):
        there = sorted(sheets.glob(f"{letter}[0-9]*.txt"))
        asked = {number for sheet in there for number in numbers(sheet)}
        last = max(asked, default=0)
        fresh = [record for record in numbered(store.read(out / name)) if record["number"] > last]
        for count, batch in enumerate(_batches(fresh, flush), len(there) + 1):
            path = sheets / f"{letter}{count:03}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_HEAD[letter] + _rows(batch), encoding="utf-8")
            made.append(path.stem)
    return made


def numbered(records: Sequence[store.Record]) -> list[store.Record]:
    """All records, each with its number: its place among all that were ever written."""
    return [record | {"number": number} for number, record in enumerate(records, 1)]


def _batches(records: Sequence[store.Record], flush: bool) -> Iterator[list[store.Record]]:
    batch: list[store.Record] = []
    for record in records:
        # A talk is never cut in two; a text that belongs to none may end a sheet.
        if len(batch) >= SIZE and (
            not record.get("block") or record["block"] != batch[-1]["block"]
        ):
            yield batch
            batch = []
        batch.append(record)
    if flush and batch:
        yield batch


def _rows(batch: Sequence[store.Record]) -> str:
    rows: list[str] = []
    block, part = None, None
    for record in batch:
        if record.get("block") != block:
            rows.append("== talk" if record["speaker"] else "== single messages")
        elif record.get("part") != part:
            rows.append("--")
        block, part = record.get("block"), record.get("part")
        if "dropped" not in record or record.get("speaker"):
            # What was thrown out of a talk is still read there, but not labelled.
            rows.append(row(record, numbered="dropped" not in record))
    return "\n".join(rows) + "\n"


def row(record: store.Record, numbered: bool = True) -> str:
    """One line of a sheet."""
    number = str(record["number"]) if numbered else "."
    text = record["text"].replace("\n", "\\n").replace("\t", " ")
    if "context" not in record:
        return f"{number}\t{text}"
    who = f"{record['speaker']}> " if record["speaker"] else ""
    return f"{number}\t{record['context'][0].upper()}\t{who}{text}"


def make_third(
    sheets: Path, letter: str, records: Mapping[int, store.Record], disputed: Sequence[int]
) -> list[str]:
    """Sheets for the third annotator: the disputed messages with the lines before them."""
    by_id = {record["id"]: record for record in records.values()}
    made = []
    there = len(list(sheets.glob(f"{letter}c*.txt")))
    for first in range(0, len(disputed), SIZE):
        rows = []
        for number in disputed[first : first + SIZE]:
            record = records[number]
            before = [by_id[each] for each in record.get("previous", ()) if each in by_id]
            rows += ["--", *(row(each, numbered=False) for each in before), row(record)]
        path = sheets / f"{letter}c{there + first // SIZE + 1:03}.txt"
        path.write_text(_HEAD[letter] + "\n".join(rows) + "\n", encoding="utf-8")
        made.append(path.stem)
    return made


def numbers(sheet: Path) -> list[int]:
    """The numbers that a sheet asks for."""
    text = sheet.read_text(encoding="utf-8")
    return [int(found) for found in re.findall(r"^(\d+)\t", text, re.MULTILINE)]


def answers(answer: Path, sheet: Path) -> dict[int, set[str]]:
    """Number → labels of a filled-in sheet. Raises AnswerError naming every fault."""
    codes, wanted = codes_for(sheet.stem), set(numbers(sheet))
    told: dict[int, set[str]] = {}
    faults: list[str] = []
    for place, line in enumerate(answer.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith(("#", "=")):
            continue
        parts = re.fullmatch(r"\s*(\d+)\s+(.+?)\s*", line)
        given = re.sub(r"[\s,]", "", parts[2]) if parts else ""
        number = int(parts[1]) if parts else 0
        if not parts:
            faults.append(f"{answer.name}:{place}: not 'number, tab, codes': {line[:60]!r}")
        elif number not in wanted:
            faults.append(f"{answer.name}:{place}: {number} is not in {sheet.name}")
        elif number in told:
            faults.append(f"{answer.name}:{place}: {number} stands here a second time")
        elif set(given) - set(codes) and given != NOTHING:
            strange = "".join(sorted(set(given) - set(codes)))
            faults.append(f"{answer.name}:{place}: {number} has unknown codes {strange!r}")
        else:
            told[number] = {codes[code] for code in given if code != NOTHING}
    missing = sorted(wanted - set(told))
    if missing:
        faults.append(f"{answer.name}: missing {len(missing)}: {', '.join(map(str, missing[:40]))}")
    if faults:
        raise AnswerError("\n".join(faults))
    return told

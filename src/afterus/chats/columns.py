"""A table with a row for each message and named columns: CSV with commas, semicolons or tabs."""

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from functools import partial
from typing import cast, get_args

from afterus.chats.chat import Ask, Chat, Conversation, Dated, Order
from afterus.chats.clock import time_of_day
from afterus.chats.dates import Hint, day_of, infer, written
from afterus.chats.errors import BrokenChat, NotAChat
from afterus.chats.message import Kind
from afterus.chats.rows import Rows
from afterus.chats.source import Member
from afterus.chats.text import head_of, pieces
from afterus.chats.times import from_ms

NAMES = {
    "time": ("time", "datetime", "timestamp", "date_time", "date and time", "message date",
             "sent at", "sent_at", "sent", "created_at", "created at", "date", "when"),
    "clock": ("clock", "hour", "time"),
    "sender": ("sender", "sender name", "sender_name", "from", "author", "name", "user",
               "username", "user name", "participant", "contact", "who"),
    "text": ("text", "message", "content", "body", "message text", "msg", "message body"),
    "kind": ("kind", "type", "message type"),
    "attachment": ("attachment", "attachments", "media", "file"),
}  # fmt: skip
LONGEST = 4 * 1024**2
_KINDS = get_args(Kind)
_DATE = re.compile(r"\D{0,12}\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4}")
_ZONE = re.compile(r"(?:Z|[+-]\d\d:?\d\d)$")


def looks_like(head: str) -> bool:
    """Whether the first line names a column for the time and one for the text."""
    return _header(head) is not None


def conversations(members: Sequence[Member], ask: Ask) -> list[Conversation]:
    """The chat of each file."""
    return [Conversation(each.name, partial(read, each, ask, "csv")) for each in members]


def read(member: Member, ask: Ask, app: str) -> Chat:
    """The chat in one table. Raises NotAChat, BrokenChat."""
    header = _header(head_of(member.head()))
    if header is None:
        raise NotAChat("no_columns")
    delimiter, places = header
    rows, cells = Rows(), list[tuple[int, str, str, list[str]]]()
    for number, row in _lines(member, delimiter, ask, rows):
        if number > 1 and any(cell.strip() for cell in row):
            cells.append((number, _cell(row, places, "time"), _cell(row, places, "clock"), row))
    dates = [found[0] for _, day, _, _ in cells if (found := _DATE.match(day)) and not _iso(day)]
    dated = infer(dates, ask.day_first, hint=Hint(slashes=any("/" in each for each in dates)))
    for number, day, clock, row in cells:
        try:
            when = _when(day, clock, dated.order or "day_first")
        except (ValueError, OverflowError):
            rows.skip("bad_date", number)
            continue
        kind, text = _said(row, places)
        rows.add(when, _cell(row, places, "sender").strip() or _own(row, places), kind, text)
    return rows.chat(app, None, dated if dates else Dated())


def _lines(member: Member, delimiter: str, ask: Ask, rows: Rows) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(LONGEST)
    number = 0
    reader = csv.reader(_split(member, ask), delimiter=delimiter)
    while True:
        number += 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            rows.skip("bad_line", number)
            if reader.line_num and number > reader.line_num + 1000:
                raise BrokenChat("cut_short") from None
            continue
        yield number, row


def _split(member: Member, ask: Ask) -> Iterator[str]:
    """Lines with their ends. A line longer than any message is given in parts."""
    held = ""
    for piece in pieces(member, ask.progress):
        *lines, held = (held + piece).replace("\0", "").split("\n")
        yield from (line + "\n" for line in lines)
        if len(held) > LONGEST:
            yield held + "\n"
            held = ""
    if held:
        yield held


def _header(head: str) -> tuple[str, dict[str, int]] | None:
    """What stands between cells, and the place of each column that is known by its name."""
    first = head.lstrip("\n").split("\n", 1)[0]
    if len(first) > 2000:
        return None
    delimiter = max(",;\t|", key=first.count)
    try:
        names = [cell.strip().casefold() for cell in next(csv.reader([first], delimiter=delimiter))]
    except (csv.Error, StopIteration):
        return None
    places: dict[str, int] = {}
    for column, known in NAMES.items():
        fitting = [name for name in known if name in names]
        taken = places.values()
        place = next(
            (names.index(name) for name in fitting if names.index(name) not in taken), None
        )
        if place is not None:
            places[column] = place
    if "date" in names and "time" in names:
        places["time"], places["clock"] = names.index("date"), names.index("time")
    return (delimiter, places) if {"time", "sender", "text"} <= places.keys() else None


def _cell(row: list[str], places: dict[str, int], column: str) -> str:
    place = places.get(column, len(row))
    return row[place] if place < len(row) else ""


def _own(row: list[str], places: dict[str, int]) -> str | None:
    """Tables that leave the own name out say "outgoing" in its place."""
    return "Me" if _cell(row, places, "kind").strip().casefold() in ("outgoing", "sent") else None


def _said(row: list[str], places: dict[str, int]) -> tuple[Kind, str]:
    text, kind = _cell(row, places, "text"), _cell(row, places, "kind").strip().casefold()
    if kind in _KINDS:
        return cast(Kind, kind), text
    if kind == "notification":
        return "system", text
    return "media" if _cell(row, places, "attachment").strip() else "text", text


def _iso(text: str) -> bool:
    return len(text) > 9 and text[:4].isdigit() and text[4] == "-"


def _when(day: str, clock: str, order: Order) -> datetime:
    text = f"{day.strip()} {clock.strip()}".strip()
    if text.isdigit() and len(text) > 8:
        return from_ms(int(text) if len(text) > 11 else 1000 * int(text))
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        found = _DATE.match(text)
        if not found:
            raise
    rest = _ZONE.sub("", text[found.end() :])
    at = time_of_day(rest) if re.search(r"\d", rest) else time()
    return datetime.combine(day_of(written(found[0]), order), at)

"""iMessage's own database, ``chat.db``. It is opened to be read only, and never changed."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from afterus.chats.chat import Ask, Chat, Conversation
from afterus.chats.errors import BrokenChat, NotAChat
from afterus.chats.imessage.typedstream import text_of
from afterus.chats.message import Kind
from afterus.chats.rows import Rows
from afterus.chats.source import Member

MAGIC = b"SQLite format 3\0"
ME = "Me"
_APPLE = datetime(2001, 1, 1, tzinfo=UTC)
# Seconds before High Sierra, nanoseconds since; no chat is from the year 5000.
_NANOSECONDS_FROM = 10**11
_OBJECT = "\ufffc"
_TAPBACKS = range(2000, 4000)
_HANDLE = "LEFT JOIN handle h ON h.ROWID = m.handle_id"
_IN_CHATS = (
    " WHERE m.ROWID IN (SELECT message_id FROM chat_message_join"
    " WHERE chat_id IN (SELECT value FROM json_each(?)))"
)
_ORDER = " ORDER BY m.date, m.ROWID"
_STEPS, _MOST_STEPS = 1_000_000, 20_000
_COLUMNS = ("date", "is_from_me", "text", "attributedBody", "associated_message_type", "item_type",
            "cache_has_attachments", "date_retracted", "date_edited", "handle_id",
            "balloon_bundle_id")  # fmt: skip


def looks_like(head: str) -> bool:
    """Whether the file is a database at all; which one shows when it is opened."""
    return head.startswith("SQLite format 3")


def conversations(member: Member, ask: Ask) -> list[Conversation]:
    """Every chat with messages. Chats of one person by iMessage and by SMS are one."""
    with _opened(member) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master "
                                                        "WHERE type = 'table'")}  # fmt: skip
        if not {"message", "handle"} <= tables:
            raise NotAChat("no_messages_table")
        if not {"chat", "chat_message_join"} <= tables:
            return [Conversation(member.name, partial(_read, member, ask, None, None))]
        found = database.execute(
            "SELECT coalesce(nullif(c.display_name, ''), c.chat_identifier, c.ROWID), "
            "group_concat(DISTINCT c.ROWID), count(*) FROM chat c "
            "JOIN chat_message_join j ON j.chat_id = c.ROWID GROUP BY 1 ORDER BY 3 DESC, 1"
        ).fetchall()
    return [
        Conversation(str(name), partial(_read, member, ask, str(name), str(ids)), int(count))
        for name, ids, count in found
    ]


@contextmanager
def _opened(member: Member) -> Iterator[sqlite3.Connection]:
    """The database, read only. A file beside it with newer messages (``-wal``) is read too."""
    try:
        if member.path is None:
            database = sqlite3.connect(":memory:")
            database.deserialize(member.read())
        else:
            database = sqlite3.connect(_address(member.path), uri=True)
        try:
            database.text_factory = lambda raw: raw.decode("utf-8", "replace")
            database.execute("PRAGMA trusted_schema = OFF")
            steps = iter(range(_MOST_STEPS))
            # A database made to be searched forever is given up.
            database.set_progress_handler(lambda: next(steps, None) is None, _STEPS)
            yield database
        finally:
            database.close()
    except (sqlite3.Error, OverflowError, UnicodeDecodeError):
        # What a broken database says of itself may be broken text, too.
        raise BrokenChat("database_broken") from None


def _address(path: Path) -> str:
    wal = path.with_name(path.name + "-wal")
    newer = wal.is_file() and wal.stat().st_size > 0
    return path.resolve().as_uri() + ("?mode=ro" if newer else "?mode=ro&immutable=1")


def _read(member: Member, ask: Ask, name: str | None, chats: str | None) -> Chat:
    rows = Rows()
    with _opened(member) as database:
        has = {row[1] for row in database.execute("PRAGMA table_info(message)")}
        columns = ", ".join(f"m.{each}" if each in has else "NULL" for each in _COLUMNS)
        # Only names of columns from the list above become part of the query.
        query = f"SELECT {columns}, h.id FROM message m {_HANDLE}"  # noqa: S608
        if chats is not None:
            query += _IN_CHATS
        found = database.execute(query + _ORDER, () if chats is None else (f"[{chats}]",))
        for number, row in enumerate(found, 1):
            if number % 20_000 == 0:
                ask.progress(0.5)
            _take(rows, number, row)
    return rows.chat("imessage", name)


def _take(rows: Rows, number: int, row: tuple[Any, ...]) -> None:
    fields = dict(zip((*_COLUMNS, "sender"), row, strict=True))
    kind_of_link = fields["associated_message_type"] or 0
    if kind_of_link in _TAPBACKS:
        rows.skip("reaction", number)
        return
    try:
        when = _time(fields["date"])
    except (TypeError, ValueError, OverflowError):
        rows.skip("bad_date", number)
        return
    sender = ME if fields["is_from_me"] else fields["sender"]
    kind, text = _said(fields)
    rows.add(when, str(sender) if sender is not None else None, kind, text)


def _time(date: Any) -> datetime:
    if not date:
        raise ValueError("no date")
    if abs(date) < _NANOSECONDS_FROM:
        return _APPLE + timedelta(seconds=date)
    return _APPLE + timedelta(microseconds=date // 1000)


def _said(fields: dict[str, Any]) -> tuple[Kind, str]:
    text, body = fields["text"], fields["attributedBody"]
    if not text and isinstance(body, bytes):
        text = text_of(body)
    text = text if isinstance(text, str) else ""
    attached = bool(fields["cache_has_attachments"]) or _OBJECT in text
    text = text.replace(_OBJECT, "").strip()
    if fields["item_type"]:
        return "system", text
    if fields["date_retracted"] or (fields["date_edited"] and not text and not attached):
        return "deleted", ""
    return "media" if attached or not text else "text", text

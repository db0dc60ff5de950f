"""A report as plain text for a terminal."""

import textwrap
from collections.abc import Iterator, Sequence

from afterus.exchange.mirror.telling import Part, Row
from afterus.exchange.mirror.words import Names
from afterus.mirror import Quote

WIDTH = 78
_QUOTE = 200


def as_text(parts: Sequence[Part], names: Names) -> str:
    """All parts under each other, in lines of at most 78 characters where words allow."""
    return "\n".join(line for part in parts for line in _part(part, names)).strip() + "\n"


def _part(part: Part, names: Names) -> Iterator[str]:
    yield ""
    yield part.title
    yield "-" * min(len(part.title), WIDTH)
    yield from (wrapped for line in part.lines for wrapped in _wrapped(line))
    if part.rows:
        yield from _table(part.rows, names)
    for head, quotes in part.quotes:
        yield ""
        yield from _wrapped(head)
        for quote in quotes:
            yield from _quote(quote, names)
    for _, table in part.pictures:
        yield from _columns((table.head, *table.rows))
    if part.after:
        yield ""
        yield from (wrapped for line in part.after for wrapped in _wrapped(line))


def _table(rows: Sequence[Row], names: Names) -> Iterator[str]:
    yield from _columns((("", names.me, names.them), *((r.word, r.me, r.them) for r in rows)))


def _columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns as wide as they need; a first column that is long is broken over lines."""
    rest = [max(len(row[place]) for row in rows) for place in range(1, len(rows[0]))]
    first = min(max(len(row[0]) for row in rows), max(WIDTH - sum(rest) - 3 * len(rest), 16))
    for row in rows:
        head = textwrap.wrap(row[0], first) or [""]
        yield from head[:-1]
        cells = "".join(f"   {cell:>{width}}" for cell, width in zip(row[1:], rest, strict=True))
        yield f"{head[-1]:<{first}}{cells}"


def _quote(quote: Quote, names: Names) -> Iterator[str]:
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in quote.text).split())
    if len(text) > _QUOTE:
        text = text[: _QUOTE - 1] + "…"
    when = quote.time.replace("T", " ")
    yield from textwrap.wrap(
        f"{when}  {names.of(quote.by)}: {text}",
        WIDTH,
        initial_indent="  ",
        subsequent_indent="      ",
    )


def _wrapped(line: str) -> list[str]:
    return textwrap.wrap(line, WIDTH) or [""]

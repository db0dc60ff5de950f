"""A report as one page that needs nothing beside itself."""

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from afterus.exchange.mirror.telling import Part
from afterus.exchange.mirror.timeline import Table
from afterus.exchange.mirror.words import Names
from afterus.mirror import Line, Quote


def as_page(parts: Sequence[Part], names: Names, title: str, language: str = "en") -> str:
    """The whole page as HTML, its style within it. It asks nothing of any network."""
    style = files("afterus.exchange.mirror").joinpath("page.css").read_text(encoding="utf-8")
    inside = "\n".join(_part(part, names, place == 0) for place, part in enumerate(parts))
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n<main>\n{inside}\n</main>\n</body>\n</html>\n"
    )


def _part(part: Part, names: Names, first: bool) -> str:
    level = "h1" if first else "h2"
    told = [f"<section>\n<{level}>{escape(part.title)}</{level}>"]
    told += [f"<p>{escape(line)}</p>" for line in part.lines]
    for svg, table in part.pictures:
        told += [f"<figure>{svg}</figure>", _folded(table)]
    if part.rows:
        rows = tuple((row.word, row.me, row.them) for row in part.rows)
        told.append(_table(("", names.me, names.them), rows))
    for head, quotes in part.quotes:
        told.append(f"<h3>{escape(head)}</h3>")
        told += [_quote(quote, names) for quote in quotes]
    told += [f"<p>{escape(line)}</p>" for line in part.after]
    return "\n".join(told) + "\n</section>"


def _folded(table: Table) -> str:
    inside = _table(table.head, table.rows)
    return f"<details><summary>{escape(table.title)}</summary>{inside}</details>"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    names = "".join(
        f'<th scope="col">{escape(cell)}</th>' if cell else "<td></td>" for cell in head
    )
    lines = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{names}</tr></thead><tbody>{lines}</tbody></table>"


def _quote(quote: Quote, names: Names) -> str:
    when = escape(quote.time.replace("T", " "))
    around = "".join(_lines(quote.around, names))
    return (
        f"<details><summary><q>{escape(quote.text)}</q> <small>{escape(names.of(quote.by))}, "
        f'<time datetime="{escape(quote.time)}">{when}</time></small></summary>'
        f"<ul>{around}</ul></details>"
    )


def _lines(around: Sequence[Line], names: Names) -> Iterator[str]:
    for line in around:
        kind = ' class="here"' if line.here else ""
        when = escape(line.time.replace("T", " "))
        yield (
            f"<li{kind}><small>{when} {escape(names.of(line.by))}</small> {escape(line.text)}</li>"
        )

"""The plain export as Markdown: everything in order of time, for reading and printing."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from afterus.exchange.plain import Item

HIDDEN = {"kind", "version", "at", "state", "way", "seen", "replies", "findings"}


class Words(msgspec.Struct, frozen=True):
    """The words around the person's own.

    `kinds`: headings by kind. `labels`: by dotted key of a document. `options`: by value, for
    keys that are chosen from a list. Keys without a label read as themselves.
    """

    title: str
    made: str
    yes: str
    no: str
    kinds: Mapping[str, str] = {}
    labels: Mapping[str, str] = {}
    options: Mapping[str, Mapping[str, str]] = {}


def to_markdown(items: Sequence[Item], made: datetime, words: Words) -> str:
    """One text: a heading for each kind, and below it each entry under its day."""
    lines = [f"# {words.title}", "", f"{words.made} {made:%Y-%m-%d}"]
    for kind in dict.fromkeys(str(item.document.get("kind", "")) for item in items):
        lines += ["", f"## {words.kinds.get(kind, _plain(kind))}"]
        same = (item for item in items if item.document.get("kind") == kind)
        for item in sorted(same, key=lambda item: item.kept):
            lines += ["", f"### {item.kept:%Y-%m-%d %H:%M}", ""]
            lines += _fields(item.document, (), 0, words)
    return "\n".join(lines) + "\n"


def _fields(
    fields: Mapping[str, Any], path: tuple[str, ...], depth: int, words: Words
) -> Iterator[str]:
    for name, value in fields.items():
        if value in (None, "", [], {}) or (not path and name in HIDDEN):
            continue
        key = (*path, name)
        label = words.labels.get(_dotted(key), _plain(name))
        yield from _field(label, value, key, depth, words)


def _field(
    label: str, value: object, key: tuple[str, ...], depth: int, words: Words
) -> Iterator[str]:
    indent = "  " * depth
    if isinstance(value, Mapping):
        yield f"{indent}- **{label}**"
        yield from _fields(value, key, depth + 1, words)
    elif isinstance(value, list):
        yield f"{indent}- **{label}**"
        for member in value:
            if isinstance(member, Mapping):
                yield f"{indent}  -"
                yield from _fields(member, key, depth + 2, words)
            else:
                yield f"{indent}  - {_value(member, key, words)}"
    else:
        told = _value(value, key, words).splitlines() or [""]
        if len(told) == 1:
            yield f"{indent}- **{label}**: {told[0]}"
        else:
            yield f"{indent}- **{label}**:"
            yield ""
            yield from (f"{indent}  > {line}".rstrip() for line in told)
            yield ""


def _value(value: object, key: tuple[str, ...], words: Words) -> str:
    if isinstance(value, bool):
        return words.yes if value else words.no
    text = str(value)
    return words.options.get(_dotted(key), {}).get(text, text).replace("<", "\\<")


def _dotted(key: tuple[str, ...]) -> str:
    """The key as the reflection's questions name it: what stands inside `answers`."""
    return ".".join(key[1:] if key[0] == "answers" else key)


def _plain(name: str) -> str:
    return name.replace("_", " ").capitalize()

"""What a writer's plain file holds: couples' talks and single voices, one message a line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_HEADER = re.compile(r"#\s*(couple|voice)\s*:\s*(.*)")
_WHEN = re.compile(r"#\s*when\s*:\s*(together|after)")
_SPOKEN = re.compile(r"(\S{1,12})> ?(.*)")


class RawError(Exception):
    """A line that is not in the format; the message says file, line and why."""


@dataclass(frozen=True)
class Line:
    """One written message: `block` counts the headers of its file, `part` the stretches between."""

    kind: str
    block: int
    part: int
    context: str
    speaker: str
    text: str


def lines(path: Path) -> Iterator[Line]:
    """The messages of a file in order. Raises RawError."""
    kind, block, part, context = "", 0, 0, ""
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        header, when = _HEADER.match(line), _WHEN.match(line)
        if header:
            kind, block, part, context = header[1], block + 1, 0, ""
        elif when:
            context, part = when[1], part + 1
        elif re.fullmatch(r"-{2,}", line):
            part += 1
        elif line and not line.startswith("#"):
            if not kind or not context:
                raise RawError(f"{path.name}:{number}: a message before its header or its 'when'")
            yield Line(kind, block, part, context, *_said(kind, line))


def _said(kind: str, line: str) -> tuple[str, str]:
    spoken = _SPOKEN.fullmatch(line) if kind == "couple" else None
    speaker, text = spoken.groups() if spoken else ("", line)
    return speaker, text.replace("\\n", "\n").strip()


def texts(path: Path) -> Iterator[str]:
    """The free texts of a disclosures file, one a line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.replace("\\n", "\n").strip()

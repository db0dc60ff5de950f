"""``afterus check``: what a message does to the one who reads it."""

import argparse
import shutil
import sys
import textwrap
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, BinaryIO

import msgspec

from afterus.cli.words import say, strong, tell
from afterus.language import (
    CarefulModel,
    Checked,
    Context,
    FastModel,
    Label,
    Span,
    advise,
    careful_model,
    fast_model,
)

WIDTH = 78
_MOST_AT_ONCE = 1 << 20
_MANY = 2000


class _Message(msgspec.Struct):
    """A line of the input."""

    text: str
    id: Any = msgspec.UNSET
    context: Context | None = None


class _Line(msgspec.Struct, omit_defaults=True):
    """A line of the output; `error` stands alone where a line could not be read."""

    id: Any = msgspec.UNSET
    line: int | msgspec.UnsetType = msgspec.UNSET
    error: str | msgspec.UnsetType = msgspec.UNSET
    labels: tuple[Label, ...] | msgspec.UnsetType = msgspec.UNSET
    scores: dict[Label, float] | msgspec.UnsetType = msgspec.UNSET
    spans: tuple[Span, ...] | msgspec.UnsetType = msgspec.UNSET
    advice: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET


_DECODER = msgspec.json.Decoder(_Message)
_ENCODER = msgspec.json.Encoder()


def add_parser(commands: Any) -> None:
    """Add the command to argparse's sub-commands."""
    parser = commands.add_parser(
        "check", help=say("cli.check.help"), description=say("cli.check.about")
    )
    parser.add_argument("text", metavar="TEXT", nargs="?", help=say("cli.check.text"))
    parser.add_argument("--context", choices=("together", "after"), help=say("cli.check.context"))
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help=say("cli.check.json"))
    shape.add_argument("--jsonl", action="store_true", help=say("cli.check.jsonl"))
    model = parser.add_mutually_exclusive_group()
    model.add_argument("--fast", action="store_true", help=say("cli.check.fast"))
    model.add_argument("--careful", action="store_true", help=say("cli.check.careful"))
    parser.set_defaults(run=run, parser=parser)


def run(arguments: argparse.Namespace) -> int:
    """Check one text, or many, one a line."""
    if arguments.jsonl and arguments.text not in (None, "-"):
        arguments.parser.error(say("cli.check.jsonl_reads_input"))
    model = fast_model() if arguments.fast else careful_model()
    if arguments.jsonl:
        hint = not (arguments.fast or arguments.careful)
        return _many(sys.stdin.buffer, model, arguments.context, hint)
    text = arguments.text
    if text in (None, "-"):
        text = sys.stdin.buffer.read().decode("utf-8", "replace")
    checked = model.check(text, arguments.context)
    if arguments.json:
        line = _line(checked)
        shown = msgspec.json.format(_ENCODER.encode(line), indent=2)
        sys.stdout.buffer.write(shown + b"\n")
    else:
        print("\n".join(_told(text, checked)))
    return 0


def _many(
    stream: BinaryIO, model: FastModel | CarefulModel, context: Context | None, hint: bool
) -> int:
    """One line out for each line in; a bad line gets its error in its place."""
    bad, number = 0, 0
    for lines in _available(stream):
        messages: list[_Message] = []
        places: list[_Line | None] = []
        for line in lines:
            number += 1
            if not line.strip():
                continue
            try:
                messages.append(_DECODER.decode(line))
                places.append(None)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                bad += 1
                problem = say("cli.check.bad_line", problem=str(error))
                places.append(_Line(line=number, error=problem))
        checked = model.batch((each.text, each.context or context) for each in messages)
        told = (_line(one, each.id) for each, one in zip(messages, checked, strict=True))
        out = [place if place is not None else next(told) for place in places]
        sys.stdout.buffer.write(_ENCODER.encode_lines(out))
        sys.stdout.buffer.flush()
        if hint and number >= _MANY:
            tell(say("cli.check.many"))
            hint = False
    return 1 if bad else 0


def _available(stream: BinaryIO) -> Iterator[list[bytes]]:
    """The whole lines that are there already, so that a slow pipe is answered at once."""
    held = b""
    read = getattr(stream, "read1", stream.read)
    while some := read(_MOST_AT_ONCE):
        *lines, held = (held + some).split(b"\n")
        if lines:
            yield lines
    if held:
        yield [held]


def _line(checked: Checked, name: Any = msgspec.UNSET) -> _Line:
    return _Line(
        id=name,
        labels=checked.labels,
        scores=checked.scores,
        spans=checked.spans,
        advice=_advice(checked.labels),
    )


@lru_cache
def _advice(labels: tuple[Label, ...]) -> msgspec.Raw:
    return msgspec.Raw(
        _ENCODER.encode(
            [
                {
                    "key": advice.key,
                    "tone": advice.tone,
                    "labels": advice.labels,
                    "why": say(f"draft.advice.{advice.key}.why"),
                    "instead": say(f"draft.advice.{advice.key}.instead"),
                }
                for advice in advise(labels)
            ]
        )
    )


def _told(text: str, checked: Checked) -> Iterator[str]:
    """What is found, for people: the label, the words it rests on, and what one could do."""
    if not checked.labels:
        yield from _wrapped(say("cli.check.nothing"))
    for label in checked.labels:
        words = [text[span.start : span.end] for span in checked.spans if span.label == label]
        quoted = ", ".join(f"“{' '.join(each.split())}”" for each in words)
        yield strong(say(f"draft.label.{label}"), sys.stdout) + (f": {quoted}" if quoted else "")
    for advice in advise(checked.labels):
        yield ""
        yield from _wrapped(say(f"draft.advice.{advice.key}.why"))
        yield from _wrapped(say(f"draft.advice.{advice.key}.instead"))


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns))

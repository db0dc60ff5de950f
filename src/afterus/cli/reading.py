"""``afterus reading``: an answers file in, a reading out."""

import argparse
import shutil
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, get_args

import msgspec

from afterus.cli.words import CannotDo, say, strong
from afterus.content import Other
from afterus.method import (
    Answers,
    AnswersError,
    Reading,
    free_texts,
    kind_of_safety,
    parse_answers,
    read,
)
from afterus.safety import Finding, Reply, screen, with_replies

WIDTH = 78


def add_parser(commands: Any) -> None:
    """Add the command to argparse's sub-commands."""
    parser = commands.add_parser(
        "reading", help=say("cli.reading.help"), description=say("cli.reading.about")
    )
    parser.add_argument("answers", metavar="ANSWERS.json", help=say("cli.reading.answers"))
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help=say("cli.reading.json"))
    shape.add_argument("--jsonl", action="store_true", help=say("cli.reading.jsonl"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the reading of one answers file, or of many, one a line. Raises CannotDo."""
    try:
        with _opened(arguments.answers) as stream:
            if arguments.jsonl:
                return _many(stream)
            raw = _decoded(stream.read())
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotDo(say("cli.unreadable", file=arguments.answers, reason=reason)) from None
    answers, findings, reading = _read(raw)
    if arguments.json:
        _print_json(as_json(answers, findings, reading), indent=2)
    else:
        print(as_text(answers, reading))
    return 0


def as_json(answers: Answers, findings: tuple[Finding, ...], reading: Reading) -> dict[str, Any]:
    """The documented JSON of a reading: the reading, its words, and what was found in texts."""
    other = _other(answers)
    result: dict[str, Any] = msgspec.to_builtins(reading)
    for reason in result["reasons"]:
        reason["title"] = say(f"reading.reason.{reason['key']}.title", other)
        reason["text"] = say(f"reading.reason.{reason['key']}.text", other)
    result["steps"] = [
        {
            "step": step,
            "title": say(f"reading.step.{step}.title", other),
            "text": say(f"reading.step.{step}.text", other),
        }
        for step in reading.steps
    ]
    result["title"], result["lead"], result["answer"] = _sentences(reading, other)
    result["findings"] = [msgspec.to_builtins(finding) | {"id": finding.id} for finding in findings]
    return result


def as_text(answers: Answers, reading: Reading) -> str:
    """The reading for people, in plain lines of at most 78 characters."""
    other = _other(answers)
    return "\n".join(_lines(reading, other))


def _lines(reading: Reading, other: Other) -> Iterator[str]:
    title, lead, answer = _sentences(reading, other)
    yield strong(title, sys.stdout)
    yield ""
    yield from _wrapped(lead)
    yield ""
    yield from _wrapped(answer)
    yield from _heading("cli.reading.why")
    for reason in reading.reasons:
        yield f"- {say(f'reading.reason.{reason.key}.title', other)}"
        yield from _wrapped(say(f"reading.reason.{reason.key}.text", other), "  ")
        rests = ", ".join(f"{each.key} = {_value(each.value)}" for each in reason.answers)
        yield from _wrapped(say("cli.reading.rests_on", answers=rests), "  ")
    yield from _heading("cli.reading.steps")
    for step in reading.steps:
        yield f"- {say(f'reading.step.{step}.title', other)}"
        yield from _wrapped(say(f"reading.step.{step}.text", other), "  ")
    if reading.would_change:
        yield from _heading("cli.reading.would_change")
    for option in reading.would_change:
        changes = ", ".join(f"{key} = {_value(value)}" for key, value in option.changes.items())
        yield f"- {changes}: {say(f'reading.path_name.{option.path}', other)}"
    yield ""
    yield from _wrapped(say("cli.reading.look_again", other, days=reading.look_again_in_days))
    if reading.help:
        yield from _wrapped(say("cli.reading.help_now", other))


def _sentences(reading: Reading, other: Other) -> tuple[str, str, str]:
    place = f"reading.path.{reading.path}"
    if reading.path == "safety":
        place += f".{kind_of_safety(reading)}"
    return (
        say(f"{place}.title", other),
        say(f"{place}.lead", other),
        say(f"{place}.answer", other),
    )


def _heading(key: str) -> Iterator[str]:
    yield ""
    yield strong(say(key), sys.stdout)


def _wrapped(text: str, indent: str = "") -> list[str]:
    width = min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns)
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent)


def _value(value: Any) -> str:
    if value is None:
        return say("cli.reading.not_said")
    if isinstance(value, bool):
        return say("cli.reading.yes" if value else "cli.reading.no")
    if isinstance(value, tuple):
        return ", ".join(v if isinstance(v, str) else v.text for v in value)
    return str(value)


def _other(answers: Answers) -> Other:
    other = answers.other
    return Other(
        name=(other.name if other else None) or "",
        pronouns=(other.pronouns if other else None) or "they",
    )


def _read(raw: Any) -> tuple[Answers, tuple[Finding, ...], Reading]:
    """The answers, what screening found in them, and the reading. Raises CannotDo."""
    replies = _replies(raw.pop("replies", None)) if isinstance(raw, dict) else {}
    try:
        answers = parse_answers(raw)
    except AnswersError as error:
        raise CannotDo(say("cli.reading.bad_answer", problem=str(error))) from None
    findings = with_replies(screen(free_texts(answers)), replies)
    return answers, findings, read(answers, findings)


def _replies(said: Any) -> dict[str, Reply]:
    """What the person answered to earlier findings, by finding id. Raises CannotDo."""
    try:
        return msgspec.convert(said or {}, dict[str, Reply])
    except msgspec.ValidationError:
        allowed = ", ".join(get_args(Reply))
        problem = say("cli.reading.bad_replies", allowed=allowed)
        raise CannotDo(say("cli.reading.bad_answer", problem=f"replies: {problem}")) from None


def _many(stream: BinaryIO) -> int:
    """One reading a line; a bad line gets its error in its place and the rest goes on."""
    bad = 0
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        name: dict[str, Any] = {"line": number}
        try:
            raw = _decoded(line)
            if isinstance(raw, dict) and "id" in raw:
                name = {"id": raw.pop("id")}
            _print_json(name | as_json(*_read(raw)))
        except CannotDo as error:
            bad += 1
            _print_json(name | {"error": str(error)})
    return 1 if bad else 0


def _decoded(text: bytes) -> Any:
    try:
        return msgspec.json.decode(text.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise CannotDo(say("cli.reading.bad_json", problem=str(error))) from None


def _print_json(value: Any, indent: int = 0) -> None:
    text = msgspec.json.encode(value)
    sys.stdout.buffer.write((msgspec.json.format(text, indent=indent) if indent else text) + b"\n")


def _opened(name: str) -> BinaryIO:
    return sys.stdin.buffer if name == "-" else Path(name).open("rb")

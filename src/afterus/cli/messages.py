"""``afterus messages``: any chat export as one table."""

import argparse
import csv
import io
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from afterus.chats import (
    FORMATS,
    Chat,
    ChatError,
    Message,
    NoSuchChat,
    SeveralChats,
    read_chat,
)
from afterus.cli.words import CannotDo, say, strong, tell

_AT_ONCE = 2000
_NAMES_SHOWN = 20


def add_parser(commands: Any) -> None:
    """Add the command to argparse's sub-commands."""
    parser = commands.add_parser(
        "messages", help=say("cli.messages.help"), description=say("cli.messages.about")
    )
    parser.add_argument("chat_file", metavar="CHAT", help=say("cli.messages.chat"))
    add_reading_options(parser)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--jsonl", action="store_true", help=say("cli.messages.jsonl"))
    shape.add_argument("--csv", action="store_true", help=say("cli.messages.csv"))
    parser.add_argument("--summary", action="store_true", help=say("cli.messages.summary"))
    parser.add_argument("--json", action="store_true", help=say("cli.messages.json"))
    parser.set_defaults(run=run, usage_error=parser.error)


def add_reading_options(parser: argparse.ArgumentParser) -> None:
    """The options that say how a chat is to be read, the same for every command that reads one."""
    formats = ", ".join(FORMATS)
    parser.add_argument("--format", metavar="F", help=say("cli.messages.format", formats=formats))
    parser.add_argument("--chat", metavar="NAME", help=say("cli.messages.choose"))
    order = parser.add_mutually_exclusive_group()
    order.add_argument(
        "--day-first",
        dest="day_first",
        action="store_const",
        const=True,
        help=say("cli.messages.day_first"),
    )
    order.add_argument(
        "--month-first",
        dest="day_first",
        action="store_const",
        const=False,
        help=say("cli.messages.month_first"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the table or the summary. Raises CannotDo."""
    if arguments.json and not arguments.summary:
        arguments.usage_error(say("cli.messages.json_alone"))
    if arguments.summary and (arguments.jsonl or arguments.csv):
        arguments.usage_error(say("cli.messages.summary_alone"))
    chat = opened(arguments)
    if arguments.summary and arguments.json:
        _write(msgspec.json.format(msgspec.json.encode(summary(chat)), indent=2) + b"\n")
        return 0
    if arguments.summary:
        print("\n".join(_about(chat)))
        return 0
    if arguments.jsonl:
        _jsonl(chat)
    elif arguments.csv:
        _csv(chat)
    else:
        _table(chat)
    for line in _notes(chat):
        tell(line)
    return 0


def opened(arguments: argparse.Namespace) -> Chat:
    """The chat that the command line names. Raises CannotDo with the sentence to show."""
    name = arguments.chat_file
    source = sys.stdin.buffer if name == "-" else Path(name)
    try:
        return read_chat(
            source,
            format=arguments.format,
            chat=arguments.chat,
            day_first=arguments.day_first,
        )
    except (SeveralChats, NoSuchChat) as error:
        shown = ", ".join(error.names[:_NAMES_SHOWN])
        shown += ", …" if len(error.names) > _NAMES_SHOWN else ""
        values: dict[str, Any] = error.values | {"names": shown}
        raise CannotDo(say(f"chats.error.{error.key}", file=name, **values)) from None
    except ChatError as error:
        said: dict[str, Any] = {"format": arguments.format} | error.values
        raise CannotDo(say(f"chats.error.{error.key}", file=name, **said)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotDo(say("cli.unreadable", file=name, reason=reason)) from None


def summary(chat: Chat) -> dict[str, Any]:
    """The documented summary. ``messages`` counts the rows of the table."""
    times = chat.messages.times
    return {
        "format": chat.format,
        "chat": chat.name,
        "messages": len(chat.messages),
        "senders": chat.participants,
        "kinds": dict(Counter(chat.messages.kinds).most_common()),
        "first": times[0].isoformat(),
        "last": times[-1].isoformat(),
        "skipped_lines": sum(each.count for each in chat.skipped),
        "skipped": [msgspec.to_builtins(each) for each in chat.skipped],
        "order": chat.order,
        "order_why": chat.order_why,
        "ambiguous": chat.ambiguous,
        "warnings": [msgspec.to_builtins(each) for each in chat.warnings],
    }


def _about(chat: Chat) -> Iterator[str]:
    times = chat.messages.times
    count, first, last = len(chat.messages), times[0].date(), times[-1].date()
    said = say("cli.messages.found", count=count, app=chat.format, first=first, last=last)
    yield strong(said, sys.stdout)
    for sender, sent in chat.participants.items():
        yield "  " + say("cli.messages.sent", sender=sender, count=sent)
    notices = chat.messages.senders.count(None)
    if notices:
        yield "  " + say("cli.messages.notices", count=notices)
    yield from _notes(chat)


def _notes(chat: Chat) -> Iterator[str]:
    """What was left out, what was inferred, and what to know."""
    for each in chat.skipped:
        reason = say(f"chats.skipped.{each.reason}")
        lines = ", ".join(map(str, each.lines))
        yield say("cli.messages.skipped", count=each.count, reason=reason, lines=lines)
    if chat.order:
        order, why = say(f"chats.order.{chat.order}"), say(f"chats.order_why.{chat.order_why}")
        yield say("cli.messages.dates", order=order, why=why)
    if chat.ambiguous:
        option = "--day-first" if chat.order == "month_first" else "--month-first"
        yield say("cli.messages.ask", option=option)
    for notice in chat.warnings:
        values: dict[str, Any] = notice.values
        yield say(f"chats.warning.{notice.key}", **values)


def _jsonl(chat: Chat) -> None:
    encoder, lines = msgspec.json.Encoder(), bytearray()
    for number, message in enumerate(chat.messages, 1):
        lines += encoder.encode(message) + b"\n"
        if number % _AT_ONCE == 0:
            _write(bytes(lines))
            lines.clear()
    _write(bytes(lines))


def _csv(chat: Chat) -> None:
    """Every cell is text, in quotes and exactly as it stands."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(("time", "sender", "kind", "text"))
    for number, message in enumerate(chat.messages, 1):
        writer.writerow(
            (message.time.isoformat(), message.sender or "", message.kind, message.text)
        )
        if number % _AT_ONCE == 0:
            _write(out.getvalue().encode())
            out.seek(0)
            out.truncate()
    _write(out.getvalue().encode())


def _table(chat: Chat) -> None:
    width = min(20, max(map(len, chat.participants), default=0))
    for message in chat.messages:
        print(_line(message, width))


def _line(message: Message, width: int) -> str:
    """One message on lines that a terminal cannot take for orders."""
    text = message.text
    if message.kind in ("media", "call", "deleted"):
        text = f"{say(f'cli.messages.{message.kind}')} {text}".strip()
    sender = (message.sender or "").replace("\n", " ")
    indent = "\n" + " " * (16 + 2 + width + 2)
    shown = "".join(sign for sign in text if sign.isprintable() or sign in "\n\u200d")
    return f"{message.time:%Y-%m-%d %H:%M}  {sender:<{width}}  {shown.replace(chr(10), indent)}"


def _write(raw: bytes) -> None:
    sys.stdout.buffer.write(raw)

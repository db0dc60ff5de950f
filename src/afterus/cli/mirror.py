"""``afterus mirror``: what a chat history shows of both."""

import argparse
import sys
from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from afterus.chats import Chat
from afterus.cli.files import write_new_file
from afterus.cli.messages import add_reading_options, opened
from afterus.cli.progress import Progress
from afterus.cli.words import CannotDo, say, tell
from afterus.content import Other, load
from afterus.exchange.mirror import Part, as_page, as_text, parts
from afterus.exchange.mirror.words import Names
from afterus.language import fast_model
from afterus.mirror import Mirror, TooFewPeople, mirror, talk_of


def add_parser(commands: Any) -> None:
    """Add the command to argparse's sub-commands."""
    parser = commands.add_parser(
        "mirror", help=say("mirror.cli.help"), description=say("mirror.cli.about")
    )
    parser.add_argument("chat_file", metavar="CHAT", help=say("cli.messages.chat"))
    parser.add_argument("--me", metavar="NAME", help=say("mirror.cli.me"))
    parser.add_argument("--them", metavar="NAME", help=say("mirror.cli.them"))
    parser.add_argument(
        "--same", metavar="OTHER=NAME", action="append", default=[], help=say("mirror.cli.same")
    )
    parser.add_argument("--ended", metavar="DAY", help=say("mirror.cli.ended"))
    add_reading_options(parser)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help=say("mirror.cli.json"))
    shape.add_argument("--html", metavar="OUT", type=Path, help=say("mirror.cli.html"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print what the chat shows, or write it. Raises CannotDo."""
    ended, same = _day(arguments.ended), _same(arguments.same)
    tell(say("mirror.cli.reading"))
    chat = opened(arguments)
    me, them = _two(chat, arguments, same)
    names = Names(say("mirror.report.you"), say("mirror.report.you_within"), them)
    seen = _seen(chat, me, them, same, ended)
    if arguments.json:
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(seen), indent=2) + b"\n")
        return 0
    told = parts(seen, names, partial(_said, Other(them)))
    if arguments.html:
        write_new_file(arguments.html, _page(told, names))
        tell(say("mirror.cli.written", file=arguments.html))
    else:
        print(as_text(told, names), end="")
    return 0


def _seen(chat: Chat, me: str, them: str, same: Mapping[str, str], ended: date | None) -> Mirror:
    here = datetime.now().astimezone().tzinfo
    try:
        talk = talk_of(chat.messages, me, them, same=same, zone=here)
    except TooFewPeople as error:
        raise CannotDo(_unknown(chat, error.missing)) from None
    with Progress(say("mirror.cli.labelling")) as progress:
        return mirror(talk, fast_model(), ended=ended, progress=progress)


def _said(other: Other, key: str, **values: object) -> str:
    return say(key, other, **values)


def _page(told: tuple[Part, ...], names: Names) -> bytes:
    return as_page(told, names, load("en").say("mirror.report.title")).encode()


def _two(chat: Chat, arguments: argparse.Namespace, same: Mapping[str, str]) -> tuple[str, str]:
    """Who the two are: as told, or clear from the chat. Raises CannotDo naming those who write."""
    people = [name for name in chat.participants if name not in same]
    for name in (arguments.me, arguments.them):
        if name is not None and name not in people:
            raise CannotDo(_unknown(chat, name))
    if len(people) < 2:
        raise CannotDo(say("chats.error.no_messages", file=arguments.chat_file))
    if arguments.me is None:
        raise CannotDo(say("mirror.cli.who", names=_listed(people)))
    others = [name for name in people if name != arguments.me]
    them = arguments.them or (others[0] if len(others) == 1 else None)
    if them is None or them == arguments.me:
        raise CannotDo(say("mirror.cli.whom", names=_listed(people)))
    return arguments.me, them


def _unknown(chat: Chat, name: str) -> str:
    return say("mirror.cli.unknown", who=name, names=_listed(list(chat.participants)))


def _listed(people: list[str]) -> str:
    return ", ".join(people[:12]) + (", …" if len(people) > 12 else "")


def _same(told: list[str]) -> dict[str, str]:
    pairs = [one.partition("=") for one in told]
    for one, (other, _, name) in zip(told, pairs, strict=True):
        if not (other and name):
            raise CannotDo(say("mirror.cli.bad_same", told=one))
    return {other: name for other, _, name in pairs}


def _day(told: str | None) -> date | None:
    try:
        return date.fromisoformat(told) if told else None
    except ValueError:
        raise CannotDo(say("mirror.cli.bad_day", day=told)) from None

"""What the vault's commands share: starting Django, asking for secrets, naming what went wrong."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from afterus.cli.words import CannotDo, say

if TYPE_CHECKING:
    from afterus.records import OpenVault

Asker = Callable[[str], str]


def start() -> None:
    """Starts Django and brings the database up to date. Raises CannotDo."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "afterus.web.settings")
    os.umask(0o077)
    import django
    from django.db import DatabaseError

    try:
        from django.conf import settings
        from django.core.management import call_command

        from afterus.web.home import prepare

        prepare(settings.HOME)
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
    except (OSError, ValueError, DatabaseError) as why:
        raise CannotDo(say("exchange.error.cannot_open_home", reason=_reason(why))) from None


def add_passphrase_option(parser: argparse.ArgumentParser) -> None:
    """A passphrase is asked for, or read from standard input; it is never an argument."""
    parser.add_argument(
        "--passphrase-stdin", action="store_true", help=say("exchange.export.passphrase_stdin")
    )


def asker(arguments: argparse.Namespace) -> Asker:
    """How to ask for a secret, with the key of the question: each line of input answers one."""
    if arguments.passphrase_stdin:
        return lambda _: sys.stdin.readline().rstrip("\r\n")
    return lambda key: getpass.getpass(say(f"exchange.ask.{key}"))


def ask_new(arguments: argparse.Namespace, ask: Asker) -> str:
    """A new passphrase, typed twice by people. Raises CannotDo when the two differ."""
    first = ask("new_passphrase")
    if not arguments.passphrase_stdin and ask("again") != first:
        raise CannotDo(say("exchange.error.not_same"))
    return first


def opened(ask: Asker) -> "OpenVault":
    """The vault, opened. Raises CannotDo."""
    from afterus.records import unlock, vault_exists

    if not vault_exists():
        raise CannotDo(say("exchange.error.no_vault"))
    with told_plainly():
        return unlock(ask("passphrase"))


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turns what the records refuse into the one sentence to show."""
    from django.db import DatabaseError

    from afterus import records

    try:
        yield
    except records.WrongPassphrase as wrong:
        raise CannotDo(_wrong(wrong)) from None
    except records.PassphraseTooShort as short:
        raise CannotDo(say("exchange.error.too_short", minimum=short.minimum)) from None
    except records.NoVault:
        raise CannotDo(say("exchange.error.no_vault")) from None
    except records.DamagedVault:
        raise CannotDo(say("exchange.error.damaged_vault")) from None
    except records.NewerEntry:
        raise CannotDo(say("exchange.error.newer_entry")) from None
    except records.DamagedEntry:
        raise CannotDo(say("exchange.error.damaged_entry")) from None
    except records.NotKept as why:
        raise CannotDo(say("exchange.error.not_kept", reason=_reason(why))) from None
    except DatabaseError as why:
        raise CannotDo(say("exchange.error.cannot_open_home", reason=_reason(why))) from None


def _wrong(wrong: "Exception") -> str:
    seconds = getattr(wrong, "wait_seconds", 0)
    if not getattr(wrong, "tried", True):
        return say("exchange.error.too_soon", seconds=seconds)
    if seconds:
        return say("exchange.error.wrong_passphrase_wait", seconds=seconds)
    return say("exchange.error.wrong_passphrase")


def _reason(why: Exception) -> str:
    return str(getattr(why, "strerror", None) or why).strip().splitlines()[0]

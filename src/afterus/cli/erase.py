"""``afterus erase``: everything gone, for good."""

import argparse
from typing import Any

from afterus.cli import vault
from afterus.cli.words import CannotDo, say, tell


def add_parser(commands: Any) -> None:
    """Add the command to argparse's sub-commands."""
    parser = commands.add_parser(
        "erase", help=say("exchange.erase.help"), description=say("exchange.erase.about")
    )
    parser.add_argument("--yes", action="store_true", help=say("exchange.erase.yes"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Erase after asking. Needs no passphrase: a forgotten one must not keep the words here."""
    vault.start()
    from afterus.records import erase_vault, vault_exists

    if not vault_exists():
        raise CannotDo(say("exchange.error.no_vault"))
    if not (arguments.yes or _meant()):
        raise CannotDo(say("exchange.erase.kept"))
    with vault.told_plainly():
        erase_vault()
    tell(say("exchange.erase.done"))
    return 0


def _meant() -> bool:
    word = say("exchange.erase.word")
    try:
        return input(say("exchange.erase.ask", word=word)).strip().lower() == word
    except EOFError:
        return False

"""``afterus import``: an export or a sealed backup back in."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from afterus.cli import files, vault
from afterus.cli.words import CannotDo, say, tell
from afterus.exchange import Item, LaterExport, NotAnExport, from_json

if TYPE_CHECKING:
    from afterus.records import Merged, OpenVault
    from afterus.records.documents import AnyDocument, Kept
    from afterus.vault import Backup


def add_parser(commands: Any) -> None:
    """Add the command to argparse's sub-commands."""
    parser = commands.add_parser(
        "import", help=say("exchange.import.help"), description=say("exchange.import.about")
    )
    parser.add_argument("file", type=Path, metavar="FILE", help=say("exchange.import.file"))
    vault.add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Put a file back in, all of it or nothing. Raises CannotDo."""
    from afterus.vault import CannotOpen, TooNew, is_backup, unpack

    source: Path = arguments.file
    raw = files.read_export(source)
    vault.start()
    try:
        if is_backup(raw):
            _backup(unpack(raw), arguments)
        else:
            _plain(from_json(raw), arguments)
    except (TooNew, LaterExport):
        raise CannotDo(say("exchange.error.later", file=source)) from None
    except (CannotOpen, NotAnExport):
        raise CannotDo(say("exchange.error.not_ours", file=source)) from None
    return 0


def _backup(backup: "Backup", arguments: argparse.Namespace) -> None:
    from afterus.records import VaultExists, restore_backup, vault_exists

    if vault_exists():
        _merge_backup(backup, vault.asker(arguments))
        return
    try:
        with vault.told_plainly():
            count = restore_backup(backup)
    except VaultExists:
        raise CannotDo(say("exchange.error.vault_elsewhere")) from None
    tell(say("exchange.import.restored", count=count))


def _merge_backup(backup: "Backup", ask: vault.Asker) -> None:
    from afterus.records import WrongPassphrase, merge, open_backup, unlock

    passphrase = ask("passphrase")
    with vault.told_plainly():
        opened = unlock(passphrase)
        try:
            items = open_backup(backup, passphrase)
        except WrongPassphrase:
            items = open_backup(backup, ask("backup_passphrase"))
        _told(merge(opened, items))


def _plain(items: Sequence[Item], arguments: argparse.Namespace) -> None:
    from afterus.records import merge

    kept = [_kept(item) for item in items]
    opened = _vault_for(arguments)
    with vault.told_plainly():
        _told(merge(opened, kept))


def _kept(item: Item) -> "Kept[AnyDocument]":
    import msgspec

    from afterus.records.documents import Kept
    from afterus.records.writing import NewerDocument, Unreadable, document_from

    try:
        document = document_from(msgspec.json.encode(item.document))
    except NewerDocument as why:
        raise LaterExport(str(why)) from why
    except Unreadable as why:
        raise NotAnExport(str(why)) from why
    return Kept(item.id, item.kept, document)


def _vault_for(arguments: argparse.Namespace) -> "OpenVault":
    from afterus.records import create_vault, vault_exists

    ask = vault.asker(arguments)
    if vault_exists():
        return vault.opened(ask)
    with vault.told_plainly():
        opened, code = create_vault(vault.ask_new(arguments, ask))
    tell(say("exchange.import.new_vault"))
    tell(code)
    return opened


def _told(merged: "Merged") -> None:
    tell(say("exchange.import.done", added=merged.added, here=merged.already_here))
    if merged.damaged:
        tell(say("exchange.import.damaged", count=merged.damaged))

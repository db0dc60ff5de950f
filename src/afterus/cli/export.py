"""``afterus export``: everything out, in clear or sealed."""

import argparse
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from afterus.cli import files, vault
from afterus.cli.words import CannotDo, say, tell
from afterus.content import Content, Other, load, render
from afterus.exchange import Item, Words, to_json, to_markdown

if TYPE_CHECKING:
    from uuid import UUID

    from afterus.records import OpenVault


def add_parser(commands: Any) -> None:
    """Add the command to argparse's sub-commands."""
    parser = commands.add_parser(
        "export", help=say("exchange.export.help"), description=say("exchange.export.about")
    )
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("to", nargs="?", type=Path, metavar="TO", help=say("exchange.export.to"))
    where.add_argument("--sealed", type=Path, metavar="FILE", help=say("exchange.export.sealed"))
    where.add_argument(
        "--feedback", type=Path, metavar="FILE", help=say("exchange.export.feedback")
    )
    vault.add_passphrase_option(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the copy or the backup. Raises CannotDo and then leaves nothing behind."""
    target: Path = arguments.sealed or arguments.feedback or arguments.to
    if target.exists():
        raise CannotDo(say("exchange.error.exists", file=target))
    vault.start()
    if arguments.sealed:
        _sealed(target)
    elif arguments.feedback:
        _feedback(vault.opened(vault.asker(arguments)), target)
    else:
        _plain(vault.opened(vault.asker(arguments)), target)
    return 0


def _sealed(target: Path) -> None:
    from afterus.records import back_up
    from afterus.vault import pack

    with vault.told_plainly():
        backup = back_up()
    files.write_new_file(target, pack(backup))
    tell(say("exchange.export.sealed_done", count=len(backup.rows), file=target))


def _plain(opened: "OpenVault", target: Path) -> None:
    items, left_out = _everything(opened)
    now = datetime.now().astimezone()
    files.write_new_folder(
        target,
        {
            files.JSON: to_json(items, now, left_out),
            "afterus.md": to_markdown(items, now, _words(load("en"), _other(opened))),
        },
    )
    tell(say("exchange.export.done", count=len(items), file=target))
    if left_out:
        tell(say("exchange.export.left_out", count=len(left_out)))
    tell(say("exchange.export.warning"))


def _feedback(opened: "OpenVault", target: Path) -> None:
    """Where the draft check was told to be wrong, one JSON object a line, and nothing else."""
    from afterus.records.documents import WrongFlag

    with vault.told_plainly():
        flags = [kept.document for kept in reversed(opened.all(WrongFlag))]
    lines = (
        {"text": flag.text, "label": flag.label, "words": flag.words, "version": version("afterus")}
        for flag in flags
    )
    files.write_new_file(target, msgspec.json.Encoder().encode_lines(lines))
    tell(say("exchange.export.feedback_done", count=len(flags), file=target))


def _everything(opened: "OpenVault") -> "tuple[list[Item], list[UUID]]":
    from afterus.records import DamagedEntry
    from afterus.records.writing import as_json

    items, left_out = [], []
    with vault.told_plainly():
        for found in opened.everything():
            if isinstance(found, DamagedEntry):
                left_out.append(found.entry_id)
            else:
                items.append(Item(found.id, found.kept, as_json(found.document)))
    return sorted(items, key=lambda item: (item.kept, item.id)), left_out


def _other(opened: "OpenVault") -> Other:
    from afterus.records.documents import Settings

    latest = opened.latest(Settings)
    if latest is None:
        return Other()
    return Other(latest.document.other_name, latest.document.other_pronouns)


def _words(content: Content, other: Other) -> Words:
    labels, options = {}, {}
    for section in content.reflection:
        for step in section.steps:
            for field in step.fields:
                labels[field.key] = render(field.label or step.title, other)
                options[field.key] = {
                    str(each.value): render(each.label, other) for each in field.options
                }
    kinds = {
        key.rpartition(".")[2]: content.say(key)
        for key in content.keys()  # noqa: SIM118 - no mapping
        if key.startswith("exchange.kinds.")
    }
    page = {name: content.say(f"exchange.page.{name}") for name in ("title", "made", "yes", "no")}
    return Words(**page, kinds=kinds, labels=labels, options=options)

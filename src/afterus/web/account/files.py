"""The files a person takes out and brings back, made and read in memory only."""

import io
import zipfile
from datetime import datetime

import msgspec

from afterus.content import Content, Other, render
from afterus.exchange import Item, LaterExport, NotAnExport, Words, from_json, to_json, to_markdown
from afterus.records import DamagedEntry, OpenVault, merge, open_backup
from afterus.records.documents import AnyDocument, Kept
from afterus.records.writing import NewerDocument, Unreadable, as_json, document_from
from afterus.vault import CannotOpen, TooNew, is_backup, unpack

JSON = "afterus.json"
MARKDOWN = "afterus.md"
MOST_BYTES = 256 * 1024 * 1024


class UnreadableFile(ValueError):
    """Not a backup and not an export, damaged, or from a later release."""


def zipped(vault: OpenVault, content: Content, other: Other, now: datetime) -> bytes:
    """Everything in clear: a zip with the JSON and the Markdown of an export."""
    items: list[Item] = []
    left_out = []
    for found in vault.everything():
        if isinstance(found, DamagedEntry):
            left_out.append(found.entry_id)
        else:
            items.append(Item(found.id, found.kept, as_json(found.document)))
    items.sort(key=lambda item: (item.kept, item.id))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(JSON, to_json(items, now, left_out))
        file.writestr(MARKDOWN, to_markdown(items, now, _words(content, other)))
    return out.getvalue()


def bring_in(vault: OpenVault, raw: bytes, passphrase: str) -> None:
    """Adds a backup's or an export's entries to the vault, all or none.

    Raises UnreadableFile, and WrongPassphrase for a backup.
    """
    try:
        if is_backup(raw):
            merge(vault, open_backup(unpack(raw), passphrase))
        else:
            merge(vault, [_kept(item) for item in from_json(_json_of(raw))])
    except (CannotOpen, TooNew, NotAnExport, LaterExport, NewerDocument, Unreadable) as why:
        raise UnreadableFile from why


def _json_of(raw: bytes) -> bytes:
    if not raw.startswith(b"PK"):
        return raw
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as file:
            name = next((n for n in file.namelist() if n.rpartition("/")[2] == JSON), None)
            if name is None or file.getinfo(name).file_size > MOST_BYTES:
                raise UnreadableFile
            return file.read(name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as why:
        raise UnreadableFile from why


def _kept(item: Item) -> Kept[AnyDocument]:
    return Kept(item.id, item.kept, document_from(msgspec.json.encode(item.document)))


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
        key.removeprefix("exchange.kinds."): content.say(key)
        for key in content.keys()  # noqa: SIM118 - no mapping
        if key.startswith("exchange.kinds.")
    }
    page = {name: content.say(f"exchange.page.{name}") for name in ("title", "made", "yes", "no")}
    return Words(**page, kinds=kinds, labels=labels, options=options)

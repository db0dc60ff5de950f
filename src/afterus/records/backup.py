"""Sealed backups of a whole vault, and merging one into another vault."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from afterus.records.documents import AnyDocument, Kept
from afterus.records.errors import DamagedEntry, NewerEntry, VaultExists, WrongPassphrase
from afterus.records.models import Entry, KeySlot, Owner
from afterus.records.opened import OpenVault, sealed
from afterus.records.vaults import ONE_PERSON, owner_of
from afterus.vault import Backup, WrongSecret, open_with_passphrase


class Merged(NamedTuple):
    """How many entries were added or mended, were there already, or are damaged in the source."""

    added: int
    already_here: int
    damaged: int


def back_up(name: str = ONE_PERSON) -> Backup:
    """The whole vault, still sealed; needs no passphrase. Raises NoVault."""
    with transaction.atomic():
        owner = owner_of(name)
        slots = {slot.way: bytes(slot.blob) for slot in KeySlot.objects.filter(owner=owner)}
        rows = list(sealed(Entry.objects.filter(owner=owner).order_by("id")))
    return Backup(owner.id, slots, rows)


def restore_backup(backup: Backup, name: str = ONE_PERSON) -> int:
    """Puts a backup where no vault is; gives the number of entries. Raises VaultExists.

    The vault opens with the passphrase and recovery code it had when the backup was made.
    """
    with transaction.atomic():
        if Owner.objects.filter(name=name).exists() or Owner.objects.filter(pk=backup.owner):
            raise VaultExists(name)
        owner = Owner.objects.create(id=backup.owner, name=name)
        KeySlot.objects.bulk_create(
            KeySlot(owner=owner, way=way, blob=blob) for way, blob in backup.slots.items()
        )
        Entry.objects.bulk_create(
            (
                Entry(owner=owner, id=row.id, tag=row.tag, rev=row.rev, blob=row.blob)
                for row in backup.rows
            ),
            batch_size=500,
        )
    return len(backup.rows)


def open_backup(backup: Backup, passphrase: str) -> list[Kept[AnyDocument] | DamagedEntry]:
    """All documents of a backup. Raises WrongPassphrase, CannotOpen when its slot is damaged."""
    slot = backup.slots.get(KeySlot.PASSPHRASE, b"")
    try:
        key = open_with_passphrase(slot, backup.owner, passphrase)
    except WrongSecret as why:
        raise WrongPassphrase from why
    reader = OpenVault(Owner(id=backup.owner), key)
    return list(reader.opened(backup.rows))


def merge(vault: OpenVault, items: Sequence[Kept[AnyDocument] | DamagedEntry]) -> Merged:
    """Adds what is not yet in the vault, all or nothing.

    What opens in the vault stays as it is; what is damaged there is replaced.
    """
    added = already_here = damaged = 0
    with transaction.atomic():
        here = vault.ids() - _forget_damaged(vault, items)
        for item in items:
            if isinstance(item, DamagedEntry):
                damaged += 1
            elif item.id in here:
                already_here += 1
            else:
                vault.restore(item.id, item.kept, item.document)
                here.add(item.id)
                added += 1
    return Merged(added, already_here, damaged)


def _forget_damaged(
    vault: OpenVault, items: Sequence[Kept[AnyDocument] | DamagedEntry]
) -> set[UUID]:
    whole = {item.id for item in items if not isinstance(item, DamagedEntry)}
    damaged = {
        found.entry_id
        for found in vault.everything()
        if isinstance(found, DamagedEntry) and not isinstance(found, NewerEntry)
    }
    for entry_id in whole & damaged:
        vault.erase(entry_id)
    return whole & damaged

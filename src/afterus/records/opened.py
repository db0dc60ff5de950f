"""An opened vault and the verbs on its entries."""

import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import DatabaseError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from afterus.records import passphrases, scrub
from afterus.records.document import Document
from afterus.records.documents import PASSING, VERSIONS, AnyDocument, Kept, kind_of
from afterus.records.errors import DamagedEntry, NewerEntry, NoEntry, NotKept
from afterus.records.models import Entry, Owner
from afterus.records.writing import NewerDocument, Unreadable, read_back, written
from afterus.vault import CannotOpen, Place, SealedRow, TooNew, VaultKey, open_entry, seal_entry

A = TypeVar("A", bound=Document)


def sealed(rows: QuerySet[Entry]) -> Iterator[SealedRow]:
    """The rows as they are sealed; far lighter than the models of 10,000 entries."""
    for entry_id, tag, rev, blob in rows.values_list("id", "tag", "rev", "blob").iterator():
        yield SealedRow(entry_id, bytes(tag), rev, bytes(blob))


class OpenVault:
    """One person's vault with its key. Holds nothing else: every call reads the database."""

    def __init__(self, owner: Owner, key: VaultKey) -> None:
        self.owner = owner
        self.key = key
        self._kinds = {key.tag(kind): kind for kind in VERSIONS}
        self._passing = [key.tag(kind_of(kind)) for kind in PASSING]

    @property
    def name(self) -> str:
        """The name the vault was made under."""
        return self.owner.name

    def keep(self, document: Document, entry_id: UUID | None = None) -> UUID:
        """Seals a document, or with the id of an entry its new state; on disk when this returns.

        Raises NoEntry for an unknown id, ValueError for another kind than the entry had, NotKept.
        """
        if entry_id is None:
            return self.restore(uuid.uuid4(), timezone.now(), document)
        with _or_not_kept(), transaction.atomic():
            row = self._one(entry_id, self._rows().select_for_update())
            before = self._open(row)
            if kind_of(before.document) != kind_of(document):
                raise ValueError(f"entry {entry_id} is a {kind_of(before.document)}")
            blob = self._seal(entry_id, row.rev + 1, before.kept, document)
            self._rows().filter(id=entry_id).update(rev=row.rev + 1, blob=blob)
        return entry_id

    def restore(self, entry_id: UUID, kept: datetime, document: Document) -> UUID:
        """Seals a document that comes from elsewhere, under its id and time there. NotKept."""
        blob = self._seal(entry_id, 1, kept, document)
        tag = self.key.tag(kind_of(document))
        with _or_not_kept():
            Entry.objects.create(owner=self.owner, id=entry_id, tag=tag, rev=1, blob=blob)
        return entry_id

    def get(self, entry_id: UUID) -> Kept[AnyDocument]:
        """Raises NoEntry, DamagedEntry."""
        return self._open(self._one(entry_id, self._rows()))

    def all(self, kind: type[A]) -> list[Kept[A]]:
        """All documents of a class, the newest kept first. Raises DamagedEntry."""
        rows = self._rows().filter(tag=self.key.tag(kind_of(kind)))
        found: list[Kept[Any]] = [self._open(row) for row in sealed(rows)]
        return sorted(found, key=_age, reverse=True)

    def latest(self, kind: type[A]) -> Kept[A] | None:
        """The newest kept document of a class."""
        found = self.all(kind)
        return found[0] if found else None

    def everything(self) -> Iterator[Kept[AnyDocument] | DamagedEntry]:
        """Every entry that stays, in no order; what does not open comes as its DamagedEntry."""
        return self.opened(sealed(self._rows().exclude(tag__in=self._passing)))

    def opened(self, rows: Iterable[SealedRow]) -> Iterator[Kept[AnyDocument] | DamagedEntry]:
        """These rows opened; what does not open comes as its DamagedEntry."""
        for row in rows:
            try:
                yield self._open(row)
            except DamagedEntry as damaged:
                yield damaged

    def ids(self) -> set[UUID]:
        """The ids of all entries."""
        return set(self._rows().values_list("id", flat=True))

    def erase(self, entry_id: UUID) -> None:
        """Removes one entry for good. Raises NoEntry."""
        gone, _ = self._rows().filter(id=entry_id).delete()
        if not gone:
            raise NoEntry(str(entry_id))
        scrub.after_erasing(all_of_it=False)

    def forget_passing(self, before: datetime) -> None:
        """Removes what was only to be kept for a while and was put there before this time."""
        passing = sealed(self._rows().filter(tag__in=self._passing))
        old = [
            one.entry_id if isinstance(one, DamagedEntry) else one.id
            for one in self.opened(passing)
            if isinstance(one, DamagedEntry) or one.kept < before
        ]
        if old:
            self._rows().filter(id__in=old).delete()
            scrub.after_erasing(all_of_it=False)

    def erase_all(self) -> None:
        """Removes the whole vault for good: entries, keys, sessions. Backups are not reached."""
        scrub.erase_owner(self.owner)

    def change_passphrase(self, old: str, new: str) -> None:
        """Ends all sessions, this one too unless it is sealed again.

        Raises WrongPassphrase, PassphraseTooShort.
        """
        passphrases.change(self.owner, old, new)

    def new_recovery_code(self) -> str:
        """Makes a recovery code; the one before opens nothing any more."""
        return passphrases.put_recovery_code(self.owner, self.key)

    def is_recovery_code(self, code: str) -> bool:
        """Whether this is the vault's code, however it was typed: to ask it back."""
        return passphrases.is_recovery_code(self.owner, code)

    def _rows(self) -> QuerySet[Entry]:
        return Entry.objects.filter(owner=self.owner)

    def _one(self, entry_id: UUID, rows: QuerySet[Entry]) -> SealedRow:
        found = next(sealed(rows.filter(id=entry_id)), None)
        if found is None:
            raise NoEntry(str(entry_id))
        return found

    def _seal(self, entry_id: UUID, rev: int, kept: datetime, document: Document) -> bytes:
        place = Place(self.owner.id, entry_id, kind_of(document), rev)
        return seal_entry(self.key, place, written(kept, document))

    def _open(self, row: SealedRow) -> Kept[AnyDocument]:
        kind = self._kinds.get(row.tag)
        if kind is None:
            raise NewerEntry(row.id)
        place = Place(self.owner.id, row.id, kind, row.rev)
        try:
            kept, document = read_back(open_entry(self.key, place, row.blob))
        except (TooNew, NewerDocument) as why:
            raise NewerEntry(row.id) from why
        except (CannotOpen, Unreadable) as why:
            raise DamagedEntry(row.id) from why
        return Kept(row.id, kept, document)


@contextmanager
def _or_not_kept() -> Iterator[None]:
    try:
        yield
    except DatabaseError as why:
        raise NotKept(str(why)) from why


def _age(kept: Kept[Any]) -> tuple[datetime, UUID]:
    return kept.kept, kept.id

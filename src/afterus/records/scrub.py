"""Removing for good: rows go, then the room they took is wiped."""

from django.contrib.sessions.models import Session
from django.db import connection, transaction

from afterus.records.models import Entry, KeySlot, Owner


def erase_owner(owner: Owner) -> None:
    """Removes an owner with entries, keys and sessions, and wipes the room they took."""
    from afterus.records.session import end_sessions

    with transaction.atomic():
        end_sessions(owner)
        owner.delete()
        if not Owner.objects.exists():
            Session.objects.all().delete()
    after_erasing(all_of_it=True)


def after_erasing(*, all_of_it: bool) -> None:
    """Wipes what deleted rows left behind, once they are deleted for certain.

    SQLite overwrites deleted rows itself (secure_delete); the journal is emptied here, and the
    file rewritten when all was erased. PostgreSQL vacuums; its own log keeps sealed bytes until
    the server recycles it.
    """
    transaction.on_commit(lambda: _wipe(all_of_it))


def _wipe(all_of_it: bool) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            if all_of_it:
                cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        elif all_of_it:
            tables = ", ".join(each._meta.db_table for each in (Owner, KeySlot, Entry, Session))
            cursor.execute(f"VACUUM {tables}")

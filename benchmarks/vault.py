"""How fast the vault is: 10,000 sealed entries opened, unlocking, keeping one.

Runs on a database of its own, in a folder that is gone afterwards; with AFTERUS_DATABASE_URL on
that server, which should be empty.
"""

import os
import tempfile
from datetime import date
from time import perf_counter

from .measure import median, show

ENTRIES = 10_000
AT_A_TIME = 50
PASSPHRASE = "lamp river stone"
NOTE = "We walked to the harbour and I did not write to her. " * 8


def main() -> None:
    """Measure and print; the floor of opening is fetching the sealed rows alone."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"AFTERUS_HOME": home, "DJANGO_SETTINGS_MODULE": "afterus.web.settings"}
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        _measure()


def _measure() -> None:
    from django.db import connection, transaction

    from afterus.records import create_vault, unlock
    from afterus.records.documents import StepDone
    from afterus.records.models import Entry

    document = StepDone(on=date(2026, 11, 24), reading_id="r1", step="celebrate", note=NOTE)
    vault, _ = create_vault(PASSPHRASE)
    keeping = median(lambda: [vault.keep(document) for _ in range(AT_A_TIME)], 5, perf_counter)
    with transaction.atomic():
        for _ in range(ENTRIES - Entry.objects.count()):
            vault.keep(document)
    fetching = median(lambda: list(Entry.objects.values_list("id", "tag", "rev", "blob")))
    opening = median(lambda: vault.all(StepDone))
    show(f"unlocking, at the cost for {connection.vendor}", median(lambda: unlock(PASSPHRASE), 3))
    show("keeping one entry, durably", keeping / AT_A_TIME)
    show(f"fetching {ENTRIES} sealed rows", fetching)
    show(f"opening {ENTRIES} sealed entries", opening, fetching)
    vault.erase_all()
    connection.close()

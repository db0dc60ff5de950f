"""How fast the vault is: 10,000 sealed entries opened, unlocking, keeping one.

    python benchmarks/vault.py [--entries 10000]

Runs on a database of its own, in a folder that is gone afterwards; with AFTERUS_DATABASE_URL on
that server, which should be empty. Prints one line of JSON.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date

PASSPHRASE = "lamp river stone"
NOTE = "We walked to the harbour and I did not write to her. " * 8


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How fast the vault is.")
    parser.add_argument("--entries", type=int, default=10_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["AFTERUS_HOME"] = home
        os.environ["DJANGO_SETTINGS_MODULE"] = "afterus.web.settings"
        print(json.dumps(measure(arguments.entries)))
    return 0


def measure(entries: int) -> dict[str, object]:
    """Milliseconds of each act; for repeated ones their median."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from django.db import connection, transaction

    from afterus.records import create_vault, unlock
    from afterus.records.documents import StepDone

    document = StepDone(on=date(2026, 11, 24), reading_id="r1", step="celebrate", note=NOTE)
    vault, _ = create_vault(PASSPHRASE)
    keep = repeated(lambda: vault.keep(document), 50)
    with transaction.atomic():
        for _ in range(entries - 50):
            vault.keep(document)
    figures = {
        "database": connection.vendor,
        "entries": entries,
        "unlock_ms": repeated(lambda: unlock(PASSPHRASE), 3),
        "keep_one_ms": keep,
        "open_all_ms": repeated(lambda: vault.all(StepDone), 5),
    }
    vault.erase_all()
    connection.close()
    return figures


def repeated(act: Callable[[], object], times: int) -> float:
    """The median milliseconds of an act."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        taken.append(1000 * (time.perf_counter() - begun))
    return round(statistics.median(taken), 2)


if __name__ == "__main__":
    sys.exit(main())

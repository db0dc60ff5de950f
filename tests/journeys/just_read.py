"""A vault in which there is one reading and nothing else. Run as a process of its own.

python just_read.py HOME PASSPHRASE < ANSWERS.json
"""

import json
import os
import sys
from datetime import UTC, datetime
from uuid import uuid4

MADE = datetime(2026, 11, 20, 19, tzinfo=UTC)


def main(home: str, passphrase: str) -> None:
    """Make the vault; the answers come on standard input."""
    os.environ["AFTERUS_HOME"] = home
    from afterus.web.server import start

    start()
    import msgspec

    from afterus.method import parse_answers, read
    from afterus.records import create_vault
    from afterus.records.documents import SavedReading, Settings

    answers = json.load(sys.stdin)
    vault, _ = create_vault(passphrase)
    vault.keep(Settings(country="GB", other_name="Sam", other_pronouns="they"))
    reading = msgspec.to_builtins(read(parse_answers(answers)))
    vault.restore(uuid4(), MADE, SavedReading(made=MADE, answers=answers, reading=reading))


if __name__ == "__main__":
    main(*sys.argv[1:])

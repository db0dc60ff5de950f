"""``afterus demo``: the app with an invented person's weeks in it, nothing kept."""

import argparse
import os
import secrets
import signal
import tempfile
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import msgspec

from afterus.cli.demo_drafts import draft
from afterus.cli.demo_letting_go import let_go
from afterus.cli.demo_mending import mend
from afterus.cli.demo_mirror import looked_back
from afterus.cli.open_ import serve_home
from afterus.cli.words import say, tell
from afterus.content import load
from afterus.method import free_texts, parse_answers, read
from afterus.safety import screen


def add_parser(commands: Any) -> None:
    """Add the command to argparse's sub-commands."""
    parser = commands.add_parser(
        "demo", help=say("cli.demo.help"), description=say("cli.demo.about")
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve an invented vault from a folder that is gone when this returns."""
    # Ended by a signal, the folder must go too: let it unwind as Ctrl+C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="afterus-demo-") as folder:
        passphrase = fill(Path(folder))
        tell(say("cli.demo.passphrase", passphrase=passphrase))
        try:
            return serve_home(None, arguments.port, browser=not arguments.no_browser)
        except KeyboardInterrupt:
            return 0
        finally:
            tell(say("cli.demo.gone"))


def fill(home: Path) -> str:
    """Make the invented person's vault in ``home``. Returns its passphrase."""
    os.environ["AFTERUS_HOME"] = str(home)
    os.environ.pop("AFTERUS_DATABASE_URL", None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "afterus.web.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    from afterus.records import create_vault

    passphrase = f"lamp-river-{secrets.randbelow(9000) + 1000}"
    vault, _ = create_vault(passphrase)
    live_through(vault, load("en").demo, datetime.now().astimezone())
    return passphrase


def live_through(vault: Any, story: dict[str, Any], now: datetime) -> None:
    """Put the story's readings and steps into the vault, each on its day before ``now``."""
    from afterus.records.documents import SavedReading, Settings, StepDone

    person = story["person"]
    vault.keep(
        Settings(
            country=person["country"],
            other_name=person["name"],
            other_pronouns=person["pronouns"],
        )
    )
    made: list[UUID] = []
    other = {"other": {"name": person["name"], "pronouns": person["pronouns"]}}
    for told in story["readings"]:
        when = _evening(now, told["days_ago"])
        answers = other | story["answers"] | told["answers"]
        parsed = parse_answers(answers)
        findings = screen(free_texts(parsed))
        reading = SavedReading(
            made=when,
            answers=answers,
            findings=[msgspec.to_builtins(finding) for finding in findings],
            reading=msgspec.to_builtins(read(parsed, findings)),
        )
        made.append(vault.restore(uuid4(), when, reading))
    for told in story["steps"]:
        when = _evening(now, told["days_ago"])
        step = StepDone(
            on=when.date(),
            reading_id=str(made[told["reading"]]),
            step=told["step"],
            note=told["note"],
        )
        vault.restore(uuid4(), when, step)
    let_go(vault, story["let_go"], lambda days_ago: _evening(now, days_ago))
    looked_back(vault, story["mirror"], person["name"], lambda days_ago: _evening(now, days_ago))
    mend(vault, story["mend"], lambda days_ago: _evening(now, days_ago))
    draft(vault, story["drafts"], lambda days_ago: _evening(now, days_ago))


def _evening(now: datetime, days_ago: int) -> datetime:
    day = (now - timedelta(days=days_ago)).date()
    return datetime.combine(day, time(21, 40), tzinfo=now.tzinfo)

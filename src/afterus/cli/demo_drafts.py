"""What the invented person wrote and did not send."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from afterus.method import hold_until

Evening = Callable[[int], datetime]


def draft(vault: Any, story: dict[str, Any], evening: Evening) -> None:
    """Put the story's drafts, letters and wrong flags into the vault, each on its evening."""
    from afterus.records.documents import Draft, UnsentLetter, WrongFlag

    for told in story["held"]:
        when = evening(told["days_ago"])
        until = hold_until(when)
        document = Draft(
            text=told["text"],
            written=when,
            held_until=until,
            still=told["still"],
            looked=until + timedelta(hours=1),
        )
        vault.restore(uuid4(), when, document)
    for told in story["letters"]:
        when = evening(told["days_ago"])
        vault.restore(uuid4(), when, UnsentLetter(written=when, text=told["text"]))
    for told in story["wrong"]:
        when = evening(told["days_ago"])
        flag = WrongFlag(told=when, label=told["label"], words=told["words"], text=told["text"])
        vault.restore(uuid4(), when, flag)

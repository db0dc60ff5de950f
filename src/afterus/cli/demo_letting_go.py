"""What the demo's invented person let go of."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import uuid4

Evening = Callable[[int], datetime]


def let_go(vault: Any, story: dict[str, Any], evening: Evening) -> None:
    """Put the sheets, traces and plans of the story into the vault, each on its evening."""
    from afterus.records.letting_go import LettingGoSheet, Plan, Trace

    for told in story["sheets"]:
        when = evening(told["days_ago"])
        sheet = LettingGoSheet(page=told["page"], written=when, said=told["said"])
        vault.restore(uuid4(), when, sheet)
    for told in story["traces"]:
        trace = Trace(
            what=told["what"], of=told["of"], choice=told["choice"], done=_day(told, evening)
        )
        vault.restore(uuid4(), evening(told["days_ago"]), trace)
    for told in story["plans"]:
        plan = Plan(what=told["what"], who=told["who"], done=_day(told, evening))
        vault.restore(uuid4(), evening(told["days_ago"]), plan)


def _day(told: dict[str, Any], evening: Evening) -> Any:
    return evening(told["done"]).date() if "done" in told else None

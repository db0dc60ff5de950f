"""What the demo's invented person lived in Mend."""

from collections.abc import Callable
from datetime import datetime, time
from typing import Any
from uuid import uuid4


def mend(vault: Any, story: dict[str, Any], evening: Callable[[int], datetime]) -> None:
    """Put the days of space, a chain and a practice into the vault."""
    _apart(vault, story, evening)
    _at_work(vault, story, evening)


def _apart(vault: Any, story: dict[str, Any], evening: Callable[[int], datetime]) -> None:
    from afterus.records.mending import Prepared, Slip, Space, Urge

    told = story["space"]
    when = evening(told["days_ago"])
    vault.restore(uuid4(), when, Space(since=when.date(), told=when))
    told = dict(story["prepared"])
    when = evening(told.pop("days_ago"))
    vault.restore(uuid4(), when, Prepared(written=when, **told))
    for told in map(dict, story["urges"]):
        hour = time.fromisoformat(told.pop("at"))
        when = evening(told.pop("days_ago")).replace(hour=hour.hour, minute=hour.minute)
        helped = tuple(told.pop("helped", ()))
        urge = Urge(at=when, helped=helped, eased=when if helped else None, **told)
        vault.restore(uuid4(), when, urge)
    for told in map(dict, story["slips"]):
        when = evening(told.pop("days_ago"))
        vault.restore(uuid4(), when, Slip(on=when.date(), told=when, **told))


def _at_work(vault: Any, story: dict[str, Any], evening: Callable[[int], datetime]) -> None:
    from afterus.records.mending import Chain, Practice, PracticeLog

    for told in map(dict, story["chains"]):
        when = evening(told.pop("days_ago"))
        vault.restore(uuid4(), when, Chain(written=when, **told))
    told = dict(story["practice"])
    when = evening(told.pop("days_ago"))
    moments = tuple(told.pop("moments"))
    practice = vault.restore(uuid4(), when, Practice(begun=when.date(), moments=moments, **told))
    for told in map(dict, story["practice_logs"]):
        when = evening(told.pop("days_ago"))
        vault.restore(uuid4(), when, PracticeLog(on=when.date(), practice=str(practice), **told))

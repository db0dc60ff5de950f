"""The time that pages go by. `AFTERUS_NOW` holds it still."""

import os
from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """The time with its zone. Raises ValueError when `AFTERUS_NOW` has no offset."""
    held = os.environ.get("AFTERUS_NOW")
    if not held:
        return timezone.now()
    moment = datetime.fromisoformat(held)
    if moment.tzinfo is None:
        raise ValueError("AFTERUS_NOW needs an offset, such as 2026-11-24T02:00:00+01:00")
    return moment


def today() -> date:
    """The day where the person is: this computer's own time zone."""
    return now().astimezone().date()

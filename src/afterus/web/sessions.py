"""Session rows that end with idleness: the row itself says when, and a sweep deletes it."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

IDLE = "idle_minutes"
UNSET_MINUTES = 60


class SessionStore(db.SessionStore):
    """Django's store, but for the end: the chosen idle minutes after the last save."""

    def get_expiry_age(self, **kwargs: Any) -> int:  # noqa: ARG002
        return 60 * int(self.get(IDLE, UNSET_MINUTES))

    def get_expiry_date(self, **kwargs: Any) -> datetime:  # noqa: ARG002
        return timezone.now() + timedelta(seconds=self.get_expiry_age())

    def get_expire_at_browser_close(self) -> bool:
        return True


def sweep() -> int:
    """Deletes the rows whose time is over; gives how many."""
    gone, _ = Session.objects.filter(expire_date__lte=timezone.now()).delete()
    return gone

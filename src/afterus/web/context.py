"""What every template may use."""

from django.conf import settings
from django.http import HttpRequest

from afterus.web.person import Person


def page(request: HttpRequest) -> dict[str, object]:
    """`person`, `other`, `unlocked`, `leave_to`, `room` (which of the rooms this page is in)."""
    person = getattr(request, "person", None) or Person(None)
    return {
        "person": person,
        "other": person.other,
        "unlocked": person.vault is not None,
        "leave_to": settings.LEAVE_TO,
        "room": _room(request.path),
    }


def _room(path: str) -> str:
    return "today" if path == "/" else path.split("/")[1]

"""How long someone has been sitting over the reflection; kept in the session, not in the vault."""

from datetime import datetime

from django.http import HttpRequest

_BEGAN = "sitting"


def minutes(request: HttpRequest, now: datetime) -> int:
    """Minutes since the first page of the reflection was opened in this session."""
    began = request.session.setdefault(_BEGAN, int(now.timestamp()))
    return max(int(now.timestamp()) - int(began), 0) // 60

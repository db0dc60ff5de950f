"""Opens the vault for a request whose session row and key cookie belong together."""

from collections.abc import Callable
from time import time

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from afterus.records import SESSION_FIELD, OpenVault, open_from_session
from afterus.web import sessions
from afterus.web.person import Person

Answer = Callable[[HttpRequest], HttpResponseBase]
SEEN = "seen"
# How stale the row's end may get before it is written again, in seconds.
TOUCH_AFTER = 20


class Unlocking:
    """Sets `request.vault` (None when locked) and `request.person`; writes the key cookie."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        # A foreign host name may be a page elsewhere that was pointed at this computer.
        request.get_host()
        vault = _open(request)
        request.vault = vault  # type: ignore[attr-defined]
        request.person = Person(vault)  # type: ignore[attr-defined]
        request.key_cookie = None  # type: ignore[attr-defined]
        if vault is not None:
            _touch(request)
        response = self.get_response(request)
        _write_key_cookie(request, response)
        return response


def _open(request: HttpRequest) -> OpenVault | None:
    secret = request.COOKIES.get(settings.KEY_COOKIE_NAME)
    sealed = request.session.get(SESSION_FIELD) if secret else None
    return open_from_session(sealed, secret) if secret and sealed else None


def _touch(request: HttpRequest) -> None:
    if time() - request.session.get(SEEN, 0) > TOUCH_AFTER:
        request.session[SEEN] = int(time())
        sessions.sweep()


def _write_key_cookie(request: HttpRequest, response: HttpResponseBase) -> None:
    secret = getattr(request, "key_cookie", None)
    if secret == "":
        response.delete_cookie(settings.KEY_COOKIE_NAME, samesite="Strict")
    elif secret:
        response.set_cookie(settings.KEY_COOKIE_NAME, secret, httponly=True, samesite="Strict")

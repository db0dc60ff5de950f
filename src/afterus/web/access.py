"""Who may see a page: only the person whose vault is open. Nothing typed is lost at the door."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from afterus.records import SESSION_FIELD, OpenVault, seal_for_session, vault_exists
from afterus.web import carried, clock, running
from afterus.web.person import Person
from afterus.web.sessions import IDLE

P = ParamSpec("P")
# How long what is only kept for a while may lie in the vault.
PASSES = timedelta(days=1)


class PageRequest(HttpRequest):
    """Any request: `vault` is None when locked."""

    if TYPE_CHECKING:
        vault: OpenVault | None
        person: Person
        key_cookie: str | None


class UnlockedRequest(PageRequest):
    """A request behind `@unlocked`: the vault is open and the first run is over."""

    if TYPE_CHECKING:
        vault: OpenVault


View = Callable[Concatenate[UnlockedRequest, P], HttpResponse]
Guarded = Callable[Concatenate[HttpRequest, P], HttpResponse]


def unlocked(view: View[P]) -> Guarded[P]:
    """For people with an open vault and a noted recovery code; others are shown the way there."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        asked = cast(UnlockedRequest, request)
        if asked.vault is not None and asked.person.settled:
            return view(asked, *args, **kwargs)
        return at_the_door(asked)

    return guarded


def opened(view: View[P]) -> Guarded[P]:
    """As `unlocked`, before the recovery code has been noted too."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        asked = cast(UnlockedRequest, request)
        if asked.vault is not None:
            return view(asked, *args, **kwargs)
        return at_the_door(asked)

    return guarded


def at_the_door(request: PageRequest) -> HttpResponse:
    """First run, the recovery code, or the lock; a form sent meanwhile is carried along."""
    if request.vault is not None:
        return HttpResponseRedirect(reverse("recovery"))
    if not vault_exists():
        return HttpResponseRedirect(reverse("welcome"))
    if request.method == "POST":
        from afterus.web.account.door import unlock_page

        return unlock_page(request, carried.from_request(request))
    back = "" if request.path == "/" else "?" + urlencode({"next": request.get_full_path()})
    return HttpResponseRedirect(reverse("unlock") + back)


def open_session(request: PageRequest, vault: OpenVault) -> None:
    """Keeps the vault open from page to page: a fresh session row, a fresh key cookie."""
    request.session.flush()
    sealed = seal_for_session(vault)
    request.session[SESSION_FIELD] = sealed.sealed
    request.vault = vault
    request.person = Person(vault)
    request.session[IDLE] = request.person.settings.idle_minutes
    request.key_cookie = sealed.secret
    vault.forget_passing(clock.now() - PASSES)


def close_session(request: PageRequest) -> None:
    """Deletes the session row and the key cookie, and ends what still works with the key."""
    if request.vault is not None:
        running.end_all(request.vault.owner.id)
    request.session.flush()
    request.vault = None
    request.person = Person(None)
    request.key_cookie = ""


def safe_path(path: str | None) -> str:
    """A path on this server to go back to; today's page for anything else."""
    if path and path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None):
        return path
    return "/"

"""The door: unlocking, the way in without a passphrase, locking."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST

from afterus.records import (
    DamagedVault,
    WrongPassphrase,
    WrongRecoveryCode,
    unlock,
    unlock_with_recovery,
    vault_exists,
)
from afterus.web import carried
from afterus.web.access import PageRequest, close_session, open_session, safe_path
from afterus.web.account.checks import SHORTEST, wrong_with
from afterus.web.account.recovery import show_code
from afterus.web.carried import Carried


@require_http_methods(["GET", "POST"])
def unlock_view(request: HttpRequest) -> HttpResponse:
    """Asks for the passphrase, and takes a carried form on to where it was going."""
    asked = cast(PageRequest, request)
    if not vault_exists():
        return HttpResponseRedirect(reverse("welcome"))
    if request.method == "GET":
        if asked.vault is not None:
            return HttpResponseRedirect(safe_path(request.GET.get("next")))
        return unlock_page(asked, next_path=request.GET.get("next", "/"))
    to = safe_path(request.POST.get("next"))
    load = carried.from_unlock_form(request.POST, to)
    try:
        open_session(asked, unlock(request.POST.get("passphrase", "")))
    except WrongPassphrase as wrong:
        sentence = "wrong" if wrong.tried else "too_soon"
        return unlock_page(asked, load, to, sentence, wrong.wait_seconds)
    except DamagedVault:
        return unlock_page(asked, load, to, "damaged")
    return _onward(asked, load, to)


def unlock_page(
    request: PageRequest,
    load: Carried | None = None,
    next_path: str = "/",
    wrong: str = "",
    wait: int = 0,
) -> HttpResponse:
    """The passphrase page; `load` is what was typed before it was locked."""
    context = {
        "load": load,
        "next": load.to if load else safe_path(next_path),
        "wrong": f"frame.unlock.{wrong}" if wrong else "",
        "wait": wait,
    }
    status = 422 if wrong else 403 if load else 200
    return render(request, "account/unlock.html", context, status=status)


def _onward(request: PageRequest, load: Carried | None, to: str) -> HttpResponse:
    if load is None:
        return HttpResponseRedirect(to)
    if not request.person.settled:
        return HttpResponseRedirect(reverse("recovery"))
    try:
        return carried.replay(request, load)
    except Http404:
        return HttpResponseRedirect("/")


@require_http_methods(["GET", "POST"])
def forgotten(request: HttpRequest) -> HttpResponse:
    """The recovery code opens the vault, is used up, and gives a new passphrase and a new code."""
    asked = cast(PageRequest, request)
    if not vault_exists():
        return HttpResponseRedirect(reverse("welcome"))
    if request.method == "GET":
        return _forgotten_page(asked)
    passphrase = request.POST.get("passphrase", "")
    wrong = wrong_with(passphrase, request.POST.get("again", ""))
    if wrong:
        return _forgotten_page(asked, f"frame.passphrase.{wrong}")
    try:
        vault, code = unlock_with_recovery(request.POST.get("code", ""), passphrase)
    except WrongRecoveryCode as error:
        return _forgotten_page(
            asked, f"frame.forgotten.{'wrong' if error.like_a_code else 'no_code'}"
        )
    except DamagedVault:
        return _forgotten_page(asked, "frame.forgotten.damaged")
    open_session(asked, vault)
    return show_code(asked, code)


def _forgotten_page(request: PageRequest, wrong: str = "") -> HttpResponse:
    # The code stays in its field: 26 signs are not typed twice for a slip in the passphrase.
    context = {"wrong": wrong, "code": request.POST.get("code", ""), "shortest": SHORTEST}
    return render(request, "account/forgotten.html", context, status=422 if wrong else 200)


@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    """Ends the session; the page that was open is opened again after unlocking."""
    asked = cast(PageRequest, request)
    close_session(asked)
    back = safe_path(request.POST.get("next"))
    query = "" if back == "/" else "?" + urlencode({"next": back})
    return HttpResponseRedirect(reverse("unlock") + query)


@require_POST
def awake(request: HttpRequest) -> HttpResponse:
    """Somebody is still there: the request itself moves the session's end. 403 when locked."""
    return HttpResponse(status=204 if cast(PageRequest, request).vault is not None else 403)

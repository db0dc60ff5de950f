"""A new passphrase for an open vault."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from afterus.records import WrongPassphrase
from afterus.web.access import UnlockedRequest, open_session, unlocked
from afterus.web.account.checks import SHORTEST, wrong_with


@require_http_methods(["GET", "POST"])
@unlocked
def passphrase(request: UnlockedRequest) -> HttpResponse:
    """Asks for the one in use, then twice for the new one; ends all other sessions."""
    if request.method == "GET":
        return _page(request)
    new = request.POST.get("passphrase", "")
    wrong = wrong_with(new, request.POST.get("again", ""))
    if wrong:
        return _page(request, f"frame.passphrase.{wrong}")
    try:
        request.vault.change_passphrase(request.POST.get("current", ""), new)
    except WrongPassphrase as error:
        sentence = "wrong" if error.tried else "too_soon"
        return _page(request, f"frame.unlock.{sentence}", error.wait_seconds)
    open_session(request, request.vault)
    return HttpResponseRedirect(reverse("account") + "?done=passphrase")


def _page(request: UnlockedRequest, wrong: str = "", wait: int = 0) -> HttpResponse:
    context = {"wrong": wrong, "wait": wait, "shortest": SHORTEST}
    return render(request, "account/passphrase.html", context, status=422 if wrong else 200)

"""The first run: a passphrase before anything is written."""

from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from afterus.records import VaultExists, create_vault, vault_exists
from afterus.web.access import PageRequest, open_session
from afterus.web.account.checks import SHORTEST, wrong_with
from afterus.web.account.recovery import show_code


@require_http_methods(["GET", "POST"])
def welcome(request: HttpRequest) -> HttpResponse:
    """Makes the vault and shows its recovery code."""
    if vault_exists():
        return HttpResponseRedirect(reverse("unlock"))
    if request.method == "GET":
        return _page(request)
    passphrase = request.POST.get("passphrase", "")
    wrong = wrong_with(passphrase, request.POST.get("again", ""))
    if wrong:
        return _page(request, f"frame.passphrase.{wrong}")
    try:
        vault, code = create_vault(passphrase)
    except VaultExists:
        return HttpResponseRedirect(reverse("unlock"))
    open_session(cast(PageRequest, request), vault)
    return show_code(request, code)


def _page(request: HttpRequest, wrong: str = "") -> HttpResponse:
    context = {"wrong": wrong, "shortest": SHORTEST}
    return render(request, "account/welcome.html", context, status=422 if wrong else 200)

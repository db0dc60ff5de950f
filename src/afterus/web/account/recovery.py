"""The recovery code: shown once, asked back, replaced."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from afterus.web.access import UnlockedRequest, opened
from afterus.web.account.checks import same_part


@require_http_methods(["GET", "POST"])
@opened
def recovery(request: UnlockedRequest) -> HttpResponse:
    """New code, then its question, then the check; the code travels in the form, never in a row."""
    if request.method == "GET":
        return render(request, "account/recovery_new.html")
    code = request.POST.get("code", "")
    match request.POST.get("do"):
        case "new":
            return show_code(request, request.vault.new_recovery_code())
        case "ask":
            return _ask(request, code)
        case "check" if request.vault.is_recovery_code(code):
            return _check(request, code)
        case _:
            return HttpResponseRedirect(reverse("recovery"))


def show_code(request: HttpRequest, code: str) -> HttpResponse:
    """The page with the code on it."""
    context = {"code": code, "groups": code.split("-")}
    return render(request, "account/recovery_show.html", context)


def _ask(request: UnlockedRequest, code: str, wrong: str = "") -> HttpResponse:
    context = {"code": code, "wrong": wrong}
    return render(request, "account/recovery_ask.html", context, status=422 if wrong else 200)


def _check(request: UnlockedRequest, code: str) -> HttpResponse:
    if not same_part(code, request.POST.get("part", "")):
        return _ask(request, code, "frame.recovery.not_it")
    if request.person.settled:
        return HttpResponseRedirect(reverse("account"))
    request.person.keep(request.person.settings)
    return HttpResponseRedirect("/")

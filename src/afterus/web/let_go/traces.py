"""What is left of the two: things, photos, feeds, places and days, and what becomes of each."""

from uuid import UUID

import msgspec
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from afterus.method import TRACE_KINDS, Reaching, choices
from afterus.records.letting_go import Trace
from afterus.web import clock
from afterus.web.access import UnlockedRequest
from afterus.web.let_go.there import found, there
from afterus.web.mend.standing import standing
from afterus.web.understand.way import SeeOther

LONGEST = 300


@require_http_methods(["GET", "POST"])
@there("traces")
def traces(request: UnlockedRequest) -> HttpResponse:
    """The list by kind, and a form to add to it."""
    reaching = standing(request.vault).reaching
    what = request.POST.get("what", "").strip()
    kind, _, choice = request.POST.get("choice", "").partition(".")
    wrong = ""
    if request.method == "POST":
        wrong = _wrong(what, kind, choice, reaching)
        if not wrong:
            request.vault.keep(Trace(what=what, of=kind, choice=choice))
            return SeeOther(reverse("traces"))
    kept = request.vault.all(Trace)
    context = {
        "what": what,
        "chosen": f"{kind}.{choice}",
        "wrong": wrong,
        "longest": LONGEST,
        "offered": [(kind, choices(kind, reaching)) for kind in TRACE_KINDS],
        "groups": [(k, [one for one in kept if one.document.of == k]) for k in TRACE_KINDS],
        "any": bool(kept),
    }
    return render(request, "let_go/traces.html", context, status=422 if wrong else 200)


@require_POST
@there("traces")
def trace(request: UnlockedRequest, trace_id: UUID) -> HttpResponse:
    """Marks one as done, or not after all, or takes it off the list."""
    kept = found(request, Trace, trace_id)
    if request.POST.get("do") == "remove":
        request.vault.erase(kept.id)
    else:
        done = clock.today() if request.POST.get("do") == "done" else None
        request.vault.keep(msgspec.structs.replace(kept.document, done=done), kept.id)
    return SeeOther(reverse("traces"))


def _wrong(what: str, kind: str, choice: str, reaching: Reaching) -> str:
    if not what:
        return "what"
    if len(what) > LONGEST:
        return "too_long"
    known = kind in TRACE_KINDS and choice in choices(kind, reaching)
    return "" if known else "kind"

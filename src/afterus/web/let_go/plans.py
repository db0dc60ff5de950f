"""Plans with people."""

from datetime import date
from uuid import UUID

import msgspec
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from afterus.records.letting_go import Plan
from afterus.web import clock
from afterus.web.access import UnlockedRequest
from afterus.web.let_go.there import found, there
from afterus.web.understand.way import SeeOther

LONGEST = 300


def day_from(typed: str) -> date | None:
    """The day a form sent, None for none. Raises ValueError."""
    return date.fromisoformat(typed) if typed else None


@require_http_methods(["GET", "POST"])
@there("plans")
def plans(request: UnlockedRequest) -> HttpResponse:
    """What is planned, what was done, and a form for one more."""
    typed = {name: request.POST.get(name, "").strip() for name in ("what", "who", "on")}
    wrong = ""
    if request.method == "POST":
        wrong = _kept_or_wrong(request, typed)
        if not wrong:
            return SeeOther(reverse("plans"))
    kept = request.vault.all(Plan)
    coming = [one for one in kept if one.document.done is None]
    context = {
        "typed": typed,
        "wrong": wrong,
        "longest": LONGEST,
        "coming": sorted(coming, key=lambda one: one.document.on or date.max),
        "past": [one for one in kept if one.document.done is not None],
    }
    return render(request, "let_go/plans.html", context, status=422 if wrong else 200)


@require_POST
@there("plans")
def plan(request: UnlockedRequest, plan_id: UUID) -> HttpResponse:
    """Marks one as done, or takes it off."""
    kept = found(request, Plan, plan_id)
    if request.POST.get("do") == "remove":
        request.vault.erase(kept.id)
    else:
        request.vault.keep(msgspec.structs.replace(kept.document, done=clock.today()), kept.id)
    return SeeOther(reverse("plans"))


def _kept_or_wrong(request: UnlockedRequest, typed: dict[str, str]) -> str:
    if not typed["what"]:
        return "what"
    if any(len(text) > LONGEST for text in typed.values()):
        return "too_long"
    try:
        on = day_from(typed["on"])
    except ValueError:
        return "date"
    request.vault.keep(Plan(what=typed["what"], who=typed["who"], on=on))
    return ""

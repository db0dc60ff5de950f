"""The check before a talk; where the door is not open it says so and leads elsewhere."""

from typing import Any, Final

import msgspec
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from afterus.healing import days_between
from afterus.method.readiness import Check, Door, door, missing
from afterus.records.mending import Readiness, Slip
from afterus.safety import screen
from afterus.web import clock
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.mend.calls import help_for
from afterus.web.mend.space import typed
from afterus.web.mend.space.contexts import days_since
from afterus.web.mend.standing import Standing, standing
from afterus.web.understand.way import SeeOther

ASKED: Final = (
    ("who_sees_it", ("others", "only_me", "nobody")),
    ("hope", ("own_it", "hear_them", "get_back")),
    ("a_no", ("can", "unsure", "cannot")),
)


@require_http_methods(["GET", "POST"])
@unlocked
def ready(request: UnlockedRequest) -> HttpResponse:
    """Asks, keeps, and says what is there and what is missing."""
    at = standing(request.vault)
    found = _door(request, at)
    kept = request.vault.latest(Readiness)
    wrong = ""
    if request.method == "POST" and found == "open":
        check, wrong = _check(request)
        if check:
            request.vault.keep(check)
            return SeeOther(reverse("ready") + "?kept=1")
    check = kept.document if kept and "kept" in request.GET and found == "open" else None
    context: dict[str, Any] = {
        "at": at,
        "door": found,
        "asked": ASKED,
        "sent": request.POST,
        "wrong": wrong,
    }
    if check:
        said = Check(check.who_sees_it, check.hope, check.a_no)
        texts = {"changed": check.changed, "if_no": check.if_no}
        call = help_for(screen(texts), request.person.settings)
        context |= {"check": check, "missing": missing(said), "call": call}
    return render(request, "mend/ready/ready.html", context, status=422 if wrong else 200)


def _door(request: UnlockedRequest, at: Standing) -> Door:
    today = clock.today()
    days = days_since(request.vault, today)
    slips = [one.document.on for one in request.vault.all(Slip)]
    since_slip = days_between(max(slips), today) if slips else None
    return door(at.reading, at.reaching, days.days if days else 0, since_slip)


def _check(request: UnlockedRequest) -> tuple[Readiness | None, str]:
    said = {name: request.POST.get(name, "").strip() for name in ("changed", "if_no")}
    chosen = {name: request.POST.get(name) for name, _ in ASKED}
    if not typed.fits(*said.values()):
        return None, "too_long"
    if not said["changed"]:
        return None, "empty"
    sent = {"kind": "readiness", "on": clock.today(), **said, **chosen}
    try:
        return msgspec.convert(sent, Readiness), ""
    except msgspec.ValidationError:
        return None, "empty"

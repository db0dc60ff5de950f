"""For a hard night: someone to call, and a note from a calmer self."""

import re

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from afterus.records.mending import Prepared
from afterus.safety import screen
from afterus.web import clock
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.mend.calls import help_for
from afterus.web.mend.space import typed
from afterus.web.understand.way import SeeOther

NUMBER = re.compile(r"\+?[\d\s()/.-]{3,30}")


@require_http_methods(["GET", "POST"])
@unlocked
def prepare(request: UnlockedRequest) -> HttpResponse:
    """What they leave for the hour when they are not calm; kept anew each time."""
    kept = request.vault.latest(Prepared)
    made = kept.document if kept else Prepared(written=clock.now())
    wrong = ""
    if request.method == "POST":
        made = Prepared(
            written=clock.now(),
            call_name=request.POST.get("call_name", "").strip(),
            call_number=request.POST.get("call_number", "").strip(),
            note=request.POST.get("note", "").strip(),
        )
        wrong = _wrong(made, request.person.settings.other_name)
        if not wrong:
            request.vault.keep(made, kept.id if kept else None)
            return SeeOther(reverse("space_prepare") + "?kept=1")
    call = help_for(screen({"note": made.note}), request.person.settings)
    context = {"made": made, "wrong": wrong, "call": call, "kept": "kept" in request.GET}
    return render(request, "mend/space/prepare.html", context, status=422 if wrong else 200)


def _wrong(made: Prepared, other_name: str) -> str:
    """Why this cannot be kept; the one who left is nobody to call in such an hour."""
    if not typed.fits(made.call_name, made.note):
        return "too_long"
    if made.call_number and not NUMBER.fullmatch(made.call_number):
        return "number"
    theirs = other_name.strip().casefold()
    return "them" if theirs and made.call_name.casefold() == theirs else ""

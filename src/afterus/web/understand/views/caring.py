"""What comes before the next question: help first, a check of what was meant, an offer to rest."""

from typing import get_args

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from afterus.records.documents import Reflection
from afterus.safety import Reply
from afterus.web import clock
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.understand import care, contexts, reflecting, way
from afterus.web.understand.help_lines import help_lines
from afterus.web.understand.reflecting import Standing
from afterus.web.understand.words import words_for


@require_http_methods(["GET", "POST"])
@unlocked
def help_first(request: UnlockedRequest) -> HttpResponse:
    """Help in the right words, then a gentle stay and three ways on."""
    at = way.standing(request)
    if at is None:
        return way.SeeOther(reverse("reflection"))
    if request.method == "POST":
        shown = request.POST.get("words", "")
        seen = care.seen_with(shown) if shown in get_args(care.Words) else ()  # type: ignore[arg-type]
        return _leave(request, at, reflecting.passed(at.reflection, seen))
    ahead = way.gate(request, at)
    needs = care.needs(at.reflection.answers, at.findings)
    words = ahead.what if ahead and ahead.page == "care" else care.words_for(needs)
    if words is None:
        return way.on(request, at)
    lines = help_lines(request.person.settings, care.line_kinds(needs))
    return render(request, "understand/care.html", {"words": words, "help": lines})


@require_http_methods(["GET", "POST"])
@unlocked
def check(request: UnlockedRequest) -> HttpResponse:
    """Asks whether what was found in their words is what they meant; the reply is respected."""
    at = way.standing(request)
    if at is None:
        return way.SeeOther(reverse("reflection"))
    if request.method == "POST":
        reply, known = request.POST.get("reply", ""), {one.id for one in at.findings}
        finding_id = request.POST.get("finding", "")
        if reply in get_args(Reply) and finding_id in known:
            return _leave(request, at, reflecting.replied(at.reflection, finding_id, reply))
        return way.on(request, at)
    finding = next((one for one in at.findings if one.reply is None), None)
    if finding is None:
        return way.on(request, at)
    page = contexts.check_page(finding, words_for(request))
    return render(request, "understand/check.html", {"page": page})


@require_http_methods(["GET", "POST"])
@unlocked
def rest(request: UnlockedRequest) -> HttpResponse:
    """Offers once to stop for today, with a short exercise in words."""
    at = way.standing(request)
    if at is None:
        return way.SeeOther(reverse("reflection"))
    if request.method == "POST":
        why = request.POST.get("why", "")
        seen = (why,) if why in ("brooding", "long") else ()
        return _leave(request, at, reflecting.passed(at.reflection, seen))
    ahead = way.gate(request, at)
    why = ahead.what if ahead and ahead.page == "rest" else "brooding"
    return render(request, "understand/rest.html", {"why": why})


def _leave(request: UnlockedRequest, at: Standing, changed: Reflection) -> HttpResponse:
    """Keeps what was answered here and goes where the button says."""
    go = request.POST.get("go", "on")
    with transaction.atomic():
        kept = reflecting.keep(request.vault, at, changed, clock.now())
        now = reflecting.stand(kept, at)
        if go == "reading":
            made = reflecting.make_reading(request.vault, now, clock.now())
            return way.SeeOther(reverse("reading", args=[made]))
    return way.stop(request, now) if go == "stop" else way.on(request, now)

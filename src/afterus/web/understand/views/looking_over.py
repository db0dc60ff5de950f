"""All answers on one page, and the reading made from them."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from afterus.web import clock
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.understand import contexts, reflecting, way
from afterus.web.understand.words import words_for


@require_GET
@unlocked
def look_over(request: UnlockedRequest) -> HttpResponse:
    """Every answer with a link to change it; what is still open; on to the reading."""
    at = way.standing(request)
    if at is None:
        return way.SeeOther(reverse("reflection"))
    page = contexts.look_over(at, words_for(request))
    return render(request, "understand/look_over.html", {"page": page})


@require_POST
@unlocked
def make(request: UnlockedRequest) -> HttpResponse:
    """Makes the reading. Pages of care that are due come first."""
    at = way.standing(request)
    if at is None:
        return way.SeeOther(reverse("reflection"))
    ahead = way.gate(request, at)
    if ahead and ahead.page != "rest":
        return way.on(request, at)
    with transaction.atomic():
        made = reflecting.make_reading(request.vault, at, clock.now())
    return way.SeeOther(reverse("reading", args=[made]))

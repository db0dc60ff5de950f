"""Throwing a page of letting go away, after being asked."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from afterus.records import NoEntry
from afterus.records.letting_go import Celebration, LettingGoSheet
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.understand.way import SeeOther


@require_http_methods(["GET", "POST"])
@unlocked
def throw_away(request: UnlockedRequest, entry_id: UUID) -> HttpResponse:
    """Asks, then takes a sheet or a celebration away for good."""
    try:
        document = request.vault.get(entry_id).document
    except NoEntry as why:
        raise Http404 from why
    match document:
        case LettingGoSheet():
            back = reverse("sheet", args=[document.page.replace("_", "-")])
        case Celebration():
            back = reverse("celebrate")
        case _:
            raise Http404
    if request.method == "POST":
        request.vault.erase(entry_id)
        return SeeOther(back)
    return render(request, "let_go/throw.html", {"back": back})

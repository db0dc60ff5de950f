"""The first page of Mend."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.mend.cards import cards_for
from afterus.web.mend.standing import standing


@require_GET
@unlocked
def overview(request: UnlockedRequest) -> HttpResponse:
    """What there is to work with, as the last reading leaves it open."""
    at = standing(request.vault)
    context = {"at": at, "cards": cards_for(at.reaching)}
    return render(request, "mend/overview.html", context)

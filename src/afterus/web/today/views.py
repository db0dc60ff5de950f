"""Today's page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from afterus.records.documents import SavedReading, StepDone
from afterus.web import clock
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.today.contexts import today_with
from afterus.web.understand import way
from afterus.web.understand.words import words_for


@require_GET
@unlocked
def today(request: UnlockedRequest) -> HttpResponse:
    """An invitation to begin, a reflection to go on with, or the next small step."""
    at = way.standing(request)
    latest = request.vault.latest(SavedReading)
    page = None
    if latest:
        done, day = request.vault.all(StepDone), clock.today()
        page = today_with(latest, done, words_for(request), request.person.settings, day)
    begun = at is not None and at.id is not None
    return render(request, "today/today.html", {"page": page, "begun": begun})

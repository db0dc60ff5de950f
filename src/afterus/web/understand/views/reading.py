"""Readings: the list, one reading, trying another answer, a step done, taking one away."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from afterus.records.documents import Kept, SavedReading, StepDone
from afterus.web import clock
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.understand import history, saved, trying, way
from afterus.web.understand.reading_page import reading_page
from afterus.web.understand.words import words_for

LONGEST_NOTE = 2_000


@require_GET
@unlocked
def overview(request: UnlockedRequest) -> HttpResponse:
    """Understand: begin or go on, and all readings, newest first."""
    words = words_for(request)
    readings = [history.listed(one, words) for one in request.vault.all(SavedReading)]
    at = way.standing(request)
    context = {"readings": readings, "begun": at is not None and at.id is not None}
    return render(request, "understand/overview.html", context)


@require_GET
@unlocked
def reading(request: UnlockedRequest, reading_id: UUID) -> HttpResponse:
    """One reading, as it was made."""
    return _page(request, reading_id, {})


@require_POST
@unlocked
def what_if(request: UnlockedRequest, reading_id: UUID) -> HttpResponse:
    """The reading with another answer tried beside it. Nothing is kept."""
    typed = {name: [str(value) for value in values] for name, values in request.POST.lists()}
    if request.headers.get("X-Requested-With") == "fetch":
        kept, _ = _found(request, reading_id)
        tries = trying.try_page(kept.document, typed, words_for(request))
        context = {"tries": tries, "id": kept.id}
        return render(request, "understand/reading/tried.html", context)
    return _page(request, reading_id, typed)


@require_POST
@unlocked
def step_done(request: UnlockedRequest, reading_id: UUID, step: str) -> HttpResponse:
    """Marks a step as done today, with a line on how it went."""
    kept, _ = _found(request, reading_id)
    if step not in saved.reading_of(kept.document).steps:
        raise Http404
    note = request.POST.get("note", "").strip()[:LONGEST_NOTE]
    done = StepDone(on=clock.today(), reading_id=str(kept.id), step=step, note=note)
    request.vault.keep(done)
    if request.POST.get("from") == "today":
        return way.SeeOther(reverse("today"))
    return way.SeeOther(reverse("reading", args=[kept.id]) + f"#step-{step}")


@require_http_methods(["GET", "POST"])
@unlocked
def delete(request: UnlockedRequest, reading_id: UUID) -> HttpResponse:
    """Asks, then takes a reading away for good, with the steps done for it."""
    kept, _ = _found(request, reading_id)
    if request.method == "POST":
        for done in request.vault.all(StepDone):
            if done.document.reading_id == str(kept.id):
                request.vault.erase(done.id)
        request.vault.erase(kept.id)
        return way.SeeOther(reverse("understand"))
    context = {"reading": history.listed(kept, words_for(request))}
    return render(request, "understand/delete.html", context)


def _page(request: UnlockedRequest, reading_id: UUID, typed: dict[str, list[str]]) -> HttpResponse:
    kept, readings = _found(request, reading_id)
    words = words_for(request).resting_on(kept.document.from_mirror)
    done = request.vault.all(StepDone)
    latest = readings[0].id == kept.id
    page = reading_page(kept, done, words, request.person.settings, latest=latest)
    context = {
        "page": page,
        "id": kept.id,
        "since": history.since_page(readings, kept, words),
        "tries": trying.try_page(kept.document, typed, words),
        "days_to_look": (page.look_again - clock.today()).days,
    }
    return render(request, "understand/reading.html", context)


def _found(
    request: UnlockedRequest, reading_id: UUID
) -> tuple[Kept[SavedReading], list[Kept[SavedReading]]]:
    readings = request.vault.all(SavedReading)
    found = next((one for one in readings if one.id == reading_id), None)
    if found is None:
        raise Http404
    return found, readings

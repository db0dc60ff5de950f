"""The reflection, step by step."""

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from msgspec.structs import replace

from afterus.content import Step, load
from afterus.records.documents import Reflection
from afterus.web import clock
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.understand import contexts, flow, reflecting, taking, way
from afterus.web.understand.reflecting import Standing
from afterus.web.understand.typed import Typed
from afterus.web.understand.words import words_for

WAYS: dict[str, flow.Way] = {"short": "short", "long": "long", "again": "again"}


@require_http_methods(["GET", "POST"])
@unlocked
def begin(request: UnlockedRequest) -> HttpResponse:
    """What the reflection is and takes; the form chooses how much of it."""
    at = way.standing(request)
    if request.method == "GET":
        begun = at is not None and at.id is not None
        return render(request, "understand/begin.html", {"begun": begun, "again": at is not None})
    chosen = WAYS.get(request.POST.get("way", ""), "short")
    if at is None or at.id is None:
        sections = load(request.person.settings.language).reflection
        reflecting.begin(request.vault, sections, chosen, clock.now())
    elif at.reflection.way != chosen:
        reflecting.keep(request.vault, at, taking.widen(at, chosen), clock.now())
    return way.SeeOther(reverse("reflection_resume"))


@require_GET
@unlocked
def resume(request: UnlockedRequest) -> HttpResponse:
    """To exactly where they stopped."""
    at = way.standing(request)
    return way.on(request, at) if at else way.SeeOther(reverse("reflection"))


@require_http_methods(["GET", "POST"])
@unlocked
def step(request: UnlockedRequest, step_id: str) -> HttpResponse:
    """One step: shown, or kept and left by one of its buttons."""
    if request.method == "POST":
        with transaction.atomic():
            return _take(request, step_id)
    at = way.standing(request)
    if at is None:
        return way.SeeOther(reverse("reflection"))
    way.gate(request, at)
    page = contexts.step_page(at, _step(at, step_id), words_for(request))
    return render(request, "understand/step.html", {"page": page})


@require_POST
@unlocked
def keep(request: UnlockedRequest, step_id: str) -> HttpResponse:
    """Keeps what is typed so far: 204, or 422 where some of it cannot be kept."""
    with transaction.atomic():
        at = way.standing(request)
        if at is None:
            return HttpResponse(status=409)
        taken = taking.keep_typed(at, _step(at, step_id), _typed(request))
        if taken.reflection != at.reflection:
            reflecting.keep(request.vault, at, taken.reflection, clock.now())
    return HttpResponse(status=422 if taken.problems else 204)


def _take(request: UnlockedRequest, step_id: str) -> HttpResponse:
    at = way.standing(request)
    if at is None:
        return way.SeeOther(reverse("reflection"))
    asked, go, typed = _step(at, step_id), taking.as_go(request.POST.get("go", "")), _typed(request)
    taken = taking.take(at, asked, typed, go)
    if taken.wrong:
        page = contexts.step_page(at, asked, words_for(request), typed, taken)
        return render(request, "understand/step.html", {"page": page}, status=422)
    kept = reflecting.keep(request.vault, at, taken.reflection, clock.now())
    _remember_other(request, kept)
    now = reflecting.stand(kept, at)
    if go == "stop":
        return way.stop(request, now)
    if go == "back" and kept.at != flow.LOOK_OVER:
        return way.to_step(kept.at)
    return way.on(request, now)


def _remember_other(request: UnlockedRequest, kept: Reflection) -> None:
    said = kept.answers.get("other", {})
    changed = replace(
        request.person.settings,
        other_name=said.get("name", ""),
        other_pronouns=said.get("pronouns", "they"),
    )
    if kept.state.get("other") == "said" and changed != request.person.settings:
        request.person.keep(changed)


def _step(at: Standing, step_id: str) -> Step:
    found = flow.find(at.walk, step_id)
    if found is None:
        raise Http404
    return found


def _typed(request: UnlockedRequest) -> Typed:
    return {name: [str(value) for value in values] for name, values in request.POST.lists()}

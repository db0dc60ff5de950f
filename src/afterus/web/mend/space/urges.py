"""Help with an urge right now, and noting one in two taps."""

from typing import Any, get_args
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from afterus.records import NoEntry
from afterus.records.documents import Kept
from afterus.records.mending import Trigger, Urge, Way
from afterus.web import clock
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.mend.calls import help_of
from afterus.web.mend.space import typed
from afterus.web.mend.space.contexts import ways_now
from afterus.web.mend.standing import standing
from afterus.web.understand.way import SeeOther

TRIGGERS: tuple[Trigger, ...] = get_args(Trigger)
HELPED: tuple[Way, ...] = get_args(Way)
TAPS: dict[str, Any] = {"strengths": range(1, 6), "triggers": TRIGGERS}


@require_GET
@unlocked
def urge(request: UnlockedRequest) -> HttpResponse:
    """What helps right now; the urge can be noted too."""
    return render(request, "mend/space/urge.html", _help_now(request) | TAPS)


@require_POST
@unlocked
def note(request: UnlockedRequest) -> HttpResponse:
    """Keeps an urge: how strong, and what set it off."""
    strength = typed.number(request.POST.get("strength", ""), 1, 5)
    trigger = typed.one_of(TRIGGERS, request.POST.get("trigger"))
    if strength is None or trigger is None:
        context = _help_now(request) | TAPS | {"wrong": "strength", "sent": request.POST}
        return render(request, "mend/space/urge.html", context, status=422)
    looked = "looked" in request.POST
    felt = Urge(at=clock.now(), strength=strength, trigger=trigger, looked=looked)
    return SeeOther(reverse("urge_noted", args=[request.vault.keep(felt)]))


@require_http_methods(["GET", "POST"])
@unlocked
def noted(request: UnlockedRequest, urge_id: UUID) -> HttpResponse:
    """Help beside an urge that was noted, and what helped once it has eased."""
    kept = _found(request, urge_id)
    if request.method == "POST":
        sent = request.POST.getlist("helped")
        helped = tuple(way for way in HELPED if way in sent)
        felt = kept.document
        changed = Urge(
            at=felt.at,
            strength=felt.strength,
            trigger=felt.trigger,
            looked=felt.looked,
            helped=helped,
            eased=clock.now() if helped else None,
        )
        request.vault.keep(changed, kept.id)
        return SeeOther(reverse("urge_noted", args=[kept.id]))
    context = _help_now(request) | {"urge": kept, "helped": HELPED}
    return render(request, "mend/space/urge.html", context)


def _help_now(request: UnlockedRequest) -> dict[str, Any]:
    there, prepared = ways_now(request.vault)
    at = standing(request.vault)
    return {
        "first": there[0],
        "others": there[1:],
        "prepared": prepared,
        "person_to_call": prepared.call_name or prepared.call_number,
        "steps": "01234",
        "help": help_of(at.reading, request.person.settings),
    }


def _found(request: UnlockedRequest, urge_id: UUID) -> Kept[Urge]:
    try:
        kept = request.vault.get(urge_id)
    except NoEntry:
        raise Http404 from None
    if not isinstance(kept.document, Urge):
        raise Http404
    return Kept(kept.id, kept.kept, kept.document)

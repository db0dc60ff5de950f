"""A slip and what comes next, and contact that the children needed, kept apart from it."""

from datetime import timedelta
from typing import get_args
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from afterus.content.shapes import LineKind
from afterus.method.space import AfterSlip, after_slip, needed_contact
from afterus.records.mending import How, KeptTo, NeededContact, Slip, Trigger
from afterus.safety import screen
from afterus.web import clock
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.mend.calls import help_for
from afterus.web.mend.space import typed
from afterus.web.mend.space.contexts import days_since, local
from afterus.web.mend.standing import standing
from afterus.web.understand.help_lines import help_lines
from afterus.web.understand.way import SeeOther

HOWS: tuple[How, ...] = get_args(How)
TRIGGERS: tuple[Trigger, ...] = get_args(Trigger)
KEPT: tuple[KeptTo, ...] = get_args(KeptTo)
LINES: dict[AfterSlip, tuple[LineKind, ...]] = {
    "order": ("own_behaviour", "distress"),
    "stop": ("own_behaviour", "distress"),
    "talk": ("distress",),
    "rest": (),
}


@require_http_methods(["GET", "POST"])
@unlocked
def slip(request: UnlockedRequest) -> HttpResponse:
    """Says what happened, without blame."""
    wrong = ""
    if request.method == "POST":
        how = typed.one_of(HOWS, request.POST.get("how"))
        note = request.POST.get("note", "").strip()
        trigger = typed.one_of(TRIGGERS, request.POST.get("trigger")) or "other"
        wrong = "how" if how is None else "" if typed.fits(note) else "too_long"
        if how and not wrong:
            on = typed.day_ago(request.POST, clock.today())
            told = Slip(on=on, told=clock.now(), how=how, trigger=trigger, note=note)
            return SeeOther(reverse("slip_after", args=[request.vault.keep(told)]))
    context = {"wrong": wrong, "sent": request.POST, "hows": HOWS, "triggers": TRIGGERS}
    context |= {"whens": tuple(typed.AGO)}
    return render(request, "mend/space/slip.html", context, status=422 if wrong else 200)


@require_GET
@unlocked
def after(request: UnlockedRequest, slip_id: UUID) -> HttpResponse:
    """The kind next step, and help where the reading or the words call for it."""
    all_slips = request.vault.all(Slip)
    kept = next((one for one in all_slips if one.id == slip_id), None)
    if kept is None:
        raise Http404
    today = clock.today()
    week = [one for one in all_slips if local(one.document.told) > today - timedelta(days=7)]
    step = after_slip(standing(request.vault).reaching, len(week))
    settings = request.person.settings
    context = {
        "step": step,
        "days": days_since(request.vault, today),
        "help": help_lines(settings, LINES[step]) if LINES[step] else None,
        "call": help_for(screen({"slip": kept.document.note}), settings),
    }
    return render(request, "mend/space/after.html", context)


@require_http_methods(["GET", "POST"])
@unlocked
def needed(request: UnlockedRequest) -> HttpResponse:
    """Notes a contact that the children needed; there only while contact is not closed."""
    if not needed_contact(standing(request.vault).reaching):
        return SeeOther(reverse("space"))
    wrong = ""
    if request.method == "POST":
        kept_to = typed.one_of(KEPT, request.POST.get("kept_to"))
        note = request.POST.get("note", "").strip()
        wrong = "contact" if kept_to is None else "" if typed.fits(note) else "too_long"
        if kept_to and not wrong:
            on = typed.day_ago(request.POST, clock.today())
            told = NeededContact(on=on, told=clock.now(), kept_to=kept_to, note=note)
            request.vault.keep(told)
            return SeeOther(reverse("space"))
    context = {"wrong": wrong, "sent": request.POST, "kept": KEPT}
    context |= {"whens": tuple(typed.AGO)}
    return render(request, "mend/space/needed.html", context, status=422 if wrong else 200)

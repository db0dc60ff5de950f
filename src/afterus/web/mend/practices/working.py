"""Working on one change: noting how it went, going through it in mind, looking back each week."""

from dataclasses import dataclass
from typing import TypeVar, get_args
from uuid import UUID

import msgspec
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from afterus.healing.practice import PracticeWeek, Went, practice_weeks
from afterus.method.practice import may_rehearse, review_due
from afterus.records import OpenVault
from afterus.records.documents import Kept
from afterus.records.mending import Practice, PracticeLog, PracticeReview, WentHow, WhatNext
from afterus.safety import screen
from afterus.web import clock
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.mend.calls import help_for
from afterus.web.mend.practices.plan import plan_from, plan_of
from afterus.web.mend.space import typed
from afterus.web.understand.way import SeeOther

P = TypeVar("P", PracticeLog, PracticeReview)
WENT: tuple[WentHow, ...] = get_args(WentHow)
NEXT: tuple[WhatNext, ...] = get_args(WhatNext)


@dataclass(frozen=True)
class Working:
    """A practice and how it goes; `moment` is the one to rehearse next, "" for none."""

    kept: Kept[Practice]
    weeks: tuple[PracticeWeek, ...]
    logs: tuple[PracticeLog, ...]
    due: bool
    may_rehearse: bool
    moment: str


@require_GET
@unlocked
def practice(request: UnlockedRequest, practice_id: UUID) -> HttpResponse:
    """One change: the plan, how it goes, a rehearsal, what has changed."""
    work = _working(request.vault, practice_id)
    said = typed.one_of(WENT, request.GET.get("said"))
    newest = work.logs[0].note if said and work.logs else ""
    call = help_for(screen({"note": newest}), request.person.settings)
    context = {"work": work, "said": said, "call": call}
    return render(request, "mend/practices/practice.html", context)


@require_POST
@unlocked
def log(request: UnlockedRequest, practice_id: UUID) -> HttpResponse:
    """Notes how it went, or that it was gone through in mind."""
    work = _working(request.vault, practice_id)
    went = typed.one_of(WENT, request.POST.get("went"))
    note = request.POST.get("note", "").strip()
    allowed = went != "rehearsed" or work.may_rehearse
    wrong = "" if went and typed.fits(note) else "too_long" if went else "went"
    if wrong:
        context = {"work": work, "wrong": wrong, "note": note}
        return render(request, "mend/practices/practice.html", context, status=422)
    here = reverse("practice", args=[practice_id])
    if went is None or not allowed or work.kept.document.ended:
        return SeeOther(here)
    moment = work.moment if went == "rehearsed" else ""
    request.vault.keep(
        PracticeLog(
            on=clock.today(), practice=str(practice_id), went=went, moment=moment, note=note
        )
    )
    return SeeOther(f"{here}?said={went}")


@require_http_methods(["GET", "POST"])
@unlocked
def review(request: UnlockedRequest, practice_id: UUID) -> HttpResponse:
    """Looks back at the last seven days, and says what comes next."""
    work = _working(request.vault, practice_id)
    wrong = ""
    changed = request.POST.get("changed", "").strip()
    if request.method == "POST":
        choice = typed.one_of(NEXT, request.POST.get("choice"))
        wrong = "choice" if choice is None else "" if typed.fits(changed) else "too_long"
        if choice and not wrong:
            return _reviewed(request.vault, work.kept, choice, changed)
    context = {"work": work, "last": work.weeks[-1], "wrong": wrong, "changed": changed}
    context |= {"choices": NEXT, "sent": request.POST}
    return render(request, "mend/practices/review.html", context, status=422 if wrong else 200)


@require_http_methods(["GET", "POST"])
@unlocked
def smaller(request: UnlockedRequest, practice_id: UUID) -> HttpResponse:
    """The same change with another plan, such as a smaller step."""
    kept = _found(request.vault, practice_id)
    plan, wrong = plan_of(kept.document), ""
    if request.method == "POST":
        plan = plan_from(request.POST)
        wrong = plan.wrong
        if not wrong:
            anew = plan.begun(kept.document.begun, kept.document.behaviour)
            request.vault.keep(msgspec.structs.replace(anew, ended=kept.document.ended), kept.id)
            return SeeOther(reverse("practice", args=[kept.id]))
    context = {"plan": plan, "wrong": wrong}
    return render(request, "mend/practices/plan.html", context, status=422 if wrong else 200)


def _reviewed(
    vault: OpenVault, kept: Kept[Practice], choice: WhatNext, changed: str
) -> HttpResponse:
    today = clock.today()
    vault.keep(PracticeReview(on=today, practice=str(kept.id), choice=choice, changed=changed))
    if choice in ("done", "put_away"):
        vault.keep(msgspec.structs.replace(kept.document, ended=today), kept.id)
        return SeeOther(reverse("practices"))
    return SeeOther(
        reverse("practice_smaller" if choice == "smaller" else "practice", args=[kept.id])
    )


def _working(vault: OpenVault, practice_id: UUID) -> Working:
    kept = _found(vault, practice_id)
    document, today = kept.document, clock.today()
    logs = _of(vault, PracticeLog, practice_id)
    rehearsed = [one.on for one in logs if one.went == "rehearsed"]
    reviewed = [one.on for one in _of(vault, PracticeReview, practice_id)]
    came = [Went(one.on, one.went) for one in logs if one.went != "rehearsed"]
    moments = document.moments
    return Working(
        kept=kept,
        weeks=practice_weeks(document.begun, came, document.ended or today),
        logs=logs,
        due=document.ended is None and review_due(document.begun, reviewed, today),
        may_rehearse=may_rehearse(rehearsed, today),
        moment=moments[len(rehearsed) % len(moments)] if moments else "",
    )


def _of(vault: OpenVault, kind: type[P], practice_id: UUID) -> tuple[P, ...]:
    every = (one.document for one in vault.all(kind))
    return tuple(one for one in every if one.practice == str(practice_id))


def _found(vault: OpenVault, practice_id: UUID) -> Kept[Practice]:
    found = next((one for one in vault.all(Practice) if one.id == practice_id), None)
    if found is None:
        raise Http404
    return found

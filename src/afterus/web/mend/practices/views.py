"""The change that is worked on, those before, and choosing one."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from afterus.records import OpenVault
from afterus.records.documents import Kept
from afterus.records.mending import Chain, Practice
from afterus.web import clock
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.mend.practices.plan import Plan, plan_from
from afterus.web.mend.standing import standing
from afterus.web.understand.way import SeeOther


@require_GET
@unlocked
def practices(request: UnlockedRequest) -> HttpResponse:
    """The one change that is worked on, or a way to choose one."""
    all_kept = request.vault.all(Practice)
    context = {
        "at": standing(request.vault),
        "now": under_way(request.vault),
        "past": [one for one in all_kept if one.document.ended],
    }
    return render(request, "mend/practices/practices.html", context)


@require_http_methods(["GET", "POST"])
@unlocked
def begin(request: UnlockedRequest) -> HttpResponse:
    """An if-then plan; a chain can be its beginning. There is one at a time."""
    if not standing(request.vault).reaching.work:
        return SeeOther(reverse("practices"))
    chain = _chain(request.vault, request.GET.get("chain", ""))
    if request.method != "POST":
        plan = Plan(cue=chain.trigger, old=chain.reaction) if chain else Plan()
        return render(request, "mend/practices/plan.html", {"plan": plan})
    plan = plan_from(request.POST)
    wrong = plan.wrong or ("second" if under_way(request.vault) else "")
    if wrong:
        context = {"plan": plan, "wrong": wrong}
        return render(request, "mend/practices/plan.html", context, status=422)
    begun = plan.begun(clock.today(), chain.behaviour if chain else None)
    return SeeOther(reverse("practice", args=[request.vault.keep(begun)]))


def under_way(vault: OpenVault) -> Kept[Practice] | None:
    """The practice that is not ended, if any."""
    return next((one for one in vault.all(Practice) if one.document.ended is None), None)


def _chain(vault: OpenVault, chain_id: str) -> Chain | None:
    try:
        wanted = UUID(chain_id)
    except ValueError:
        return None
    return next((one.document for one in vault.all(Chain) if one.id == wanted), None)

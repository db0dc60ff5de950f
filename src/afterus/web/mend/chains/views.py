"""The behaviours that were confirmed, and the chain of each."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from afterus.method import parse_answers
from afterus.method.chains import confirmed
from afterus.method.practice import may_dig
from afterus.records.documents import SavedReading
from afterus.records.mending import Behaviour, Chain
from afterus.safety import screen
from afterus.web import clock
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.mend.calls import help_for
from afterus.web.mend.practices.views import under_way
from afterus.web.mend.space import typed
from afterus.web.mend.space.contexts import local
from afterus.web.mend.standing import standing
from afterus.web.understand.answers import look
from afterus.web.understand.way import SeeOther

LINKS = ("trigger", "fear", "reaction", "effect", "underneath")
NEEDED = ("trigger", "reaction")


@require_GET
@unlocked
def chains(request: UnlockedRequest) -> HttpResponse:
    """The confirmed behaviours, and the chains written so far."""
    context = {
        "at": standing(request.vault),
        "behaviours": _confirmed(request),
        "written": request.vault.all(Chain),
        "may_dig": _may_dig(request),
    }
    return render(request, "mend/chains/chains.html", context)


@require_http_methods(["GET", "POST"])
@unlocked
def write(request: UnlockedRequest, behaviour: str) -> HttpResponse:
    """One chain, link by link; what the reflection holds already stands there to begin with."""
    known = typed.one_of(_confirmed(request), behaviour)
    if known is None or not _may_dig(request):
        return SeeOther(reverse("chains"))
    said, wrong = _begun(request, known), ""
    if request.method == "POST":
        said = {name: request.POST.get(name, "").strip() for name in LINKS}
        wrong = "empty" if not all(said[name] for name in NEEDED) else ""
        wrong = wrong if typed.fits(*said.values()) else "too_long"
        if not wrong:
            made = Chain(written=clock.now(), behaviour=known, **said)  # type: ignore[arg-type]
            return SeeOther(reverse("chain", args=[request.vault.keep(made)]))
    links = [(name, said.get(name, ""), name in NEEDED) for name in LINKS]
    context = {"behaviour": known, "links": links, "wrong": wrong}
    return render(request, "mend/chains/write.html", context, status=422 if wrong else 200)


@require_GET
@unlocked
def chain(request: UnlockedRequest, chain_id: UUID) -> HttpResponse:
    """A chain as it was written, and a way to make a practice of it."""
    kept = next((one for one in request.vault.all(Chain) if one.id == chain_id), None)
    if kept is None:
        raise Http404
    links = [(name, text) for name in LINKS if (text := getattr(kept.document, name))]
    call = help_for(screen(dict(links)), request.person.settings)
    context = {
        "chain": kept,
        "links": links,
        "call": call,
        "may_practise": standing(request.vault).reaching.work and not under_way(request.vault),
    }
    return render(request, "mend/chains/chain.html", context)


def _confirmed(request: UnlockedRequest) -> tuple[Behaviour, ...]:
    """What the newest reading lets be looked at: nothing while safety comes first."""
    kept = request.vault.latest(SavedReading)
    if kept is None or not standing(request.vault).reaching.work:
        return ()
    return confirmed(parse_answers(kept.document.answers))


def _may_dig(request: UnlockedRequest) -> bool:
    written = [local(one.document.written) for one in request.vault.all(Chain)]
    brooding = look(_answers(request), "brooding")
    return may_dig(written, brooding if isinstance(brooding, int) else None, clock.today())


def _begun(request: UnlockedRequest, behaviour: str) -> dict[str, str]:
    answers = _answers(request)
    keys = {
        "reaction": f"examples.{behaviour}",
        "effect": "harm_example",
        "underneath": "underneath",
    }
    return {name: str(look(answers, key) or "") for name, key in keys.items()}


def _answers(request: UnlockedRequest) -> dict[str, Any]:
    kept = request.vault.latest(SavedReading)
    return kept.document.answers if kept else {}

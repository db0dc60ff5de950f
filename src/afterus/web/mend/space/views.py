"""The days of space, and what urges have in common."""

from datetime import timedelta
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from afterus.exchange.pictures import Column, columns
from afterus.healing import Pattern
from afterus.healing.space import HOURS_A_BLOCK
from afterus.records import NoEntry
from afterus.records.mending import NeededContact, Slip, Space, Urge
from afterus.web import clock
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.mend.space import typed
from afterus.web.mend.space.contexts import space_page, urges_pattern
from afterus.web.mend.space.urges import TAPS
from afterus.web.mend.standing import standing
from afterus.web.understand.way import SeeOther
from afterus.web.understand.words import Words, words_for

LONGEST_AGO = timedelta(days=366 * 20)


@require_GET
@unlocked
def space(request: UnlockedRequest) -> HttpResponse:
    """The days so far, a way to note an urge or a slip, and what was noted."""
    page = space_page(request.vault, standing(request.vault), clock.today())
    return render(request, "mend/space/space.html", {"page": page, "today": clock.today()} | TAPS)


@require_http_methods(["GET", "POST"])
@unlocked
def since(request: UnlockedRequest) -> HttpResponse:
    """The day of the last contact, named for the first time or put right."""
    today = clock.today()
    sent = request.POST.get("since", "")
    wrong = ""
    if request.method == "POST":
        day = typed.day(sent, today)
        if day and day > today - LONGEST_AGO:
            request.vault.keep(Space(since=day, told=clock.now()))
            return SeeOther(reverse("space"))
        wrong = "since"
    context = {"wrong": wrong, "sent": sent, "today": today}
    return render(request, "mend/space/since.html", context, status=422 if wrong else 200)


@require_GET
@unlocked
def patterns(request: UnlockedRequest) -> HttpResponse:
    """When urges come, what sets them off, what helped."""
    seen = urges_pattern(request.vault, clock.today())
    picture = _hours(seen, words_for(request)) if seen.enough else ""
    start = seen.hardest
    until = None if start is None else (start + HOURS_A_BLOCK) % 24
    context = {
        "seen": seen,
        "picture": picture,
        "start": "" if start is None else f"{start}:00",
        "until": "" if until is None else f"{until}:00",
    }
    return render(request, "mend/space/patterns.html", context)


@require_POST
@unlocked
def away(request: UnlockedRequest, entry_id: UUID) -> HttpResponse:
    """Takes away what was noted by mistake: an urge, a slip, a contact, and nothing else."""
    try:
        found = request.vault.get(entry_id).document
    except NoEntry:
        raise Http404 from None
    if not isinstance(found, Urge | Slip | NeededContact):
        raise Http404
    request.vault.erase(entry_id)
    return SeeOther(reverse("space"))


def _hours(seen: Pattern, words: Words) -> str:
    blocks = [
        Column(f"{place * HOURS_A_BLOCK}–{(place + 1) * HOURS_A_BLOCK}", urges)
        for place, urges in enumerate(seen.hours)
    ]
    told = ". ".join(f"{one.word}: {one.times}" for one in blocks if one.times)
    return columns(
        "hours",
        words.say("space.patterns.hours"),
        f"{words.say('space.patterns.hours_told')} {told}.",
        blocks,
    )

"""The celebration: a small real ritual that the person designs, does, and marks here."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import msgspec
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from afterus.records.letting_go import Celebration
from afterus.safety import screen
from afterus.web import clock
from afterus.web.access import UnlockedRequest
from afterus.web.let_go import scene
from afterus.web.let_go.plans import day_from
from afterus.web.let_go.there import LONGEST, found, there
from afterus.web.mend.calls import help_for
from afterus.web.mend.standing import standing
from afterus.web.understand.way import SeeOther

FIELDS = ("shape", "leave", "doing", "who", "words", "on")
SHORT = 300


@dataclass(frozen=True)
class Picture:
    """What the picture is drawn from."""

    shape: scene.Shape
    gone: bool
    carriers: tuple[scene.Carrier, ...]
    stars: tuple[scene.Star, ...]


@require_http_methods(["GET", "POST"])
@there("celebrate")
def celebrate(request: UnlockedRequest) -> HttpResponse:
    """The one that was designed last; else a page to design one."""
    kept = request.vault.all(Celebration)
    waiting = next((one for one in kept if one.document.marked is None), None)
    if request.method == "GET" and waiting and "new" not in request.GET:
        return SeeOther(reverse("celebration", args=[waiting.id]))
    return _designing(request, None, [one for one in kept if one.document.marked])


@require_http_methods(["GET", "POST"])
@there("celebrate")
def celebration(request: UnlockedRequest, celebration_id: UUID) -> HttpResponse:
    """The ritual as it was designed; it is changed, or marked as done and let go."""
    kept = found(request, Celebration, celebration_id)
    ritual = kept.document
    if request.method == "POST" and request.POST.get("do") == "let_go":
        if ritual.marked is None:
            request.vault.keep(msgspec.structs.replace(ritual, marked=clock.now()), kept.id)
        return SeeOther(request.path)
    if ritual.marked is None and (request.method == "POST" or "change" in request.GET):
        return _designing(request, kept.id, [], ritual)
    texts = {"leave": "\n".join(ritual.leave), "words": ritual.words, "doing": ritual.doing}
    context = {
        "kept": kept,
        "ritual": ritual,
        "picture": picture(ritual.shape, len(ritual.leave), ritual.marked is not None),
        "call": help_for(screen(texts), request.person.settings),
    }
    return render(request, "let_go/celebration.html", context)


def picture(shape: scene.Shape, count: int, gone: bool) -> Picture:
    """The picture of so many of them, near or gone."""
    return Picture(shape, gone, scene.carriers(shape, count, gone), scene.stars())


def _designing(
    request: UnlockedRequest,
    entry_id: UUID | None,
    past: list[object],
    before: Celebration | None = None,
) -> HttpResponse:
    typed = {name: request.POST.get(name, "").strip() for name in FIELDS}
    wrong = ""
    if request.method == "POST":
        ritual, wrong = _read(typed)
        if ritual:
            kept = request.vault.keep(ritual, entry_id)
            return SeeOther(reverse("celebration", args=[kept]))
    elif before:
        typed = _typed(before)
    at = standing(request.vault)
    context = {
        "typed": typed,
        "wrong": wrong,
        "shapes": scene.SHAPES,
        "picture": picture("boats", 3, False),
        "past": past,
        "again": entry_id,
        "plain": at.reading is not None and at.reading.path == "safety",
    }
    return render(request, "let_go/celebrate.html", context, status=422 if wrong else 200)


def _typed(ritual: Celebration) -> dict[str, str]:
    on = ritual.on.isoformat() if ritual.on else ""
    leave = "\n".join(ritual.leave)
    return {
        "shape": ritual.shape,
        "leave": leave,
        "doing": ritual.doing,
        "who": ritual.who,
        "words": ritual.words,
        "on": on,
    }


def _read(typed: dict[str, str]) -> tuple[Celebration | None, str]:
    """The ritual in a form, or what is wrong with it."""
    leave = tuple(line.strip() for line in typed["leave"].splitlines() if line.strip())
    on: date | None = None
    try:
        on = day_from(typed["on"])
    except ValueError:
        return None, "date"
    for missing, key in ((not leave, "leave"), (not typed["doing"], "doing")):
        if missing:
            return None, key
    if len(leave) > scene.MOST:
        return None, "too_many"
    if len(typed["leave"]) > LONGEST or any(len(typed[n]) > SHORT * 4 for n in FIELDS[2:]):
        return None, "too_long"
    shape = typed["shape"] if typed["shape"] in scene.SHAPES else scene.SHAPES[0]
    return Celebration(
        designed=clock.now(),
        shape=shape,
        leave=leave,
        doing=typed["doing"],
        who=typed["who"],
        words=typed["words"],
        on=on,
    ), ""

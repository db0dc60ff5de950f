"""A sheet of letting go: written, read again, written on."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from afterus.content.shelf import Sheet, SheetPart
from afterus.method import parse_answers, rounds
from afterus.records.documents import Kept, SavedReading
from afterus.records.letting_go import LettingGoSheet
from afterus.safety import screen
from afterus.web import clock
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.let_go.there import LONGEST, is_there
from afterus.web.mend.calls import help_for
from afterus.web.understand.way import SeeOther
from afterus.web.understand.words import Words, words_for


@dataclass(frozen=True)
class PartView:
    """A part of a sheet with what stands under it; `lines` where it is a list."""

    id: str
    kind: str
    label: str
    hint: str
    said: str
    lines: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    chosen: str


@require_http_methods(["GET", "POST"])
@unlocked
def sheet(request: UnlockedRequest, page: str) -> HttpResponse:
    """The sheet as it was written, or empty to write on."""
    words = words_for(request)
    one = words.content.sheets.get(page.replace("-", "_"))
    if one is None:
        raise Http404
    if not is_there(request, one.id):
        return SeeOther(reverse("let_go"))
    written = [kept for kept in request.vault.all(LettingGoSheet) if kept.document.page == one.id]
    if request.method == "POST":
        said = {part.id: request.POST.get(part.id, "").strip() for part in one.parts}
        wrong = _wrong(said)
        if not wrong:
            _keep(request, one, said, written)
            return SeeOther(request.path)
        return _page(request, words, one, written, said, wrong)
    return _page(request, words, one, written)


def _keep(
    request: UnlockedRequest, one: Sheet, said: dict[str, str], written: list[Kept[LettingGoSheet]]
) -> None:
    document = LettingGoSheet(page=one.id, written=clock.now(), said=said)
    same = written[0].id if written and not one.again else None
    request.vault.keep(document, same)


def _wrong(said: dict[str, str]) -> str:
    if not any(said.values()):
        return "empty"
    return "too_long" if any(len(text) > LONGEST for text in said.values()) else ""


def _page(
    request: UnlockedRequest,
    words: Words,
    one: Sheet,
    written: list[Kept[LettingGoSheet]],
    typed: dict[str, str] | None = None,
    wrong: str = "",
) -> HttpResponse:
    shown = written[0] if written else None
    writing = typed is not None or shown is None or "write" in request.GET
    fresh = typed if typed is not None else {} if one.again or not shown else shown.document.said
    earlier = written[0 if writing else 1 :] if one.again else []
    found = screen(shown.document.said) if shown and not writing else ()
    context = {
        "sheet": one,
        "title": words.text(one.title),
        "lead": words.text(one.lead),
        "aside": words.text(one.aside),
        "after": words.text(one.after),
        "writing": writing,
        "wrong": wrong,
        "parts": _parts(one, fresh, words),
        "shown": shown,
        "said": _parts(one, shown.document.said, words) if shown else (),
        "earlier": [(kept, _parts(one, kept.document.said, words)) for kept in earlier],
        "call": help_for(found, request.person.settings),
        "rounds": _rounds(request) if one.id == "back" else None,
    }
    return render(request, "let_go/sheet.html", context, status=422 if wrong else 200)


def _parts(one: Sheet, said: dict[str, str], words: Words) -> tuple[PartView, ...]:
    return tuple(_part(part, said.get(part.id, ""), words) for part in one.parts)


def _part(part: SheetPart, said: str, words: Words) -> PartView:
    options = tuple((str(each.value), words.text(each.label)) for each in part.options)
    return PartView(
        id=part.id,
        kind=part.kind,
        label=words.text(part.label),
        hint=words.text(part.hint),
        said=said,
        lines=tuple(line.strip() for line in said.splitlines() if line.strip()),
        options=options,
        chosen=dict(options).get(said, ""),
    )


def _rounds(request: UnlockedRequest) -> int | None:
    kept = request.vault.latest(SavedReading)
    return rounds(parse_answers(kept.document.answers)) if kept else None

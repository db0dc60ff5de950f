"""The first page of Let go."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from afterus.method import letting_go
from afterus.records import OpenVault
from afterus.records.documents import UnsentLetter
from afterus.records.letting_go import Celebration, LettingGoSheet, Plan, Trace
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.mend.standing import standing
from afterus.web.understand.words import Words, words_for

GROUPS: Final = (
    ("look_back", ("gave_and_got", "not_mine", "back")),
    ("what_pulls", ("pain", "alone")),
    ("put_down", ("goodbye", "traces")),
    ("what_comes", ("take_with_me", "who_i_am", "plans")),
)


@dataclass(frozen=True)
class Card:
    """One page: its words and address, and when it was last written on."""

    name: str
    title: str
    text: str
    to: str
    touched: date | None


@require_GET
@unlocked
def overview(request: UnlockedRequest) -> HttpResponse:
    """The pages that are there, the one to begin with marked, the celebration last."""
    at, words = standing(request.vault), words_for(request)
    there = letting_go(at.reading)
    touched = _touched(request.vault)
    cards = {page: _card(page, words, touched.get(page)) for page in there.pages}
    groups = [(name, [cards[p] for p in pages if p in cards]) for name, pages in GROUPS]
    context = {
        "at": at,
        "path": at.reading.path if at.reading else "",
        "first": cards[there.first],
        "groups": [(name, inside) for name, inside in groups if inside],
        "celebration": cards.get("celebrate"),
    }
    return render(request, "let_go/overview.html", context)


def _card(page: str, words: Words, touched: date | None) -> Card:
    sheet = words.content.sheets.get(page)
    if sheet:
        to = reverse("sheet", args=[page.replace("_", "-")])
        return Card(page, words.text(sheet.title), words.text(sheet.lead), to, touched)
    title, text = words.say(f"let_go.card.{page}.title"), words.say(f"let_go.card.{page}.text")
    return Card(page, title, text, reverse(page), touched)


def _touched(vault: OpenVault) -> dict[str, date]:
    """When each page was last written on, as far as its documents say."""
    days: dict[str, date] = {}
    for sheet in reversed(vault.all(LettingGoSheet)):
        days[sheet.document.page] = sheet.document.written.astimezone().date()
    for letter in reversed(vault.all(UnsentLetter)):
        if letter.document.goodbye:
            days["goodbye"] = letter.document.written.astimezone().date()
    for name, kind in (("traces", Trace), ("plans", Plan), ("celebrate", Celebration)):
        newest = vault.latest(kind)
        if newest is not None:
            days[name] = newest.kept.astimezone().date()
    return days

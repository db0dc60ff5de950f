"""Writing a letter that stays here, and the letters that were written."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from afterus.records.documents import Kept, UnsentLetter
from afterus.safety import screen_message
from afterus.web import clock
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.mend.calls import call
from afterus.web.understand.way import SeeOther

LONGEST = 20_000


@require_http_methods(["GET", "POST"])
@unlocked
def letters(request: UnlockedRequest) -> HttpResponse:
    """A sheet to write on, and the letters that lie here."""
    text = request.POST.get("text", "")
    wrong = ""
    if request.method == "POST":
        wrong = "empty" if not text.strip() else "too_long" if len(text) > LONGEST else ""
        if not wrong:
            kept = request.vault.keep(UnsentLetter(written=clock.now(), text=text.strip()))
            return SeeOther(reverse("letter", args=[kept]))
    context = {
        "text": text,
        "wrong": wrong,
        "longest": LONGEST,
        "letters": request.vault.all(UnsentLetter),
    }
    return render(request, "mend/letters/letters.html", context, status=422 if wrong else 200)


@require_GET
@unlocked
def letter(request: UnlockedRequest, letter_id: UUID) -> HttpResponse:
    """One letter, and help where its words call for it."""
    kept = _found(request, letter_id)
    found = screen_message(kept.document.text)
    context = {"letter": kept, "call": call(found, request.person.settings)}
    return render(request, "mend/letters/letter.html", context)


@require_http_methods(["GET", "POST"])
@unlocked
def burn(request: UnlockedRequest, letter_id: UUID) -> HttpResponse:
    """Asks, then takes a letter away for good."""
    kept = _found(request, letter_id)
    if request.method == "POST":
        request.vault.erase(kept.id)
        return SeeOther(reverse("letters"))
    return render(request, "mend/letters/burn.html", {"letter": kept})


def _found(request: UnlockedRequest, letter_id: UUID) -> Kept[UnsentLetter]:
    letters = request.vault.all(UnsentLetter)
    found = next((one for one in letters if one.id == letter_id), None)
    if found is None:
        raise Http404
    return found

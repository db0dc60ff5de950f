"""The goodbye letter: written here, kept among the letters that stay here."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from afterus.records.documents import UnsentLetter
from afterus.web import clock
from afterus.web.access import UnlockedRequest
from afterus.web.let_go.there import LONGEST, there
from afterus.web.understand.way import SeeOther
from afterus.web.understand.words import words_for


@require_http_methods(["GET", "POST"])
@there("goodbye")
def goodbye(request: UnlockedRequest) -> HttpResponse:
    """A sheet for it, ways to begin, and the goodbyes that were written."""
    text = request.POST.get("text", "").strip()
    wrong = ""
    if request.method == "POST":
        wrong = "empty" if not text else "too_long" if len(text) > LONGEST else ""
        if not wrong:
            letter = UnsentLetter(written=clock.now(), text=text, goodbye=True)
            return SeeOther(reverse("letter", args=[request.vault.keep(letter)]))
    words = words_for(request)
    context = {
        "text": text,
        "wrong": wrong,
        "starts": words.content.say_list("let_go.goodbye.starts", words.other),
        "letters": [one for one in request.vault.all(UnsentLetter) if one.document.goodbye],
    }
    return render(request, "let_go/goodbye.html", context, status=422 if wrong else 200)

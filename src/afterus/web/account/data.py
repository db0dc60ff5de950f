"""Everything out, everything back in, everything gone."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from afterus.content import load
from afterus.records import WrongPassphrase, back_up
from afterus.vault import pack
from afterus.web import clock
from afterus.web.access import UnlockedRequest, close_session, unlocked
from afterus.web.account.files import UnreadableFile, bring_in, zipped


@require_http_methods(["GET", "POST"])
@unlocked
def export(request: UnlockedRequest) -> HttpResponse:
    """All of it, readable, as a zip file."""
    if request.method == "GET":
        return _page(request, "export", warn=True)
    content = load(request.person.settings.language)
    return _file(zipped(request.vault, content, request.person.other, clock.now()), "zip")


@require_http_methods(["GET", "POST"])
@unlocked
def backup(request: UnlockedRequest) -> HttpResponse:
    """All of it, still sealed."""
    if request.method == "GET":
        return _page(request, "backup")
    return _file(pack(back_up()), "sealed")


@require_http_methods(["GET", "POST"])
@unlocked
def bring_back(request: UnlockedRequest) -> HttpResponse:
    """Adds what a sealed backup or an export holds to what is here."""
    if request.method == "GET":
        return _page(request, "import", upload=True)
    file = request.FILES.get("file")
    if file is None:
        return _page(request, "import", "no_file", upload=True)
    try:
        bring_in(request.vault, file.read(), request.POST.get("passphrase", ""))
    except WrongPassphrase:
        return _page(request, "import", "wrong", upload=True)
    except UnreadableFile:
        return _page(request, "import", "unreadable", upload=True)
    return HttpResponseRedirect(reverse("account") + "?done=import")


@require_http_methods(["GET", "POST"])
@unlocked
def erase(request: UnlockedRequest) -> HttpResponse:
    """Everything gone, after a typed word."""
    word = load(request.person.settings.language).say("frame.erase.word")
    if request.method == "GET":
        return _page(request, "erase", word=word)
    if request.POST.get("typed", "").strip().casefold() != word:
        return _page(request, "erase", "not_typed", word=word)
    vault = request.vault
    close_session(request)
    vault.erase_all()
    return render(request, "account/erased.html")


def _page(
    request: UnlockedRequest,
    words: str,
    wrong: str = "",
    *,
    warn: bool = False,
    upload: bool = False,
    word: str = "",
) -> HttpResponse:
    context = {
        "words": f"frame.{words}",
        "wrong": f"frame.{words}.{wrong}" if wrong else "",
        "warn": warn,
        "upload": upload,
        "word": word,
    }
    return render(request, "account/data.html", context, status=422 if wrong else 200)


def _file(raw: bytes, ending: str) -> HttpResponse:
    name = f"notes-{clock.today().isoformat()}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(raw, content_type="application/octet-stream", headers=headers)

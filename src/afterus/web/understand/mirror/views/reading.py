"""A chat comes in: the file, the work on it, what has to be asked, and the way to stop."""

from datetime import date
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from afterus.records.chat_mirror import ChatMirror, MirrorWork
from afterus.records.documents import Kept
from afterus.web import clock
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.understand import way
from afterus.web.understand.mirror import asking, kept
from afterus.web.understand.mirror import work as working
from afterus.web.understand.mirror.asking import Typed
from afterus.web.understand.words import Words, words_for

_MOST_FILES = 500
_RUNS = ("waiting", "reading", "looking")
_ASKS = ("choosing", "asking")


@require_http_methods(["GET", "POST"])
@unlocked
def begin(request: UnlockedRequest) -> HttpResponse:
    """What the mirror is, the file to read, and the mirrors that were kept."""
    if request.method == "GET":
        return _begin(request)
    files = request.FILES.getlist("file")
    wrong = _refused(request, files)
    if wrong:
        return _begin(request, wrong)
    if kept.under_way(request.vault, clock.now()):
        return way.SeeOther(reverse("mirror_begin"))
    held = [(file.name or "", file.read()) for file in files]
    return way.SeeOther(reverse("mirror_work", args=[working.start(request.vault, held)]))


@require_http_methods(["GET", "POST"])
@unlocked
def work(request: UnlockedRequest, work_id: UUID) -> HttpResponse:
    """How far the work is, or what it has to ask."""
    found = _work(request, work_id)
    if found is None:
        return way.SeeOther(reverse("mirror_begin"))
    doing = found.document
    if doing.state == "done":
        working.forget(request.vault, work_id)
        return way.SeeOther(reverse("mirror", args=[doing.made]))
    if request.method == "GET":
        return _work_page(request, found)
    typed: Typed = {name: [str(one) for one in many] for name, many in request.POST.lists()}
    if doing.state == "choosing":
        kept.tell(request.vault, work_id, {"chat": request.POST.get("chat", "")})
    elif doing.state == "asking":
        try:
            told = asking.told(doing, typed)
        except asking.NotClear as why:
            return _work_page(request, found, typed, str(why))
        kept.tell(request.vault, work_id, told | {"corrections": kept.corrections(request.vault)})
    return way.SeeOther(reverse("mirror_work", args=[work_id]))


@require_GET
@unlocked
def state(request: UnlockedRequest, work_id: UUID) -> HttpResponse:
    """The same for the page's script: state, percent, and the line that says it."""
    found = _work(request, work_id)
    if found is None:
        return JsonResponse({"state": "gone"})
    shown = _shown(request, found)
    words = words_for(request)
    percent = int(found.document.share * 100)
    line = words.say(f"mirror_pages.work.{shown}") if shown in _RUNS else ""
    return JsonResponse({"state": shown, "percent": percent, "line": line})


@require_POST
@unlocked
def stop(request: UnlockedRequest, work_id: UUID) -> HttpResponse:
    """Ends the work; nothing of the file is kept."""
    found = _work(request, work_id)
    if found:
        over = found.document.state in ("trouble", "done")
        if over or not working.alive(found.document, clock.now()):
            working.forget(request.vault, work_id)
        else:
            kept.stop(request.vault, work_id)
    return way.SeeOther(reverse("mirror_begin"))


def _begin(request: UnlockedRequest, wrong: str = "") -> HttpResponse:
    doing = kept.under_way(request.vault, clock.now())
    context = {
        "wrong": f"mirror_pages.wrong.{wrong}" if wrong else "",
        "most": settings.FILE_UPLOAD_MAX_MEMORY_SIZE,
        "most_mb": settings.FILE_UPLOAD_MAX_MEMORY_SIZE // 1024**2 - 1,
        "doing": doing.id if doing else None,
        "mirrors": request.vault.all(ChatMirror),
    }
    return render(request, "understand/mirror/begin.html", context, status=422 if wrong else 200)


def _refused(request: UnlockedRequest, files: "list[UploadedFile[bytes]]") -> str:
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
        return "too_large"
    if not files or len(files) > _MOST_FILES:
        return "no_file" if not files else "too_many"
    return ""


def _work(request: UnlockedRequest, work_id: UUID) -> Kept[MirrorWork] | None:
    return next((one for one in request.vault.all(MirrorWork) if one.id == work_id), None)


def _shown(request: UnlockedRequest, found: Kept[MirrorWork]) -> str:
    """The state a page shows: work that nobody does any more was interrupted."""
    doing = found.document
    if doing.state not in ("trouble", "done") and not working.alive(doing, clock.now()):
        return "interrupted"
    if doing.state in _ASKS and kept.told_and_unheard(request.vault, found):
        return "reading"
    return doing.state


def _work_page(
    request: UnlockedRequest, found: Kept[MirrorWork], typed: Typed | None = None, wrong: str = ""
) -> HttpResponse:
    doing, shown = found.document, _shown(request, found)
    context = {
        "id": found.id,
        "work": doing,
        "state": shown,
        "running": shown in _RUNS,
        "percent": int(doing.share * 100),
    }
    if shown == "asking":
        other, words = request.person.other.name, words_for(request)
        form = asking.asked(doing, other, _break(request), typed or {}, wrong)
        context["asked"] = form
        context["warnings"] = [words.say(f"chats.warning.{k}", **v) for k, v in form.warnings]
    if shown == "trouble":
        context["line"] = trouble_line(words_for(request), doing)
    status = 422 if wrong else 200
    return render(request, "understand/mirror/work.html", context, status=status)


def trouble_line(words: Words, doing: MirrorWork) -> str:
    """Why a chat could not be read, in one sentence for a page."""
    own = f"mirror_pages.trouble.{doing.trouble}"
    key = own if words.content.has(own) else f"chats.error.{doing.trouble}"
    return words.say(key, **{"file": words.say("mirror_pages.the_file")} | doing.values)


def _break(request: UnlockedRequest) -> date | None:
    at = way.standing(request)
    if at is None:
        return None
    return asking.day_of_break(at.reflection.answers, at.reflection.updated.date())

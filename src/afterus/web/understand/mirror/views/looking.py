"""Looking at what a chat shows: signs first, then how it went, then question by question."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from msgspec.structs import replace

from afterus.exchange.mirror import telling as told
from afterus.mirror.questions import Question
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.understand import way
from afterus.web.understand.mirror import contexts, flowing, kept, pictures, verdicts
from afterus.web.understand.mirror.contexts import Telling
from afterus.web.understand.mirror.kept import Held


@require_GET
@unlocked
def seen(request: UnlockedRequest, mirror_id: UUID) -> HttpResponse:
    """How it went: the overview. What may be danger comes before it."""
    at = _held(request, mirror_id)
    if at.seen.signs and not at.document.signs_seen:
        return way.SeeOther(reverse("mirror_signs", args=[mirror_id]))
    telling = Telling(request, at.document)
    context = {"at": at, "page": contexts.seen_page(telling, at), "other": telling.words.other}
    return render(request, "understand/mirror/seen.html", context)


@require_http_methods(["GET", "POST"])
@unlocked
def signs(request: UnlockedRequest, mirror_id: UUID) -> HttpResponse:
    """What may be danger, from either side, with help."""
    at = _held(request, mirror_id)
    if request.method == "POST":
        known = {contexts.sign_key(sign) for sign in at.seen.signs}
        not_so = tuple(sorted(known & set(request.POST.getlist("not_so"))))
        kept.keep(request.vault, at, replace(at.document, signs_seen=True, not_so=not_so))
        return way.SeeOther(reverse("mirror", args=[mirror_id]))
    telling = Telling(request, at.document)
    context = {"at": at, "page": contexts.signs_page(telling, at), "other": telling.words.other}
    return render(request, "understand/mirror/signs.html", context)


@require_GET
@unlocked
def question(request: UnlockedRequest, mirror_id: UUID, question: str) -> HttpResponse:
    """One of the five questions, for both."""
    at, asked = _held(request, mirror_id), _question(question)
    telling = Telling(request, at.document)
    context = {
        "at": at,
        "page": contexts.question_page(telling, at, asked),
        "often": verdicts.OFTEN,
        "kept": request.GET.get("kept", ""),
        "other": telling.words.other,
    }
    return render(request, "understand/mirror/question.html", context)


@require_POST
@unlocked
def answer(request: UnlockedRequest, mirror_id: UUID, question: str, by: str) -> HttpResponse:
    """What the person said of it: messages to keep, what was wrong, and whether it holds."""
    at, asked = _held(request, mirror_id), _question(question)
    if by not in verdicts.GROUPS:
        raise Http404
    typed = {name: [str(one) for one in many] for name, many in request.POST.lists()}
    kept.keep(request.vault, at, verdicts.said(at.document, at.raw, asked, by, typed))
    here = reverse("mirror_question", args=[mirror_id, asked])
    return way.SeeOther(f"{here}?kept={by}#{by}")


@require_http_methods(["GET", "POST"])
@unlocked
def then(request: UnlockedRequest, mirror_id: UUID) -> HttpResponse:
    """The beginning beside the end, and the words that went."""
    at = _held(request, mirror_id)
    drift = at.raw.drift
    shown = (*drift.me.examples, *drift.them.examples) if drift else ()
    if request.method == "POST":
        keep = [quote for quote in shown if quote.mark in request.POST.getlist("keep")]
        chosen = verdicts.choosing(at.document.chosen, shown, keep)
        kept.keep(request.vault, at, replace(at.document, chosen=chosen))
        return way.SeeOther(reverse("mirror_then", args=[mirror_id]) + "?kept")
    telling = Telling(request, at.document)
    context = {
        "at": at,
        "part": told.drift_part(at.seen, telling.names, telling.say),
        "pictures": [
            pictures.then_and_now(at.seen, by, telling.names, telling.say) for by in ("me", "them")
        ],
        "examples": telling.quotes(at.document, shown, ""),
        "kept": "kept" in request.GET,
        "other": telling.words.other,
    }
    return render(request, "understand/mirror/then.html", context)


@require_GET
@unlocked
def rhythm(request: UnlockedRequest, mirror_id: UUID) -> HttpResponse:
    """Who starts, who waits, night writing, pressing and falling silent, silences and the end."""
    at = _held(request, mirror_id)
    telling = Telling(request, at.document)
    say, names = telling.say, telling.names
    context = {
        "at": at,
        "picture": pictures.rhythm_bars(at.seen, names, say),
        "answer": pictures.answer_times(at.seen, say),
        "withdraws": told.withdraws_part(at.seen, names, say),
        "ending": told.ending_part(at.seen, names, say),
        "together": told.together(at.seen, say),
        "names": names,
        "other": telling.words.other,
    }
    return render(request, "understand/mirror/rhythm.html", context)


@require_http_methods(["GET", "POST"])
@unlocked
def done(request: UnlockedRequest, mirror_id: UUID) -> HttpResponse:
    """Looking is over: what is kept, what is forgotten, what flows into the reflection."""
    at = _held(request, mirror_id)
    if request.method == "POST":
        if request.POST.get("bring") == "yes":
            flowing.bring(request, at.document)
        kept.finish(request.vault, at)
        to = "mirror" if not request.POST.get("bring") else "reflection_resume"
        return way.SeeOther(reverse(to, args=[mirror_id] if to == "mirror" else []))
    context = {
        "at": at,
        "other": Telling(request, at.document).words.other,
        "evidence": flowing.lines(request, at.document),
        "harmed": flowing.not_asked(request),
        "signs": contexts.standing_signs(at),
    }
    return render(request, "understand/mirror/done.html", context)


@require_http_methods(["GET", "POST"])
@unlocked
def delete(request: UnlockedRequest, mirror_id: UUID) -> HttpResponse:
    """Asks, then takes a mirror away for good."""
    at = _held(request, mirror_id)
    if request.method == "POST":
        kept.delete(request.vault, at)
        return way.SeeOther(reverse("mirror_begin"))
    context = {"at": at, "other": Telling(request, at.document).words.other}
    return render(request, "understand/mirror/delete.html", context)


def _held(request: UnlockedRequest, mirror_id: UUID) -> Held:
    at = kept.held(request.vault, mirror_id)
    if at is None:
        raise Http404
    return at


def _question(name: str) -> Question:
    found = next((one for one in verdicts.QUESTIONS if one == name), None)
    if found is None:
        raise Http404
    return found

"""Writing a draft, and having it looked at."""

from dataclasses import dataclass
from typing import get_args

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from afterus.method import About
from afterus.web import clock
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.mend.draft import drafts
from afterus.web.mend.draft.checking import LONGEST, DraftCheck, check, told_wrong

ADDRESS = {"them": "draft", "practical": "draft_practical", "one_message": "draft_one_message"}


@dataclass(frozen=True)
class Sent:
    """What a form of these pages sent: the draft, and what it is about."""

    text: str
    about: About

    @property
    def wrong(self) -> str:
        """Why it cannot be taken, "" where it can."""
        return "too_long" if len(self.text) > LONGEST else "" if self.text.strip() else "empty"


def sent(request: UnlockedRequest) -> Sent:
    """The draft in a form; line ends as a person typed them."""
    text = request.POST.get("text", "").replace("\r\n", "\n").replace("\r", "\n")
    about = request.POST.get("about", "")
    return Sent(text, about if about in get_args(About) else "them")  # type: ignore[arg-type]


def checked(request: UnlockedRequest, draft: Sent) -> DraftCheck:
    """The draft, looked at."""
    told = told_wrong(request.vault)
    return check(draft.text, draft.about, told, request.person.settings)


def page(
    request: UnlockedRequest,
    about: About,
    draft: Sent | None = None,
    found: DraftCheck | None = None,
    wrong: str = "",
) -> HttpResponse:
    """The page to write on, or why there is none."""
    where, now = drafts.desk(request.vault), clock.now()
    if about not in where.left.about and "them" in where.left.about:
        about = "them"
    if about not in where.left.about:
        return _closed(request, where, draft)
    begun = where.begun(about)
    text = draft.text if draft else begun.document.text if begun else ""
    context = {
        "desk": where,
        "about": about,
        "text": text,
        "check": found,
        "wrong": wrong,
        "waiting": drafts.titles(where.waiting, now),
        "looked": drafts.titles(where.looked, now),
        "next": reverse(ADDRESS[about]),
    }
    return render(request, "mend/draft/write.html", context, status=422 if wrong else 200)


def fragment(request: UnlockedRequest, draft: Sent, found: DraftCheck) -> HttpResponse:
    """What was found, for the page's script to put in its place."""
    context = {"check": found, "next": reverse(ADDRESS[draft.about])}
    return render(request, "mend/draft/checked.html", context)


@require_GET
@unlocked
def write(request: UnlockedRequest, about: About) -> HttpResponse:
    """A sheet for a draft, with what was begun on it."""
    return page(request, about)


@require_POST
@unlocked
def check_now(request: UnlockedRequest) -> HttpResponse:
    """What is found in a draft: a fragment for the page's script, else the whole page.

    For the script nothing is kept; without it, what was typed is.
    """
    draft, where = sent(request), drafts.desk(request.vault)
    quick = request.headers.get("X-Requested-With") == "fetch"
    if draft.about not in where.left.about:
        return HttpResponse(status=409) if quick else page(request, draft.about, draft)
    if quick:
        if draft.wrong:
            return HttpResponse(status=204 if draft.wrong == "empty" else 413)
        return fragment(request, draft, checked(request, draft))
    if draft.wrong:
        return page(request, draft.about, draft, wrong=draft.wrong)
    drafts.write(request.vault, where, draft.text, draft.about, clock.now())
    return page(request, draft.about, draft, checked(request, draft))


@require_POST
@unlocked
def keep(request: UnlockedRequest) -> HttpResponse:
    """Keeps what is typed so far: 204, 409 where no draft may be written, 413 when too long."""
    draft, where = sent(request), drafts.desk(request.vault)
    if draft.about not in where.left.about:
        return HttpResponse(status=409)
    if draft.wrong == "too_long":
        return HttpResponse(status=413)
    drafts.write(request.vault, where, draft.text, draft.about, clock.now())
    return HttpResponse(status=204)


def _closed(
    request: UnlockedRequest, where: drafts.Desk, draft: Sent | None = None
) -> HttpResponse:
    """No draft is looked at here; what was typed is shown, to be kept as a letter."""
    context = {"desk": where, "at": where.at, "text": draft.text if draft else ""}
    return render(request, "mend/draft/closed.html", context)

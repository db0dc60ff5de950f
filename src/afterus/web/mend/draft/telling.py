"""Telling that a flag is wrong: kept here, and not asked again for the same words."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from afterus.records.documents import WrongFlag
from afterus.web import clock
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.mend.draft import drafts
from afterus.web.mend.draft.checking import wrong_flags
from afterus.web.mend.draft.views import checked, fragment, page, sent
from afterus.web.understand.way import SeeOther


@require_http_methods(["GET", "POST"])
@unlocked
def wrong(request: UnlockedRequest) -> HttpResponse:
    """What was told to be wrong; or takes a note's words as wrong, and looks again."""
    if request.method == "GET":
        return render(request, "mend/draft/wrong.html", {"flags": request.vault.all(WrongFlag)})
    draft, where = sent(request), drafts.desk(request.vault)
    quick = request.headers.get("X-Requested-With") == "fetch"
    if draft.about not in where.left.about or draft.wrong:
        return HttpResponse(status=409) if quick else page(request, draft.about, draft)
    found = checked(request, draft)
    for label, words, around in wrong_flags(found, request.POST.get("wrong", "")):
        flag = WrongFlag(told=clock.now(), label=label, words=words, text=around)
        request.vault.keep(flag)
    found = checked(request, draft)
    if quick:
        return fragment(request, draft, found)
    return page(request, draft.about, draft, found)


@require_POST
@unlocked
def undo(request: UnlockedRequest, flag_id: UUID) -> HttpResponse:
    """Takes a telling back: the words are looked at again."""
    if flag_id in {one.id for one in request.vault.all(WrongFlag)}:
        request.vault.erase(flag_id)
    return SeeOther(reverse("draft_wrong"))

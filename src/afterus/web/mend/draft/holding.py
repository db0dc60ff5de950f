"""A draft put away for a night, seen again with fresh eyes, and the one message said."""

from typing import Literal
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST
from msgspec.structs import replace

from afterus.method import hold_until
from afterus.records.documents import Draft, Kept, OneMessage, UnsentLetter
from afterus.web import clock
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.mend.draft import drafts
from afterus.web.mend.draft.checking import DraftCheck, check, told_wrong
from afterus.web.mend.draft.views import ADDRESS, checked, page, sent
from afterus.web.understand.way import SeeOther

STILL: dict[str, Literal["yes", "no"]] = {"yes": "yes", "no": "no"}


@require_POST
@unlocked
def hold(request: UnlockedRequest) -> HttpResponse:
    """Puts the draft away until the next morning. With a threat in it, help comes instead."""
    draft, where, now = sent(request), drafts.desk(request.vault), clock.now()
    if draft.about not in where.left.about or draft.wrong:
        return page(request, draft.about, draft, wrong=draft.wrong)
    found = checked(request, draft)
    begun = drafts.write(request.vault, where, draft.text, draft.about, now)
    if found.stop or begun is None:
        return page(request, draft.about, draft, found)
    until = hold_until(now.astimezone())
    request.vault.keep(replace(begun.document, held_until=until), begun.id)
    return SeeOther(reverse("draft_held", args=[begun.id]))


@require_POST
@unlocked
def stay(request: UnlockedRequest) -> HttpResponse:
    """Keeps what was written as a letter that stays here instead. Open to everyone."""
    draft, where = sent(request), drafts.desk(request.vault)
    if draft.wrong:
        return page(request, draft.about, draft, wrong=draft.wrong)
    with transaction.atomic():
        letter = UnsentLetter(written=clock.now(), text=draft.text.strip())
        kept = request.vault.keep(letter)
        if begun := where.begun(draft.about):
            request.vault.erase(begun.id)
    return SeeOther(reverse("letter", args=[kept]))


@require_http_methods(["GET", "POST"])
@unlocked
def held(request: UnlockedRequest, draft_id: UUID) -> HttpResponse:
    """Out of sight while it waits; afterwards whether they would still send it is asked."""
    where, now = drafts.desk(request.vault), clock.now()
    kept = _found(where, draft_id)
    ripe = drafts.is_ripe(kept.document, now)
    still_open = kept.document.about in where.left.about
    found = _seen_again(request, kept.document) if ripe and still_open else None
    if request.method == "POST" and found and not found.stop:
        _answered(request, kept)
        return SeeOther(reverse("draft_held", args=[kept.id]))
    context = {
        "desk": where,
        "at": where.at,
        "draft": kept,
        "ripe": ripe,
        "open": still_open,
        "write_again": ADDRESS[kept.document.about],
        "check": found,
        "next": reverse("draft_held", args=[kept.id]),
    }
    return render(request, "mend/draft/held.html", context)


@require_POST
@unlocked
def said(request: UnlockedRequest, draft_id: UUID) -> HttpResponse:
    """Records that the one message was said, once; the draft goes."""
    where, now = drafts.desk(request.vault), clock.now()
    kept = _found(where, draft_id)
    draft = kept.document
    may = draft.about == "one_message" and draft.about in where.left.about
    meant = draft.still == "yes" and drafts.is_ripe(draft, now)
    if not (may and meant) or _seen_again(request, draft).stop:
        return SeeOther(reverse("draft_held", args=[kept.id]))
    with transaction.atomic():
        request.vault.keep(OneMessage(said=now, text=draft.text))
        request.vault.erase(kept.id)
    return SeeOther(reverse("draft"))


@require_http_methods(["GET", "POST"])
@unlocked
def away(request: UnlockedRequest, draft_id: UUID) -> HttpResponse:
    """Throws a draft away, or keeps it as a letter that stays here."""
    where = drafts.desk(request.vault)
    kept = _found(where, draft_id)
    if request.method == "GET":
        return render(request, "mend/draft/away.html", {"draft": kept})
    with transaction.atomic():
        letter = None
        if request.POST.get("as") == "letter":
            letter = UnsentLetter(written=clock.now(), text=kept.document.text)
        made = request.vault.keep(letter) if letter else None
        request.vault.erase(kept.id)
    return SeeOther(reverse("letter", args=[made]) if made else reverse("draft"))


def _seen_again(request: UnlockedRequest, draft: Draft) -> DraftCheck:
    told = told_wrong(request.vault)
    return check(draft.text, draft.about, told, request.person.settings)


def _answered(request: UnlockedRequest, kept: Kept[Draft]) -> None:
    """Remembers whether they would still send it, or puts it away for one more night."""
    now, said_of_it = clock.now(), request.POST.get("still", "")
    if said_of_it in STILL:
        changed = replace(kept.document, still=STILL[said_of_it], looked=now)
    elif said_of_it == "night":
        changed = replace(kept.document, held_until=hold_until(now.astimezone()), still=None)
    else:
        return
    request.vault.keep(changed, kept.id)


def _found(where: drafts.Desk, draft_id: UUID) -> Kept[Draft]:
    found = next((one for one in where.held if one.id == draft_id), None)
    if found is None:
        raise Http404
    return found

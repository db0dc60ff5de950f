"""What a person chose about themselves and this place."""

from typing import Any

import msgspec
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from afterus.content import load
from afterus.records.documents import Settings
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.sessions import IDLE

IDLE_MINUTES = (5, 10, 15, 30, 60)
PRONOUNS = ("she", "he", "they")
LONGEST_NAME = 60
DONE = frozenset({"choices", "passphrase", "code", "import"})


@require_GET
@unlocked
def account(request: UnlockedRequest) -> HttpResponse:
    """The overview."""
    done = request.GET.get("done")
    context = {"done": f"frame.account.done.{done}" if done in DONE else ""}
    return render(request, "account/account.html", context)


@require_http_methods(["GET", "POST"])
@unlocked
def choices(request: UnlockedRequest) -> HttpResponse:
    """Names, pronouns, country, idle minutes. What is not offered is left as it was."""
    if request.method == "POST":
        changed = chosen(request.person.settings, request.POST)
        request.person.keep(changed)
        request.session[IDLE] = changed.idle_minutes
        return HttpResponseRedirect(reverse("account") + "?done=choices")
    lines = load(request.person.settings.language).help
    context: dict[str, Any] = {
        "countries": (*lines.countries, lines.other),
        "idle_minutes": IDLE_MINUTES,
        "pronouns": PRONOUNS,
        "longest_name": LONGEST_NAME,
    }
    return render(request, "account/choices.html", context)


def chosen(before: Settings, data: QueryDict) -> Settings:
    """The settings with what the form holds; anything it should not hold changes nothing."""
    name = " ".join(data.get("other_name", before.other_name).split())[:LONGEST_NAME]
    pronouns = data.get("other_pronouns")
    minutes = data.get("idle_minutes", "")
    idle = int(minutes) if minutes.isdecimal() else before.idle_minutes
    return msgspec.structs.replace(
        before,
        other_name=name,
        other_pronouns=pronouns if pronouns in PRONOUNS else before.other_pronouns,
        country=country_from(data, before.country, before.language),
        idle_minutes=idle if idle in IDLE_MINUTES else before.idle_minutes,
    )


def country_from(data: QueryDict, before: str | None, language: str) -> str | None:
    """The country a form names: None for "none chosen", the one before for one we do not list."""
    code = data.get("country")
    if code is None:
        return before
    lines = load(language).help
    known = {country.code for country in (*lines.countries, lines.other)}
    return (code if code in known else before) if code else None

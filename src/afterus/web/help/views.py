"""Help now: open or locked, with or without JavaScript, and never a guess at the country."""

from typing import cast

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from afterus.content import Country, Help, load
from afterus.content.shapes import LineKind
from afterus.web.access import PageRequest, safe_path
from afterus.web.account.choices import country_from

ORDER: tuple[LineKind, ...] = ("emergency", "distress", "partner_violence", "own_behaviour")


@require_http_methods(["GET", "POST"])
def help_now(request: HttpRequest) -> HttpResponse:
    """The lines of the country the person chose; the choice is kept only in an open vault."""
    asked = cast(PageRequest, request)
    settings = asked.person.settings
    lines = load(settings.language).help
    if request.method == "POST":
        code = country_from(request.POST, settings.country, settings.language)
        if asked.person.settled:
            asked.person.keep(msgspec.structs.replace(settings, country=code))
            back = request.POST.get("next")
            return HttpResponseRedirect(safe_path(back) if back else reverse("help"))
    else:
        code = request.GET.get("country", settings.country or "")
    country = _country(lines, code or "")
    groups = [] if country is None else [(kind, country.lines_for(kind)) for kind in ORDER]
    context = {
        "countries": lines.countries,
        "elsewhere": lines.other,
        "country": country,
        "groups": [(f"frame.help.kind.{kind}", found) for kind, found in groups if found],
    }
    return render(request, "help/help.html", context)


def _country(lines: Help, code: str) -> Country | None:
    try:
        return lines.country(code)
    except KeyError:
        return None

"""The page of a principle: what the method says and what that rests on."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from afterus.content import load, render_all
from afterus.web.person import Person


@require_GET
def why(request: HttpRequest, principle_id: str) -> HttpResponse:
    """A principle with its sources, its limits and its neighbours. Open to anyone."""
    person: Person = request.person  # type: ignore[attr-defined]
    content = load(person.settings.language)
    if principle_id not in content.principles:
        raise Http404
    principle = render_all(content.principle(principle_id), person.other)
    related = [render_all(content.principle(name), person.other) for name in principle.related]
    context = {"principle": principle, "related": related}
    return render(request, "understand/why.html", context)

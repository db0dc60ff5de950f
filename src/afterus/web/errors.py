"""Pages for what went wrong: the same house, few words, nothing typed thrown away."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from afterus.web import carried
from afterus.web.person import Person


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """No such page."""
    return _page(request, "not_found", 404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """What was sent cannot be read."""
    return _page(request, "bad_request", 400)


def broken(request: HttpRequest) -> HttpResponse:
    """The fault is ours."""
    # The fault may lie in the vault, so this page does not look there.
    request.person = Person(None)  # type: ignore[attr-defined]
    return _page(request, "broken", 500)


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """A form without the right token: what was typed is shown, so that it can be copied."""
    texts = [value for _, value in carried.from_request(request).fields if len(value) > 20]
    return render(request, "errors/refused.html", {"texts": texts}, status=403)


def _page(request: HttpRequest, what: str, status: int) -> HttpResponse:
    return render(request, "errors/page.html", {"what": f"frame.errors.{what}"}, status=status)

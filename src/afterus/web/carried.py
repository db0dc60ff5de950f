"""A form that arrived at a locked door: its fields travel through the unlock page and on."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import resolve
from django.utils.datastructures import MultiValueDict

PREFIX = "carried."
MOST_FIELDS = 400
MOST_SIGNS = 400_000
# Secrets, and the word that erases, are asked for again rather than carried.
NEVER = frozenset(
    {"csrfmiddlewaretoken", "passphrase", "again", "current", "code", "part", "typed"}
)


@dataclass(frozen=True)
class Carried:
    """Where the form was going, and its fields in order."""

    to: str
    fields: tuple[tuple[str, str], ...]

    @property
    def hidden(self) -> tuple[tuple[str, str], ...]:
        """Names and values for hidden inputs of the unlock form."""
        return tuple((PREFIX + name, value) for name, value in self.fields)


def from_request(request: HttpRequest) -> Carried:
    """The fields of the form that was sent; files are not carried."""
    pairs = ((name, value) for name, values in request.POST.lists() for value in values)
    return Carried(request.get_full_path(), _capped(p for p in pairs if p[0] not in NEVER))


def from_unlock_form(data: QueryDict, to: str) -> Carried | None:
    """The fields that the unlock form carried; None when it carried none."""
    pairs = (
        (name.removeprefix(PREFIX), value)
        for name, values in data.lists()
        if name.startswith(PREFIX)
        for value in values
    )
    fields = _capped(pairs)
    return Carried(to, fields) if fields else None


def replay(request: HttpRequest, carried: Carried) -> HttpResponse:
    """Sends the form on to where it was going. Raises Resolver404 for a path that is not ours."""
    parts = urlsplit(carried.to)
    match = resolve(parts.path)
    data = QueryDict(mutable=True)
    for name, value in carried.fields:
        data.appendlist(name, value)
    again = copy(request)
    again.path = again.path_info = parts.path
    again.GET = QueryDict(parts.query)
    again.POST = data  # type: ignore[assignment]
    again._files = MultiValueDict()  # type: ignore[attr-defined]
    again.resolver_match = match
    answer: HttpResponse = match.func(again, *match.args, **match.kwargs)
    return answer


def _capped(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    taken: list[tuple[str, str]] = []
    signs = 0
    for name, value in pairs:
        signs += len(name) + len(value)
        if len(taken) >= MOST_FIELDS or signs > MOST_SIGNS:
            break
        taken.append((name, value))
    return tuple(taken)

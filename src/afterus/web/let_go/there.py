"""What of Let go is there for this person; a page that is not leads back to the first."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from afterus.method import letting_go
from afterus.records.document import Document
from afterus.records.documents import Kept
from afterus.web.access import UnlockedRequest, unlocked
from afterus.web.mend.standing import standing
from afterus.web.understand.way import SeeOther

P = ParamSpec("P")
D = TypeVar("D", bound=Document)
View = Callable[Concatenate[UnlockedRequest, P], HttpResponse]
Guarded = Callable[Concatenate[HttpRequest, P], HttpResponse]

LONGEST = 20_000


def is_there(request: UnlockedRequest, page: str) -> bool:
    """Whether the last reading leaves this page there."""
    return page in letting_go(standing(request.vault).reading).pages


def there(page: str) -> Callable[[View[P]], Guarded[P]]:
    """As `unlocked`, and only where this page is there for the person."""

    def decorate(view: View[P]) -> Guarded[P]:
        @unlocked
        @wraps(view)
        def guarded(request: UnlockedRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if is_there(request, page):
                return view(request, *args, **kwargs)
            return SeeOther(reverse("let_go"))

        return guarded

    return decorate


def found(request: UnlockedRequest, kind: type[D], entry_id: UUID) -> Kept[D]:
    """The entry of this kind with this id. Raises Http404."""
    kept = next((one for one in request.vault.all(kind) if one.id == entry_id), None)
    if kept is None:
        raise Http404
    return kept

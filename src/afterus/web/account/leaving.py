"""Leave this page: the session ends, the browser forgets what it can, and a neutral site opens."""

from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from afterus.web.access import PageRequest, close_session


class SeeOther(HttpResponseRedirect):
    """303: whatever the method was, the browser goes on with GET."""

    status_code = 303


# No token asked: leaving must work from a page that is hours old. Another site cannot misuse it,
# since the cookies are SameSite=Strict, and without them there is no session to end.
@csrf_exempt
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Ends the session and sends the browser away."""
    close_session(cast(PageRequest, request))
    response = SeeOther(settings.LEAVE_TO)
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


@require_GET
def about_leaving(request: HttpRequest) -> HttpResponse:
    """What leaving does, and what it cannot do."""
    return render(request, "account/about_leaving.html")

"""The headers every answer carries."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

Answer = Callable[[HttpRequest], HttpResponseBase]


def content_security_policy() -> str:
    """Nothing but what this server itself sends; forms go here, or out by the leave button."""
    leaving = " ".join(settings.LEAVE_ORIGINS)
    rules = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": f"'self' {leaving}",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


class Headers:
    """Sets them, and marks cookies Secure where the page came over https."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.headers = {
            "Content-Security-Policy": content_security_policy(),
            # no-referrer would make browsers send "Origin: null", and every form would be refused.
            "Referrer-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
            "X-Robots-Tag": "noindex",
            "Cache-Control": "no-store",
        }

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        for name, value in self.headers.items():
            response.headers.setdefault(name, value)
        # Safari refuses Secure cookies from plain http on this computer, so the scheme decides.
        if request.is_secure():
            for cookie in response.cookies.values():
                cookie["secure"] = True
        return response

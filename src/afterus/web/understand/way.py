"""Where to go next in a reflection: the page of care that comes first, else the next step."""

from datetime import datetime

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

from afterus.content import load
from afterus.web import clock
from afterus.web.access import UnlockedRequest
from afterus.web.understand import care, flow, reflecting, sitting
from afterus.web.understand.reflecting import Standing

_PAGES = {"care": "care", "check": "check", "rest": "rest"}


class SeeOther(HttpResponseRedirect):
    """After a form was kept: go and get the next page."""

    status_code = 303


def standing(request: UnlockedRequest, now: datetime | None = None) -> Standing | None:
    """Where this person stands in their reflection."""
    sections = load(request.person.settings.language).reflection
    return reflecting.standing(request.vault, sections, now or clock.now())


def gate(request: HttpRequest, at: Standing) -> care.Gate | None:
    """The page that comes before the next step now, if any."""
    minutes = sitting.minutes(request, clock.now())
    return care.gate(at.reflection.answers, at.findings, at.reflection.seen, minutes)


def on(request: HttpRequest, at: Standing) -> SeeOther:
    """To the page that comes next."""
    ahead = gate(request, at)
    if ahead:
        return SeeOther(reverse(_PAGES[ahead.page]))
    step = flow.resume(at.walk, at.reflection.at)
    return to_step(step.id) if step else SeeOther(reverse("look_over"))


def to_step(step_id: str) -> SeeOther:
    """To one step's page."""
    return SeeOther(reverse("reflection_step", args=[step_id]))


def stop(request: HttpRequest, at: Standing) -> SeeOther:
    """To today's page; help that is due comes before even that."""
    ahead = gate(request, at)
    if ahead and ahead.page != "rest":
        return SeeOther(reverse(_PAGES[ahead.page]))
    return SeeOther(reverse("today"))

"""Addresses of Let go."""

from django.urls import path

from afterus.web.let_go import celebrating, goodbye, plans, sheets, throwing, traces, views

urlpatterns = [
    path("", views.overview, name="let_go"),
    path("goodbye", goodbye.goodbye, name="goodbye"),
    path("traces", traces.traces, name="traces"),
    path("traces/<uuid:trace_id>", traces.trace, name="trace"),
    path("plans", plans.plans, name="plans"),
    path("plans/<uuid:plan_id>", plans.plan, name="plan"),
    path("celebrate", celebrating.celebrate, name="celebrate"),
    path("celebrate/<uuid:celebration_id>", celebrating.celebration, name="celebration"),
    path("sheet/<slug:page>", sheets.sheet, name="sheet"),
    path("throw-away/<uuid:entry_id>", throwing.throw_away, name="throw_away"),
]

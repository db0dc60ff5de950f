"""Addresses of Space. No word that was noted ever stands in one."""

from django.urls import path

from afterus.web.mend.space import preparing, slips, urges, views

urlpatterns = [
    path("", views.space, name="space"),
    path("/since", views.since, name="space_since"),
    path("/patterns", views.patterns, name="space_patterns"),
    path("/prepare", preparing.prepare, name="space_prepare"),
    path("/urge", urges.urge, name="urge"),
    path("/urge/note", urges.note, name="urge_note"),
    path("/urge/<uuid:urge_id>", urges.noted, name="urge_noted"),
    path("/slip", slips.slip, name="slip"),
    path("/slip/<uuid:slip_id>", slips.after, name="slip_after"),
    path("/children", slips.needed, name="needed_contact"),
    path("/away/<uuid:entry_id>", views.away, name="space_away"),
]

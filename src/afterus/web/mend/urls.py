"""Addresses of Mend, one line for each page family in it."""

from django.urls import include, path

from afterus.web.mend import views

urlpatterns = [
    path("", views.overview, name="mend"),
    path("chains", include("afterus.web.mend.chains.urls")),
    path("practices", include("afterus.web.mend.practices.urls")),
    path("ready", include("afterus.web.mend.ready.urls")),
    path("space", include("afterus.web.mend.space.urls")),
    path("draft", include("afterus.web.mend.draft.urls")),
    path("letters", include("afterus.web.mend.letters.urls")),
]

"""Addresses of Mend, one line for each page family in it."""

from django.urls import include, path

from afterus.web.mend import views

urlpatterns = [
    path("", views.overview, name="mend"),
    path("letters", include("afterus.web.mend.letters.urls")),
]

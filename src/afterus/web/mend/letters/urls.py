"""Addresses of the letters that stay here."""

from django.urls import path

from afterus.web.mend.letters import views

urlpatterns = [
    path("", views.letters, name="letters"),
    path("/<uuid:letter_id>", views.letter, name="letter"),
    path("/<uuid:letter_id>/burn", views.burn, name="letter_burn"),
]

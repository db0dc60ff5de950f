"""Addresses of the chains."""

from django.urls import path

from afterus.web.mend.chains import views

urlpatterns = [
    path("", views.chains, name="chains"),
    path("/of/<slug:behaviour>", views.write, name="chain_write"),
    path("/<uuid:chain_id>", views.chain, name="chain"),
]

"""Addresses of help."""

from django.urls import path

from afterus.web.help import views

urlpatterns = [path("", views.help_now, name="help")]

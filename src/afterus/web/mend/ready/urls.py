"""The address of the check before a talk."""

from django.urls import path

from afterus.web.mend.ready import views

urlpatterns = [path("", views.ready, name="ready")]

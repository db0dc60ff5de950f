"""The address of today."""

from django.urls import path

from afterus.web.today import views

urlpatterns = [path("", views.today, name="today")]

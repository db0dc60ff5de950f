"""Addresses of practices."""

from django.urls import path

from afterus.web.mend.practices import views, working

urlpatterns = [
    path("", views.practices, name="practices"),
    path("/new", views.begin, name="practice_new"),
    path("/<uuid:practice_id>", working.practice, name="practice"),
    path("/<uuid:practice_id>/smaller", working.smaller, name="practice_smaller"),
    path("/<uuid:practice_id>/log", working.log, name="practice_log"),
    path("/<uuid:practice_id>/review", working.review, name="practice_review"),
]

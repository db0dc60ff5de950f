"""Addresses of Understand. No answer ever stands in one."""

from django.urls import include, path

from afterus.web.understand.views import caring, looking_over, reading, reflection, why

urlpatterns = [
    path("", reading.overview, name="understand"),
    path("reflection", reflection.begin, name="reflection"),
    path("reflection/<slug:step_id>", reflection.step, name="reflection_step"),
    path("reflection/<slug:step_id>/keep", reflection.keep, name="reflection_keep"),
    path("resume", reflection.resume, name="reflection_resume"),
    path("care", caring.help_first, name="care"),
    path("check", caring.check, name="check"),
    path("rest", caring.rest, name="rest"),
    path("look-over", looking_over.look_over, name="look_over"),
    path("reading", looking_over.make, name="reading_make"),
    path("reading/<uuid:reading_id>", reading.reading, name="reading"),
    path("reading/<uuid:reading_id>/what-if", reading.what_if, name="what_if"),
    path("reading/<uuid:reading_id>/done/<slug:step>", reading.step_done, name="step_done"),
    path("reading/<uuid:reading_id>/delete", reading.delete, name="reading_delete"),
    path("mirror/", include("afterus.web.understand.mirror.urls")),
    path("why/<slug:principle_id>", why.why, name="why"),
]

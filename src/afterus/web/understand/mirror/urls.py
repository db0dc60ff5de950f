"""Addresses of the mirror. No word of a chat ever stands in one."""

from django.urls import path

from afterus.web.understand.mirror.views import looking, reading

urlpatterns = [
    path("", reading.begin, name="mirror_begin"),
    path("work/<uuid:work_id>", reading.work, name="mirror_work"),
    path("work/<uuid:work_id>/state", reading.state, name="mirror_state"),
    path("work/<uuid:work_id>/stop", reading.stop, name="mirror_stop"),
    path("<uuid:mirror_id>", looking.seen, name="mirror"),
    path("<uuid:mirror_id>/first", looking.signs, name="mirror_signs"),
    path("<uuid:mirror_id>/five/<slug:question>", looking.question, name="mirror_question"),
    path("<uuid:mirror_id>/five/<slug:question>/<slug:by>", looking.answer, name="mirror_answer"),
    path("<uuid:mirror_id>/then", looking.then, name="mirror_then"),
    path("<uuid:mirror_id>/rhythm", looking.rhythm, name="mirror_rhythm"),
    path("<uuid:mirror_id>/done", looking.done, name="mirror_done"),
    path("<uuid:mirror_id>/delete", looking.delete, name="mirror_delete"),
]

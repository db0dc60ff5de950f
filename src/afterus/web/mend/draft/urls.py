"""Addresses of "Before you send". No word of a draft ever stands in one."""

from django.urls import path

from afterus.web.mend.draft import holding, telling, views

urlpatterns = [
    path("", views.write, {"about": "them"}, name="draft"),
    path("/children", views.write, {"about": "practical"}, name="draft_practical"),
    path("/one-message", views.write, {"about": "one_message"}, name="draft_one_message"),
    path("/check", views.check_now, name="draft_check"),
    path("/keep", views.keep, name="draft_keep"),
    path("/stay", holding.stay, name="draft_stay"),
    path("/wrong", telling.wrong, name="draft_wrong"),
    path("/wrong/<uuid:flag_id>/undo", telling.undo, name="draft_wrong_undo"),
    path("/hold", holding.hold, name="draft_hold"),
    path("/held/<uuid:draft_id>", holding.held, name="draft_held"),
    path("/held/<uuid:draft_id>/said", holding.said, name="draft_said"),
    path("/held/<uuid:draft_id>/away", holding.away, name="draft_away"),
]

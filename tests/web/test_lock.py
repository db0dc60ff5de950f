"""/lock, /awake, and locking by itself."""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone

from afterus.web.sessions import sweep


def test_locking_deletes_the_session_row_and_the_key_cookie(opened):
    answer = opened.post("/lock", {"next": "/account"})
    assert answer.headers["Location"] == "/unlock?next=%2Faccount"
    assert Session.objects.count() == 0
    assert opened.get("/account").status_code == 302


def test_a_link_cannot_lock(opened):
    assert opened.get("/lock").status_code == 405


def test_the_row_ends_after_the_chosen_minutes(opened):
    opened.post("/account/choices", {"idle_minutes": "5"})
    left = Session.objects.get().expire_date - timezone.now()
    assert timedelta(minutes=4) < left <= timedelta(minutes=5)


def test_an_idle_row_opens_nothing_and_is_swept_away(opened):
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert opened.get("/account").status_code == 302
    assert sweep() >= 0
    assert Session.objects.filter(expire_date__lte=timezone.now()).count() == 0


def test_somebody_still_there_moves_the_end(opened):
    soon = timezone.now() + timedelta(seconds=30)
    Session.objects.update(expire_date=soon)
    store = opened.session
    store["seen"] = 0
    store.save()
    assert opened.post("/awake").status_code == 204
    assert Session.objects.get().expire_date > soon


def test_a_locked_page_is_told_so(locked):
    assert locked.post("/awake").status_code == 403

"""A form that reaches a locked door is carried through it."""

import re
from html import unescape

PASSPHRASE = "river lamp stone bread"
NAME = 'Sam "O\'Neil" <b>'
FORM = {"other_name": NAME, "other_pronouns": "she", "idle_minutes": "30"}


def hidden(page):
    found = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page.content.decode())
    return {name: unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def test_what_was_typed_while_locked_is_kept_after_unlocking(locked):
    page = locked.post("/account/choices", FORM)
    assert page.status_code == 403
    fields = hidden(page)
    assert fields["carried.other_name"] == NAME
    answer = locked.post("/unlock", {**fields, "passphrase": PASSPHRASE})
    assert answer.headers["Location"] == "/account?done=choices"
    assert unescape(locked.get("/account/choices").content.decode()).count(NAME) == 1


def test_a_wrong_passphrase_on_the_way_loses_nothing(locked):
    fields = hidden(locked.post("/account/choices", FORM))
    again = locked.post("/unlock", {**fields, "passphrase": "not it at all"})
    assert hidden(again) == fields


def test_what_is_carried_is_escaped(locked):
    assert "<b>" not in locked.post("/account/choices", FORM).content.decode()


def test_secrets_are_asked_for_again_rather_than_carried(locked):
    form = {"current": PASSPHRASE, "passphrase": "a b c d e f g", "again": "x", "code": "y"}
    page = locked.post("/account/passphrase", form)
    assert PASSPHRASE not in page.content.decode()
    assert not [name for name in hidden(page) if name.startswith("carried.")]


def test_a_locked_page_never_erases_after_unlocking(locked):
    fields = hidden(locked.post("/account/erase", {"typed": "erase"}))
    locked.post("/unlock", {**fields, "passphrase": PASSPHRASE})
    assert locked.get("/account").status_code == 200


def test_what_is_carried_has_a_limit(locked):
    page = locked.post("/account/choices", {"other_name": "x" * 500_000})
    assert len(page.content) < 50_000


def test_a_carried_form_for_no_page_of_ours_is_dropped(locked):
    form = {"carried.a": "b", "next": "/nowhere", "passphrase": PASSPHRASE}
    assert locked.post("/unlock", form).headers["Location"] == "/"

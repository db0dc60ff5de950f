"""/recovery: the code is shown, asked back, and replaced."""

from django.contrib.sessions.models import Session

LONG = "river lamp stone bread"


def begin(browser):
    return browser.post("/welcome", {"passphrase": LONG, "again": LONG}).context["code"]


def test_the_right_part_however_typed_ends_the_first_run(browser):
    code = begin(browser)
    second, last = code.split("-")[1], code.split("-")[4]
    part = f" {second.lower()} - {last.lower()}".replace("0", "o").replace("1", "l")
    answer = browser.post("/recovery", {"do": "check", "code": code, "part": part})
    assert answer.headers["Location"] == "/"
    assert browser.get("/account").status_code == 200


def test_a_wrong_part_is_asked_again_and_keeps_the_code_in_the_form(browser):
    code = begin(browser)
    answer = browser.post("/recovery", {"do": "check", "code": code, "part": "AAAAABBBBBB"})
    assert answer.status_code == 422
    assert answer.context["code"] == code


def test_a_made_up_code_is_not_taken_for_the_vaults(browser):
    begin(browser)
    made_up = "AAAAA-AAAAA-AAAAA-AAAAA-AAAAAA"
    answer = browser.post("/recovery", {"do": "check", "code": made_up, "part": "AAAAAAAAAAA"})
    assert answer.headers["Location"] == "/recovery"
    assert browser.get("/account").headers["Location"] == "/recovery"


def test_the_code_is_in_no_session_row(browser):
    code = begin(browser)
    browser.post("/recovery", {"do": "ask", "code": code})
    assert all(
        code not in str(row.get_decoded()) and code not in row.session_data
        for row in Session.objects.all()
    )


def test_a_new_code_replaces_the_old_one(opened):
    new = opened.post("/recovery", {"do": "new"}).context["code"]
    opened.post("/lock")
    fields = {"passphrase": LONG, "again": LONG}
    assert opened.post("/unlock/forgotten", {"code": opened.code, **fields}).status_code == 422
    assert opened.post("/unlock/forgotten", {"code": new, **fields}).status_code == 200

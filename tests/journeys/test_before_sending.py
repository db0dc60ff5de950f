"""Before you send: written, underlined, put away, seen again; said once, and then no second."""

import pytest
from visiting import Visitor, unlock

PRESSING = "Why are you ignoring me? Answer me now. I miss you so much."
KIND = "I care about you, and I respect your decision."
THREAT = "If you leave me I'll show everyone those photos."
CANARY = "heliotrope wombat at midnight"


def writes(visitor, text):
    """Types a draft and waits until it has been looked at."""
    with visitor.page.expect_response("**/mend/draft/check"):
        visitor.page.locator("#text").press_sequentially(text, delay=1)
    visitor.page.wait_for_function(
        "text => !document.querySelector('#checked [data-copy]')"
        " || document.querySelector('#checked [data-copy]').dataset.copy !== undefined",
        arg=text,
    )
    visitor.page.wait_for_timeout(300)


def test_words_are_underlined_as_they_stand_and_open_their_why(enter, size):
    visitor = enter("one_message", size)
    visitor.goto("/")
    visitor.follow("Mend")
    visitor.is_accessible()
    visitor.shot("mend")
    visitor.follow_card("Before you send")
    visitor.shot("draft-empty")
    writes(visitor, PRESSING)
    lines = visitor.page.locator(".over-paper mark.flag-rethink")
    assert "Answer me now" in lines.all_inner_texts()
    assert visitor.page.locator(".over-paper").inner_text().strip() == PRESSING
    visitor.is_accessible()
    visitor.shot("draft-underlined")
    note = visitor.page.locator("details.note").filter(has_text="Answer me now")
    note.locator("summary").click()
    assert "What you could do" in note.inner_text()
    visitor.is_accessible()
    visitor.shot("draft-why-open")


def test_the_lines_lie_under_the_very_words(enter):
    visitor = enter("one_message", "desktop")
    visitor.goto("/mend/draft")
    writes(visitor, "Good morning.\n\nAnswer me now.")
    paper = visitor.page.locator("#text").bounding_box()
    line = visitor.page.locator(".over-paper mark").first.bounding_box()
    assert paper["x"] < line["x"] < paper["x"] + 40
    assert paper["y"] + 60 < line["y"] < paper["y"] + 110
    visitor.page.mouse.click(line["x"] + 20, line["y"] + line["height"] / 2)
    assert visitor.page.locator("details.note[open]").count() == 1


def test_a_wrong_flag_is_told_on_the_spot(enter):
    visitor = enter("one_message")
    visitor.goto("/mend/draft")
    writes(visitor, PRESSING)
    note = visitor.page.locator("details.note").filter(has_text="Answer me now")
    note.locator("summary").click()
    with visitor.page.expect_response("**/mend/draft/wrong"):
        note.get_by_role("button", name="This does not fit my words").click()
    visitor.page.wait_for_timeout(200)
    marked = visitor.page.locator(".over-paper mark").all_inner_texts()
    assert "Answer me now" not in marked
    visitor.goto("/mend/draft/wrong")
    assert visitor.reads("Answer me now")
    visitor.is_accessible()
    visitor.shot("draft-told-wrong")


def test_a_threat_turns_to_help_and_there_is_nothing_to_hold(enter, size):
    visitor = enter("one_message", size)
    visitor.goto("/mend/draft")
    writes(visitor, THREAT)
    assert visitor.page.locator("#checked [data-stop]").is_visible()
    assert not visitor.page.get_by_role("button", name="Put it away until tomorrow").is_visible()
    assert visitor.page.locator("#checked .number").count() >= 2
    assert visitor.page.locator(".over-paper mark").count() == 0
    visitor.is_accessible()
    visitor.shot("draft-stopped")


@pytest.mark.parametrize("why", ["asked_no_contact", "safety"])
def test_where_the_door_is_closed_there_is_only_the_letter(enter, why):
    visitor = enter(why)
    visitor.goto("/mend/")
    assert visitor.page.locator("a.card").filter(has_text="Before you send").count() == 0
    visitor.shot(f"mend-closed-{why}")
    visitor.goto("/mend/draft")
    assert visitor.page.locator("textarea").count() == 0
    visitor.is_accessible()
    visitor.shot(f"draft-closed-{why}")
    visitor.follow("Write a letter that stays here")
    visitor.page.fill("#text", "Dear Sam, I would have liked to say goodbye.")
    visitor.shot("letters-writing")
    visitor.press("Keep it here")
    assert visitor.reads("I would have liked to say goodbye.")
    visitor.is_accessible()
    visitor.shot("letter")


def test_with_children_there_is_a_page_for_what_they_need(enter):
    visitor = enter("children", "desktop")
    visitor.goto("/mend/draft")
    visitor.follow("Write about the children only")
    writes(visitor, "Mia has the dentist on Friday. I miss you and I love you.")
    visitor.is_accessible()
    visitor.shot("draft-children")


def test_without_javascript_a_button_looks_at_it(enter):
    visitor = enter("one_message", java_script_enabled=False)
    visitor.goto("/mend/draft")
    visitor.page.fill("#text", PRESSING)
    visitor.press("Look at it")
    flag = visitor.page.locator(".copy a.flag").filter(has_text="Answer me now")
    assert flag.is_visible()
    visitor.shot("draft-no-script")
    flag.click()
    assert visitor.page.locator("details.note[open]").count() == 1
    assert visitor.page.input_value("#text") == PRESSING
    visitor.press("Put it away until tomorrow")
    assert visitor.reads("It waits until")
    assert not visitor.reads("Answer me now")


def at(server, moment):
    """The same server, its clock held at another moment."""
    server.stop()
    server.environment["AFTERUS_NOW"] = moment
    server.start()


def test_the_one_message_waits_a_night_is_said_once_and_then_rests(own_server, places, visit, size):
    own_server.put_back(places.of("one_message").database)
    at(own_server, "2026-11-24T23:10:00+00:00")
    visitor: Visitor = visit(own_server, size)
    visitor.goto("/unlock?next=/mend/draft")
    unlock(visitor)
    visitor.follow("Write the one message")
    writes(visitor, f"{KIND} {CANARY}.")
    visitor.is_accessible()
    visitor.shot("one-message")
    visitor.press("Put it away until tomorrow")
    waiting = visitor.path
    assert visitor.reads("It waits until")
    assert not visitor.reads(CANARY)
    visitor.is_accessible()
    visitor.shot("held-waiting")
    at(own_server, "2026-11-25T09:00:00+00:00")
    visitor.goto(f"/unlock?next={waiting}")
    if visitor.page.locator("#passphrase").count():
        unlock(visitor)
    visitor.goto(waiting)
    assert visitor.reads("Would you still send it?")
    assert visitor.reads(CANARY)
    visitor.is_accessible()
    visitor.shot("held-ready")
    visitor.press("Yes, I would")
    visitor.is_accessible()
    visitor.shot("held-yes")
    visitor.press("I have sent it")
    assert visitor.reads("It is said")
    visitor.is_accessible()
    visitor.shot("said")
    visitor.goto("/mend/draft/one-message")
    assert visitor.reads("It is said")
    assert visitor.page.locator("textarea").count() == 0
    own_server.stop()
    for file in own_server.home.rglob("*"):
        if file.is_file():
            raw = file.read_bytes()
            assert CANARY.encode() not in raw, file
            assert CANARY.encode("utf-16-le") not in raw, file
    assert CANARY not in own_server.log.read_text()

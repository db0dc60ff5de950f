"""A reading is questioned, tried, come back to, and put beside the one before."""

from visiting import SHOTS
from walking import walk


def newest(visitor):
    visitor.goto("/understand/")
    visitor.leads_on(visitor.page.locator("main ul.cards a").first)


def test_a_reason_opens_down_to_the_answers_and_the_thought_behind_it(enter):
    visitor = enter("weeks", "desktop")
    newest(visitor)
    reason = visitor.page.locator("main details.why:has(.evidence):has(a[href*='/why/'])").first
    assert not reason.locator("dd").first.is_visible()
    reason.locator("summary").click()
    assert reason.locator("dd").first.is_visible()
    visitor.shot("reading-why-open")
    visitor.leads_on(reason.locator("a[href*='/why/']"))
    assert visitor.reads("What it rests on")
    visitor.shot("why")


def test_what_would_change_it_is_tried_on_the_spot_and_nothing_is_kept(enter):
    visitor = enter("weeks")
    newest(visitor)
    here = visitor.path
    now = visitor.page.inner_text("h1")
    visitor.page.locator("form[data-try] button").first.click()
    tried = visitor.page.locator(".card-tried")
    tried.wait_for()
    assert tried.locator("h3").inner_text() != now
    assert visitor.path == here
    visitor.is_accessible()
    visitor.shot("what-if")
    visitor.page.reload()
    assert visitor.page.inner_text("h1") == now
    assert visitor.page.locator(".card-tried").count() == 0


def test_any_answer_can_be_tried(enter):
    visitor = enter("weeks")
    newest(visitor)
    visitor.page.select_option("#try-key", "contact_now")
    visitor.page.wait_for_selector("#try-value")
    visitor.page.select_option("#try-value", label="I am blocked")
    visitor.tap("Show me")
    visitor.page.wait_for_selector(".card-tried")
    assert "Let go" in visitor.page.inner_text(".card-tried")


def test_an_old_reading_stays_and_the_new_one_says_what_changed(enter):
    visitor = enter("weeks")
    newest(visitor)
    before, old = visitor.path, visitor.page.inner_text("h1")
    visitor.goto("/understand/reflection")
    visitor.press("Begin")
    walk(visitor, {"contact_now": "asked_no_contact", "ex": {"open_to_talk": "no"}})
    visitor.press("See my reading")
    since = visitor.page.locator(".since")
    since.locator("summary").click()
    assert "Where does contact stand now?" in since.inner_text()
    assert visitor.page.inner_text("h1") != old
    visitor.is_accessible()
    visitor.shot("reading-since")
    visitor.goto(before)
    assert visitor.page.inner_text("h1") == old
    assert visitor.reads("This is how things looked then.")
    visitor.goto("/understand/")
    assert visitor.page.locator("main ul.cards a").count() == 4


def test_a_step_is_ticked_with_a_line_on_how_it_went(enter):
    visitor = enter("weeks")
    newest(visitor)
    step = visitor.page.locator("li.step").first
    step.locator("summary").click()
    step.locator("input[name=note]").fill("I walked to the harbour.")
    visitor.leads_on(step.locator("button"))
    assert "I walked to the harbour." in visitor.page.locator("li.step").first.inner_text()
    visitor.goto("/")
    assert visitor.reads("I walked to the harbour.")


def test_a_reading_prints_with_every_why_open_and_without_the_buttons(enter):
    visitor = enter("weeks", "desktop")
    newest(visitor)
    visitor.page.emulate_media(media="print")
    visitor.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert visitor.page.locator("main details:not([open])").count() == 0
    for gone in (".bar", ".foot", "#what-if", "[data-print]"):
        assert not visitor.page.locator(gone).first.is_visible(), gone
    assert visitor.page.locator(".chain").is_visible()
    if SHOTS:
        visitor.page.pdf(path=f"{SHOTS}/reading.pdf")


def test_a_reading_is_deleted_only_after_being_asked(enter):
    visitor = enter("weeks")
    newest(visitor)
    visitor.follow("Delete this reading")
    visitor.follow("No, keep it")
    visitor.follow("Delete this reading")
    visitor.press("Yes, delete it")
    assert visitor.page.locator("main ul.cards a").count() == 2

"""Space, lived: the days, a hard night, a slip, and the weeks after."""

import pytest


def test_an_urge_at_night_is_helped_and_noted_in_two_taps(enter, size):
    visitor = enter("weeks", size)
    visitor.goto("/mend/")
    visitor.is_accessible()
    visitor.shot("mend-overview")
    visitor.follow_card("Space")
    visitor.is_accessible()
    visitor.shot("space")
    visitor.follow("Help me with an urge")
    visitor.is_accessible()
    visitor.shot("urge")
    visitor.page.locator(".notches-five .notch").nth(3).click()
    visitor.press("Being alone")
    assert visitor.reads("Noted. That was a good thing to do.")
    visitor.page.locator(".chip").filter(has_text="Walking").click()
    visitor.press("Keep this")
    assert visitor.reads("Kept. Next time this stands first.")
    visitor.is_accessible()
    visitor.shot("urge-noted")
    assert "Walk around the block" in visitor.page.inner_text("main section.way h2")


def test_a_slip_takes_nothing_away_and_a_next_step_is_there(enter, size):
    visitor = enter("weeks", size)
    visitor.goto("/mend/space")
    before = visitor.page.inner_text(".days-number")
    visitor.follow("I broke the space")
    visitor.is_accessible()
    visitor.shot("slip")
    visitor.page.locator(".choice").filter(has_text="I called").click()
    visitor.page.fill("#note", "It rang out. I hung up.")
    visitor.press("Keep it")
    visitor.is_accessible()
    visitor.shot("slip-after")
    visitor.follow("Back to space")
    assert visitor.page.inner_text(".days-number") == before
    assert visitor.reads("It rang out. I hung up.")


def test_what_urges_have_in_common_and_what_is_prepared(enter, size):
    visitor = enter("weeks", size)
    visitor.goto("/mend/space/patterns")
    assert visitor.reads("between 21:00 and 0:00")
    visitor.is_accessible()
    visitor.shot("space-patterns")
    visitor.goto("/mend/space/prepare")
    assert visitor.page.input_value("#call_name") == "Aoife"
    visitor.is_accessible()
    visitor.shot("space-prepare")


def test_the_light_moves_only_when_asked_and_never_for_who_wants_no_motion(enter):
    visitor = enter("weeks", reduced_motion="no-preference")
    visitor.goto("/mend/space/urge")
    visitor.page.locator("details.why", has_text="Breathe with the light").locator(
        "summary"
    ).click()
    moving = "getComputedStyle(document.querySelector('.pacer-light')).animationName"
    assert visitor.page.evaluate(moving) == "none"
    visitor.page.locator("label", has_text="Start or stop the light").click()
    assert visitor.page.evaluate(moving) == "breathe"
    visitor.page.emulate_media(reduced_motion="reduce")
    assert not visitor.page.locator(".pacer-place").is_visible()
    assert visitor.page.locator(".pacer-still").is_visible()


@pytest.mark.parametrize("size", ["phone"])
def test_the_days_begin_without_javascript(enter, size):
    visitor = enter("settled", size, java_script_enabled=False)
    visitor.goto("/mend/space")
    visitor.shot("space-first")
    visitor.page.fill("#since", "2026-11-01")
    visitor.press("Begin from there")
    assert int(visitor.page.inner_text(".days-number")) >= 23


def test_a_chain_becomes_a_change_that_is_worked_on(enter, size):
    visitor = enter("weeks", size)
    visitor.goto("/mend/chains")
    visitor.follow_card("I demanded")
    visitor.shot("chain-write")
    visitor.page.fill("#trigger", "No reply by noon.")
    visitor.page.fill("#reaction", "I wrote: if you loved me you would answer.")
    visitor.press("Keep this chain")
    visitor.shot("chain")
    visitor.goto("/mend/practices")
    visitor.leads_on(visitor.page.locator("a.card.plan").first)
    visitor.shot("practice")
    visitor.follow("Look back")
    visitor.page.locator(".choice").filter(has_text="It has become mine").click()
    visitor.press("Keep it")
    assert visitor.reads("Choose one change")
    visitor.goto("/mend/chains")
    visitor.leads_on(visitor.page.locator("section a.card").first)
    visitor.follow("Make one change of it")
    visitor.page.fill("#new", "I go out and come back in ten minutes.")
    visitor.shot("practice-new")
    visitor.press("Begin with this")
    visitor.press("I did the new thing")
    assert visitor.reads("That counts.")

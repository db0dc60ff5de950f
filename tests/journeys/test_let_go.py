"""Letting go: a page a day, and the celebration at the end of it."""

from walking import tick


def goes_to(visitor, title):
    visitor.goto("/let-go/")
    visitor.leads_on(visitor.page.locator("a.leaf").filter(has_text=title))


def test_sheets_traces_and_plans_are_written_and_come_back_to(enter, size):
    visitor = enter("settled", size)
    page = visitor.page
    visitor.goto("/")
    visitor.follow("Let go")
    visitor.is_accessible()
    visitor.shot("let-go")
    goes_to(visitor, "What I gave, and what I got")
    visitor.is_accessible()
    visitor.shot("let-go-sheet-empty")
    page.fill("#gave", "The lifts to work\nListening at two in the morning")
    page.fill("#got", "Tea in bed\nThe laugh")
    page.fill("#missed", "A thank you, once.")
    visitor.press("Keep it here")
    assert page.locator(".part").count() == 2
    visitor.is_accessible()
    visitor.shot("let-go-sheet")
    goes_to(visitor, "When the wish for the pain to stop speaks")
    page.fill("#says", "Call now, or it is over for good.")
    tick(page.locator("input[value=no]"))
    visitor.press("Keep it here")
    assert visitor.reads("It is the pain that speaks")
    visitor.shot("let-go-pain")
    goes_to(visitor, "Things, places, days, photos, feeds")
    page.fill("#what", "The blue mug")
    page.select_option("#choice", "thing.put_away")
    visitor.press("Add it")
    visitor.leads_on(page.locator(".tick"))
    assert page.locator(".step-done").count() == 1
    visitor.is_accessible()
    visitor.shot("let-go-traces")
    goes_to(visitor, "Plans with people")
    page.fill("#what", "Soup")
    page.fill("#who", "Noor")
    visitor.press("Make this plan")
    assert visitor.reads("with Noor")
    visitor.is_accessible()
    visitor.shot("let-go-plans")


def test_a_celebration_is_designed_done_and_let_go(enter, size):
    visitor = enter("settled", size, reduced_motion="no-preference")
    page = visitor.page
    visitor.goto("/let-go/goodbye")
    visitor.shot("let-go-goodbye")
    page.fill("#text", "Thank you for the sea. I don't wait any more.")
    visitor.press("Keep it here")
    visitor.goto("/let-go/goodbye")
    visitor.is_accessible()
    visitor.follow("Go to the celebration")
    visitor.is_accessible()
    visitor.shot("celebrate-design")
    page.fill("#leave", "The waiting\nThe last word\nThe empty side of the bed\nHope on Sundays")
    page.fill("#doing", "Swim before breakfast, then pancakes.")
    page.fill("#words", "It was, and now it is enough.")
    visitor.press("This is how it will be")
    assert page.locator(".leaving").count() == 4
    visitor.is_accessible()
    visitor.shot("celebration")
    visitor.press("I did it. Let them go")
    assert visitor.reads("It is done")
    moving = "getComputedStyle(document.querySelector('.leaving')).animationName"
    assert page.evaluate(moving) == "go"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moving) == "none"
    visitor.is_accessible()
    visitor.shot("celebration-gone")

"""Without JavaScript all of it works: a form is a form, a why opens, an answer can be tried."""


def test_a_reflection_and_its_reading_without_javascript(enter):
    visitor = enter("settled", java_script_enabled=False)
    page = visitor.page
    visitor.goto("/")
    visitor.follow("Begin")
    visitor.press("Begin")
    for _ in range(60):
        if not visitor.path.startswith("/understand/reflection/"):
            break
        visitor.press("Not sure")
    assert visitor.path == "/understand/look-over"
    visitor.press("See my reading")
    page.locator("main details.why summary").first.click()
    assert page.locator("main details.why[open]").count() == 1
    page.select_option("#try-key", "ended_days_ago")
    visitor.press("Take this one")
    page.select_option("#try-value", index=0)
    visitor.press("Show me")
    assert page.locator(".card-tried").is_visible()

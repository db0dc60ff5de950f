"""Out in a hurry: by button, by key, with and without JavaScript; and nobody gets back in."""

WEATHER = "https://www.bbc.co.uk/weather"


def with_a_reading_open(enter, size, **options):
    """Somebody who came by two other pages."""
    visitor = enter("weeks", size, **options)
    visitor.finds_weather()
    visitor.goto("/")
    visitor.goto("/understand/")
    visitor.leads_on(visitor.page.locator("main ul.cards a").first)
    return visitor


def is_out(visitor):
    assert visitor.page.title() == "Weather"
    names = {cookie["name"] for cookie in visitor.page.context.cookies(visitor.server.address)}
    assert not names & {"s", "k"}
    visitor.page.go_back()
    assert not visitor.reads("Sam")
    visitor.goto("/understand/")
    assert visitor.path == "/unlock?next=/understand/"


def test_the_button_is_in_sight_wherever_one_has_scrolled_to(enter, size):
    reader = with_a_reading_open(enter, size)
    reader.page.mouse.wheel(0, 4000)
    reader.page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    box = reader.page.locator("button.leave").bounding_box()
    assert box and 0 <= box["y"] < 200
    assert min(box["width"], box["height"]) >= 24


def test_the_button_leaves(enter, size):
    reader = with_a_reading_open(enter, size)
    reader.press("Leave this page")
    reader.page.wait_for_url(WEATHER)
    is_out(reader)


def test_shift_three_times_leaves(enter, size):
    reader = with_a_reading_open(enter, size)
    for _ in range(3):
        reader.page.keyboard.press("Shift")
    reader.page.wait_for_url(WEATHER)
    is_out(reader)


def test_shift_with_a_letter_is_only_a_capital(enter):
    visitor = enter("settled", "desktop")
    visitor.goto("/account/choices")
    visitor.page.focus("#other_name")
    for letter in "SAMS":
        visitor.page.keyboard.press(f"Shift+{letter}")
    assert visitor.page.input_value("#other_name") == "SAMS"
    assert visitor.path == "/account/choices"


def test_the_other_tabs_leave_too(enter):
    reader = with_a_reading_open(enter, "desktop")
    other = reader.page.context.new_page()
    other.goto(reader.server.address + "/account")
    reader.press("Leave this page")
    other.wait_for_url(WEATHER)


def test_keys_pressed_while_the_page_still_loads_count(enter):
    reader = with_a_reading_open(enter, "desktop")
    reader.page.context.route("**/*.css", lambda route: None)
    reader.page.goto(reader.server.address + "/account", wait_until="commit")
    reader.page.wait_for_function("window.leaveTabs !== undefined", polling=50)
    for _ in range(3):
        reader.page.keyboard.press("Shift")
    reader.page.wait_for_url(WEATHER)


def test_without_javascript_the_button_leaves(enter):
    visitor = enter("weeks", java_script_enabled=False)
    visitor.goto("/")
    with visitor.page.expect_request(WEATHER):
        visitor.tap("Leave this page")
    later = visitor.page.context.new_page()
    later.goto(visitor.server.address + "/understand/")
    assert later.url.endswith("/unlock?next=%2Funderstand%2F")

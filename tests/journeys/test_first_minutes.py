"""The first minutes: the door, help, a vault of one's own, and leaving in a hurry."""

from visiting import first_run, unlock


def test_nothing_is_reachable_before_there_is_a_key(visitor):
    visitor.goto("/understand/reflection")
    assert visitor.path == "/welcome"
    assert visitor.page.title() == "Notes"
    visitor.is_accessible()
    visitor.shot("welcome")


def test_help_is_there_before_anything_else_and_guesses_no_country(visitor):
    visitor.goto("/help")
    visitor.is_accessible()
    assert visitor.page.locator("a[href^='tel:']").count() == 0
    visitor.shot("help")


def test_a_key_a_code_noted_and_the_first_page(visitor):
    code = first_run(visitor)
    assert len(code.replace("-", "")) == 26
    assert visitor.path == "/"
    visitor.press("Lock now")
    assert visitor.path == "/unlock"
    unlock(visitor)
    assert visitor.path == "/"

"""Locking, by hand and by itself, and coming back: nothing that was typed is lost."""

import signal

from visiting import first_run, unlock
from walking import begin

TEXT = "I counted the minutes until she wrote back."


def at_a_text(visitor):
    """Begins the whole way and opens a step with room for words."""
    visitor.goto("/")
    begin(visitor, "long")
    visitor.goto("/understand/reflection/drift_late")


def test_locking_by_hand_leads_back_to_the_same_page(enter, size):
    visitor = enter("weeks", size)
    visitor.goto("/account/choices")
    visitor.press("Lock now")
    assert visitor.path == "/unlock?next=/account/choices"
    visitor.page.go_back()
    assert not visitor.page.locator("#other_name").count()
    visitor.goto("/unlock?next=/account/choices")
    unlock(visitor, visitor.passphrase)
    assert visitor.path == "/account/choices"


def test_a_page_nobody_touches_warns_keeps_what_was_typed_and_locks(enter):
    visitor = enter("settled")
    visitor.page.clock.install()
    at_a_text(visitor)
    visitor.page.fill("textarea", TEXT)
    visitor.page.clock.fast_forward("14:30")
    assert visitor.page.locator("#idle-warning").is_visible()
    visitor.tap("I am still here")
    assert not visitor.page.locator("#idle-warning").is_visible()
    visitor.page.clock.fast_forward("15:01")
    visitor.page.wait_for_url("**/unlock?**")
    unlock(visitor)
    assert visitor.path == "/understand/reflection/drift_late"
    assert visitor.page.input_value("textarea") == TEXT


def test_a_form_sent_after_the_lock_fell_is_kept_by_unlocking(enter):
    visitor = enter("settled")
    at_a_text(visitor)
    visitor.page.fill("textarea", TEXT)
    visitor.page.context.clear_cookies(name="k")
    visitor.press("Go on")
    assert visitor.reads("Your words are safe on this page.")
    visitor.is_accessible()
    unlock(visitor)
    visitor.goto("/understand/reflection/drift_late")
    assert visitor.page.input_value("textarea") == TEXT


def test_typed_words_are_there_after_the_browser_was_closed(enter, visit):
    visitor = enter("settled")
    at_a_text(visitor)
    visitor.page.fill("textarea", TEXT)
    visitor.page.get_by_text("Kept.", exact=True).wait_for()
    visitor.page.context.close()
    later = visit(visitor.server, "desktop")
    later.goto("/")
    assert later.path == "/unlock"
    unlock(later)
    later.follow("Go on")
    later.goto("/understand/reflection/drift_late")
    assert later.page.input_value("textarea") == TEXT


def test_typed_words_are_there_after_the_program_was_killed(own_server, visit):
    visitor = visit(own_server)
    first_run(visitor)
    at_a_text(visitor)
    visitor.page.fill("textarea", TEXT)
    visitor.page.get_by_text("Kept.", exact=True).wait_for()
    own_server.stop(signal.SIGKILL)
    visitor.page.fill("textarea", TEXT + " Every time.")
    visitor.page.get_by_text("Not kept yet.").wait_for()
    own_server.start()
    visitor.press("Go on")
    visitor.goto("/understand/reflection/drift_late")
    assert visitor.page.input_value("textarea") == TEXT + " Every time."


def test_wrong_passphrases_are_slowed_and_lose_nothing(enter):
    visitor = enter("settled")
    visitor.goto("/")
    visitor.press("Lock now")
    for _ in range(3):
        unlock(visitor, "not it at all")
    assert visitor.reads("Nothing is lost.")
    assert visitor.reads("You can try again in 1 second.")
    visitor.is_accessible()
    visitor.shot("unlock-wrong")
    visitor.page.wait_for_timeout(1100)
    unlock(visitor)
    assert visitor.path == "/"

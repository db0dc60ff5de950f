"""A chat is handed over, looked at, and forgotten: only what was chosen stays."""

import pytest
from chat_files import whatsapp
from visiting import first_run

LONG = 120_000
CANARY = "the yellow canary that nobody chose"


def hand_over(visitor, file):
    """Choose the file on the mirror's first page and send it."""
    visitor.goto("/understand/mirror/")
    visitor.page.set_input_files("#file", file)
    visitor.page.get_by_role("button", name="Read this chat").click(no_wait_after=True)


def say_who(visitor, **roles):
    """Say who is who, once it is asked, and go on."""
    visitor.page.get_by_role("heading", name="Who is who?").wait_for(timeout=LONG)
    for name, role in roles.items():
        names = visitor.page.locator("fieldset", has_text=name)
        names.locator(f"label:has(input[value={role}])").click()


def look(visitor):
    """Have it looked at, and wait for what it shows; gives the mirror's address."""
    visitor.page.get_by_role("button", name="Look at it").click(no_wait_after=True)
    visitor.page.wait_for_url("**/mirror/*-*-*-*-*", timeout=LONG)
    return visitor.path


@pytest.fixture
def group(tmp_path):
    """A group of three, one of whom changed her name."""
    return whatsapp(tmp_path / "chat.txt", 900, ("Alex", "Sam", "Jo"), Samantha="hello it is me")


def test_a_group_on_each_page(enter, size, group):
    visitor = enter("settled", size)
    visitor.goto("/understand/mirror/")
    visitor.is_accessible()
    visitor.shot("mirror-begin")
    hand_over(visitor, group)
    say_who(visitor, Alex="me", Jo="nobody", Samantha="them")
    visitor.page.locator("fieldset").nth(1).locator("label:has(input[value=them])").click()
    visitor.is_accessible()
    visitor.shot("mirror-asking")
    here = look(visitor)
    assert visitor.reads("601 messages between you and")
    some = ("", "/five/accusing")
    for path in some if size == "desktop" else (*some, "/then", "/rhythm", "/done", "/delete"):
        visitor.goto(here + path)
        visitor.is_accessible()
        visitor.shot("mirror" + path.replace("/", "-"))


def test_a_hundred_thousand_messages_until_they_are_part_of_the_reflection(enter, tmp_path):
    visitor = enter("settled", "desktop")
    hand_over(visitor, whatsapp(tmp_path / "chat.txt", 100_000, Sam="i don't want to live anymore"))
    say_who(visitor, Alex="me", Sam="them")
    visitor.page.get_by_role("button", name="Look at it").click(no_wait_after=True)
    visitor.page.wait_for_url("**/first", timeout=LONG)
    assert visitor.reads("speaks of not wanting to live")
    assert not visitor.page.locator("svg").count()
    visitor.is_accessible()
    visitor.shot("mirror-signs")
    visitor.press("Go on to what the chat shows")
    visitor.page.locator("a", has_text="Blaming or suspecting").click()
    theirs = visitor.page.locator("#them")
    theirs.locator("summary").first.click()
    assert theirs.locator(".mirror-around li").count() >= 4
    theirs.get_by_text("Keep this").first.click()
    theirs.get_by_role("button", name="That is so").click()
    visitor.page.locator("#them .done-line").wait_for()
    visitor.page.get_by_role("link", name="What this chat shows").click()
    visitor.follow("I have seen enough")
    visitor.press("Finish, and take this into my reflection")
    visitor.goto("/understand/look-over")
    assert visitor.reads("(from your chat)")
    visitor.goto("/understand/mirror/")
    visitor.page.locator("main ul.cards a").click()
    assert visitor.page.locator("blockquote").count() == 1
    assert not visitor.page.locator("q").count()


def test_a_broken_file_says_so_in_a_sentence_and_the_next_one_may_come(enter, tmp_path):
    visitor = enter("settled")
    broken = tmp_path / "photos.zip"
    broken.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 400)
    hand_over(visitor, broken)
    visitor.page.get_by_role("heading", name="This chat could not be read").wait_for(timeout=LONG)
    visitor.is_accessible()
    visitor.shot("mirror-trouble")
    visitor.press("Back to the start")
    assert visitor.page.locator("#file").count()


def test_stopping_and_locking_end_the_work_and_keep_nothing(enter, tmp_path):
    visitor = enter("settled")
    file = whatsapp(tmp_path / "chat.txt", 60_000)
    hand_over(visitor, file)
    say_who(visitor, Alex="me", Sam="them")
    visitor.press("Look at it")
    visitor.press("Stop")
    visitor.page.wait_for_url("**/understand/mirror/")
    assert visitor.page.locator("#file").count()
    hand_over(visitor, file)
    say_who(visitor)
    work = visitor.path
    visitor.press("Lock now")
    visitor.page.wait_for_timeout(1500)
    visitor.goto(f"/unlock?next={work}")
    visitor.page.fill("#passphrase", visitor.passphrase)
    visitor.page.click("main .button")
    visitor.page.wait_for_url("**/understand/mirror/")
    assert not visitor.page.locator("main ul.cards").count()


def test_a_message_that_was_not_chosen_is_nowhere_on_disk_without_javascript(
    own_server, visit, tmp_path
):
    visitor = visit(own_server, "phone", java_script_enabled=False)
    first_run(visitor)
    told = tmp_path / "chat.txt"
    hand_over(visitor, whatsapp(told, 600, Alex=CANARY, Sam=f"you liar, {CANARY}"))
    say_who(visitor, Alex="me", Sam="them")
    here = look(visitor)
    visitor.goto(here + "/five/accusing")
    visitor.page.locator("#them").get_by_text("Keep this").first.click()
    visitor.page.locator("#them").get_by_role("button", name="That is so").click()
    visitor.goto(here + "/done")
    visitor.press("Only finish")
    files = [file for file in own_server.home.rglob("*") if file.is_file()]
    assert any(file.suffix == ".sqlite3" for file in files)
    for file in (*files, own_server.log):
        raw = file.read_bytes()
        assert CANARY.encode() not in raw
        assert CANARY.encode("utf-16-le") not in raw
        assert b"never answer me" not in raw

"""From the first question to a reading, on each of the four paths."""

import re

from people import OFTEN, alice, bob, five, safe
from walking import begin, walk

REPAIR = alice(
    other={"name": "Sam", "pronouns": "she"},
    relationship_months=31,
    insecurities=[{"text": "I felt dull next to her friends", "fears": ["replaced"]}],
    behaviours=five(accusing=OFTEN, demanding=OFTEN),
    examples={"accusing": "She came home late and I asked who she was really with."},
    underneath="I was sure she would find someone better.",
    harm_example="I asked her every day who she had lunch with.",
    who_named_it="both",
    drift={"showed_early": "I laughed a lot.", "showed_late": "I counted minutes."},
    motive=["love"],
    work_done=["read"],
    their_behaviours=five(arguing={"how_often": "rarely"}),
    mine={"valued_them": 7, "available": 6, "cheated": "no", "lied": "no", "contempt": "never"},
)


def reads(visitor):
    """The whole page of a reading, each "why" opened."""
    visitor.page.wait_for_url(re.compile("/understand/reading/[0-9a-f-]{36}$"))
    for one in visitor.page.locator("main details > summary").all():
        one.click()
    return visitor.page.inner_text("main")


def to_the_reading(visitor, answers, way="short", **how):
    visitor.goto("/")
    begin(visitor, way)
    passed = walk(visitor, answers, **how)
    assert visitor.path == "/understand/look-over"
    visitor.press("See my reading")
    return passed


def test_repair_shows_the_chain_both_parts_and_what_is_theirs_to_mend(enter, size):
    """The whole way; the other paths go the short one."""
    visitor = enter("settled", size)
    to_the_reading(visitor, REPAIR, "long")
    text = reads(visitor)
    for words in (
        "No one can promise you that, and nothing you do can make her come back.",
        "I felt dull next to her friends",
        "Losing her",
        "I was sure she would find someone better.",
        "I laughed a lot.",
        "I asked her every day who she had lunch with.",
    ):
        assert words in text
    assert visitor.page.locator(".part").count() == 2
    assert visitor.page.locator(".chain .link").count() == 5
    visitor.is_accessible()
    visitor.shot("reading-repair")


def test_let_go_says_you_dont_get_them_back(enter, size):
    visitor = enter("settled", size)
    to_the_reading(visitor, bob(motive=["pain_to_stop"]), by_hand=size == "phone")
    text = reads(visitor)
    assert "How do I get them back?" in text
    assert "You don't. Not because you were not enough" in text
    visitor.is_accessible()
    visitor.shot("reading-let-go")


def test_space_says_that_it_cannot_be_said_yet(enter, size):
    visitor = enter("settled", size)
    to_the_reading(visitor, alice(ended_days_ago=3))
    assert "We can't say yet, and we won't guess." in reads(visitor)
    visitor.is_accessible()
    visitor.shot("reading-space")


def test_someone_harmed_gets_help_first_and_never_a_question_about_their_fault(enter, size):
    visitor = enter("settled", size)
    answers = alice(safety=safe(ex_hurt_or_threatened_me=True), harm_pattern="sometimes")
    visitor.goto("/")
    begin(visitor)
    walk(visitor, answers)
    assert visitor.path == "/understand/care"
    assert visitor.reads("What was done to you is not your fault")
    visitor.is_accessible()
    visitor.shot("care")
    visitor.page.select_option("main select[name=country]", "IE")
    visitor.press("Show the numbers")
    assert visitor.path == "/understand/care"
    assert visitor.page.locator("main a[href^='tel:1800']").first.is_visible()
    visitor.shot("care-country")
    visitor.press("Go on gently")
    passed = walk(visitor, answers)
    assert not {"accusing", "acceptance", "harm", "fears", "drift_late"} & set(passed)
    visitor.press("See my reading")
    text = reads(visitor)
    assert "you need to be safe" in text
    assert "was not your fault" in text
    assert visitor.page.locator(".part-own").count() == 0
    visitor.is_accessible()
    visitor.shot("reading-safety")


def test_words_that_sound_like_danger_are_asked_about_and_a_no_is_respected(enter):
    visitor = enter("settled")
    visitor.goto("/")
    begin(visitor, "long")
    visitor.goto("/understand/reflection/drift_late")
    walk(visitor, {"drift": {"showed_late": "He hit me when I was late."}})
    assert visitor.path == "/understand/check"
    assert visitor.page.inner_text("blockquote").startswith("He hit me")
    visitor.is_accessible()
    visitor.shot("check")
    visitor.press("No, not what I meant")
    assert visitor.path == "/understand/reflection/fears"
    visitor.goto("/understand/reflection/drift_late")
    visitor.press("Go on")
    assert visitor.path == "/understand/reflection/fears"


def test_thoughts_of_suicide_lead_to_help_now_and_a_door_that_stays_open(enter):
    visitor = enter("settled")
    visitor.goto("/")
    begin(visitor)
    walk(visitor, alice(safety=safe(thoughts_of_suicide="yes")))
    assert visitor.path == "/understand/care"
    assert visitor.reads("Please talk to a person now")
    assert visitor.reads("Nothing closes.")
    visitor.shot("care-suicide")
    visitor.press("Go on gently")
    assert visitor.path == "/understand/reflection/ended"


def test_circling_thoughts_lead_to_an_offer_to_stop_for_today(enter):
    visitor = enter("settled")
    visitor.goto("/")
    begin(visitor, "long")
    visitor.goto("/understand/reflection/brooding")
    walk(visitor, {"brooding": 9})
    assert visitor.path == "/understand/rest"
    visitor.is_accessible()
    visitor.shot("rest")
    visitor.press("Stop for today")
    assert visitor.path == "/"
    assert visitor.reads("You go on exactly where you stopped.")

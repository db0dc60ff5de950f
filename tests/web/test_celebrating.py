"""The celebration: designed, changed, done, and let go."""

import pytest
from mending import vault

from afterus.records.letting_go import Celebration
from afterus.web.let_go import scene

RITUAL = {
    "shape": "boats",
    "leave": "the waiting\n\nthe last word",
    "doing": "Swim before breakfast",
    "words": "It was, and now it is enough.",
    "who": "Ben",
    "on": "2026-11-29",
}


def text(answer):
    return answer.content.decode()


def design(opened, **other):
    return opened.post("/let-go/celebrate", RITUAL | other)


def test_a_ritual_is_designed_and_shown_with_a_light_for_each_thing(opened):
    there = design(opened).headers["Location"]
    page = text(opened.get(there))
    assert page.count('class="leaving leaving-') == 2
    assert "Swim before breakfast" in page
    assert "On 29 November 2026" in page
    assert opened.get("/let-go/celebrate").headers["Location"] == there


def test_it_is_changed_until_it_is_done(opened):
    there = design(opened).headers["Location"]
    assert "the last word</textarea>" in text(opened.get(f"{there}?change"))
    opened.post(there, RITUAL | {"doing": "A song out loud"})
    (kept,) = vault().all(Celebration)
    assert kept.document.doing == "A song out loud"


def test_it_is_marked_once_and_the_lights_are_gone(opened):
    there = design(opened).headers["Location"]
    opened.post(there, {"do": "let_go"})
    first = vault().latest(Celebration).document.marked
    opened.post(there, {"do": "let_go"})
    opened.post(there, RITUAL | {"doing": "something else"})
    kept = vault().latest(Celebration).document
    assert (kept.marked, kept.doing) == (first, "Swim before breakfast")
    page = text(opened.get(there))
    assert "gone-by" in page
    assert "It is done" in page
    assert "Celebrated before" in text(opened.get("/let-go/celebrate"))


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"leave": " \n "}, "at least one thing"),
        ({"doing": ""}, "Say what you will do"),
        ({"on": "the 40th"}, "could not be read"),
        ({"leave": "\n".join("abcdefgh")}, "Seven lights"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(opened, other, said):
    answer = design(opened, **other)
    assert answer.status_code == 422
    assert said in text(answer)
    assert "It was, and now it is enough." in text(answer)
    assert vault().latest(Celebration) is None


@pytest.mark.parametrize("shape", scene.SHAPES)
@pytest.mark.parametrize("count", range(1, 9))
def test_each_has_a_place_of_its_own_in_the_picture_and_is_smaller_far_away(shape, count):
    near, gone = (scene.carriers(shape, count, far) for far in (False, True))
    assert len(near) == len(gone) == min(count, scene.MOST)
    for places in (near, gone):
        assert len({(one.x, one.y) for one in places}) == len(places)
        assert all(20 < one.x < 370 and 10 < one.y < 290 for one in places)
    assert max(one.scale for one in gone) < min(one.scale for one in near)

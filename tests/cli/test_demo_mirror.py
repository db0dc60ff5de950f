"""The invented person's chat shows what their story tells."""

from datetime import datetime, timedelta

from afterus.cli.demo_mirror import lines, looked_back
from afterus.content import load
from afterus.language import fast_model
from afterus.mirror import mirror, talk_of

STORY = load("en").demo["mirror"]


def evening(days_ago):
    return datetime(2026, 11, 24, 21, 40).astimezone() - timedelta(days=days_ago)


class Shelf:
    """Keeps what is put into it."""

    def __init__(self):
        self.kept = []

    def restore(self, entry_id, when, document):
        self.kept.append(document)


def test_warmth_went_pressing_came_and_nobody_was_threatened():
    talk = talk_of(lines(STORY, "Sam", evening), "Robin", "Sam")
    seen = mirror(talk, fast_model())
    assert seen.enough
    assert {sign.kind for sign in seen.signs} <= {"control"}
    assert "warmth" in seen.drift.me.down
    assert "warmth" in seen.drift.them.down
    assert "strain" in seen.drift.me.up


def test_what_is_kept_of_it_is_finished_and_holds_only_chosen_messages():
    shelf = Shelf()
    looked_back(shelf, STORY, "Sam", evening)
    (kept,) = shelf.kept
    assert kept.finished
    assert 0 < len(kept.chosen) <= len(STORY["confirmed"])
    assert all(one.by == "me" for one in kept.chosen)
    assert STORY["them"]["warm"][0] not in str(kept.figures)

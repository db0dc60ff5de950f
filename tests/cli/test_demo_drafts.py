"""The invented person's drafts fit the pages they are shown on."""

from typing import get_args

from afterus.content import load
from afterus.language import Label

STORY = load("en").demo["drafts"]


def test_each_held_draft_was_seen_again():
    assert {told["still"] for told in STORY["held"]} == {"yes", "no"}


def test_each_wrong_flag_names_a_label_and_words_of_its_text():
    for told in STORY["wrong"]:
        assert told["label"] in get_args(Label)
        assert told["words"] in told["text"]

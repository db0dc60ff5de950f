"""Whatever a word is dressed in, it comes to the same plain word, and its place is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterus.language.plain import Plainer

KNOWN = {"answer": 0, "me": 0, "now": 0, "kill": 0, "you": 0, "please": 0, "dont": 0, "watch": 0}
PLAINER = Plainer(KNOWN.keys())


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("ANSWER Me now", "answer me now"),
        ("answer   me\n\tnow", "answer me now"),
        ("аnswеr me nоw", "answer me now"),
        ("a\u200bn\u200bs\u200bwer me now", "answer me now"),
        ("ＡＮＳＷＥＲ me now", "answer me now"),
        ("ánswêr me now", "answer me now"),
        ("answerrrr meeee nowwww", "answer me now"),
        ("a n s w e r me now", "answer me now"),
        ("k1ll you", "kill you"),
        ("k*ll you", "kill you"),
        ("w@tch you", "watch you"),
        ("don’t", "don't"),
        ("you???!!", "you ?"),
        ("you!!!!!", "you !"),
        ("😂🤣", "laughing laughing"),
        ("❤️🧡💕", "heart heart heart"),
        ("👍🏽", "thumbs up sign"),
        ("see https://a.b/c?d=e", "see <link>"),
        ("at 10", "at <number>"),
        ("", ""),
        ("\x00\x07\ufeff", ""),
    ],
)
def test_the_dress_of_a_word_does_not_matter(written, plain):
    assert " ".join(PLAINER.plain_words(written)) == plain


@given(st.text(max_size=80))
def test_every_word_stands_where_it_says_and_in_order(text):
    words = PLAINER.words(text)
    assert [word.plain for word in words] == PLAINER.plain_words(text)
    ends = [0, *(word.end for word in words)]
    for word, end in zip(words, ends, strict=False):
        assert end <= word.start < word.end <= len(text)

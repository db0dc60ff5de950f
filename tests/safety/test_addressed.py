"""Screening of a message to the other, in which "you" is who left."""

import pytest

from afterus.safety import screen_message


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I will kill you if you see him", ("threat", "me")),
        ("I'm going to KILL you", ("threat", "me")),
        ("I hit you and I am sorry", ("abuse", "me")),
        ("I choked you once, I know", ("abuse", "me")),
        ("you hit me and I still miss you", ("abuse", "ex")),
        ("I want to die without you", ("suicide", "me")),
    ],
)
def test_harm_is_found_whoever_is_spoken_to(text, found):
    assert found in screen_message(text)


@pytest.mark.parametrize(
    "text",
    [
        "I care about you, and I respect your decision.",
        "I read your messages and you are right",
        "I'd kill for a coffee with you",
        "I never hit you",
        "did you hit the gym today",
        "Can you pick up Mia at five?",
        "",
    ],
)
def test_plain_words_are_let_be(text):
    assert screen_message(text) == frozenset()

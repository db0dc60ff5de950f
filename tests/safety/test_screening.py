from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterus.safety import Finding, screen, with_replies

from .long_texts import LONG_TEXTS

MUCH = 150_000

PLAIN = [
    ("he hit me when I was late", "abuse", "ex"),
    ("I pushed her once", "abuse", "me"),
    ("he keeps my pay cheque", "control", "ex"),
    ("I went through her phone at night", "control", "me"),
    ("she threatened to kill me", "threat", "ex"),
    ("I threatened to hurt him", "threat", "me"),
    ("he follows me home from work", "stalking", "ex"),
    ("I keep driving past her house", "stalking", "me"),
    ("I want to kill myself", "suicide", "me"),
    ("I don't want to be here anymore", "suicide", "me"),
    ("everyone would be better off without me", "suicide", "me"),
]
LOOK_ALIKES = str.maketrans("aeopcixyAEO", "аеорсіхуАЕО")

CHANGES = {
    "upper case": str.upper,
    "lower case": str.lower,
    "wide spaces": lambda text: "  " + text.replace(" ", "   \t") + "\n",
    "emoji between": lambda text: text.replace(" ", " 😭 "),
    "repeated letters": lambda text: " ".join(
        w + w[-1] * 4 if len(w) > 2 else w for w in text.split()
    ),
    "curly quotes": lambda text: text.replace("'", "’"),
    "no apostrophes": lambda text: text.replace("'", ""),
    "look-alike letters": lambda text: text.translate(LOOK_ALIKES),
    "zero-width signs": lambda text: "\u200b".join(text),
    "full width": lambda text: "".join(chr(ord(c) + 0xFEE0) if c.isalpha() else c for c in text),
    "more around it": lambda text: f"We met in May. {text}. It rained a lot.",
}


def said(text: str) -> set[tuple[str, str]]:
    return {(finding.kind, finding.by) for finding in screen({"text": text})}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(("text", "kind", "by"), PLAIN)
def test_the_way_of_writing_does_not_lose_a_finding(
    change: str, text: str, kind: str, by: str
) -> None:
    assert (kind, by) in said(CHANGES[change](text))


@pytest.mark.parametrize(
    "text",
    [
        "he never hit me",
        "He didn't hit me",
        "I am not suicidal",
        "I have no thoughts of suicide",
        "I never threatened her",
        "she never followed me",
        "I don't want to die",
        "I have never hit him",
        "he isn't controlling",
        "Did he hit me? No.",
        "my dad hit me when I was a kid",
        "I can't live without him",
    ],
)
def test_what_is_denied_or_means_something_else_is_no_finding(text: str) -> None:
    assert not said(text)


@pytest.mark.parametrize(
    "text",
    [
        "he doesn't hit me anymore",
        "I won't lie, he hit me",
        "I didn't tell anyone that he hit me",
        "not only did he hit me",
        "I didn't leave when he hit me",
    ],
)
def test_a_no_that_does_not_reach_the_words_takes_nothing_back(text: str) -> None:
    assert ("abuse", "ex") in said(text)


def test_what_the_other_says_of_the_writer_stays_open() -> None:
    assert said("she says I hit her") == {("abuse", "unclear")}


@pytest.mark.parametrize(
    "text", ["", " ", "\x00\x01\x02", "…", "'''", "\u202eevil", "\ud800", "😭"]
)
def test_odd_input_is_no_finding_and_no_error(text: str) -> None:
    assert screen({"text": text}) == ()


@given(st.text(), st.sampled_from([text for text, _, _ in PLAIN]), st.text())
def test_places_always_fit_the_original_text(before: str, words: str, after: str) -> None:
    text = f"{before} {words} {after}"
    for finding in screen({"text": text}):
        assert text[finding.start : finding.end] == finding.quote


@pytest.mark.parametrize("text", LONG_TEXTS.values(), ids=LONG_TEXTS)
def test_much_of_anything_ends_in_a_few_findings_that_fit_it(text: str) -> None:
    text = text[:MUCH]
    found = screen({"text": text})
    assert max(Counter((one.kind, one.by) for one in found).values(), default=0) <= 5
    assert all(text[one.start : one.end] == one.quote for one in found)


def test_the_last_sentence_of_a_long_text_is_read() -> None:
    text = "We talked about the garden and the rain " * 5_000 + "and he hit me"
    assert ("abuse", "ex") in said(text)


def test_an_id_holds_when_other_words_are_added() -> None:
    [short] = screen({"k": "he hit me"})
    [longer] = screen({"k": "It was May. he hit me"})
    assert short.id == longer.id
    assert short.id != screen({"other": "he hit me"})[0].id


def test_replies_are_kept_with_their_finding() -> None:
    found = screen({"a": "he hit me", "b": "I want to die"})
    replied = with_replies(found, {found[0].id: "not_meant", "gone": "meant"})
    assert [finding.reply for finding in replied] == ["not_meant", None]
    assert replied[0].id == found[0].id


def test_a_reply_that_is_none_is_refused() -> None:
    finding = Finding("abuse", "ex", "k", "he hit me", 0, 9)
    with pytest.raises(ValueError, match="no such reply: 'perhaps'"):
        with_replies([finding], {finding.id: "perhaps"})


def test_a_language_without_cues_is_named() -> None:
    with pytest.raises(KeyError, match="xx"):
        screen({}, "xx")

import pytest

from afterus.language import compile_phrase, has_any, sentences, subject_before
from afterus.safety.cues import cues

SPELLER = cues("en").speller
LEXICON = cues("en").lexicon


def words(text: str) -> list[tuple[str, ...]]:
    return [sentence.words for sentence in sentences(text, SPELLER)]


def test_contractions_are_spelled_out() -> None:
    assert words("I don’t know. hes gone") == [("i", "do", "not", "know"), ("he", "is", "gone")]


def test_a_capital_in_mid_sentence_is_a_name() -> None:
    assert words("I shoved Marta") == [("i", "shoved", "@marta")]


def test_masked_and_stretched_words_are_known() -> None:
    assert words("k1ll su1cide hiiiit") == [("kill", "suicide", "hit")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("he hit", "they"),
        ("i never hit", "me"),
        ("my dad hit", "other"),
        ("my ex then hit", "they"),
        ("his words hit", "thing"),
        ("i saw him hit", "they"),
        ("he came in and hit", "they"),
        ("nobody hit", "nobody"),
        ("we hit", "both"),
        ("hit", "none"),
    ],
)
def test_the_one_who_acts_is_found(text: str, role: str) -> None:
    plain = text.split()
    assert subject_before(plain, len(plain) - 1, LEXICON).role == role


@pytest.mark.parametrize(
    ("phrase", "text", "fits"),
    [
        ("kill|hurt me", "hurt me", True),
        ("kill|hurt me", "kill him", False),
        ("threat* .. me", "threatened to leave me", True),
        ("a b? c", "a c", True),
        ("a .? c", "a x c", True),
        ("a .? c", "a x y c", False),
        ("go+home #", "go home", True),
        ("go+home #", "go home late", False),
        ("hit me !up", "hit me up", False),
        ("$pets sleep", "the cat sleep", True),
    ],
)
def test_phrases_fit_as_written(phrase: str, text: str, fits: bool) -> None:
    compiled = compile_phrase(phrase, {"pets": ["cat", "big dog"]}, ())
    assert has_any([compiled], text.split()) is fits

"""All words people read: plain enough, and free of what this house does not say."""

import re
import tomllib
from pathlib import Path

import pytest

import afterus.content
from afterus.content import Other, RenderError, render

EN = Path(afterus.content.__file__).parent / "en"
FILES = sorted(path for path in EN.rglob("*.toml") if path.stem != "screening")
NOT_PROSE = {
    *("id", "key", "kind", "value", "section", "method", "related", "authors", "where", "doi"),
    *(
        "seen",
        "strength",
        "number",
        "how",
        "sure",
        "source",
        "code",
        "lang",
        "equals",
        "any",
        "principle",
    ),
}
STRUCTURED = ("help", "reflection", "let_go_pages")
NAMES_IN_HELP = {"name", "hours", "emergency"}
OWN = {"name", "they", "them", "their", "theirs", "themself"}

FORBIDDEN = [
    r"narcissis",
    r"\btoxic",
    r"co-?dependen",
    r"\b(psycho|socio)path",
    r"\b(crazy|pathetic|loser|needy|clingy|red flag)",
    r"\b(win|get|bring) (him|her|them) back (in|with|by)\b",
    r"\bwin (him|her|them|\{them\}|\{name\}) back\b",
    r"guarantee",
    r"\d+ ?(%|percent|per cent)",
    r"\b(chance|odds|likelihood) of (a return|return|getting|them)",
    r"\byour soul ?mate\b",
    r"\b(get over it|just move on|everything happens for a reason)\b",
]
GENDERED = r"\b(boy|girl)friends?\b|\b(husband|wife|wives|hubby)\b|\b(real men|real women)\b"


def prose(value, file, key=""):
    """Yield (key, text) of every text a person reads in a file's data."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, list):
        for member in value:
            yield from prose(member, file, key)
    elif isinstance(value, dict):
        structured = file.stem in STRUCTURED or file.parent.stem == "principles"
        hidden = (NOT_PROSE if structured else set()) | (
            NAMES_IN_HELP if file.stem == "help" else set()
        )
        for name, member in value.items():
            if name not in hidden:
                yield from prose(member, file, f"{key}.{name}")


def texts(file):
    return list(prose(tomllib.loads(file.read_text("utf-8")), file))


def spoken(text, pronouns="she"):
    """The text as it is read, with any handed value standing in as the number 3."""
    names = re.findall(r"\{(\w+)(?:#[^{}]*)?\}", text)
    values = dict.fromkeys((name for name in names if name.lower() not in OWN), 3)
    return render(text, Other("Sam", pronouns), **values)


def sentences(text):
    parts = re.split(r"[.!?…]+(?=[\s\"')”’]|$)|\n", text)
    return [part for part in parts if re.search(r"[A-Za-z]", part)]


def words(text):
    return re.findall(r"[A-Za-z][A-Za-z'’]*", text)


def syllables(word):
    word = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = word.endswith("e") and not word.endswith("le") and groups > 1
    silent |= word.endswith("ed") and not word.endswith(("ted", "ded")) and groups > 1
    return max(1, groups - silent)


def grade(said):
    """The Flesch-Kincaid school grade of many texts taken together."""
    all_sentences = sum(len(sentences(text)) for text in said)
    all_words = [word for text in said for word in words(text)]
    per_sentence = len(all_words) / all_sentences
    return 0.39 * per_sentence + 11.8 * sum(map(syllables, all_words)) / len(all_words) - 15.59


def label(file):
    return str(file.relative_to(EN))


each_file = pytest.mark.parametrize("file", FILES, ids=label)


def test_the_measure_tells_plain_words_from_hard_ones():
    assert grade(["The cat sat on the mat. It was glad."]) < 2
    assert grade(["Contemporary interpersonal dissolution necessitates deliberation."]) > 20


@each_file
def test_a_twelve_year_old_could_read_it(file):
    said = [spoken(text) for _, text in texts(file)]
    assert grade(said) <= 7


@each_file
def test_no_sentence_is_longer_than_thirty_words(file):
    long = [
        sentence
        for _, text in texts(file)
        for sentence in sentences(spoken(text))
        if len(words(sentence)) > 30
    ]
    assert long == []


@each_file
@pytest.mark.parametrize("pronouns", ["he", "she", "they"])
def test_every_text_can_be_said_of_anyone(file, pronouns):
    for key, text in texts(file):
        try:
            said = spoken(text, pronouns)
        except RenderError as error:
            pytest.fail(f"{label(file)}{key}: {error}")
        assert not re.search(r"[{}]", said), key


@each_file
def test_the_name_is_never_given_a_verb_in_the_plural(file):
    for key, text in texts(file):
        assert not re.search(r"\{[Nn]ame\} \{\w+\|\w+\}", text), key


@each_file
def test_words_we_do_not_use_are_not_used(file):
    found = [
        (key, text)
        for key, text in texts(file)
        for word in FORBIDDEN
        if re.search(word, text, re.IGNORECASE)
    ]
    assert found == []


@each_file
def test_no_one_is_cast_as_husband_or_girlfriend(file):
    found = [key for key, text in texts(file) if re.search(GENDERED, text, re.IGNORECASE)]
    assert found == []


@each_file
def test_fault_is_only_ever_taken_away(file):
    for key, text in texts(file):
        for sentence in sentences(text):
            if re.search(r"your (own )?fault\b", sentence, re.IGNORECASE):
                assert re.search(r"\b(not|never|no)\b|n't", sentence, re.IGNORECASE), (
                    f"{key}: {sentence}"
                )

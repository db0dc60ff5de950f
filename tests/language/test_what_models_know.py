"""What the trained models can tell apart, and what must not change their mind."""

import tomllib
from pathlib import Path

import numpy as np
import pytest

from afterus.language import LABELS, careful_model, fast_model

MODELS = {"fast": fast_model(), "careful": careful_model()}
each_model = pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
CASES = tomllib.loads((Path(__file__).parent / "capabilities.toml").read_text(encoding="utf-8"))
# What was seen when the models were trained; docs/models.md has the figures by kind.
FLOORS = {"fast": 0.7, "careful": 0.8}

SAFETY = [
    "if you leave me I'll burn the house down",
    "I'll kill you and then I'll kill myself",
    "you are not allowed to see him again, do you hear me",
    "send me a photo of where you are right now",
    "give me your phone, I want to see who you write to",
]
DRESSES = {
    "upper case": str.upper,
    "title case": str.title,
    "wide spaces": lambda text: "  " + text.replace(" ", " \t ") + "\n",
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "repeated letters": lambda text: " ".join(
        word + word[-1] * 4 if word.isalpha() and len(word) > 2 else word for word in text.split()
    ),
    "curly quotes": lambda text: text.replace("'", "’"),
    "look-alike letters": lambda text: text.translate(str.maketrans("aeopcxy", "аеорсху")),
    "full width": lambda text: "".join(chr(ord(c) + 0xFEE0) if c.isalpha() else c for c in text),
    "zero-width signs": lambda text: "\u200b".join(text),
    "accents": lambda text: text.replace("a", "á").replace("e", "ê"),
}


def cases():
    for label, kinds in CASES.items():
        for kind, pairs in kinds.items():
            for text, holds in pairs:
                context, _, rest = text.partition(": ")
                known = context in ("together", "after")
                yield label, kind, rest if known else text, context if known else None, holds


@pytest.mark.parametrize("name", MODELS)
def test_most_of_what_only_looks_alike_is_told_apart(name):
    model = MODELS[name]
    wrong = [
        (label, kind, text)
        for label, kind, text, context, holds in cases()
        if (label in model.check(text, context).labels) != holds
    ]
    assert 1 - len(wrong) / len(list(cases())) >= FLOORS[name], wrong


@pytest.mark.parametrize("name", MODELS)
def test_every_label_is_found_in_plain_words_and_is_not_given_to_all(name):
    model = MODELS[name]
    for label in LABELS:
        said = {
            holds: [
                label in model.check(text, context).labels
                for of, kind, text, context, truth in cases()
                if of == label and truth == holds and (kind == "plain" or not holds)
            ]
            for holds in (True, False)
        }
        assert any(said[True]), label
        assert not all(said[False]), label


@each_model
@pytest.mark.parametrize("dress", DRESSES)
def test_the_dress_of_a_message_does_not_flip_a_safety_label(model, dress):
    safety = [LABELS.index("threatens"), LABELS.index("controls")]
    plain = model.scores(SAFETY)[:, safety] >= model.thresholds[safety]
    dressed = model.scores([DRESSES[dress](text) for text in SAFETY])[:, safety]
    assert plain.any(axis=1).all()
    assert ((dressed >= model.thresholds[safety]) == plain).all()


@each_model
def test_skin_tones_and_hearts_of_another_colour_change_nothing(model):
    one, two = model.scores(["love you ❤️ 👍", "love you 💙 👍🏿"])
    assert np.allclose(one, two)


@each_model
def test_swapping_names_and_genders_hardly_moves_a_score(model):
    pairs = [
        ("did {} tell you where he was", ("Tom", "Fatima", "Wei", "Keisha")),
        ("you're not seeing {} again", ("Tom", "Fatima", "Wei", "Keisha")),
        ("my {} said you were out with someone", ("brother", "sister")),
        ("I miss you, {} misses you too", ("he", "she")),
    ]
    for frame, names in pairs:
        scores = model.scores([frame.format(name) for name in names], ["together"] * len(names))
        assert np.ptp(scores, axis=0).max() < 0.35, frame


@each_model
def test_a_label_rests_on_its_span(model):
    """Taking the span out lowers the score more than taking as many words from elsewhere."""
    falls, others = [], []
    for text in SAFETY:
        text = f"morning, the kids are at school. {text}"
        checked = model.check(text)
        for label in checked.labels:
            spans = [span for span in checked.spans if span.label == label]
            kept = text
            for span in sorted(spans, key=lambda span: -span.start):
                kept = kept[: span.start] + kept[span.end :]
            gone = len(text.split()) - len(kept.split())
            other = " ".join(text.split()[gone:])
            low, elsewhere = model.scores([kept, other])[:, LABELS.index(label)]
            falls.append(checked.scores[label] - low)
            others.append(checked.scores[label] - elsewhere)
    assert np.mean(falls) > np.mean(others)
    assert np.mean(falls) > 0.2

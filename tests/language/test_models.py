"""Both models by one contract: scores, labels, spans; whatever is thrown at them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterus.language import LABELS, careful_model, disclosure_model, fast_model

MODELS = {"fast": fast_model, "careful": careful_model}
DRAFT = "Answer me now!! Who is she? You lied to me, you always lie 😡"
each_model = pytest.mark.parametrize("model", [make() for make in MODELS.values()], ids=MODELS)


@each_model
def test_scores_are_a_probability_for_every_text_and_label(model):
    scores = model.scores([DRAFT, "", "ok"], ["after", None, "together"])
    assert scores.shape == (3, len(LABELS))
    assert scores.dtype == np.float32
    assert ((scores >= 0) & (scores <= 1)).all()
    assert model.scores([]).shape == (0, len(LABELS))
    assert model.thresholds.shape == (len(LABELS),)


@each_model
def test_texts_and_contexts_must_be_as_many(model):
    with pytest.raises(ValueError, match="2 texts but 1 contexts"):
        model.scores(["a", "b"], ["after"])


@each_model
def test_a_check_agrees_with_the_scores_and_the_thresholds(model):
    checked = model.check(DRAFT, "after")
    (row,) = model.scores([DRAFT], ["after"])
    assert list(checked.scores) == list(LABELS)
    assert np.allclose(list(checked.scores.values()), row, atol=1e-3)
    held = [label for label, s, t in zip(LABELS, row, model.thresholds, strict=True) if s >= t]
    assert list(checked.labels) == held
    assert "accuses" in held


@each_model
def test_spans_stand_in_the_text_and_speak_of_labels_that_hold(model):
    checked = model.check(DRAFT)
    assert {span.label for span in checked.spans} == set(checked.labels)
    for span in checked.spans:
        assert 0 <= span.start < span.end <= len(DRAFT)
        assert DRAFT[span.start : span.end].strip()
        assert 0 < span.weight <= 1


@each_model
def test_a_stream_gives_the_same_as_one_by_one(model):
    texts = [DRAFT, "", "milk please", "I'm sorry, that was wrong of me " * 20, "ok"]
    streamed = list(model.batch((text, "together") for text in texts))
    for text, checked in zip(texts, streamed, strict=True):
        alone = model.check(text, "together")
        assert alone.labels == checked.labels
        assert np.allclose(list(alone.scores.values()), list(checked.scores.values()), atol=2e-3)


@each_model
@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\t", "\x00\x01\x02", "\u202eהודעה ימין\u202c", "مرحبا", "😀" * 300, "a" * 5000,
     "kill " * 4000, "\ud800 lone", "¯\\_(ツ)_/¯", "﷽" * 50, "e\u0301" * 200],
)  # fmt: skip
def test_no_text_is_too_strange(model, text):
    checked = model.check(text)
    assert all(0 <= span.start < span.end <= len(text) for span in checked.spans)


@each_model
def test_nothing_said_does_nothing(model):
    assert model.check("").labels == ()
    assert model.check("\u200b \ufeff").labels == ()


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["together", "after", None]))
def test_the_fast_model_takes_any_text(text, context):
    checked = fast_model().check(text, context)
    assert len(checked.scores) == len(LABELS)


def test_many_texts_are_scored_as_each_alone():
    texts = [f"on day {n} she checked my phone and took my keys" for n in range(260)]
    together = disclosure_model().scores(texts)
    alone = disclosure_model().scores(texts[-1:])
    assert np.allclose(together[-1], alone[0], atol=1e-3)
    assert (together > 0).all()

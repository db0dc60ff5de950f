"""What is made of a model's labels: the pieces, the notes, what was told, when it stops."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterus.content import load
from afterus.language import LABELS, Checked, Span
from afterus.records.documents import Settings
from afterus.web.mend.draft.checking import check, sentence, wrong_flags
from afterus.web.mend.draft.marks import plain, without_told

TEXT = "Please. You never listen, and I'm scared! Call me?"


def found(*spans):
    labels = {span.label for span in spans}
    ordered = tuple(label for label in LABELS if label in labels)
    return Checked(ordered, dict.fromkeys(LABELS, 0.0), tuple(spans))


def span(words, label, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words), label, 0.5)


def looked(checked, text=TEXT, about="them", told=frozenset()):
    return check(text, about, told, Settings(), lambda _: checked)


def test_a_note_quotes_the_words_it_rests_on():
    made = looked(found(span("never listen", "accuses")))
    assert [(note.key, note.quotes) for note in made.notes] == [("accuses", ("never listen",))]
    assert [piece.text for piece in made.pieces if piece.notes] == ["never listen"]


def test_where_words_overlap_a_piece_opens_both_notes():
    text = "you never listen to me"
    spans = span("you never listen", "accuses", text), span("listen to me", "demands", text)
    made = looked(found(*spans), text)
    both = next(piece for piece in made.pieces if len(piece.notes) == 2)
    assert both.text == "listen"
    assert [note.number for note in both.notes] == [1, 2]


@given(
    st.text("ab \n🙂é<&", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(LABELS))),
)
def test_the_pieces_always_join_to_the_text(text, places):
    spans = [
        Span(min(a, b), max(a, b), label, 0.1)
        for a, b, label in places
        if max(a, b) <= len(text) and a != b
    ]
    made = looked(found(*spans), text)
    assert "".join(piece.text for piece in made.pieces) == text
    marked = {note.number for piece in made.pieces for note in piece.notes}
    assert marked <= {note.number for note in made.notes}


def test_what_was_told_to_be_wrong_is_gone_and_the_rest_stays():
    told = frozenset({("accuses", plain("You NEVER  listen,"))})
    both = found(span("never listen", "accuses"), span("scared", "fears"))
    assert without_told(both, TEXT, told).labels == ("fears",)
    assert looked(both, told=told).notes[0].key == "fears"


def test_other_words_of_the_same_label_are_still_marked():
    told = frozenset({("accuses", "please")})
    assert looked(found(span("never listen", "accuses")), told=told).notes[0].key == "accuses"


def test_a_threat_stops_all_other_talk_whatever_was_told():
    threat = found(span("Call me", "threatens"), span("never listen", "accuses"))
    made = looked(threat, told=frozenset({("threatens", "call me")}))
    assert (made.stop, made.notes, made.told_threat) == ("threatens", (), True)
    assert all(not piece.notes for piece in made.pieces)
    assert made.help


@pytest.mark.parametrize(
    ("text", "stop"),
    [("I want to die without you", "suicide"), ("I will kill you if you see him", "harming")],
)
def test_what_screening_finds_stops_it_too(text, stop):
    assert looked(found(), text).stop == stop


def test_who_was_hurt_is_shown_help_and_is_not_stopped():
    made = looked(found(), "You hit me so hard that I fell, and you choked me.")
    assert made.stop is None
    assert made.help


def test_a_telling_holds_the_sentence_and_no_more():
    made = looked(found(span("never listen", "accuses")))
    assert wrong_flags(made, "accuses") == (
        ("accuses", "never listen", "You never listen, and I'm scared!"),
    )
    assert wrong_flags(made, "demands") == ()
    assert sentence("one\ntwo three\nfour", 4, 7) == "two three"


def test_the_one_message_is_short_and_asks_nothing():
    long = "I care about you and I respect it. " * 10 + "Will you write back?"
    keys = [note.key for note in looked(found(), long, "one_message").notes]
    assert keys == ["long", "asks"]
    assert looked(found(), long).notes == ()


def test_every_note_has_its_words():
    content = load("en")
    text = "I care. " * 61 + "ok?"
    for about in ("practical", "one_message"):
        made = looked(found(span("care", "cares", text)), text, about)
        for note in made.notes:
            assert content.has(f"{note.place}.why")
            assert content.has(f"{note.place}.instead")

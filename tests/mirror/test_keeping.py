"""What stays of a mirror when the chat is gone, and what changes once a message is set right."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from talks import WORDS, ByWords, long_talk, talk

from afterus.mirror import (
    LABEL_OF,
    Mirror,
    mirror,
    quotes_of,
    set_right,
    talk_of,
    without_words,
)

# What is counted with the help of other messages is only told anew from the chat itself.
NOT_TOLD = {"interest", "repaired"}

lines = st.lists(
    st.tuples(
        st.integers(0, 6000),
        st.sampled_from(["Ann", "Ben"]),
        st.lists(st.sampled_from([*WORDS, "tea", "bread"]), max_size=4).map(" ".join),
    ),
    min_size=2,
    max_size=40,
).filter(lambda told: {sender for _, sender, _ in told} == {"Ann", "Ben"})


def counts(both):
    """All counts of a stretch of time."""
    return {
        (by, name): (rate.count, rate.of)
        for by in ("me", "them")
        for name, rate in getattr(both, by).measures.items()
        if name not in NOT_TOLD
    }


@settings(max_examples=40)
@given(lines, st.data())
def test_a_message_set_right_counts_as_if_the_chat_were_read_again(told, data):
    told = talk(*told)
    seen = mirror(told, ByWords())
    strained = [q for q in quotes_of(seen).values() if set(q.labels) & set(LABEL_OF.values())]
    if not strained:
        return
    some = data.draw(st.lists(st.sampled_from(strained), unique=True, max_size=4))
    wrong = {
        q.mark: {label: False for label in q.labels if label in LABEL_OF.values()} for q in some
    }
    right, again = set_right(seen, wrong), mirror(told, ByWords(), corrections=wrong)
    assert counts(right.whole) == counts(again.whole)
    for one, other in zip(right.by_month, again.by_month, strict=True):
        assert (one is None) == (other is None)
        assert one is None or counts(one) == counts(other)
    for one, other in zip(right.questions, again.questions, strict=True):
        for mine, anew in ((one.me, other.me), (one.them, other.them)):
            assert (mine.rate, mine.early, mine.late) == (anew.rate, anew.early, anew.late)
            assert (mine.trend, mine.how_often) == (anew.trend, anew.how_often)
    assert (right.drift is None) == (again.drift is None)
    if right.drift:
        assert counts(right.drift.then) == counts(again.drift.then)
        assert counts(right.drift.now) == counts(again.drift.now)


def test_nothing_said_right_changes_nothing():
    seen = mirror(talk_of(long_talk(60, 30), "Ann", "Ben"), ByWords())
    assert set_right(seen, {}) == seen
    assert set_right(seen, {"no such mark": {"accuses": False}}) == seen


def test_the_figures_alone_hold_no_word_of_the_chat():
    messages = long_talk(60, 30)
    seen = mirror(talk_of(messages, "Ann", "Ben"), ByWords())
    bare = without_words(seen)
    raw = msgspec.json.encode(bare).decode()
    assert any(message.text in msgspec.json.encode(seen).decode() for message in messages)
    assert not any(message.text in raw for message in messages)
    assert msgspec.json.decode(raw, type=Mirror).whole == seen.whole


def test_a_chat_in_another_language_is_told_apart():
    english = talk((0, "Ann", "where have you been all day"), (1, "Ben", "at work i told you that"))
    german = talk((0, "Ann", "wo warst du denn den ganzen tag"), (1, "Ben", "auf der arbeit halt"))
    assert mirror(english, ByWords()).understood
    assert not mirror(german, ByWords()).understood

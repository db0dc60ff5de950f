"""What the mirror shows of a whole talk."""

from datetime import date, datetime, timedelta

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from talks import START, WORDS, ByWords, long_talk, talk

from afterus.chats import Message
from afterus.mirror import TooFewPeople, mirror, talk_of


def plain(seen):
    """A mirror as JSON holds it."""
    return msgspec.json.decode(msgspec.json.encode(seen))


def other_way(told):
    """The result with me and them exchanged everywhere, as plain data."""
    if isinstance(told, dict):
        turned = {
            {
                "me": "them",
                "them": "me",
                "last_from_me": "last_from_them",
                "last_from_them": "last_from_me",
            }.get(key, key): other_way(value)
            for key, value in told.items()
        }
        for key in ("by", "ended_by", "last_by"):
            if key in turned:
                turned[key] = {"me": "them", "them": "me"}[told[key]]
        return turned
    if isinstance(told, list):
        return [other_way(one) for one in told]
    return told


def in_any_order(told):
    """Lists whose order only breaks ties between the two are put into one order."""
    for name in ("signs", "turns", "withdraws"):
        told[name] = sorted(told[name], key=repr)
    return told


lines = st.lists(
    st.tuples(
        st.integers(0, 6000),
        st.sampled_from(["Ann", "Ben"]),
        st.lists(st.sampled_from([*WORDS, "tea", "you", "hit", "me?"]), max_size=5).map(" ".join),
    ),
    min_size=2,
    max_size=60,
).filter(lambda told: {sender for _, sender, _ in told} == {"Ann", "Ben"})


@settings(max_examples=60)
@given(lines)
def test_the_same_chat_from_the_other_side_gives_the_swapped_result(told):
    seen = plain(mirror(talk(*told), ByWords()))
    swapped = plain(mirror(talk(*told, me="Ben", them="Ann"), ByWords()))
    assert in_any_order(other_way(seen)) == in_any_order(swapped)


@settings(max_examples=60)
@given(lines)
def test_months_add_up_to_the_whole(told):
    seen = mirror(talk(*told), ByWords())
    for side in ("me", "them"):
        months = [getattr(month, side) for month in seen.by_month if month]
        assert sum(one.messages for one in months) == getattr(seen.whole, side).messages
        assert sum(one.words for one in months) == getattr(seen.whole, side).words
        assert sum(one.measures["strain"].count for one in months) == (
            getattr(seen.whole, side).measures["strain"].count
        )


def test_a_person_who_wrote_nothing_is_named():
    with pytest.raises(TooFewPeople, match="Cleo"):
        talk_of([Message(START, "Ann", "text", "hi")], "Ann", "Cleo")


def test_a_name_changed_midway_is_one_person_where_told_so():
    messages = [
        Message(START, "Ann", "text", "hi"),
        Message(START, "Benjamin", "text", "hi"),
        Message(START, "Ben", "text", "there"),
        Message(START, "Cleo", "text", "me too"),
    ]
    assert len(talk_of(messages, "Ann", "Ben")) == 2
    merged = talk_of(messages, "Ann", "Ben", same={"Benjamin": "Ben"})
    assert len(merged) == 3
    assert merged.others == 1


def test_warmth_that_went_is_shown_with_the_week_it_went_and_what_was_said_before():
    seen = mirror(talk_of(long_talk(), "Ann", "Ben"), ByWords())
    assert seen.enough
    assert "warmth" in seen.drift.me.down
    assert ("love you") in seen.drift.me.gone[0][0]
    assert seen.drift.me.examples[0].text == "love you"
    turned = next(one for one in seen.turns if one.by == "me" and one.measure == "warmth")
    assert abs(date.fromisoformat(turned.day) - (START.date() + timedelta(days=200))).days <= 7


def test_their_accusing_is_counted_as_mine_would_be():
    seen = mirror(talk_of(long_talk(), "Ann", "Ben"), ByWords())
    accusing = seen.questions[0]
    assert accusing.them.rate.count == 200
    assert accusing.them.trend == 1
    assert accusing.me.how_often == "never"
    assert accusing.them.how_often == "constantly"
    assert all("liar" in quote.text and quote.by == "them" for quote in accusing.them.quotes)


def test_a_quote_opens_in_its_context():
    told = talk((0, "Ann", "tea?"), (1, "Ben", "you liar"), (1, "Ann", "what"))
    quote = mirror(told, ByWords()).questions[0].them.quotes[0]
    assert [line.text for line in quote.around] == ["tea?", "you liar", "what"]
    assert [line.here for line in quote.around] == [False, True, False]


def test_what_the_person_sets_right_changes_the_counts():
    told = talk((0, "Ann", "you liar"), (1, "Ben", "ok"), (1, "Ann", "my brother is a liar"))
    first = mirror(told, ByWords()).questions[0].me
    assert first.rate.count == 2
    wrong = first.quotes[1].mark
    second = mirror(told, ByWords(), corrections={wrong: {"accuses": False}}).questions[0].me
    assert second.rate.count == 1
    assert [quote.text for quote in second.quotes] == ["you liar"]


def test_little_is_not_called_a_pattern():
    seen = mirror(talk((0, "Ann", "you liar"), (1, "Ben", "ok")), ByWords())
    assert not seen.enough
    assert seen.drift is None
    assert seen.questions[0].me.how_often is None


def test_writing_on_without_an_answer_is_chasing_and_a_quick_burst_is_not():
    chase = talk(
        (0, "Ben", "hi"), (9, "Ann", "hey"), (50, "Ann", "you there"), (50, "Ann", "hello")
    )
    burst = talk((0, "Ben", "hi"), (9, "Ann", "hey"), (1, "Ann", "you there"), (1, "Ann", "hello"))
    assert mirror(chase, ByWords()).whole.me.unanswered.count == 3
    assert mirror(burst, ByWords()).whole.me.unanswered.count == 0


def test_who_begins_who_answers_and_how_soon():
    told = talk((0, "Ann", "hi"), (10, "Ben", "hey"), (500, "Ann", "home"), (30, "Ben", "good"))
    seen = mirror(told, ByWords()).whole
    assert (seen.me.begins.count, seen.them.begins.count) == (2, 0)
    assert seen.them.answer.minutes == 20
    assert seen.me.answer.of == 1


def test_silence_and_the_end_are_told():
    told = talk(
        (0, "Ann", "hi"), (10, "Ben", "hey"), (14400, "Ann", "hello"), (60, "Ann", "please")
    )
    end = mirror(told, ByWords()).ending
    assert [(one.days, one.ended_by) for one in end.silences] == [(10, "me")]
    assert (end.last_by, end.unanswered) == ("me", 2)


def test_signs_come_from_either_side_and_name_who():
    told = talk(
        (0, "Ann", "you hit me again last night"),
        (5, "Ben", "you will regret this"),
        (5, "Ben", "i want to die"),
    )
    found = {(sign.kind, sign.by) for sign in mirror(told, ByWords()).signs}
    assert ("abuse", "them") in found
    assert ("threat", "them") in found
    assert ("suicide", "them") in found
    assert not any(by == "me" for _, by in found)


def test_what_came_after_the_break_is_no_evidence_of_before():
    told = talk((0, "Ann", "tea"), (1, "Ben", "ok"), (3000, "Ann", "you liar"), (1, "Ben", "no"))
    assert mirror(told, ByWords(), ended=date(2024, 1, 2)).questions[0].me.rate.count == 0


def test_pressing_that_meets_silence_is_told_apart_from_the_rest():
    told = []
    for _ in range(60):
        told += [(600, "Ann", "answer the question now"), (300, "Ben", "sorry i was at work today")]
        told += [(600, "Ann", "the bread is in the bag"), (5, "Ben", "thanks i will bring it home")]
    mine, theirs = mirror(talk(*told), ByWords()).withdraws
    assert (mine.pressed.count, mine.pressed.of) == (60, 60)
    assert mine.more == 1
    assert theirs.pressed.of == 0


def test_times_that_name_their_zone_are_read_on_the_clock_that_is_asked_for():
    from zoneinfo import ZoneInfo

    utc = datetime(2024, 7, 1, 22, 30, tzinfo=ZoneInfo("UTC"))
    messages = [Message(utc, "Ann", "text", "hi"), Message(utc, "Ben", "text", "hi")]
    assert talk_of(messages, "Ann", "Ben", zone=ZoneInfo("Europe/Berlin")).hours.tolist() == [0, 0]


def test_progress_is_told_and_can_stop_the_work():
    seen = []
    mirror(talk((0, "Ann", "hi"), (1, "Ben", "yo")), ByWords(), progress=seen.append)
    assert seen == [1.0]

    def stop(share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mirror(talk((0, "Ann", "hi"), (1, "Ben", "yo")), ByWords(), progress=stop)


def test_nothing_about_either_is_lost_in_json():
    seen = mirror(talk_of(long_talk(60, 30), "Ann", "Ben"), ByWords())
    assert msgspec.json.decode(msgspec.json.encode(seen), type=type(seen)) == seen
    assert np.isfinite(seen.whole.me.measures["strain"].low)


def test_despair_is_found_in_words_that_name_no_harm_even_in_a_very_long_chat(monkeypatch):
    from afterus.mirror import signs

    said = (
        "i don't want to live anymore",
        "everyone would be better off without me",
        "sometimes i wish i didn't wake up",
        "i can't do life anymore",
        "i wish i had never been born",
    )
    monkeypatch.setattr(signs, "_MOST_SCREENED", 5)
    told = []
    for text in said:
        told += [(5, "Ann", text), *[(5, "Ben", "the bus is late again")] * 3]
    (sign,) = mirror(talk(*told), ByWords()).signs
    assert (sign.kind, sign.by, sign.count) == ("suicide", "me", len(said))

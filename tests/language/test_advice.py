"""Which advice a draft gets."""

import itertools

from afterus.content import load
from afterus.language import LABELS, advise


def keys(*labels):
    return [advice.key for advice in advise(labels)]


def test_a_threat_stops_all_other_talk():
    assert keys("threatens", "cares", "owns") == ["threatens"]
    assert advise(["threatens"])[0].tone == "stop"


def test_what_presses_comes_before_what_is_good():
    assert keys("cares", "argues") == ["argues", "cares"]


def test_where_two_meet_one_advice_speaks_of_both():
    assert keys("owns", "accuses") == ["turned_apology"]
    assert keys("respects", "pursues") == ["respect_with_plea"]
    assert keys("fears", "accuses") == ["fear_as_blame"]


def test_warm_and_respectful_is_enough():
    assert keys("cares", "respects") == ["enough"]
    assert keys("cares", "respects", "owns") == ["enough"]
    assert "enough" not in keys("cares", "respects", "pursues")


def test_nothing_found_is_nothing_said():
    assert advise([]) == ()


def test_every_mix_of_labels_gets_at_most_three_pieces_of_advice_with_words():
    content = load("en")
    for size in range(1, 4):
        for labels in itertools.combinations(LABELS, size):
            advice = advise(labels)
            assert 1 <= len(advice) <= 3, labels
            for each in advice:
                assert set(each.labels) <= set(labels)
                assert content.has(f"draft.advice.{each.key}.why")
                assert content.has(f"draft.advice.{each.key}.instead")

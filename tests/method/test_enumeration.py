"""What holds for every single combination of the deciding answers, none left out."""

import pytest
from every_answer import PATH_AXES, SAFETY_AXES, path_answers, safety_answers, worse

from afterus.method.contact import contact
from afterus.method.decision import decide, path_of
from afterus.method.facts import weigh
from afterus.method.steps import steps

TOWARDS_REPAIR = {"safety": 0, "let_go": 1, "space": 2, "repair": 3}


@pytest.fixture(scope="module")
def paths():
    return {place: path_of(weigh(answers)) for place, answers in path_answers()}


@pytest.mark.xdist_group("enumeration")
def test_all_165888_combinations_have_a_path_and_each_path_is_reached(paths):
    assert len(paths) == 165_888
    assert set(paths.values()) == set(TOWARDS_REPAIR)


@pytest.mark.xdist_group("enumeration")
@pytest.mark.parametrize("axis", ["valued_me", "contempt", "cheated", "lied"])
def test_more_harm_by_the_other_never_moves_towards_repair(paths, axis):
    for place, path in paths.items():
        after = paths.get(worse(PATH_AXES, axis, place))
        assert after is None or TOWARDS_REPAIR[after] <= TOWARDS_REPAIR[path], place


@pytest.mark.xdist_group("enumeration")
def test_less_acceptance_never_moves_towards_repair(paths):
    said = PATH_AXES["acceptance"].index(None)
    for place, path in paths.items():
        after = worse(PATH_AXES, "acceptance", place)
        if after[0] < said:
            assert TOWARDS_REPAIR[paths[after]] <= TOWARDS_REPAIR[path], place


@pytest.mark.xdist_group("enumeration")
def test_a_refusal_leaves_no_step_towards_them_and_repair_needs_all_that_it_needs():
    for place, answers in path_answers():
        if answers.contact_now == "none" and place[0] > 0:
            continue
        facts = weigh(answers)
        path, reasons = decide(facts)
        advice = contact(facts, path)
        todo = steps(facts, path, advice, frozenset(reason.key for reason in reasons))
        if answers.contact_now != "none":
            assert path in {"safety", "let_go"}
            assert advice == "none"
            assert not {"say_it_once", "hear_a_no"} & set(todo)
        if path == "repair":
            assert facts.own.counts
            assert facts.accepts


@pytest.mark.xdist_group("safety")
def test_in_all_69984_combinations_danger_wins_and_nothing_else_does():
    count = 0
    for _, answers in safety_answers():
        count += 1
        said = answers.safety
        danger = (
            said.afraid_of_ex
            or said.ex_hurt_or_threatened_me
            or said.i_hurt_or_threatened_ex
            or said.i_check_or_follow_ex
            or said.thoughts_of_suicide in {"passing", "yes"}
            or answers.control.by_ex == ("money",)
            or answers.control.by_me == ("phone", "whereabouts")
            or answers.harm_pattern is not None
            or answers.contact_now == "court_order"
        )
        assert (path_of(weigh(answers)) == "safety") == bool(danger)
    assert count == 69_984 == _size(SAFETY_AXES)


def _size(axes):
    size = 1
    for values in axes.values():
        size *= len(values)
    return size

"""The order of the reflection's steps: nobody is ever stuck, and nothing is passed unseen."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reflecting import raw_answers

from afterus.content import load
from afterus.web.understand import flow
from afterus.web.understand.flow import Walk

SECTIONS = load("en").reflection
STEPS = [step.id for section in SECTIONS for step in section.steps]

walks = st.builds(
    Walk,
    sections=st.just(SECTIONS),
    answers=raw_answers(),
    way=st.sampled_from(["short", "long", "again"]),
    harmed=st.booleans(),
)


def walked(walk: Walk) -> list[str]:
    step = next(iter(flow.shown(walk)), None)
    passed = []
    while step:
        passed.append(step.id)
        step = flow.after(walk, step.id)
    return passed


@given(walks)
def test_going_on_passes_every_shown_step_once_and_ends(walk: Walk) -> None:
    assert walked(walk) == [step.id for step in flow.shown(walk)]


@given(walks)
def test_back_returns_to_the_step_before(walk: Walk) -> None:
    passed = walked(walk)
    for earlier, later in itertools.pairwise(passed):
        back = flow.before(walk, later)
        assert back and back.id == earlier


@given(walks, st.sampled_from(STEPS))
def test_from_any_step_even_one_no_longer_shown_there_is_a_way_on(walk: Walk, at: str) -> None:
    step = flow.resume(walk, at)
    assert step is None or flow.is_shown(walk, step)
    assert flow.after(walk, at) is None or flow.is_shown(walk, flow.after(walk, at))


@given(walks, st.sampled_from(STEPS))
def test_the_place_on_the_way_is_always_within_it(walk: Walk, at: str) -> None:
    progress = flow.progress(walk, at)
    assert 1 <= progress.place <= progress.total


@given(raw_answers())
def test_every_essential_step_open_to_someone_is_on_the_short_way(answers: dict) -> None:
    walk = Walk(SECTIONS, answers, "short")
    on_the_way = {step.id for step in flow.shown(walk)}
    assert {step.id for step in flow.open_steps(walk) if step.essential} <= on_the_way


@given(walks)
def test_the_long_way_holds_all_of_the_short_one(walk: Walk) -> None:
    short = {step.id for step in flow.shown(replace(walk, way="short"))}
    assert short <= {step.id for step in flow.shown(replace(walk, way="long"))}


@given(raw_answers(), st.sampled_from(["short", "long", "again"]))
def test_someone_harmed_is_never_asked_about_their_own_part(answers: dict, way: flow.Way) -> None:
    walk = Walk(SECTIONS, answers, way, harmed=True)
    keys = {field.key for step in flow.shown(walk) for field in step.fields}
    assert not [key for key in keys if key.split(".")[0] in flow.OWN_PART]


def test_safety_is_asked_before_all_but_their_name() -> None:
    first = [step for section in SECTIONS for step in section.steps][:6]
    keys = [field.key.split(".")[0] for step in first for field in step.fields]
    assert set(keys) == {"other", "safety"}


@pytest.mark.parametrize("way", ["short", "long"])
def test_every_starred_answer_is_asked_on_each_way(way: flow.Way) -> None:
    asked = {
        field.key.split(".")[0]
        for step in flow.shown(Walk(SECTIONS, {}, way))
        for field in step.fields
    }
    starred = {"safety", "ended_days_ago", "ended_by", "contact_now", "behaviours", "acceptance"}
    assert starred | {"ex"} <= asked


def test_a_later_reflection_asks_again_only_what_may_have_changed() -> None:
    asked = {field.key for step in flow.shown(Walk(SECTIONS, {}, "again")) for field in step.fields}
    assert "contact_now" in asked
    assert "safety.afraid_of_ex" in asked
    assert "relationship_months" not in asked
    assert "behaviours.accusing.how_often" not in asked


def test_a_step_skipped_or_not_sure_of_is_not_missing() -> None:
    walk = Walk(SECTIONS, {}, "short")
    essential = flow.missing(walk, {})
    state = {step.id: "skipped" for step in essential[1:]}
    assert flow.missing(walk, state) == essential[:1]


def test_the_look_over_leads_back_to_the_last_shown_step() -> None:
    walk = Walk(SECTIONS, {}, "short")
    assert flow.before(walk, flow.LOOK_OVER) == flow.shown(walk)[-1]
    assert flow.resume(walk, flow.LOOK_OVER) is None

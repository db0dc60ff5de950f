"""What holds for all answers: proved by example, looked for by Hypothesis."""

import random

from hypothesis import assume, given, settings
from strategies import answers, findings

from afterus.method import PATHS, exchange, parse_answers, reaching, read, with_changes
from afterus.method.contact import REFUSED
from afterus.method.decision import path_of
from afterus.method.facts import weigh
from afterus.method.other_answers import DOMAIN
from afterus.safety.findings import Finding

REPAIR_STEPS = {
    "say_it_once",
    "five_questions_raw",
    "find_reason_underneath",
    "one_change",
    "improve_one_thing",
    "hear_a_no",
}
CONTACT_STEPS = {"say_it_once", "hear_a_no", "practical_contact_only"}
TOWARDS_REPAIR = {"safety": 0, "let_go": 1, "space": 2, "repair": 3}


def rank(parsed, found=()):
    return TOWARDS_REPAIR[path_of(weigh(parsed, tuple(found)))]


@given(answers, findings)
def test_every_set_of_answers_has_a_reading_and_every_reason_rests_on_answers(raw, found):
    reading = read(parse_answers(raw), found)
    assert reading.path in PATHS
    assert reading.steps
    assert reading.look_again_in_days > 0
    assert all(reason.answers for reason in reading.reasons)
    assert any(reason.leads_to == reading.path for reason in reading.reasons)
    assert len(set(reading.steps)) == len(reading.steps)


@given(answers)
def test_danger_always_wins(raw):
    safety = raw.get("safety") or {}
    danger = (
        safety.get("afraid_of_ex")
        or safety.get("ex_hurt_or_threatened_me")
        or safety.get("i_hurt_or_threatened_ex")
        or safety.get("i_check_or_follow_ex")
        or safety.get("thoughts_of_suicide") in {"passing", "yes"}
        or raw.get("contact_now") == "court_order"
    )
    if danger:
        assert read(parse_answers(raw)).path == "safety"


@given(answers, findings)
def test_on_the_safety_path_nothing_is_to_be_mended_and_no_one_is_to_be_written_to(raw, found):
    reading = read(parse_answers(raw), found)
    if reading.path == "safety":
        assert reading.contact == "none"
        assert not REPAIR_STEPS & set(reading.steps)
        assert not CONTACT_STEPS & set(reading.steps)


@given(answers, findings)
def test_someone_who_was_harmed_reads_nothing_of_their_own_behaviours(raw, found):
    raw["safety"] = (raw.get("safety") or {}) | {"ex_hurt_or_threatened_me": True}
    reading = read(parse_answers(raw), found)
    rests_on = {evidence.key for reason in reading.reasons for evidence in reason.answers}
    assert not any(key.startswith(("behaviours", "acceptance", "drift")) for key in rests_on)
    assert reading.would_change == ()


@given(answers)
def test_their_wish_for_no_contact_leaves_no_step_towards_them(raw):
    for refusal in ("asked_no_contact", "court_order", "blocked"):
        reading = read(parse_answers(raw | {"contact_now": refusal}))
        assert reading.contact == "none"
        assert "say_it_once" not in reading.steps
        assert "hear_a_no" not in reading.steps
        assert reading.path in {"safety", "let_go"}
        assert not any("contact_now" in change.changes for change in reading.would_change)


@given(answers)
def test_less_acceptance_never_moves_towards_repair(raw):
    paths = [rank(parse_answers(raw | {"acceptance": level})) for level in range(11)]
    assert paths == sorted(paths)


MORE_HARM = {
    "ex.cheated": ("no", "suspected", "known"),
    "ex.lied": ("no", "suspected", "known"),
    "ex.contempt": ("never", "sometimes", "often"),
    "ex.valued_me": tuple(range(10, -1, -1)),
    "ex.available": tuple(range(10, -1, -1)),
    "safety.ex_hurt_or_threatened_me": (False, True),
    "control.by_ex": ((), ("phone",), ("phone", "whereabouts"), ("money", "phone", "whereabouts")),
    "their_behaviours.accusing.how_often": ("never", "rarely", "sometimes", "often", "constantly"),
    "their_behaviours.arguing.cause_given": ("clear", "unclear", "none"),
}


@given(answers)
def test_more_harm_by_the_other_never_moves_towards_repair(raw):
    parsed = parse_answers(raw)
    for key, worse in MORE_HARM.items():
        paths = [rank(with_changes(parsed, {key: value})) for value in worse]
        assert paths == sorted(paths, reverse=True), key


@given(answers)
def test_behaviour_with_clear_cause_never_counts_as_own_fault(raw):
    behaviours = raw.get("behaviours") or {}
    earned = {name: (said or {}) | {"cause_given": "clear"} for name, said in behaviours.items()}
    none_at_all = {name: said | {"how_often": "never"} for name, said in earned.items()}
    with_cause = weigh(parse_answers(raw | {"behaviours": earned}))
    without = weigh(parse_answers(raw | {"behaviours": none_at_all}))
    assert with_cause.own.weight == without.own.weight


@given(answers, findings)
def test_told_from_the_other_side_the_parts_change_places(raw, found):
    sides = {"ex": "me", "me": "ex", "unclear": "unclear"}
    told = [
        Finding(f.kind, sides[f.by], f.key, f.quote, f.start, f.end, f.reply)  # type: ignore[arg-type]
        for f in found
    ]
    mine = read(parse_answers(raw), found)
    theirs = read(exchange(parse_answers(raw)), told)
    assert (theirs.own_part, theirs.their_part) == (mine.their_part, mine.own_part)


@given(answers)
def test_telling_it_from_the_other_side_twice_is_telling_it(raw):
    parsed = parse_answers(raw)
    again = exchange(exchange(parsed))
    assert read(again) == read(parsed)


@given(answers)
@settings(max_examples=60)
def test_what_would_change_the_reading_does_and_no_part_of_it_would(raw):
    parsed = parse_answers(raw)
    reading = read(parsed)
    for option in reading.would_change:
        assert option.path != reading.path
        assert read(with_changes(parsed, option.changes)).path == option.path
        for key in option.changes:
            part = {k: v for k, v in option.changes.items() if k != key}
            assert rank(with_changes(parsed, part)) != TOWARDS_REPAIR[option.path]


@given(answers)
@settings(max_examples=60)
def test_one_changed_answer_is_never_missed_where_it_would_do(raw):
    parsed = parse_answers(raw)
    reading = read(parsed)
    assume(reading.path != "safety")
    named = {option.path for option in reading.would_change}
    for key in ("acceptance", "ex.contempt", "ex.open_to_talk", "times_broken_up_before"):
        for value in DOMAIN[key]:
            path = path_of(weigh(with_changes(parsed, {key: value})))
            assert path in named | {reading.path, "safety"}


@given(answers)
def test_the_order_in_which_things_were_said_does_not_matter(raw):
    def shuffled(value):
        if isinstance(value, dict):
            items = list(value.items())
            random.Random(1).shuffle(items)
            return {key: shuffled(inner) for key, inner in items}
        if isinstance(value, list):
            return [shuffled(inner) for inner in reversed(value)]
        return value

    assert read(parse_answers(shuffled(raw))) == read(parse_answers(raw))


@given(answers, findings)
def test_what_was_set_right_moves_nothing_but_the_help_offered(raw, found):
    denied = [Finding(f.kind, f.by, f.key, f.quote, f.start, f.end, "not_meant") for f in found]
    reading = read(parse_answers(raw), denied)
    plain = read(parse_answers(raw))
    assert reading.path == plain.path
    assert reading.reasons == plain.reasons
    assert bool(reading.help) >= bool(found)


@given(answers, findings)
def test_after_their_no_or_on_the_safety_path_nothing_leads_to_the_other(raw, found):
    parsed = parse_answers(raw)
    reading = read(parsed, found)
    left = reaching(reading, parsed)
    if raw.get("contact_now") in REFUSED or reading.path == "safety":
        assert left.closed
    if left.closed:
        assert not (left.drafts or left.practical or left.one_message or left.talk)
    if left.talk or left.one_message:
        assert reading.path == "repair"


def test_without_a_reading_nothing_leads_to_the_other():
    assert reaching(None, None).closed == "not_read"

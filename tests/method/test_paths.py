"""Which path which answers lead to, told through people."""

import pytest
from people import GOOD_EX, NEVER, OFTEN, alice, bob, ex, five, safe

from afterus.method import parse_answers, read


def path(raw):
    return read(parse_answers(raw)).path


def reasons(raw):
    return {reason.key for reason in read(parse_answers(raw)).reasons}


def test_fear_that_nothing_had_earned_and_that_is_accepted_leads_to_repair():
    assert path(alice()) == "repair"


def test_someone_who_did_little_is_told_to_let_go():
    assert path(alice(behaviours=five(), acceptance=2)) == "let_go"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"ex": ex(cheated="known")}, "ex_cheated"),
        ({"ex": ex(contempt="often")}, "ex_belittled"),
        ({"ex": ex(valued_me=3)}, "not_valued"),
        ({"ex": ex(available=1)}, "not_available"),
        ({"ex": ex(new_partner=True)}, "ex_moved_on"),
        ({"ex": ex(open_to_talk="no")}, "ex_not_open"),
        ({"contact_now": "blocked"}, "ex_blocked"),
        ({"contact_now": "asked_no_contact"}, "ex_asked_no_contact"),
        ({"motive": ["pain_to_stop"]}, "only_pain"),
        ({"motive": ["fear_of_alone", "pain_to_stop"]}, "only_pain"),
        ({"acceptance": 2}, "no_acceptance"),
    ],
)
def test_what_stands_against_repair_leads_to_letting_go(changed, reason):
    assert path(alice(**changed)) == "let_go"
    assert reason in reasons(alice(**changed))


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"ended_days_ago": 2}, "too_early"),
        ({"acceptance": 5}, "half_acceptance"),
        ({"times_broken_up_before": 3}, "on_and_off"),
        ({"attempts_since": "many"}, "still_chasing"),
        ({"ex": ex(contempt="sometimes", lied="known")}, "both_sides"),
        ({"ex": ex(lied="known")}, "treated_badly"),
        ({"behaviours": five()}, "answers_disagree"),
        ({"who_named_it": "nobody"}, "acceptance_not_shown"),
        ({"behaviours": None}, "too_little_said"),
        ({"safety": None}, "safety_not_said"),
    ],
)
def test_what_cannot_be_decided_yet_leads_to_space(changed, reason):
    assert path(alice(**changed)) == "space"
    assert reason in reasons(alice(**changed))


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"safety": safe(afraid_of_ex=True)}, "afraid_of_ex"),
        ({"safety": safe(ex_hurt_or_threatened_me=True)}, "harmed_by_ex"),
        ({"safety": safe(i_hurt_or_threatened_ex=True)}, "i_harmed_ex"),
        ({"safety": safe(i_check_or_follow_ex=True)}, "i_follow_ex"),
        ({"safety": safe(thoughts_of_suicide="passing")}, "passing_thoughts"),
        ({"safety": safe(thoughts_of_suicide="yes")}, "thoughts_of_suicide"),
        ({"contact_now": "court_order"}, "court_order"),
        ({"control": {"by_ex": ["money"]}}, "controlled_by_ex"),
        ({"control": {"by_me": ["phone", "whereabouts"]}}, "i_controlled_ex"),
        ({"contact_now": "asked_no_contact", "attempts_since": "many"}, "chasing_after_no"),
        ({"harm_pattern": "once"}, "harm_unclear"),
    ],
)
def test_danger_for_either_comes_before_any_talk_of_repair(changed, reason):
    assert path(alice(**changed)) == "safety"
    assert reason in reasons(alice(**changed))


def test_having_looked_at_a_phone_once_is_weighed_but_is_not_yet_control():
    reading = read(parse_answers(alice(control={"by_me": ["phone"]})))
    assert reading.path == "repair"
    assert reading.own_part == "significant"


def test_love_beside_the_pain_is_not_only_pain():
    assert path(alice(motive=["love", "pain_to_stop"])) == "repair"


def test_in_the_first_days_a_refusal_to_talk_decides_nothing():
    assert path(alice(ended_days_ago=2, ex=ex(open_to_talk="no"))) == "space"


def test_in_the_first_days_a_betrayal_decides_already():
    assert path(alice(ended_days_ago=2, ex=ex(cheated="known"))) == "let_go"


def test_blame_that_belongs_to_the_other_is_named_as_not_theirs():
    assert "blame_not_mine" in reasons(bob(acceptance=9))


def test_nothing_said_is_a_reading_too_and_claims_nothing():
    reading = read(parse_answers({}))
    assert reading.path == "space"
    assert reading.own_part == reading.their_part == "not_said"


def test_not_said_is_never_taken_for_never():
    raw = alice(behaviours={"accusing": OFTEN | {"how_often": "sometimes"}})
    assert "little_was_mine" not in reasons(raw | {"behaviours": {"accusing": NEVER}})
    assert read(parse_answers(raw)).own_part == "some"


def test_suspicion_alone_counts_for_nothing_against_the_other():
    assert read(parse_answers(alice(ex=ex(cheated="suspected")))).their_part == "little"


def test_one_message_only_where_nothing_was_sent_yet():
    assert read(parse_answers(alice(attempts_since="none"))).contact == "one_message"
    assert read(parse_answers(alice(attempts_since="one"))).contact == "wait"
    assert read(parse_answers(alice(contact_now="daily"))).contact == "wait"


def test_not_knowing_whether_they_are_open_is_a_reason_to_wait():
    assert read(parse_answers(alice(ex=GOOD_EX | {"open_to_talk": "unsure"}))).contact == "wait"


def test_celebrating_is_for_those_who_were_held_lightly_not_for_those_who_harmed():
    assert "celebrate" in read(parse_answers(bob())).steps
    assert "celebrate" not in read(parse_answers(alice(acceptance=1))).steps


def test_someone_in_danger_is_seen_again_soon():
    raw = alice(safety=safe(thoughts_of_suicide="yes"))
    assert read(parse_answers(raw)).look_again_in_days == 1

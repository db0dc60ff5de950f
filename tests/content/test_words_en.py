"""The reflection asks for what the contract knows, and every reading can be said."""

import re
import types
import typing
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec
import pytest

from afterus.content import Other, load, render_all
from afterus.method.contract import BEHAVIOURS, Answers, Fear, HowOften
from afterus.method.reading import PATHS, ContactAdvice

EN = load("en")
SAM = Other("Sam", "she")
STEPS = [step for section in EN.reflection for step in section.steps]
FIELDS = [field for step in STEPS for field in step.fields]

REASONS_BY_PATH = {
    "safety": """harmed_by_ex afraid_of_ex controlled_by_ex i_harmed_ex i_controlled_ex i_follow_ex
        chasing_after_no harm_unclear thoughts_of_suicide passing_thoughts court_order
        wrote_of_harm_by_ex wrote_of_harm_by_me wrote_of_harm wrote_of_suicide""",
    "let_go": """little_was_mine blame_not_mine ex_cheated ex_belittled not_valued not_available
        ex_moved_on ex_asked_no_contact ex_blocked ex_not_open only_pain no_acceptance""",
    "space": """too_early half_acceptance acceptance_not_shown answers_disagree both_sides
        treated_badly on_and_off still_chasing too_little_said safety_not_said""",
    "repair": "fear_drove_it own_part_accepted nothing_stands_against",
    "light": """drift fears_pair feeling_is_fine clear_cause work_done brooding_high children
        space_helps time_heals celebrate no_odds""",
}
REASONS = [key for keys in REASONS_BY_PATH.values() for key in keys.split()]
STEPS_BY_PATH = {
    "safety": """find_help call_partner_violence_line call_own_behaviour_line call_crisis_line
        tell_someone distance_from_means make_safety_plan stay_a_while leave_them_be stop_checking
        follow_the_order talk_to_specialist children_through_others""",
    "space": """give_space mute_and_put_away care_for_body one_trusted_person note_urges
        answer_what_is_missing write_both_sides see_therapist look_again""",
    "repair": """say_it_once five_questions_raw find_reason_underneath one_change calm_practice
        read_a_book therapist_for_deep hear_a_no""",
    "let_go": """let_their_no_be do_not_go_back care_for_pain face_being_alone what_i_gave_and_got
        what_i_take improve_one_thing plans_with_people celebrate""",
    "anywhere": "practical_contact_only limit_brooding",
}
STEP_IDS = [key for keys in STEPS_BY_PATH.values() for key in keys.split()]
SAFETY_KINDS = ("harmed", "harming", "both", "suicide", "order", "default")
LEVELS = ("little", "some", "significant", "not_said")
CONTACT_WORDS = (
    *get_args(ContactAdvice),
    *(f"none_{why}" for why in ("asked", "order", "blocked", "safety", "let_go", "children")),
)
TO_THEM = r"\b(message|write to|text|call|phone|visit|meet|see) (\{them\}|\{name\})"
REFUSAL = r"\b(no|not|never|nor)\b|n't\b"


def without_none(hint: Any) -> Any:
    if get_origin(hint) in (types.UnionType, typing.Union):
        rest = [one for one in get_args(hint) if one is not type(None)]
        return rest[0] if len(rest) == 1 else hint
    return hint


def contract(shape: type, prefix: str = "") -> dict[str, Any]:
    """Every dotted answer key with its type; groups are named beside what is in them."""
    found: dict[str, Any] = {}
    for name, hint in get_type_hints(shape).items():
        key, hint = f"{prefix}{name}", without_none(hint)
        found[key] = hint
        if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
            found |= contract(hint, f"{key}.")
    return found


CONTRACT = contract(Answers)


def values_of(hint: Any) -> set[object]:
    """What may be chosen for an answer of this type; empty for numbers and free text."""
    if get_origin(hint) is Literal:
        return set(get_args(hint))
    if hint is bool:
        return {True, False}
    if get_origin(hint) is tuple:
        return values_of(get_args(hint)[0])
    return set()


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
def test_every_field_fills_an_answer_of_the_contract(field):
    assert field.key in CONTRACT


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
def test_the_options_are_the_contracts_values(field):
    offered = {option.value for option in field.options}
    if field.kind == "rows":
        assert offered == set(get_args(HowOften))
    elif field.kind == "insecurities":
        assert offered == set(get_args(Fear))
    elif field.kind == "person":
        assert offered == {"he", "she", "they"}
    else:
        assert offered == values_of(CONTRACT[field.key])


def test_every_answer_of_the_contract_is_asked_for():
    asked = {field.key for field in FIELDS}
    groups = {"other", "insecurities", "their_behaviours"}
    leaves = {
        key
        for key, hint in CONTRACT.items()
        if not (isinstance(hint, type) and issubclass(hint, msgspec.Struct))
    }
    assert {key for key in leaves if key not in asked and key.split(".")[0] not in groups} == set()


def test_no_answer_is_asked_for_twice():
    keys = [field.key for field in FIELDS]
    assert len(keys) == len(set(keys))


def test_safety_is_asked_before_anything_about_who_did_what():
    asked = [field.key for field in FIELDS if field.key != "other"]
    assert all(key.startswith("safety.") for key in asked[:5])


def test_nothing_has_to_be_answered():
    assert not [field.key for field in FIELDS if field.required]


def test_a_step_asks_one_short_question():
    assert [step.id for step in STEPS if len(step.title.split()) > 14] == []
    assert [step.id for step in STEPS if not step.lead] == []


def test_conditions_look_at_answers_of_the_contract():
    assert {one.key for step in STEPS for one in step.show_if} <= CONTRACT.keys()


def test_every_step_can_be_said_without_a_name():
    for step in STEPS:
        said = render_all(step, Other())
        assert "{" not in f"{said.title}{said.lead}{said.aside}{said.example}"


@pytest.mark.parametrize("key", REASONS)
def test_every_reason_has_words(key):
    assert EN.say(f"reading.reason.{key}.title", SAM)
    assert EN.say(f"reading.reason.{key}.text", SAM)


@pytest.mark.parametrize("key", STEP_IDS)
def test_every_step_to_take_has_words(key):
    assert all(EN.say(f"reading.step.{key}.{part}", SAM) for part in ("title", "text", "why"))


@pytest.mark.parametrize("path", PATHS)
def test_every_path_answers_the_question(path):
    places = [f"{path}.{kind}" for kind in SAFETY_KINDS] if path == "safety" else [path]
    for place in places:
        for part in ("title", "lead", "answer"):
            assert EN.say(f"reading.path.{place}.{part}", SAM)
    assert EN.say(f"reading.path_name.{path}")


def test_both_parts_can_be_said_at_every_level():
    for side in ("own", "their"):
        for level in LEVELS:
            assert EN.say(f"reading.part.{side}.{level}.title", SAM)
            assert EN.say(f"reading.part.{side}.{level}.text", SAM)


def test_the_picture_has_words_for_every_fear_and_behaviour():
    for fear in get_args(Fear):
        assert EN.say(f"reading.chain.fears.{fear}", SAM)
    for behaviour in BEHAVIOURS:
        assert EN.say(f"reading.chain.behaviour.{behaviour}", SAM)
        effect = EN.say(f"reading.chain.effects.{behaviour}", SAM)
        assert "may have" in effect


@pytest.mark.parametrize("which", CONTACT_WORDS)
def test_contact_can_be_said_in_every_case(which):
    assert EN.say(f"reading.contact.{which}.title", SAM)
    assert EN.say(f"reading.contact.{which}.text", SAM)


def test_the_plain_answer_is_said_plainly():
    assert EN.say("reading.path.let_go.answer").startswith("You don't.")


def test_whoever_was_harmed_is_told_it_was_not_their_fault():
    for key in (
        "reason.harmed_by_ex.text",
        "reason.controlled_by_ex.text",
        "path.safety.both.lead",
    ):
        assert "not your fault" in EN.say(f"reading.{key}", SAM)
    assert "not your fault" in EN.say("reading.path.safety.harmed.lead", SAM)


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?:])\s+", text)


def test_no_step_of_safety_or_letting_go_leads_to_them():
    for path in ("safety", "space", "let_go", "anywhere"):
        for step in STEPS_BY_PATH[path].split():
            for part in ("title", "text"):
                for sentence in sentences(raw(f"reading.step.{step}.{part}")):
                    leads = re.search(TO_THEM, sentence, re.IGNORECASE)
                    assert not leads or re.search(REFUSAL, sentence) or "want to" in sentence, step


def raw(key: str) -> str:
    """A text with its placeholders for the other person left as they stand."""
    marks = {"name": "{name}", "them": "{them}"}
    said = EN.say(key, Other("NAME", "she"))
    return re.sub(r"\bNAME\b", marks["name"], re.sub(r"\bher\b", marks["them"], said))


def test_no_reading_speaks_of_odds_or_of_a_return():
    promise = r"will come back|comes back to you|win .* back|likely to return|your chances"
    words = dict.fromkeys(("what", "value", "path", "date", "before", "after"), "x")
    readings = [key for key in sorted(EN.keys()) if key.startswith("reading.")]
    for key in readings:
        assert not re.search(promise, EN.say(key, SAM, **words, days=3), re.IGNORECASE), key

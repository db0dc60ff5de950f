"""What to do next, in order: small things, today or this week."""

from collections.abc import Iterator

from afterus.method.facts import Facts
from afterus.method.reading import ContactAdvice, Help, Path
from afterus.method.rules.light import BROODING, celebrates
from afterus.method.rules.safety import HARMED, HARMING, SUICIDE, UNCLEAR_HARM
from afterus.safety.findings import Finding

_MOTIVE_STEPS = (("pain_to_stop", "care_for_pain"), ("fear_of_alone", "face_being_alone"))
_THEIR_NO = frozenset({"ex_asked_no_contact", "ex_blocked", "ex_moved_on", "ex_not_open"})


def steps(
    facts: Facts, path: Path, contact: ContactAdvice, decided: frozenset[str]
) -> tuple[str, ...]:
    """The step ids for this reading, each once, in the order to take them."""
    by_path = {"safety": _safety, "let_go": _let_go, "space": _space}
    if path == "repair":
        chosen = list(_repair(facts, contact))
    else:
        chosen = list(by_path[path](facts, decided))
    chosen += _anywhere(facts, path)
    return tuple(dict.fromkeys(chosen))


def look_again_in_days(facts: Facts, path: Path, decided: frozenset[str]) -> int:
    """Days until a new look is worth it; soon where someone may be in danger."""
    if path == "safety":
        if "thoughts_of_suicide" in decided or "wrote_of_suicide" in decided:
            return 1
        return 3 if "passing_thoughts" in decided else 7
    if decided & {"safety_not_said", "too_little_said"}:
        return 7
    return {"space": 14 if facts.early else 21, "repair": 30, "let_go": 30}[path]


def help_to_offer(
    facts: Facts, findings: tuple[Finding, ...], decided: frozenset[str]
) -> tuple[Help, ...]:
    """Help to name beside the reading; offered for what was written even where it was set right."""
    wanted: list[Help] = []
    if decided & SUICIDE or any(f.kind == "suicide" for f in findings):
        wanted.append("distress")
    harm = [f.by for f in findings if f.kind != "suicide"]
    harmed = decided & (HARMED | UNCLEAR_HARM)
    if harmed or facts.control.by_ex or "ex" in harm or "unclear" in harm:
        wanted.append("partner_violence")
    if decided & (HARMING | UNCLEAR_HARM) or facts.control.by_me or "me" in harm:
        wanted.append("own_behaviour")
    return tuple(wanted)


def _safety(facts: Facts, decided: frozenset[str]) -> Iterator[str]:
    if decided & SUICIDE:
        yield from ("call_crisis_line", "tell_someone", "distance_from_means", "stay_a_while")
    if decided & HARMED:
        yield from ("find_help", "call_partner_violence_line", "make_safety_plan", "tell_someone")
    if decided & HARMING:
        yield "leave_them_be"
        if decided & {"i_follow_ex", "chasing_after_no", "wrote_of_harm_by_me"}:
            yield "stop_checking"
        yield from ("call_own_behaviour_line", "talk_to_specialist")
    if decided & UNCLEAR_HARM:
        yield from ("find_help", "talk_to_specialist")
    if "court_order" in decided:
        yield from ("follow_the_order", "leave_them_be")
    if facts.answers.children and decided - SUICIDE:
        yield "children_through_others"
    yield "care_for_body"


def _space(facts: Facts, decided: frozenset[str]) -> Iterator[str]:
    yield "give_space"
    if decided & {"safety_not_said", "too_little_said"}:
        yield "answer_what_is_missing"
    yield from ("care_for_body", "one_trusted_person")
    if "still_chasing" in decided:
        yield from ("note_urges", "mute_and_put_away")
    if decided & {"both_sides", "treated_badly", "answers_disagree", "half_acceptance"} or (
        "acceptance_not_shown" in decided
    ):
        yield "write_both_sides"
    if "on_and_off" in decided and "therapy" not in (facts.answers.work_done or ()):
        yield "see_therapist"
    yield "look_again"


def _repair(facts: Facts, contact: ContactAdvice) -> Iterator[str]:
    done = facts.answers.work_done or ()
    yield "give_space"
    if contact == "one_message":
        yield "say_it_once"
    yield "five_questions_raw"
    if not facts.answers.underneath:
        yield "find_reason_underneath"
    yield from ("one_change", "calm_practice")
    if "read" not in done:
        yield "read_a_book"
    if "therapy" not in done:
        yield "therapist_for_deep"
    yield from ("hear_a_no", "look_again")


def _let_go(facts: Facts, decided: frozenset[str]) -> Iterator[str]:
    if decided & _THEIR_NO:
        yield "let_their_no_be"
    for motive, step in _MOTIVE_STEPS:
        if motive in (facts.answers.motive or ()):
            yield step
    yield from ("do_not_go_back", "mute_and_put_away", "what_i_gave_and_got", "what_i_take")
    if facts.own.counts:
        yield "improve_one_thing"
    yield "plans_with_people"
    if celebrates(decided):
        yield "celebrate"


def _anywhere(facts: Facts, path: Path) -> Iterator[str]:
    if facts.answers.children and path != "safety":
        yield "practical_contact_only"
    brooding = facts.answers.brooding
    if brooding is not None and brooding >= BROODING:
        yield "limit_brooding"

"""What adds light without deciding: the rest of the method's thought, where the answers speak."""

from collections.abc import Iterator

from afterus.method.contract import BEHAVIOURS
from afterus.method.facts import FIVE, Facts, of_part
from afterus.method.reading import Path, Reason
from afterus.method.rules.repair import unearned

BROODING = 7
CELEBRATED = frozenset(
    {"little_was_mine", "blame_not_mine", "ex_cheated", "ex_belittled", "not_valued"}
    | {"not_available"}
)


def reasons(facts: Facts, path: Path, decided: frozenset[str]) -> Iterator[Reason]:
    """Supporting reasons for a path already decided by the reasons named in ``decided``."""
    return (reason for reason in _light(facts, path, decided) if reason.answers)


def celebrates(decided: frozenset[str]) -> bool:
    """Whether being let go is something to celebrate: the other held it lightly."""
    return not CELEBRATED.isdisjoint(decided)


def _light(facts: Facts, path: Path, decided: frozenset[str]) -> Iterator[Reason]:
    if path != "safety":
        yield from _understanding(facts)
        yield from _where_it_leads(facts, path, decided)
    brooding = facts.answers.brooding
    if brooding is not None and brooding >= BROODING:
        yield _reason(facts, "brooding_high", "brooding", "brooding")
    if facts.answers.children:
        yield _reason(facts, "children", "children_in_common", "children")


def _understanding(facts: Facts) -> Iterator[Reason]:
    if drift := facts.evidence("drift.showed_early", "drift.showed_late"):
        yield Reason("drift", "drift_of_comfort", None, drift)
    pair = facts.evidence("fears", "insecurities")
    if len(pair) == 2:
        yield Reason("fears_pair", "fear_and_insecurity", None, pair)
    if facts.answers.fears and (acted := unearned(facts)):
        evidence = (*facts.evidence("fears"), *acted)
        yield Reason("feeling_is_fine", "feeling_is_not_acting", None, evidence)
    if earned := _clear_cause(facts):
        yield _reason(facts, "clear_cause", "cause_matters", *earned)
    if facts.answers.work_done:
        yield _reason(facts, "work_done", "work_on_it", "work_done")


def _where_it_leads(facts: Facts, path: Path, decided: frozenset[str]) -> Iterator[Reason]:
    yield _reason(facts, "space_helps", "give_space", "contact_now", "attempts_since")
    if path == "repair":
        yield _reason(facts, "no_odds", "no_odds", "ex.open_to_talk", "acceptance")
    if path == "let_go":
        yield _reason(facts, "time_heals", "time_heals", "ended_days_ago")
        if celebrates(decided):
            rests_on = of_part(facts.their) or facts.evidence(*FIVE)
            yield Reason("celebrate", "celebrate_being_let_go", None, rests_on)


def _clear_cause(facts: Facts) -> list[str]:
    return [
        f"behaviours.{name}.{field}"
        for name in BEHAVIOURS
        if facts.evidence(f"behaviours.{name}.cause_given")
        and (measure := getattr(facts.answers.behaviours, name)).cause_given == "clear"
        and measure.how_often not in {None, "never"}
        for field in ("how_often", "cause_given")
    ]


def _reason(facts: Facts, key: str, principle: str, *answers: str) -> Reason:
    return Reason(key, principle, None, facts.evidence(*answers))

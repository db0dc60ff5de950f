"""What would change a reading: the smallest other answers that lead to another path."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from msgspec.structs import replace

from afterus.method.answers import value_at
from afterus.method.contact import REFUSED
from afterus.method.contract import BEHAVIOURS, Answers, Behaviours, Ex, Measure
from afterus.method.decision import decide, path_of
from afterus.method.facts import ACCEPTED, EARLY_DAYS, LOW, NOT_ACCEPTED, Facts, weigh
from afterus.method.reading import PATHS, Path, WouldChange

_OFTEN = ("never", "rarely", "sometimes", "often", "constantly")
_KNOWN = ("no", "suspected", "known")
DOMAIN: dict[str, tuple[Any, ...]] = {
    "acceptance": (0, NOT_ACCEPTED, NOT_ACCEPTED + 1, ACCEPTED - 1, ACCEPTED, 10),
    **{f"behaviours.{name}.how_often": _OFTEN for name in BEHAVIOURS},
    **{f"behaviours.{name}.cause_given": ("none", "unclear", "clear") for name in BEHAVIOURS},
    "ex.valued_me": (0, 2, LOW, LOW + 1, LOW + 2, 10),
    "ex.available": (0, 2, LOW, LOW + 1, LOW + 2, 10),
    "ex.cheated": _KNOWN,
    "ex.lied": _KNOWN,
    "ex.contempt": ("never", "sometimes", "often"),
    "ex.open_to_talk": ("no", "unsure", "yes"),
    "ex.new_partner": (False, True),
    "motive": (("love",), ("pain_to_stop",)),
    "attempts_since": ("none", "one", "several", "many"),
    "who_named_it": ("me", "ex", "both", "nobody"),
    "times_broken_up_before": (0, 1, 2),
    "ended_days_ago": (EARLY_DAYS,),
    "contact_now": ("none", "some", "daily", "blocked"),
    **{f"their_behaviours.{name}.how_often": _OFTEN for name in BEHAVIOURS},
}
"""The answers that decide a path, and for each the values at which a rule turns."""

MOST_PER_PATH = 3
Change = tuple[str, Any]
Changes = tuple[Change, ...]

RESTS_ON_ONE = frozenset(
    {"ex_cheated", "ex_belittled", "not_valued", "not_available", "ex_moved_on", "ex_not_open"}
    | {"ex_asked_no_contact", "ex_blocked", "only_pain"}
    | {"too_early", "on_and_off", "still_chasing"}
)
"""Reasons that only another answer to the one question they rest on can undo."""

WEIGHS_OWN = frozenset({"little_was_mine", "blame_not_mine", "answers_disagree"})
"""Reasons that hang on all that weighs on one's own part."""


def would_change(facts: Facts, path: Path) -> tuple[WouldChange, ...]:
    """Up to three smallest changes to each other path: one answer, or two where one is not enough.

    Each really leads there, and no part of it does. Harm that was done by either, and the other's
    wish for no contact, are never offered as something to answer otherwise.
    """
    if path == "safety":
        return _once_safe(facts)
    singles = list(_singles(facts.answers))
    others: set[Path] = set(PATHS) - {path, "safety"}
    found = _gather(facts, others, ((change,) for change in singles))
    found |= _gather(facts, others - set(found), _pairs(facts, singles))
    return tuple(
        WouldChange(dict(changes), target) for target in PATHS for changes in found.get(target, ())
    )


def _gather(
    facts: Facts, wanted: set[Path], candidates: Iterable[Changes]
) -> dict[Path, list[Changes]]:
    """The first few candidates that lead to each wanted path; of one set of keys, the nearest."""
    found: dict[Path, list[Changes]] = {}
    seen: set[tuple[Path, tuple[str, ...]]] = set()
    for changes in candidates if wanted else ():
        target = _path_after(facts, changes)
        place = (target, tuple(key for key, _ in changes))
        if target not in wanted or place in seen:
            continue
        seen.add(place)
        found.setdefault(target, []).append(changes)
        if len(found[target]) == MOST_PER_PATH:
            wanted = wanted - {target}
            if not wanted:
                break
    return found


def _once_safe(facts: Facts) -> tuple[WouldChange, ...]:
    """Only thoughts of suicide pass; that someone was hurt or frightened is not answered away."""
    key = "safety.thoughts_of_suicide"
    if value_at(facts.answers, key) not in {"passing", "yes"}:
        return ()
    target = _path_after(facts, ((key, "no"),))
    return () if target == "safety" else (WouldChange({key: "no"}, target),)


def _singles(answers: Answers) -> Iterator[Change]:
    for key, values in DOMAIN.items():
        now = value_at(answers, key)
        if key == "contact_now" and now in REFUSED:
            continue
        if key == "ended_days_ago" and now is not None and now >= EARLY_DAYS:
            continue
        others = (value for value in values if value != now)
        yield from ((key, value) for value in sorted(others, key=partial(_distance, values, now)))


def _pairs(facts: Facts, singles: list[Change]) -> Iterator[Changes]:
    """Pairs of changes that can undo every reason there is; most pairs cannot and are not tried."""
    _, reasons = decide(facts)
    must = {reason.answers[0].key for reason in reasons if reason.key in RESTS_ON_ONE}
    if must:
        first_keys = {min(must)}
    elif reasons[0].key in WEIGHS_OWN:
        first_keys = {key for key in DOMAIN if key.startswith("behaviours")} | {"acceptance"}
    else:
        first_keys = {evidence.key for evidence in reasons[0].answers}
    for first in (change for change in singles if change[0] in first_keys):
        for second in singles:
            if second[0] != first[0] and must <= {first[0], second[0]}:
                yield (first, second) if first[0] < second[0] else (second, first)


def _path_after(facts: Facts, changes: Changes) -> Path:
    answers = facts.answers
    for key, value in changes:
        answers = _with(answers, key.split("."), value)
    return path_of(weigh(answers, facts.findings))


_GROUPS = {"ex": Ex, "behaviours": Behaviours, "their_behaviours": Behaviours}


def _with(group: Any, names: list[str], value: Any) -> Any:
    """``group`` with one answer replaced, a group not said yet begun."""
    name, *rest = names
    if rest:
        inner = getattr(group, name)
        if inner is None:
            inner = _GROUPS.get(name, Measure)()
        value = _with(inner, rest, value)
    return replace(group, **{name: value})


def _distance(values: tuple[Any, ...], now: Any, value: Any) -> int:
    if isinstance(now, int) and not isinstance(now, bool):
        return abs(int(value) - now)
    return abs(values.index(value) - values.index(now)) if now in values else values.index(value)

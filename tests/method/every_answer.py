"""Every combination of the answers that decide a path, each axis from best to worst."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from afterus.method.contract import Answers, Behaviours, Control, Ex, Measure, Safety

NEVER = Measure("never", "none")


def _five(accusing: Measure) -> Behaviours:
    return Behaviours(accusing, NEVER, NEVER, NEVER, NEVER)


PATH_AXES: dict[str, Sequence[Any]] = {
    "acceptance": (9, 5, 2, None),
    "valued_me": (8, 4, 2),
    "contempt": ("never", "sometimes", "often"),
    "cheated": ("no", "known"),
    "lied": ("no", "known"),
    "behaviours": (
        _five(Measure("often", "none")),
        _five(NEVER),
        _five(Measure("constantly", "clear")),
        None,
    ),
    "gone": (("yes", False), ("no", False), ("unsure", True)),
    "contact_now": ("none", "blocked", "asked_no_contact", "court_order"),
    "ended_days_ago": (30, 2, None),
    "motive": (("love",), ("pain_to_stop",)),
    "times_broken_up_before": (0, 2),
    "attempts_since": ("none", "many"),
}

SAFETY_AXES: dict[str, Sequence[Any]] = {
    "afraid_of_ex": (False, True, None),
    "ex_hurt_or_threatened_me": (False, True, None),
    "i_hurt_or_threatened_ex": (False, True, None),
    "i_check_or_follow_ex": (False, True, None),
    "thoughts_of_suicide": ("no", "passing", "yes", None),
    "by_ex": (None, ("phone",), ("money",)),
    "by_me": (None, ("phone",), ("phone", "whereabouts")),
    "harm_pattern": (None, "once"),
    "contact_now": ("none", "daily", "asked_no_contact", "court_order"),
    "corner": ("repair", "let_go", "nothing"),
}

NO_DANGER = Safety(False, False, False, False, "no")


def path_answers() -> Iterator[tuple[tuple[int, ...], Answers]]:
    """(place on every axis, answers) for every combination of what decides beside safety."""
    for place, values in _grid(PATH_AXES):
        said = dict(zip(PATH_AXES, values, strict=True))
        open_to_talk, new_partner = said.pop("gone")
        ex = Ex(
            valued_me=said.pop("valued_me"),
            available=8,
            cheated=said.pop("cheated"),
            lied=said.pop("lied"),
            contempt=said.pop("contempt"),
            new_partner=new_partner,
            open_to_talk=open_to_talk,
        )
        yield place, Answers(safety=NO_DANGER, ex=ex, **said)


def safety_answers() -> Iterator[tuple[tuple[int, ...], Answers]]:
    """(place on every axis, answers) for every combination of the safety answers."""
    corners = {
        "repair": {"behaviours": _five(Measure("often", "none")), "acceptance": 9},
        "let_go": {"behaviours": _five(NEVER), "acceptance": 1},
        "nothing": {},
    }
    ex = Ex(valued_me=8, available=8, contempt="never", open_to_talk="yes")
    for place, values in _grid(SAFETY_AXES):
        *five, by_ex, by_me, pattern, contact, corner = values
        yield (
            place,
            Answers(
                safety=Safety(*five),
                control=Control(by_ex, by_me),
                harm_pattern=pattern,
                contact_now=contact,
                ended_days_ago=30,
                ex=ex,
                **corners[corner],
            ),
        )


def worse(axes: dict[str, Sequence[Any]], axis: str, place: tuple[int, ...]) -> tuple[int, ...]:
    """The same place one step worse on one axis."""
    at = list(axes).index(axis)
    return (*place[:at], place[at] + 1, *place[at + 1 :])


def _grid(axes: dict[str, Sequence[Any]]) -> Iterator[tuple[tuple[int, ...], tuple[Any, ...]]]:
    places = product(*(range(len(values)) for values in axes.values()))
    return zip(places, product(*axes.values()), strict=True)

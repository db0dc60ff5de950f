"""Which advice fits what a message does: keys of `draft.advice.<key>` in content, no words."""

from collections.abc import Iterable
from typing import Final, Literal

import msgspec

from afterus.language.labels import LABELS, Label

Tone = Literal["stop", "rethink", "good"]

_PRESSING: Final = ("controls", "accuses", "demands", "argues", "pursues", "overcomplicates")
_GOOD: Final = ("owns", "respects", "cares")
# Where two labels meet, one advice speaks of both: what it is, what it needs, which it stands for.
_TOGETHER: Final[tuple[tuple[str, frozenset[str], frozenset[str]], ...]] = (
    ("turned_apology", frozenset({"owns", "accuses"}), frozenset({"owns", "accuses"})),
    ("respect_with_plea", frozenset({"respects", "pursues"}), frozenset({"respects", "pursues"})),
    ("fear_as_blame", frozenset({"fears", "accuses"}), frozenset({"fears", "accuses"})),
    ("fear_as_control", frozenset({"fears", "controls"}), frozenset({"fears", "controls"})),
    ("care_that_presses", frozenset({"cares", "demands"}), frozenset({"cares", "demands"})),
    ("care_that_pleads", frozenset({"cares", "pursues"}), frozenset({"cares", "pursues"})),
)
_ENOUGH: Final = frozenset({"cares", "respects"})
_MOST: Final = 3


class Advice(msgspec.Struct, frozen=True):
    """One thing to say about a draft, and the labels whose words it speaks of."""

    key: str
    tone: Tone
    labels: tuple[Label, ...]


def advise(labels: Iterable[Label]) -> tuple[Advice, ...]:
    """The advice for a message with these labels, what matters most first; at most three.

    A threat stops all other talk. What presses comes before what is good.
    """
    held = set(labels)
    if "threatens" in held:
        return (Advice("threatens", "stop", ("threatens",)),)
    advice: list[Advice] = []
    spoken: set[str] = set()
    for key, needed, stands_for in _TOGETHER:
        if needed <= held and not stands_for & spoken:
            advice.append(Advice(key, "rethink", _ordered(needed)))
            spoken |= stands_for
    advice += (Advice(each, "rethink", (each,)) for each in _PRESSING if each in held - spoken)
    if not advice and held >= _ENOUGH:
        return (Advice("enough", "good", _ordered(held & {*_GOOD, "fears"})),)
    if "fears" in held - spoken:
        advice.append(Advice("fears", "good", ("fears",)))
    advice += (Advice(label, "good", (label,)) for label in _GOOD if label in held - spoken)
    return tuple(advice[:_MOST])


def _ordered(labels: Iterable[str]) -> tuple[Label, ...]:
    held = set(labels)
    return tuple(label for label in LABELS if label in held)

"""How far two annotators agree, label by label."""

from collections.abc import Mapping
from dataclasses import dataclass

Votes = Mapping[int, set[str]]


@dataclass(frozen=True)
class Agreement:
    """Counts of one label, the F1 of the one against the other, and Krippendorff's alpha."""

    label: str
    first: int
    second: int
    f1: float
    alpha: float


def agreement(one: Votes, other: Votes, label: str) -> Agreement:
    """For the messages that both have labelled.

    Alpha for two coders and a yes or no each (Krippendorff 2019, nominal data): 1 - observed
    over expected disagreement, the expected one from all values together without replacement.
    """
    both = sorted(set(one) & set(other))
    pairs = [(label in one[number], label in other[number]) for number in both]
    first, second = (sum(pair[side] for pair in pairs) for side in (0, 1))
    hits = sum(a and b for a, b in pairs)
    values, yes = 2 * len(pairs), first + second
    observed = sum(a != b for a, b in pairs) / len(pairs) if pairs else 0.0
    expected = 2 * yes * (values - yes) / (values * (values - 1)) if values > 1 else 0.0
    f1 = 2 * hits / yes if yes else 1.0
    return Agreement(label, first, second, f1, 1 - observed / expected if expected else 1.0)


def disputed(one: Votes, other: Votes) -> list[int]:
    """The messages on which the two do not say the same."""
    return sorted(number for number in set(one) & set(other) if one[number] != other[number])


def settled(votes: Mapping[str, set[str]]) -> set[str] | None:
    """The labels that most of the annotators give; None where two stand against each other."""
    given = list(votes.values())
    if len(given) == 2 and given[0] != given[1]:
        return None
    return {
        label for one in given for label in one if sum(label in v for v in given) * 2 > len(given)
    }

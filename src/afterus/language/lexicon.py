"""The words of one language that reading a sentence needs; handed in as data."""

import msgspec


class Lexicon(msgspec.Struct, frozen=True):
    """Word lists, all in lower case; a phrase of several words is written with spaces.

    `contractions` and `slips` map one written word to the words it stands for.
    """

    contractions: dict[str, str]
    slips: dict[str, str]
    not_names: frozenset[str]
    partners: frozenset[str]
    kin: frozenset[str]
    people: frozenset[str]
    my: frozenset[str]
    determiners: frozenset[str]
    me: frozenset[str]
    they: frozenset[str]
    both: frozenset[str]
    things: frozenset[str]
    nobody: frozenset[str]
    object_forms: frozenset[str]
    causing: frozenset[str]
    helpers: frozenset[str]
    joining: frozenset[str]
    fillers: frozenset[str]
    negators: frozenset[str]
    negation_ends: frozenset[str]
    not_negated: frozenset[str]
    still_true: tuple[str, ...]
    hypothetical: tuple[str, ...]
    remote: tuple[str, ...]
    joking: tuple[str, ...]
    reporting: frozenset[str]

"""Who does it: the nearest subject before a verb."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from afterus.language.lexicon import Lexicon

Role = Literal["me", "they", "both", "other", "thing", "nobody", "none"]
_FURTHEST = 12


class Subject(msgspec.Struct, frozen=True):
    """Who acts, and the place of the word that says so (the verb's own place when unsaid)."""

    role: Role
    place: int


def subject_before(words: Sequence[str], verb: int, lexicon: Lexicon) -> Subject:
    """The subject of the verb at this place in plain words; role "none" when unsaid."""
    near = True
    for place in range(verb - 1, max(-1, verb - _FURTHEST), -1):
        word = words[place]
        if word in lexicon.object_forms:
            if _is_caused(words, place, verb, lexicon):
                return Subject("me" if word == "me" else "they", place)
            near = False
            continue
        role = _pronoun(word, lexicon)
        if role != "none" and (near or role not in {"thing", "nobody"}):
            return Subject(role, place)
        if word in lexicon.joining:
            near = False
        if word in lexicon.helpers or word in lexicon.fillers or word in lexicon.negators:
            continue
        noun = _noun(words, place, lexicon, near)
        if noun.role != "none":
            return noun
        near = False
    return Subject("none", verb)


def _is_caused(words: Sequence[str], place: int, verb: int, lexicon: Lexicon) -> bool:
    """`saw him hit me`: an object form that is the one who acts."""
    return place == verb - 1 and place > 0 and words[place - 1] in lexicon.causing


def _pronoun(word: str, lexicon: Lexicon) -> Role:
    if word in lexicon.me:
        return "me"
    if word in lexicon.they or word in lexicon.partners:
        return "they"
    if word in lexicon.both:
        return "both"
    if word in lexicon.nobody:
        return "nobody"
    return "thing" if word in lexicon.things else "none"


def _noun(words: Sequence[str], place: int, lexicon: Lexicon, near: bool) -> Subject:
    word = words[place]
    before = words[place - 1] if place else ""
    if word in lexicon.kin or word in lexicon.people:
        known = near or before in lexicon.my or before in lexicon.determiners
        return Subject("other" if known else "none", max(0, place - 1))
    if word.startswith("@"):
        return Subject("they" if near else "none", place)
    if near and (before in lexicon.determiners or before in lexicon.my or before == "'s"):
        return Subject("thing", place - 1)
    return Subject("none", place)

"""The cue phrases of one language, read from content and compiled once."""

from functools import lru_cache
from typing import Literal

import msgspec

from afterus.content import load
from afterus.language import Lexicon, Phrase, Phrasebook, Speller, Surroundings, compile_phrase
from afterus.safety.findings import By, Kind

Doer = Literal["they", "me", "anyone"]


class Cue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Phrases that speak of one kind of harm.

    `doer`: who must be the subject of the phrase's first word ("anyone": not asked).
    `unless`: phrases whose presence in the sentence means something else.
    `literal`: not turned by negation or supposing, since the phrase holds its own.
    """

    kind: Kind
    by: By
    doer: Doer = "anyone"
    say: tuple[str, ...]
    unless: tuple[str, ...] = ()
    literal: bool = False


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    lexicon: Lexicon
    lists: dict[str, tuple[str, ...]]
    cues: tuple[Cue, ...]


class Cues:
    """A language's cues, ready to be looked for."""

    def __init__(self, file: _File) -> None:
        fillers = file.lexicon.fillers
        phrases: list[Phrase] = []
        self.cue_of: list[int] = []
        for place, cue in enumerate(file.cues):
            phrases += (compile_phrase(said, file.lists, fillers) for said in cue.say)
            self.cue_of += [place] * len(cue.say)
        self.cues = file.cues
        self.phrases_of: dict[tuple[Kind, By], set[int]] = {}
        for phrase, place in enumerate(self.cue_of):
            cue = file.cues[place]
            self.phrases_of.setdefault((cue.kind, cue.by), set()).add(phrase)
        self.unless = [
            tuple(compile_phrase(said, file.lists, ()) for said in cue.unless) for cue in file.cues
        ]
        self.lexicon = file.lexicon
        self.context = Surroundings(file.lexicon)
        self.book = Phrasebook(phrases)
        self.speller = Speller(file.lexicon, (w for phrase in phrases for w in phrase.words))


@lru_cache
def cues(language: str) -> Cues:
    """The cues of a language; KeyError when there is none, ValidationError when they are amiss."""
    return Cues(msgspec.convert(load(language).screening, _File))

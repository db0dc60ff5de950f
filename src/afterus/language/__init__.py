"""What is said in a text: plain words, phrases with their places, who acts, what turns it."""

from afterus.language.context import Context, answered_no
from afterus.language.direction import Role, Subject, subject_before
from afterus.language.lexicon import Lexicon
from afterus.language.phrases import Match, Phrase, Phrasebook, compile_phrase, has_any
from afterus.language.spelling import Speller
from afterus.language.tokens import Sentence, Token, sentences

__all__ = [
    "Context",
    "Lexicon",
    "Match",
    "Phrase",
    "Phrasebook",
    "Role",
    "Sentence",
    "Speller",
    "Subject",
    "Token",
    "answered_no",
    "compile_phrase",
    "has_any",
    "sentences",
    "subject_before",
]

"""What a message does: labels, spans, the models that find them; what a free text says."""

from afterus.language.advice import Advice, advise
from afterus.language.checked import Checked, Span
from afterus.language.context import Context as Surroundings
from afterus.language.context import answered_no
from afterus.language.direction import Role, Subject, subject_before
from afterus.language.english import english_share
from afterus.language.fast import FastModel, fast_model
from afterus.language.labels import LABELS, Context, Label
from afterus.language.lexicon import Lexicon
from afterus.language.phrases import Match, Phrase, Phrasebook, compile_phrase, has_any
from afterus.language.spelling import Speller
from afterus.language.tokens import Sentence, Token, sentences

__all__ = [
    "LABELS",
    "Advice",
    "Checked",
    "Context",
    "FastModel",
    "Label",
    "Lexicon",
    "Match",
    "Phrase",
    "Phrasebook",
    "Role",
    "Sentence",
    "Span",
    "Speller",
    "Subject",
    "Surroundings",
    "Token",
    "advise",
    "answered_no",
    "compile_phrase",
    "english_share",
    "fast_model",
    "has_any",
    "sentences",
    "subject_before",
]

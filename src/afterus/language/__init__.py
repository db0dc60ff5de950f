"""What a message does: labels, spans, the models that find them; what a free text discloses."""

from afterus.language.advice import Advice, advise
from afterus.language.careful import CarefulModel, careful_model
from afterus.language.checked import Checked, Span
from afterus.language.context import Context as Surroundings
from afterus.language.context import answered_no
from afterus.language.direction import Role, Subject, subject_before
from afterus.language.disclosures import (
    DISCLOSURES,
    Disclosed,
    Disclosure,
    DisclosureModel,
    disclosure_model,
)
from afterus.language.english import english_share
from afterus.language.fast import FastModel, fast_model
from afterus.language.labels import LABELS, Context, Label
from afterus.language.lexicon import Lexicon
from afterus.language.phrases import Match, Phrase, Phrasebook, compile_phrase, has_any
from afterus.language.spelling import Speller
from afterus.language.tokens import Sentence, Token, sentences

__all__ = [
    "DISCLOSURES",
    "LABELS",
    "Advice",
    "CarefulModel",
    "Checked",
    "Context",
    "Disclosed",
    "Disclosure",
    "DisclosureModel",
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
    "careful_model",
    "compile_phrase",
    "disclosure_model",
    "english_share",
    "fast_model",
    "has_any",
    "sentences",
    "subject_before",
]

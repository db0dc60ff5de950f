"""What a message does: labels, spans, the models that find them; what a free text discloses."""

from afterus.language.advice import Advice, advise
from afterus.language.careful import CarefulModel, careful_model
from afterus.language.checked import Checked, Span
from afterus.language.context import Context as Surroundings
from afterus.language.context import answered_no
from afterus.language.direction import Role, Subject, subject_before
from afterus.language.english import english_share
from afterus.language.disclosures import (
    DISCLOSURES,
    Disclosed,
    Disclosure,
    DisclosureModel,
    disclosure_model,
)
from afterus.language.fast import FastModel, fast_model
from afterus.language.labels import LABELS, Context, Label

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
    "Span",
    "advise",
    "answered_no",
    "compile_phrase",
    "english_share",
    "careful_model",
    "disclosure_model",
    "fast_model",
]

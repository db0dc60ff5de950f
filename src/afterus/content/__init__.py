"""All words that people read, with their sources, as data; and what loads and renders them."""

from afterus.content.load import Content, languages, load
from afterus.content.other import Other, RenderError, render, render_all
from afterus.content.shapes import (
    Choice,
    Condition,
    Country,
    Field,
    Help,
    Line,
    Principle,
    Section,
    Source,
    Step,
)
from afterus.content.stale import stale

__all__ = [
    "Choice",
    "Condition",
    "Content",
    "Country",
    "Field",
    "Help",
    "Line",
    "Other",
    "Principle",
    "RenderError",
    "Section",
    "Source",
    "Step",
    "languages",
    "load",
    "render",
    "render_all",
    "stale",
]

"""What the mirror shows, as a report: the same parts as plain text and as one page."""

from afterus.exchange.mirror.page import as_page
from afterus.exchange.mirror.telling import Part, Row, parts
from afterus.exchange.mirror.text import as_text
from afterus.exchange.mirror.timeline import Table

__all__ = ["Part", "Row", "Table", "as_page", "as_text", "parts"]

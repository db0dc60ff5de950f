"""What leaves and enters: the plain export, as JSON and as Markdown, and the way back."""

from afterus.exchange.markdown import Words, to_markdown
from afterus.exchange.plain import Item, LaterExport, NotAnExport, from_json, to_json

__all__ = [
    "Item",
    "LaterExport",
    "NotAnExport",
    "Words",
    "from_json",
    "to_json",
    "to_markdown",
]

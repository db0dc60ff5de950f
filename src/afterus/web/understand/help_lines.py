"""Lines of help for a page that is about danger: of the country they chose, or a way to choose."""

from collections.abc import Iterable
from dataclasses import dataclass

from afterus.content import Country, Line, load
from afterus.content.shapes import LineKind
from afterus.records.documents import Settings


@dataclass(frozen=True)
class HelpLines:
    """The lines to show, by kind; `country` is None until one was chosen."""

    country: Country | None
    groups: tuple[tuple[LineKind, tuple[Line, ...]], ...] = ()


def help_lines(settings: Settings, kinds: Iterable[LineKind]) -> HelpLines:
    """The lines of these kinds in the chosen country, most urgent kind first."""
    if not settings.country:
        return HelpLines(None)
    country = load(settings.language).help.country(settings.country)
    groups = ((kind, country.lines_for(kind)) for kind in kinds)
    return HelpLines(country, tuple((kind, lines) for kind, lines in groups if lines))

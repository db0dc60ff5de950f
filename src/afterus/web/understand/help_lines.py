"""Lines of help for a page that is about danger: of the country they chose, or a way to choose."""

from collections.abc import Iterable
from dataclasses import dataclass

from afterus.content import Country, Line, load
from afterus.content.shapes import LineKind
from afterus.records.documents import Settings


@dataclass(frozen=True)
class HelpLines:
    """The lines to show, by kind; `country` is None until one of `countries` was chosen."""

    country: Country | None
    groups: tuple[tuple[LineKind, tuple[Line, ...]], ...] = ()
    countries: tuple[Country, ...] = ()


def help_lines(settings: Settings, kinds: Iterable[LineKind]) -> HelpLines:
    """The lines of these kinds in the chosen country, most urgent kind first."""
    known = load(settings.language).help
    if not settings.country:
        return HelpLines(None, countries=(*known.countries, known.other))
    country = known.country(settings.country)
    groups = ((kind, country.lines_for(kind)) for kind in kinds)
    return HelpLines(country, tuple((kind, lines) for kind, lines in groups if lines))

"""Which help lines nobody has checked for too long."""

from datetime import date, timedelta

from afterus.content.shapes import Help, Line

_A_YEAR = timedelta(days=365)


def stale(lines: Help, today: date) -> tuple[tuple[str, Line], ...]:
    """The lines last checked more than a year before `today`, each with its country's code."""
    return tuple(
        (country.code, line)
        for country in (*lines.countries, lines.other)
        for line in country.lines
        if today - line.checked > _A_YEAR
    )

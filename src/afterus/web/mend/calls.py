"""Help that a person's own words call for, beside what they wrote."""

from collections.abc import Iterable
from dataclasses import dataclass

from afterus.method import Reading
from afterus.records.documents import Settings
from afterus.safety import By, Finding, Kind
from afterus.web.understand import care
from afterus.web.understand.help_lines import HelpLines, help_lines


@dataclass(frozen=True)
class Call:
    """Which words of care fit (`understand.care.<words>`), and the lines to show."""

    words: care.Words
    help: HelpLines


def help_for(findings: Iterable[Finding], settings: Settings) -> Call | None:
    """What to show for what screening found in a person's own words; None where nothing was."""
    return call(((finding.kind, finding.by) for finding in findings), settings)


def call(found: Iterable[tuple[Kind, By]], settings: Settings) -> Call | None:
    """What to show for what was found in a text; None where nothing was."""
    needed = needs(found)
    words = care.words_for(needed)
    return Call(words, help_lines(settings, care.line_kinds(needed))) if words else None


def help_of(reading: Reading | None, settings: Settings) -> HelpLines | None:
    """The lines that a reading of safety puts beside every page; None on other paths."""
    if reading is None or reading.path != "safety":
        return None
    return help_lines(settings, reading.help or ("distress",))


def needs(found: Iterable[tuple[Kind, By]]) -> frozenset[care.Need]:
    """What kinds of harm call for; what is unclear is taken as harm done to them."""
    return frozenset(care.need_of(kind, by) for kind, by in found)

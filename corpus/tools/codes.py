"""The one-letter codes that annotators write, and the labels they stand for."""

MESSAGE_CODES = {
    "a": "accuses",
    "c": "controls",
    "d": "demands",
    "g": "argues",
    "o": "overcomplicates",
    "p": "pursues",
    "t": "threatens",
    "w": "cares",
    "r": "respects",
    "n": "owns",
    "f": "fears",
}
DISCLOSURE_CODES = {
    "a": "abuse_ex",
    "A": "abuse_me",
    "c": "control_ex",
    "C": "control_me",
    "t": "threat_ex",
    "T": "threat_me",
    "k": "stalking_ex",
    "K": "stalking_me",
    "s": "suicide",
}
NOTHING = "-"


def codes_for(sheet: str) -> dict[str, str]:
    """The codes of a sheet by its name: messages' begin with m, disclosures' with d."""
    return DISCLOSURE_CODES if sheet.startswith("d") else MESSAGE_CODES


def sorted_labels(labels: set[str], codes: dict[str, str]) -> list[str]:
    """In the guide's order."""
    return [label for label in codes.values() if label in labels]

"""What a new passphrase must be, and which part of a recovery code is asked back. Pure."""

SHORTEST = 10
ASKED = (2, 5)


def wrong_with(passphrase: str, again: str) -> str | None:
    """The key of the sentence that says what to mend; None when both may be taken."""
    if len(passphrase.strip()) < SHORTEST:
        return "too_short"
    if passphrase != again:
        return "not_the_same"
    return None


def part_of(code: str) -> str:
    """The groups that are asked back, tidied: the second and the last."""
    groups = code.split("-")
    return "".join(groups[at - 1] for at in ASKED if at <= len(groups))


def same_part(code: str, typed: str) -> bool:
    """Whether what was typed is the asked part, however it was spaced or cased."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())
    return signs.translate(str.maketrans("OIL", "011")) == part_of(code)

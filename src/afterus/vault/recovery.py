"""Recovery codes: 26 signs of Crockford's alphabet, 130 random bits, kind to handwriting."""

import secrets

from afterus.vault.errors import BadCode

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 26
GROUPS = (5, 5, 5, 5, 6)
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_code() -> str:
    """A fresh code, grouped for reading: 7KQ2M-…"""
    return grouped("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)))


def tidy(code: str) -> str:
    """The 26 signs of a code however it was typed. Raises BadCode when it cannot be one."""
    signs = "".join(sign for sign in code.upper() if sign.isalnum()).translate(_READ_AS)
    if len(signs) != LENGTH or not set(signs) <= set(ALPHABET):
        raise BadCode(f"a recovery code has {LENGTH} letters and digits")
    return signs


def grouped(signs: str) -> str:
    """Signs with a hyphen after each group."""
    groups, at = [], 0
    for size in GROUPS:
        groups.append(signs[at : at + size])
        at += size
    return "-".join(groups)

"""The one format of all sealed bytes.

    magic  4  b"AFUS"
    format 1  the version of this layout, now 1
    what   1  what is sealed: E entry, P passphrase slot, R recovery slot, S session
    ...       what this kind of seal needs in clear (slots: KDF name, cost, salt)
    nonce 24
    sealed    XChaCha20-Poly1305 of the padded plaintext, tag included

All before the nonce is the header. Header and place (owner, entry, …) are the associated data,
each part preceded by its length, so that no change in either passes unseen.
"""

import enum
import struct

from nacl.bindings import sodium_pad, sodium_unpad
from nacl.exceptions import CryptoError
from nacl.secret import Aead

from afterus.vault.errors import CannotOpen, TooNew

MAGIC = b"AFUS"
FORMAT = 1
START = len(MAGIC) + 2
PADDED_TO = 128


class What(enum.Enum):
    """What is sealed; its letter stands in the header."""

    ENTRY = b"E"
    PASSPHRASE = b"P"
    RECOVERY = b"R"
    SESSION = b"S"


def header(what: What, more: bytes = b"") -> bytes:
    """The bytes in clear that begin every sealed thing."""
    return MAGIC + bytes([FORMAT]) + what.value + more


def check(what: What, blob: bytes) -> None:
    """Raises CannotOpen when `blob` begins like no sealed `what`, TooNew for later formats."""
    if len(blob) < START or not blob.startswith(MAGIC):
        raise CannotOpen("these are no bytes sealed by afterus")
    if blob[len(MAGIC)] > FORMAT:
        raise TooNew("sealed by a later release")
    if blob[:START] != header(what):
        raise CannotOpen("sealed for another purpose")


def seal(key: bytes, head: bytes, place: tuple[bytes, ...], plain: bytes) -> bytes:
    """Header, nonce and ciphertext of `plain`, bound to the header and to `place`."""
    padded = sodium_pad(plain, PADDED_TO)
    return head + bytes(Aead(key).encrypt(padded, lengths_first(head, *place)))


def unseal(key: bytes, head: bytes, place: tuple[bytes, ...], blob: bytes) -> bytes:
    """The plaintext of what `seal` made with the same key, header and place; else CannotOpen."""
    if not blob.startswith(head):
        raise CannotOpen("the header was changed")
    try:
        padded = Aead(key).decrypt(blob[len(head) :], lengths_first(head, *place))
        return sodium_unpad(padded, PADDED_TO)
    except (CryptoError, ValueError, TypeError) as why:
        raise CannotOpen("changed, cut short, or sealed for another place or key") from why


def lengths_first(*parts: bytes) -> bytes:
    """The parts in one, each after its length, so that no two lists of parts look alike."""
    return b"".join(struct.pack(">Q", len(part)) + part for part in parts)

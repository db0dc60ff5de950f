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

import nacl.utils
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
    sodium_pad,
    sodium_unpad,
)
from nacl.exceptions import CryptoError

from afterus.vault.errors import CannotOpen, TooNew

MAGIC = b"AFUS"
FORMAT = 1
START = len(MAGIC) + 2
NONCE_SIZE = 24
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


def check(head: bytes, blob: bytes) -> None:
    """Raises CannotOpen when `blob` begins with no such header, TooNew for later formats."""
    if blob.startswith(head):
        return
    if not blob.startswith(MAGIC) or len(blob) < START:
        raise CannotOpen("these are no bytes sealed by afterus")
    if blob[len(MAGIC)] > FORMAT:
        raise TooNew("sealed by a later release")
    raise CannotOpen("sealed for another purpose, or the header was changed")


def seal(key: bytes, head: bytes, place: tuple[bytes, ...], plain: bytes) -> bytes:
    """Header, nonce and ciphertext of `plain`, bound to the header and to `place`."""
    nonce = nacl.utils.random(NONCE_SIZE)
    sealed = crypto_aead_xchacha20poly1305_ietf_encrypt(
        sodium_pad(plain, PADDED_TO), lengths_first(head, *place), nonce, key
    )
    return head + nonce + sealed


def unseal(key: bytes, head: bytes, place: tuple[bytes, ...], blob: bytes) -> bytes:
    """The plaintext of what `seal` made with the same key, header and place; else CannotOpen."""
    check(head, blob)
    after_nonce = len(head) + NONCE_SIZE
    try:
        padded = crypto_aead_xchacha20poly1305_ietf_decrypt(
            blob[after_nonce:], lengths_first(head, *place), blob[len(head) : after_nonce], key
        )
        return sodium_unpad(padded, PADDED_TO)
    except (CryptoError, ValueError, TypeError) as why:
        raise CannotOpen("changed, cut short, or sealed for another place or key") from why


def lengths_first(*parts: bytes) -> bytes:
    """The parts in one, each after its length, so that no two lists of parts look alike."""
    return b"".join([len(part).to_bytes(8, "big") + part for part in parts])

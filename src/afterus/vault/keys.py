"""The key of a vault, and the keys made from it for each use."""

import hashlib

import nacl.utils

SIZE = 32
TAG_SIZE = 16


class VaultKey:
    """A vault's random key. Never printed; `secret` is what slots and sessions seal."""

    __slots__ = ("_for_tags", "for_entries", "secret")

    def __init__(self, secret: bytes) -> None:
        if len(secret) != SIZE:
            raise ValueError("a vault key has 32 bytes")
        self.secret = secret
        self.for_entries = subkey(secret, b"afus entry")
        self._for_tags = subkey(secret, b"afus tag")

    @classmethod
    def new(cls) -> "VaultKey":
        """A fresh random key."""
        return cls(nacl.utils.random(SIZE))

    def tag(self, kind: str) -> bytes:
        """16 bytes by which rows of a kind are found; they tell a thief nothing of it."""
        return hashlib.blake2b(kind.encode(), key=self._for_tags, digest_size=TAG_SIZE).digest()


def subkey(secret: bytes, use: bytes) -> bytes:
    """A key for one use; knowing it does not give the key it came from, nor its sisters."""
    return hashlib.blake2b(key=secret, person=use, digest_size=SIZE).digest()

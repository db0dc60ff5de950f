"""Key slots: the vault key sealed under a passphrase or a recovery code.

The header names how the slot's own key was made and at what cost:
    name length 1, name, passes 4, memory in KiB 4, salt 16
A slot ends with a plain check sum, so that damage is never mistaken for a wrong passphrase.
"""

import hashlib
import struct
import threading
import unicodedata
from typing import NamedTuple
from uuid import UUID

import nacl.utils
from nacl.pwhash import argon2id

from afterus.vault import form
from afterus.vault.errors import CannotOpen, WrongSecret
from afterus.vault.keys import SIZE, VaultKey
from afterus.vault.recovery import tidy

SALT_SIZE = 16
CHECK_SIZE = 8
SHORTEST = 128
ARGON2ID = b"argon2id13"
BLAKE2B = b"blake2b"


class Cost(NamedTuple):
    """What one try of a passphrase costs: passes over memory, and that memory in KiB."""

    passes: int
    memory: int

    def weaker_than(self, other: "Cost") -> bool:
        """Whether trying passphrases is cheaper at this cost than at the other."""
        return self.passes * self.memory < other.passes * other.memory


LAPTOP = Cost(passes=3, memory=256 * 1024)
HOSTED = Cost(passes=3, memory=64 * 1024)
TINY = Cost(passes=1, memory=8)
HIGHEST = Cost(passes=64, memory=2 * 1024 * 1024)

_two_at_once = threading.BoundedSemaphore(2)


class _Head(NamedTuple):
    name: bytes
    cost: Cost
    salt: bytes

    def written(self, what: form.What) -> bytes:
        how = struct.pack(">B", len(self.name)) + self.name
        return form.header(what, how + struct.pack(">II", *self.cost) + self.salt)


def seal_with_passphrase(key: VaultKey, owner: UUID, passphrase: str, cost: Cost) -> bytes:
    """A slot that opens with this passphrase. Takes about half a second at the laptop's cost."""
    head = _Head(ARGON2ID, cost, nacl.utils.random(SALT_SIZE))
    return _sealed(form.What.PASSPHRASE, head, _stretched(passphrase, head), key, owner)


def open_with_passphrase(blob: bytes, owner: UUID, passphrase: str) -> VaultKey:
    """The vault key. Raises WrongSecret for another passphrase, CannotOpen for a damaged slot."""
    head = _read_head(form.What.PASSPHRASE, blob, ARGON2ID)
    return _opened(form.What.PASSPHRASE, head, _stretched(passphrase, head), blob, owner)


def cost_of(blob: bytes) -> Cost:
    """What a passphrase slot costs to try."""
    return _read_head(form.What.PASSPHRASE, blob, ARGON2ID).cost


def seal_with_recovery_code(key: VaultKey, owner: UUID, code: str) -> bytes:
    """A slot that opens with this code. A fast hash does: a code holds 130 random bits."""
    head = _Head(BLAKE2B, Cost(0, 0), nacl.utils.random(SALT_SIZE))
    return _sealed(form.What.RECOVERY, head, _hashed(code, head), key, owner)


def open_with_recovery_code(blob: bytes, owner: UUID, code: str) -> VaultKey:
    """The vault key. Raises BadCode, WrongSecret for another code, CannotOpen when damaged."""
    head = _read_head(form.What.RECOVERY, blob, BLAKE2B)
    return _opened(form.What.RECOVERY, head, _hashed(code, head), blob, owner)


def _stretched(passphrase: str, head: _Head) -> bytes:
    typed = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    with _two_at_once:
        return argon2id.kdf(SIZE, typed, head.salt, head.cost.passes, head.cost.memory * 1024)


def _hashed(code: str, head: _Head) -> bytes:
    typed = tidy(code).encode()
    use = b"afus recovery"
    return hashlib.blake2b(typed, salt=head.salt, person=use, digest_size=SIZE).digest()


def _sealed(what: form.What, head: _Head, slot_key: bytes, key: VaultKey, owner: UUID) -> bytes:
    blob = form.seal(slot_key, head.written(what), (b"slot", owner.bytes), key.secret)
    return blob + _check_sum(blob)


def _opened(what: form.What, head: _Head, slot_key: bytes, blob: bytes, owner: UUID) -> VaultKey:
    sealed = blob[:-CHECK_SIZE]
    try:
        secret = form.unseal(slot_key, head.written(what), (b"slot", owner.bytes), sealed)
    except CannotOpen as why:
        raise WrongSecret("not the passphrase or code of this vault") from why
    return VaultKey(secret)


def _read_head(what: form.What, blob: bytes, name: bytes) -> _Head:
    form.check(form.header(what), blob)
    if len(blob) < SHORTEST or _check_sum(blob[:-CHECK_SIZE]) != blob[-CHECK_SIZE:]:
        raise CannotOpen("the key slot was changed or cut short")
    at = form.START
    named = blob[at + 1 : at + 1 + blob[at]]
    at += 1 + len(named)
    cost = Cost(*struct.unpack(">II", blob[at : at + 8]))
    if named != name or cost.passes > HIGHEST.passes or cost.memory > HIGHEST.memory:
        raise CannotOpen("the key slot asks for what afterus never uses")
    return _Head(named, cost, blob[at + 8 : at + 8 + SALT_SIZE])


def _check_sum(blob: bytes) -> bytes:
    return hashlib.blake2b(blob, digest_size=CHECK_SIZE).digest()

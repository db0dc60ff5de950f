"""A sealed backup: everything of one vault in one file, without opening any of it.

magic  8  b"AFUSBACK"
format 1  now 1
body      msgpack of Backup
check 32  BLAKE2b of all before it, so that a file cut short is noticed at once
"""

import hashlib
from uuid import UUID

import msgspec

from afterus.vault.errors import CannotOpen, TooNew

MAGIC = b"AFUSBACK"
FORMAT = 1
CHECK_SIZE = 32


class SealedRow(msgspec.Struct, frozen=True, array_like=True):
    """One entry as it stands in the database."""

    id: UUID
    tag: bytes
    rev: int
    blob: bytes


class Backup(msgspec.Struct, frozen=True):
    """A vault as it stands in the database: its owner's id, key slots by way, and rows."""

    owner: UUID
    slots: dict[str, bytes]
    rows: list[SealedRow]


def pack(backup: Backup) -> bytes:
    """The bytes of a backup file."""
    body = MAGIC + bytes([FORMAT]) + msgspec.msgpack.encode(backup)
    return body + _check_sum(body)


def unpack(raw: bytes) -> Backup:
    """Reads a backup file. Raises CannotOpen when it is none or damaged, TooNew for later ones."""
    if not is_backup(raw) or len(raw) < len(MAGIC) + 1 + CHECK_SIZE:
        raise CannotOpen("no backup of afterus")
    if raw[len(MAGIC)] > FORMAT:
        raise TooNew("a backup made by a later release")
    body = raw[:-CHECK_SIZE]
    if raw[len(MAGIC)] != FORMAT or _check_sum(body) != raw[-CHECK_SIZE:]:
        raise CannotOpen("the backup was changed or cut short")
    try:
        return msgspec.msgpack.decode(body[len(MAGIC) + 1 :], type=Backup)
    except msgspec.DecodeError as why:
        raise CannotOpen("the backup cannot be read") from why


def is_backup(raw: bytes) -> bool:
    """Whether a file begins like a sealed backup."""
    return raw.startswith(MAGIC)


def _check_sum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=CHECK_SIZE).digest()

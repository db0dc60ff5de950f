"""The vault key for one browser: sealed in the session row, its secret only in the cookie."""

import base64
import binascii
import struct
from typing import NamedTuple
from uuid import UUID

import nacl.utils

from afterus.vault import form
from afterus.vault.errors import CannotOpen
from afterus.vault.keys import SIZE, VaultKey


class SealedSession(NamedTuple):
    """`sealed` goes into the session row, `secret` into the cookie and nowhere else."""

    sealed: str
    secret: str


class SessionKey(NamedTuple):
    """What a session opens: whose vault, in which epoch of its passphrase, with which key."""

    owner: UUID
    epoch: int
    key: VaultKey


def seal_session(opened: SessionKey) -> SealedSession:
    """Seals under a fresh random secret."""
    secret = nacl.utils.random(SIZE)
    head = form.header(form.What.SESSION, opened.owner.bytes + struct.pack(">Q", opened.epoch))
    blob = form.seal(secret, head, (b"session",), opened.key.secret)
    return SealedSession(_text(blob), _text(secret))


def open_session(sealed: str, secret: str) -> SessionKey:
    """Raises CannotOpen for anything but a pair that `seal_session` made."""
    blob, key = _bytes(sealed), _bytes(secret)
    if len(key) != SIZE:
        raise CannotOpen("no session secret")
    head = blob[: form.START + 24]
    form.check(form.header(form.What.SESSION), blob)
    plain = form.unseal(key, head, (b"session",), blob)
    (epoch,) = struct.unpack(">Q", head[-8:])
    return SessionKey(owner_of_session(sealed), epoch, VaultKey(plain))


def owner_of_session(sealed: str) -> UUID:
    """Whose session this is; it stands there in clear. Raises CannotOpen when it is none."""
    blob = _bytes(sealed)
    form.check(form.header(form.What.SESSION), blob)
    if len(blob) < form.START + 24:
        raise CannotOpen("cut short")
    return UUID(bytes=blob[form.START : form.START + 16])


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, altchars=b"-_", validate=True)
    except (ValueError, binascii.Error) as why:
        raise CannotOpen("no sealed session") from why

"""A session opens with row and cookie together; a backup file is whole or refused."""

import base64
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterus.vault import (
    Backup,
    CannotOpen,
    SealedRow,
    SessionKey,
    TooNew,
    VaultKey,
    is_backup,
    open_session,
    owner_of_session,
    pack,
    seal_session,
    unpack,
)

ANA = UUID("11111111-1111-4111-8111-111111111111")
OPENED = SessionKey(ANA, 7, VaultKey.new())


def test_row_and_cookie_together_open_the_session():
    sealed, secret = seal_session(OPENED)
    again = open_session(sealed, secret)
    assert (again.owner, again.epoch, again.key.secret) == (ANA, 7, OPENED.key.secret)
    assert owner_of_session(sealed) == ANA


@given(guess=st.one_of(st.text(max_size=60), st.binary(min_size=32, max_size=32).map(
    lambda raw: base64.urlsafe_b64encode(raw).decode()
)))  # fmt: skip
def test_a_stolen_row_opens_with_no_guessed_cookie(guess):
    with pytest.raises(CannotOpen):
        open_session(seal_session(OPENED).sealed, guess)


def test_the_epoch_in_a_stolen_row_cannot_be_raised():
    sealed, secret = seal_session(OPENED)
    blob = bytearray(base64.urlsafe_b64decode(sealed))
    blob[29] += 1
    with pytest.raises(CannotOpen):
        open_session(base64.urlsafe_b64encode(blob).decode(), secret)


@given(noise=st.text(max_size=80))
def test_a_row_of_noise_is_refused(noise):
    with pytest.raises(CannotOpen):
        open_session(noise, seal_session(OPENED).secret)
    with pytest.raises(CannotOpen):
        owner_of_session(noise)


@given(
    rows=st.lists(
        st.builds(
            SealedRow,
            id=st.uuids(),
            tag=st.binary(min_size=16, max_size=16),
            rev=st.integers(0, 2**63 - 1),
            blob=st.binary(max_size=300),
        ),
        max_size=5,
    )
)
def test_a_backup_reads_back_as_it_was(rows):
    backup = Backup(uuid4(), {"passphrase": b"slot", "recovery": b"other"}, rows)
    assert unpack(pack(backup)) == backup


def test_a_backup_cut_short_or_changed_anywhere_is_refused():
    raw = pack(Backup(ANA, {"passphrase": b"slot"}, []))
    for end in range(len(raw)):
        with pytest.raises(CannotOpen):
            unpack(raw[:end])
    for place in range(len(raw)):
        changed = bytearray(raw)
        changed[place] ^= 1
        with pytest.raises((CannotOpen, TooNew)):
            unpack(bytes(changed))


def test_a_backup_is_known_by_its_beginning():
    assert is_backup(pack(Backup(ANA, {}, [])))
    assert not is_backup(b'{"format": "afterus export"}')

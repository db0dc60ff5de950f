"""A sealed entry opens with its key at its place, unchanged, and in no other way."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterus.vault import CannotOpen, Place, TooNew, VaultKey, open_entry, seal_entry

KEY = VaultKey.new()
ANA = UUID("11111111-1111-4111-8111-111111111111")
BEN = UUID("22222222-2222-4222-8222-222222222222")
ENTRY = UUID("33333333-3333-4333-8333-333333333333")
PLACE = Place(ANA, ENTRY, "reflection", 3)


@given(
    plain=st.binary(max_size=2000),
    kind=st.text(max_size=30).filter(lambda kind: kind.isprintable()),
    rev=st.integers(0, 2**63 - 1),
)
def test_what_was_sealed_opens_as_it_was(plain, kind, rev):
    place = Place(ANA, uuid4(), kind, rev)
    assert open_entry(KEY, place, seal_entry(KEY, place, plain)) == plain


@pytest.mark.parametrize(
    "elsewhere",
    [
        PLACE._replace(owner=BEN),
        PLACE._replace(entry=uuid4()),
        PLACE._replace(kind="reading"),
        PLACE._replace(rev=2),
        PLACE._replace(rev=4),
    ],
    ids=["another owner", "another entry", "another kind", "an older rev", "a newer rev"],
)
def test_sealed_bytes_moved_to_another_place_do_not_open(elsewhere):
    blob = seal_entry(KEY, PLACE, b"words")
    with pytest.raises(CannotOpen):
        open_entry(KEY, elsewhere, blob)


def test_another_key_opens_nothing():
    with pytest.raises(CannotOpen):
        open_entry(VaultKey.new(), PLACE, seal_entry(KEY, PLACE, b"words"))


def test_one_flipped_bit_anywhere_is_refused():
    blob = seal_entry(KEY, PLACE, b"words")
    for bit in range(8 * len(blob)):
        with pytest.raises(CannotOpen):
            open_entry(KEY, PLACE, flipped(blob, bit))


def test_a_blob_cut_short_or_made_longer_is_refused():
    blob = seal_entry(KEY, PLACE, b"words")
    for wrong in [blob[:end] for end in range(len(blob))] + [blob + b"\0"]:
        with pytest.raises(CannotOpen):
            open_entry(KEY, PLACE, wrong)


@given(noise=st.binary(max_size=300))
def test_noise_is_refused(noise):
    with pytest.raises(CannotOpen):
        open_entry(KEY, PLACE, noise)


def test_a_later_format_is_named_as_such():
    blob = bytearray(seal_entry(KEY, PLACE, b"words"))
    blob[4] = 2
    with pytest.raises(TooNew):
        open_entry(KEY, PLACE, bytes(blob))


def test_the_length_of_a_short_note_does_not_show():
    sizes = {len(seal_entry(KEY, PLACE, b"x" * size)) for size in range(128)}
    assert len(sizes) == 1


def test_the_same_words_never_give_the_same_bytes():
    assert seal_entry(KEY, PLACE, b"words") != seal_entry(KEY, PLACE, b"words")


def test_tags_tell_kinds_apart_only_to_who_has_the_key():
    assert KEY.tag("reading") == KEY.tag("reading")
    assert KEY.tag("reading") != KEY.tag("reflection")
    assert KEY.tag("reading") != VaultKey.new().tag("reading")


def flipped(blob, bit):
    changed = bytearray(blob)
    changed[bit // 8] ^= 1 << (bit % 8)
    return bytes(changed)

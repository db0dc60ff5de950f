"""Passphrase and recovery code open the vault key; nothing else does."""

import threading
import time
import unicodedata
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterus.vault import (
    TINY,
    BadCode,
    CannotOpen,
    Cost,
    VaultKey,
    WrongSecret,
    cost_of,
    new_code,
    open_with_passphrase,
    open_with_recovery_code,
    seal_with_passphrase,
    seal_with_recovery_code,
    slots,
    tidy,
)

KEY = VaultKey.new()
ANA = UUID("11111111-1111-4111-8111-111111111111")
BEN = UUID("22222222-2222-4222-8222-222222222222")


@given(passphrase=st.text(max_size=100))
def test_the_passphrase_opens_its_slot(passphrase):
    slot = seal_with_passphrase(KEY, ANA, passphrase, TINY)
    assert open_with_passphrase(slot, ANA, passphrase).secret == KEY.secret


def test_a_passphrase_opens_however_a_keyboard_composes_its_letters():
    slot = seal_with_passphrase(KEY, ANA, unicodedata.normalize("NFC", "café noir"), TINY)
    typed = unicodedata.normalize("NFD", "café noir")
    assert open_with_passphrase(slot, ANA, typed).secret == KEY.secret


def test_another_passphrase_is_told_from_a_damaged_slot():
    slot = seal_with_passphrase(KEY, ANA, "lamp river stone", TINY)
    with pytest.raises(WrongSecret):
        open_with_passphrase(slot, ANA, "lamp river stones")
    for bit in range(8 * len(slot)):
        changed = bytearray(slot)
        changed[bit // 8] ^= 1 << (bit % 8)
        with pytest.raises(CannotOpen) as refused:
            open_with_passphrase(bytes(changed), ANA, "lamp river stone")
        assert not isinstance(refused.value, WrongSecret)


def test_a_slot_cut_short_is_refused():
    slot = seal_with_passphrase(KEY, ANA, "lamp river stone", TINY)
    for end in range(len(slot)):
        with pytest.raises(CannotOpen):
            open_with_passphrase(slot[:end], ANA, "lamp river stone")


def test_a_slot_of_one_owner_does_not_open_for_another():
    slot = seal_with_passphrase(KEY, ANA, "lamp river stone", TINY)
    with pytest.raises(WrongSecret):
        open_with_passphrase(slot, BEN, "lamp river stone")


def test_the_header_names_how_the_key_was_made_and_at_what_cost():
    slot = seal_with_passphrase(KEY, ANA, "lamp river stone", Cost(2, 16))
    assert slot.startswith(b"AFUS\x01P\x0aargon2id13")
    assert cost_of(slot) == Cost(2, 16)


def test_a_slot_that_asks_for_absurd_memory_is_refused_before_any_is_taken():
    head = slots._Head(slots.ARGON2ID, Cost(3, 2**31), bytes(16)).written(
        slots.form.What.PASSPHRASE
    )
    blob = head + bytes(200)
    with pytest.raises(CannotOpen):
        open_with_passphrase(blob + slots._check_sum(blob), ANA, "lamp river stone")


def test_the_chosen_costs_are_what_the_design_asks_for():
    assert Cost(passes=3, memory=256 * 1024) == slots.LAPTOP
    assert Cost(passes=3, memory=64 * 1024) == slots.HOSTED
    assert slots.HOSTED.weaker_than(slots.LAPTOP)


def test_at_most_two_derivations_run_at_once(monkeypatch):
    running, most = 0, 0
    lock = threading.Lock()

    def slow(*_):
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.02)
        with lock:
            running -= 1
        return bytes(32)

    monkeypatch.setattr(slots.argon2id, "kdf", slow)
    threads = [
        threading.Thread(target=seal_with_passphrase, args=(KEY, ANA, "words", TINY))
        for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 2


def test_a_recovery_code_opens_its_slot():
    code = new_code()
    slot = seal_with_recovery_code(KEY, ANA, code)
    assert open_with_recovery_code(slot, ANA, code).secret == KEY.secret
    with pytest.raises(WrongSecret):
        open_with_recovery_code(slot, ANA, new_code())


def test_the_two_kinds_of_slot_are_not_taken_for_each_other():
    with pytest.raises(CannotOpen):
        open_with_passphrase(seal_with_recovery_code(KEY, ANA, new_code()), ANA, "words")
    with pytest.raises(CannotOpen):
        open_with_recovery_code(seal_with_passphrase(KEY, ANA, "words", TINY), ANA, new_code())


def test_a_code_is_26_signs_in_groups_and_never_the_same():
    code = new_code()
    assert [len(group) for group in code.split("-")] == [5, 5, 5, 5, 6]
    assert len({new_code() for _ in range(100)}) == 100


def test_a_code_copied_by_hand_is_still_understood():
    assert tidy("o1ilO-abcde 00000.11111_zzzzzz") == "01110ABCDE0000011111ZZZZZZ"


@pytest.mark.parametrize("wrong", ["", "7KQ2M", "U" * 26, "7" * 25, "7" * 27, "ß" * 26, "²" * 26])
def test_what_cannot_be_a_code_is_named_as_such(wrong):
    with pytest.raises(BadCode):
        tidy(wrong)

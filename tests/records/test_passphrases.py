"""Ways in: the passphrase, slowed when wrong; the recovery code; and what ends a session."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from afterus.records import (
    SESSION_FIELD,
    DamagedVault,
    NoVault,
    PassphraseTooShort,
    VaultExists,
    WrongPassphrase,
    WrongRecoveryCode,
    create_vault,
    open_from_session,
    seal_for_session,
    throttle,
    unlock,
    unlock_with_recovery,
    vault_exists,
)
from afterus.records.documents import StepDone
from afterus.records.models import KeySlot, Owner
from afterus.vault import Cost, cost_of

from .conftest import PASSPHRASE
from .samples import STEP


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands still until it is moved on."""

    class Clock:
        time = timezone.now()

        def on(self, seconds):
            self.time += timedelta(seconds=seconds)

    clock = Clock()
    monkeypatch.setattr(throttle, "now", lambda: clock.time)
    return clock


def test_a_vault_opens_with_its_passphrase(vault):
    vault.keep(STEP)
    assert vault_exists()
    assert unlock(PASSPHRASE).latest(StepDone).document == STEP


def test_there_is_one_vault_of_a_name(vault):
    with pytest.raises(VaultExists):
        create_vault("another passphrase")
    assert unlock(PASSPHRASE).name == "me"


def test_without_a_vault_nothing_opens(transactional_db):
    assert not vault_exists()
    with pytest.raises(NoVault):
        unlock(PASSPHRASE)


def test_a_short_passphrase_is_refused_before_anything_is_made(transactional_db):
    with pytest.raises(PassphraseTooShort):
        create_vault("   lamp   ")
    assert not vault_exists()


def test_a_wrong_passphrase_never_loses_an_entry(vault, clock):
    entry = vault.keep(STEP)
    for _ in range(12):
        with pytest.raises(WrongPassphrase):
            unlock("lamp river stones")
        clock.on(60)
    assert unlock(PASSPHRASE).get(entry).document == STEP


def test_wrong_passphrases_get_slower_up_to_a_minute(vault, clock):
    waits = []
    for _ in range(11):
        with pytest.raises(WrongPassphrase) as wrong:
            unlock("lamp river stones")
        assert wrong.value.tried
        waits.append(wrong.value.wait_seconds)
        clock.on(waits[-1])
    assert waits == [0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_during_the_wait_not_even_the_right_passphrase_is_looked_at(vault, clock):
    for _ in range(5):
        with pytest.raises(WrongPassphrase) as wrong:
            unlock("lamp river stones")
        clock.on(0 if wrong.value.wait_seconds == 4 else wrong.value.wait_seconds)
    with pytest.raises(WrongPassphrase) as early:
        unlock(PASSPHRASE)
    assert not early.value.tried
    assert early.value.wait_seconds == 4
    clock.on(4)
    assert unlock(PASSPHRASE)


def test_a_clock_set_back_never_makes_anyone_wait_longer(vault, clock):
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            unlock("lamp river stones")
    clock.on(-86_400)
    with pytest.raises(WrongPassphrase) as early:
        unlock(PASSPHRASE)
    assert early.value.wait_seconds == 1


def test_the_right_passphrase_sets_the_count_back(vault, clock):
    for _ in range(2):
        with pytest.raises(WrongPassphrase):
            unlock("lamp river stones")
    unlock(PASSPHRASE)
    with pytest.raises(WrongPassphrase) as wrong:
        unlock("lamp river stones")
    assert wrong.value.wait_seconds == 0


def test_one_person_guessing_does_not_slow_another(vault, clock):
    create_vault("another passphrase", "ben")
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            unlock("lamp river stones", "ben")
    assert unlock(PASSPHRASE)


def test_a_damaged_key_slot_is_not_called_a_wrong_passphrase(vault):
    code = vault.new_recovery_code()
    entry = vault.keep(STEP)
    slot = KeySlot.objects.get(way=KeySlot.PASSPHRASE)
    KeySlot.objects.filter(pk=slot.pk).update(blob=bytes(slot.blob)[:-1] + b"\0")
    with pytest.raises(DamagedVault):
        unlock(PASSPHRASE)
    opened, _ = unlock_with_recovery(code, "another passphrase")
    assert opened.get(entry).document == STEP


def test_a_slot_weaker_than_it_should_be_is_made_stronger_on_unlocking(vault, settings):
    settings.AFTERUS_PASSPHRASE_COST = Cost(2, 32)
    entry = vault.keep(STEP)
    unlock(PASSPHRASE)
    assert cost_of(bytes(KeySlot.objects.get(way=KeySlot.PASSPHRASE).blob)) == Cost(2, 32)
    assert unlock(PASSPHRASE).get(entry).document == STEP


def test_the_recovery_code_opens_the_vault_and_is_then_used_up(transactional_db):
    made, code = create_vault(PASSPHRASE)
    entry = made.keep(STEP)
    opened, next_code = unlock_with_recovery(code.lower().replace("0", "o"), "another passphrase")
    assert opened.get(entry).document == STEP
    assert unlock("another passphrase").get(entry).document == STEP
    with pytest.raises(WrongPassphrase):
        unlock(PASSPHRASE)
    with pytest.raises(WrongRecoveryCode):
        unlock_with_recovery(code, "a third passphrase")
    assert unlock_with_recovery(next_code, "a third passphrase")


def test_a_wrong_recovery_code_changes_nothing(vault):
    for code, like_a_code in (("0" * 26, True), ("12345", False)):
        with pytest.raises(WrongRecoveryCode) as wrong:
            unlock_with_recovery(code, "another passphrase")
        assert wrong.value.like_a_code is like_a_code
    assert unlock(PASSPHRASE)


def test_the_recovery_code_can_be_asked_back(vault):
    code = vault.new_recovery_code()
    assert vault.is_recovery_code(f" {code.lower()} ")
    assert not vault.is_recovery_code("0" * 26)
    assert not vault.is_recovery_code("no code at all")


def test_after_a_change_only_the_new_passphrase_opens(vault):
    entry = vault.keep(STEP)
    vault.change_passphrase(PASSPHRASE, "another passphrase")
    with pytest.raises(WrongPassphrase):
        unlock(PASSPHRASE)
    assert unlock("another passphrase").get(entry).document == STEP


def test_a_change_needs_the_old_passphrase(vault):
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase("lamp river stones", "another passphrase")
    with pytest.raises(PassphraseTooShort):
        vault.change_passphrase(PASSPHRASE, "short")
    assert unlock(PASSPHRASE)


def test_a_change_ends_every_session_but_one_sealed_afterwards(vault):
    sealed, secret = seal_for_session(unlock(PASSPHRASE))
    assert open_from_session(sealed, secret)
    vault.change_passphrase(PASSPHRASE, "another passphrase")
    assert open_from_session(sealed, secret) is None
    assert open_from_session(*seal_for_session(vault))


def test_recovery_ends_every_session(transactional_db):
    made, code = create_vault(PASSPHRASE)
    session = seal_for_session(made)
    opened, _ = unlock_with_recovery(code, "another passphrase")
    assert open_from_session(*session) is None
    assert open_from_session(*seal_for_session(opened))


def test_a_stolen_session_row_opens_nothing_without_its_cookie(vault):
    vault.keep(STEP)
    mine, other = seal_for_session(vault), seal_for_session(vault)
    for guess in ("", "no secret", mine.sealed, other.secret):
        assert open_from_session(mine.sealed, guess) is None
    assert open_from_session(other.sealed, mine.secret) is None
    assert open_from_session(*mine).latest(StepDone).document == STEP


def test_the_session_row_does_not_hold_the_key(vault):
    sealed, secret = seal_for_session(vault)
    store = SessionStore()
    store[SESSION_FIELD] = sealed
    store.save()
    row = store._get_session_from_db()
    for secret_thing in (secret, vault.key.secret.hex(), repr(vault.key.secret)):
        assert secret_thing not in row.session_data
        assert secret_thing not in str(row.get_decoded())


def test_a_session_of_an_erased_vault_opens_nothing(vault):
    session = seal_for_session(vault)
    vault.erase_all()
    assert open_from_session(*session) is None


def test_an_owner_row_holds_no_secret(vault):
    row = Owner.objects.values().get()
    assert set(row) == {"id", "name", "epoch", "wrong_tries", "wait_until"}

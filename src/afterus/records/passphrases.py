"""The key slots of an owner: opening, changing and replacing them."""

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F

from afterus.records import throttle
from afterus.records.errors import (
    DamagedVault,
    PassphraseTooShort,
    WrongPassphrase,
    WrongRecoveryCode,
)
from afterus.records.models import KeySlot, Owner
from afterus.vault import (
    HOSTED,
    LAPTOP,
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
)

SHORTEST = 8


def cost() -> Cost:
    """What a try of a passphrase should cost here; AFTERUS_PASSPHRASE_COST says otherwise."""
    here = LAPTOP if connection.vendor == "sqlite" else HOSTED
    chosen: Cost = getattr(settings, "AFTERUS_PASSPHRASE_COST", None) or here
    return chosen


def check_new(passphrase: str) -> None:
    """Raises PassphraseTooShort."""
    if len(passphrase.strip()) < SHORTEST:
        raise PassphraseTooShort(SHORTEST)


def key_from(owner: Owner, passphrase: str) -> VaultKey:
    """The vault key. Raises WrongPassphrase, slowed after several; DamagedVault."""
    wait = throttle.begin_try(owner)
    blob = _blob(owner, KeySlot.PASSPHRASE)
    try:
        key = open_with_passphrase(blob, owner.id, passphrase)
    except WrongSecret as why:
        raise WrongPassphrase(wait) from why
    except CannotOpen as why:
        throttle.succeeded(owner)
        raise DamagedVault(owner.name) from why
    throttle.succeeded(owner)
    if cost_of(blob).weaker_than(cost()):
        _put(owner, KeySlot.PASSPHRASE, _passphrase_slot(owner, key, passphrase))
    return key


def key_from_recovery(owner: Owner, code: str) -> VaultKey:
    """The vault key. Raises WrongRecoveryCode, DamagedVault."""
    try:
        return open_with_recovery_code(_blob(owner, KeySlot.RECOVERY), owner.id, code)
    except (BadCode, WrongSecret) as why:
        raise WrongRecoveryCode(like_a_code=isinstance(why, WrongSecret)) from why
    except CannotOpen as why:
        raise DamagedVault(owner.name) from why


def is_recovery_code(owner: Owner, code: str) -> bool:
    """Whether this is the owner's code."""
    try:
        key_from_recovery(owner, code)
    except WrongRecoveryCode:
        return False
    return True


def change(owner: Owner, old: str, new: str) -> None:
    """From one passphrase to another; ends all sessions."""
    check_new(new)
    put_passphrase(owner, key_from(owner, old), new)


def put_passphrase(owner: Owner, key: VaultKey, passphrase: str) -> None:
    """Replaces the passphrase, ends all sessions and forgets wrong tries."""
    check_new(passphrase)
    slot = _passphrase_slot(owner, key, passphrase)
    with transaction.atomic():
        _put(owner, KeySlot.PASSPHRASE, slot)
        Owner.objects.filter(pk=owner.pk).update(
            epoch=F("epoch") + 1, wrong_tries=0, wait_until=None
        )
    owner.refresh_from_db()


def put_recovery_code(owner: Owner, key: VaultKey) -> str:
    """Replaces the recovery code; gives the new one, grouped for reading."""
    code = new_code()
    _put(owner, KeySlot.RECOVERY, seal_with_recovery_code(key, owner.id, code))
    return code


def _passphrase_slot(owner: Owner, key: VaultKey, passphrase: str) -> bytes:
    return seal_with_passphrase(key, owner.id, passphrase, cost())


def _blob(owner: Owner, way: str) -> bytes:
    slot = KeySlot.objects.filter(owner=owner, way=way).first()
    if slot is None:
        raise DamagedVault(f"{owner.name} has no {way} slot")
    return bytes(slot.blob)


def _put(owner: Owner, way: str, blob: bytes) -> None:
    KeySlot.objects.update_or_create(owner=owner, way=way, defaults={"blob": blob})

"""Making and opening vaults."""

from django.db import IntegrityError, transaction

from afterus.records import passphrases, scrub
from afterus.records.errors import NoVault, VaultExists
from afterus.records.models import Owner
from afterus.records.opened import OpenVault
from afterus.vault import VaultKey

ONE_PERSON = "me"


def create_vault(passphrase: str, name: str = ONE_PERSON) -> tuple[OpenVault, str]:
    """A new vault, and its recovery code to show once. Raises VaultExists, PassphraseTooShort."""
    passphrases.check_new(passphrase)
    key = VaultKey.new()
    try:
        with transaction.atomic():
            owner = Owner.objects.create(name=name)
            passphrases.put_passphrase(owner, key, passphrase)
            code = passphrases.put_recovery_code(owner, key)
    except IntegrityError as why:
        raise VaultExists(name) from why
    return OpenVault(owner, key), code


def vault_exists(name: str = ONE_PERSON) -> bool:
    """Whether somebody of this name has a vault here."""
    return Owner.objects.filter(name=name).exists()


def unlock(passphrase: str, name: str = ONE_PERSON) -> OpenVault:
    """Raises NoVault, DamagedVault, and WrongPassphrase, slowed after several."""
    owner = owner_of(name)
    key = passphrases.key_from(owner, passphrase)
    return OpenVault(owner, key)


def unlock_with_recovery(
    code: str, new_passphrase: str, name: str = ONE_PERSON
) -> tuple[OpenVault, str]:
    """Opens with the recovery code, which is used up: gives the vault and the next code.

    Raises NoVault, WrongRecoveryCode, PassphraseTooShort, DamagedVault.
    """
    passphrases.check_new(new_passphrase)
    owner = owner_of(name)
    key = passphrases.key_from_recovery(owner, code)
    with transaction.atomic():
        passphrases.put_passphrase(owner, key, new_passphrase)
        next_code = passphrases.put_recovery_code(owner, key)
    return OpenVault(owner, key), next_code


def erase_vault(name: str = ONE_PERSON) -> None:
    """Removes a whole vault for good, without opening it. Raises NoVault."""
    scrub.erase_owner(owner_of(name))


def owner_of(name: str) -> Owner:
    """The owner of this name. Raises NoVault."""
    try:
        return Owner.objects.get(name=name)
    except Owner.DoesNotExist as why:
        raise NoVault(name) from why

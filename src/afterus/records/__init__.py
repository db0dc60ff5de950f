"""The sealed entries of each person, and the verbs on them.

Django loads this package before its models may be loaded, so names are fetched on first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from afterus.records.errors import (
    DamagedEntry,
    DamagedVault,
    NewerEntry,
    NoEntry,
    NotKept,
    NoVault,
    PassphraseTooShort,
    VaultExists,
    WrongPassphrase,
    WrongRecoveryCode,
)

if TYPE_CHECKING:
    from afterus.records.backup import (
        Merged,
        back_up,
        merge,
        open_backup,
        restore_backup,
    )
    from afterus.records.opened import OpenVault
    from afterus.records.session import SESSION_FIELD, open_from_session, seal_for_session
    from afterus.records.vaults import (
        create_vault,
        erase_vault,
        unlock,
        unlock_with_recovery,
        vault_exists,
    )

_FOUND_IN = {
    "Merged": "backup",
    "OpenVault": "opened",
    "SESSION_FIELD": "session",
    "back_up": "backup",
    "create_vault": "vaults",
    "erase_vault": "vaults",
    "merge": "backup",
    "open_backup": "backup",
    "open_from_session": "session",
    "restore_backup": "backup",
    "seal_for_session": "session",
    "unlock": "vaults",
    "unlock_with_recovery": "vaults",
    "vault_exists": "vaults",
}

__all__ = [
    "SESSION_FIELD",
    "DamagedEntry",
    "DamagedVault",
    "Merged",
    "NewerEntry",
    "NoEntry",
    "NoVault",
    "NotKept",
    "OpenVault",
    "PassphraseTooShort",
    "VaultExists",
    "WrongPassphrase",
    "WrongRecoveryCode",
    "back_up",
    "create_vault",
    "erase_vault",
    "merge",
    "open_backup",
    "open_from_session",
    "restore_backup",
    "seal_for_session",
    "unlock",
    "unlock_with_recovery",
    "vault_exists",
]


def __getattr__(name: str) -> Any:
    if name not in _FOUND_IN:
        raise AttributeError(name)
    return getattr(import_module(f"afterus.records.{_FOUND_IN[name]}"), name)

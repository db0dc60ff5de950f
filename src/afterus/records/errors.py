"""What can be refused. Pages and command line say it in their own words."""

from uuid import UUID


class NoVault(Exception):
    """Nobody of this name has a vault here."""


class VaultExists(Exception):
    """There is a vault of this name already."""


class PassphraseTooShort(ValueError):
    """Fewer signs than `minimum`."""

    def __init__(self, minimum: int) -> None:
        super().__init__(f"a passphrase needs at least {minimum} signs")
        self.minimum = minimum


class WrongPassphrase(Exception):
    """Not the passphrase. `wait_seconds`: how long no further try is taken, 0 for none.

    `tried` is False when the passphrase was not even looked at, because the wait was not over.
    """

    def __init__(self, wait_seconds: int = 0, *, tried: bool = True) -> None:
        super().__init__("wrong passphrase" if tried else "too soon after a wrong passphrase")
        self.wait_seconds = wait_seconds
        self.tried = tried


class WrongRecoveryCode(WrongPassphrase):
    """Not the recovery code; `like_a_code` is False when no code is ever written like this."""

    def __init__(self, *, like_a_code: bool) -> None:
        super().__init__()
        self.like_a_code = like_a_code


class NotKept(Exception):
    """The database could not take it, for a full disk say. What was kept before is untouched."""


class NoEntry(Exception):
    """There is no such entry in this vault."""


class DamagedVault(Exception):
    """The key slot itself is damaged: use the recovery code, or restore a backup."""


class DamagedEntry(Exception):
    """An entry's bytes do not open. It is left as it is; restore it from a backup.

    All other entries still open, and an export takes out all that do.
    """

    def __init__(self, entry_id: UUID) -> None:
        super().__init__(
            f"entry {entry_id} is damaged: it was left as it is; import a backup to restore it"
        )
        self.entry_id = entry_id


class NewerEntry(DamagedEntry):
    """Nothing is wrong with the entry, but a later release wrote it: update afterus to open it."""

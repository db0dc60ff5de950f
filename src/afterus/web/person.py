"""Who sits in front of the page: what they chose, and whom they speak of."""

from functools import cached_property
from uuid import UUID

from afterus.content import Other
from afterus.records import DamagedEntry, OpenVault
from afterus.records.documents import Settings


class Person:
    """Their settings, read from the vault when first asked for; the plain ones when locked."""

    def __init__(self, vault: OpenVault | None) -> None:
        self.vault = vault

    @cached_property
    def _kept(self) -> tuple[UUID | None, Settings]:
        try:
            kept = self.vault.latest(Settings) if self.vault is not None else None
        except DamagedEntry as damaged:
            # The rest of the vault must stay within reach: go on with plain settings.
            return damaged.entry_id, Settings()
        return (None, Settings()) if kept is None else (kept.id, kept.document)

    @property
    def settings(self) -> Settings:
        """What they chose; the plain settings before they chose anything."""
        return self._kept[1]

    @property
    def settled(self) -> bool:
        """Whether the first run is over: the recovery code was asked back and settings kept."""
        return self._kept[0] is not None

    @property
    def other(self) -> Other:
        """The person who left, as texts speak of them."""
        return Other(self.settings.other_name, self.settings.other_pronouns)

    def keep(self, changed: Settings) -> None:
        """Keeps changed settings. The vault must be open."""
        if self.vault is None:
            raise ValueError("the vault is locked")
        self.vault.keep(changed, self._kept[0])
        del self._kept

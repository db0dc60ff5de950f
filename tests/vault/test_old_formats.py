"""What older releases sealed opens for ever."""

from pathlib import Path
from uuid import UUID

import pytest

from afterus.vault import (
    Cost,
    Place,
    cost_of,
    open_entry,
    open_with_passphrase,
    open_with_recovery_code,
    unpack,
)

FIXTURES = Path(__file__).parent / "fixtures"
OWNER = UUID("11111111-1111-4111-8111-111111111111")
ENTRY = UUID("33333333-3333-4333-8333-333333333333")
PASSPHRASE = "first light, cold tea"


@pytest.fixture
def key():
    slot = (FIXTURES / "v1-passphrase-slot.bin").read_bytes()
    return open_with_passphrase(slot, OWNER, PASSPHRASE)


def test_a_passphrase_slot_of_format_1_opens_at_its_own_cost(key):
    assert cost_of((FIXTURES / "v1-passphrase-slot.bin").read_bytes()) == Cost(2, 1024)
    assert len(key.secret) == 32


def test_a_recovery_slot_of_format_1_opens_the_same_vault(key):
    slot = (FIXTURES / "v1-recovery-slot.bin").read_bytes()
    code = (FIXTURES / "v1-recovery-code.txt").read_text()
    assert open_with_recovery_code(slot, OWNER, code).secret == key.secret


def test_an_entry_of_format_1_opens(key):
    blob = (FIXTURES / "v1-entry.bin").read_bytes()
    opened = open_entry(key, Place(OWNER, ENTRY, "note", 5), blob)
    assert opened == b"what I never said: thank you"


def test_a_backup_of_format_1_reads(key):
    backup = unpack((FIXTURES / "v1.afterus").read_bytes())
    assert backup.owner == OWNER
    assert key.tag("reading") in {row.tag for row in backup.rows}

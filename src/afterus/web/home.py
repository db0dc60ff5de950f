"""The folder that holds one person's database and signing key; nobody else may look in."""

import os
import secrets
from pathlib import Path

KEY_FILE = "signing.key"


def prepare(home: Path) -> Path:
    """Makes the folder, closed to other users; one that was there stays as it is."""
    if not home.is_dir():
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        home.chmod(0o700)
    return home


def signing_key(home: Path) -> str:
    """The key that signs cookies and forms, made on first use. It opens nothing that is sealed."""
    file = prepare(home) / KEY_FILE
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text(encoding="ascii")
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(key := secrets.token_urlsafe(50))
    return key

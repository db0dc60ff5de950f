"""Long work that holds an open vault's key: a lock ends it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

_lock = threading.Lock()
_ends: dict[UUID, set[threading.Event]] = {}


@contextmanager
def work_of(owner: UUID) -> Iterator[threading.Event]:
    """For the time of some work: an event that is set once the vault of this owner is locked."""
    end = threading.Event()
    with _lock:
        _ends.setdefault(owner, set()).add(end)
    try:
        yield end
    finally:
        with _lock:
            _ends[owner].discard(end)


def end_all(owner: UUID) -> None:
    """Ends all work that runs with this owner's key in this process."""
    with _lock:
        for end in _ends.get(owner, ()):
            end.set()

"""Points in time as machines write them."""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def from_ms(milliseconds: int | str) -> datetime:
    """Milliseconds since 1970 as a time in UTC. ValueError or OverflowError where it is none."""
    return EPOCH + timedelta(milliseconds=int(milliseconds))

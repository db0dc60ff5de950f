"""Points in time as machines write them."""

from datetime import UTC, datetime

at = datetime.fromtimestamp


def from_ms(milliseconds: float) -> datetime:
    """Milliseconds since 1970 as a time in UTC. ValueError, OverflowError where it is none."""
    try:
        return at(milliseconds / 1000, UTC)
    except OSError as error:
        raise OverflowError(milliseconds) from error

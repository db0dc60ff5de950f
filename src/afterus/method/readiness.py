"""Ready to talk: only on repair, to an open door, after the time of space; else letting go."""

from typing import Final, Literal

import msgspec

from afterus.method.contact import Reaching
from afterus.method.reading import Reading

DAYS_OF_SPACE: Final = 30
QUIET_DAYS: Final = 14

Door = Literal["open", "not_read", "closed", "let_go", "not_open", "too_soon"]
Missing = Literal["seen", "hope", "a_no"]


class Check(msgspec.Struct, frozen=True):
    """What a person says before a talk: who sees the change, what they hope, can they hear a no."""

    who_sees_it: Literal["others", "only_me", "nobody"]
    hope: Literal["own_it", "hear_them", "get_back"]
    a_no: Literal["can", "unsure", "cannot"]


def door(reading: Reading | None, reaching: Reaching, days: int, since_slip: int | None) -> Door:
    """Whether a talk may be thought of: `days` of space, and days since the last slip, if any."""
    if reading is None or reaching.closed == "not_read":
        return "not_read"
    if reaching.closed:
        return "closed"
    if reading.path == "let_go":
        return "let_go"
    if not reaching.talk:
        return "not_open"
    quiet = since_slip is None or since_slip >= QUIET_DAYS
    return "open" if days >= DAYS_OF_SPACE and quiet else "too_soon"


def missing(check: Check) -> tuple[Missing, ...]:
    """What is not there yet; () is ready. Nobody is ready who could not hear a no."""
    found: list[Missing] = []
    if check.who_sees_it == "nobody":
        found.append("seen")
    if check.hope == "get_back":
        found.append("hope")
    if check.a_no != "can":
        found.append("a_no")
    return tuple(found)

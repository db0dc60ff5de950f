"""Which drafts may be looked at, and when one that was put away is seen again."""

from datetime import datetime, time, timedelta
from typing import Final, Literal

import msgspec

from afterus.method.contact import Closed, Reaching

About = Literal["them", "practical", "one_message"]

MORNING: Final = time(8)
A_NIGHT: Final = timedelta(hours=6)


class Drafting(msgspec.Struct, frozen=True):
    """The drafts that may be looked at: about the two of them, the children only, the one message.

    `closed`: why none to them may, or None; "said": the one message was, and there is no second.
    """

    closed: Closed | Literal["said"] | None
    about: tuple[About, ...] = ()


def drafting(
    reaching: Reaching, said: datetime | None = None, made: datetime | None = None
) -> Drafting:
    """What may be written: `said` is when the one message was, `made` when the reading was.

    After the one message only a later reading by which they are open to talk lets more be written.
    """
    if reaching.closed or not reaching.drafts:
        return Drafting(reaching.closed or "not_read")
    practical: tuple[About, ...] = ("practical",) if reaching.practical else ()
    if said is None:
        one: tuple[About, ...] = ("one_message",) if reaching.one_message else ()
        return Drafting(None, ("them", *practical, *one))
    if reaching.talk and made is not None and made > said:
        return Drafting(None, ("them", *practical))
    return Drafting("said", practical)


def hold_until(now: datetime) -> datetime:
    """The next morning with a night before it, in the time zone that is handed in."""
    morning = datetime.combine(now.date(), MORNING, tzinfo=now.tzinfo)
    return morning if morning - now >= A_NIGHT else morning + timedelta(days=1)

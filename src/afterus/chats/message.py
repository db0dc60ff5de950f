"""One line of a conversation, whichever app it was written in."""

from datetime import datetime
from typing import Literal

import msgspec

Kind = Literal["text", "media", "call", "system", "deleted"]


class Message(msgspec.Struct, frozen=True):
    """One message. ``sender`` is ``None`` for lines that no person wrote.

    ``time`` is the export's own clock: without a zone where the export names none.
    """

    time: datetime
    sender: str | None
    kind: Kind
    text: str

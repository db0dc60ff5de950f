"""The text inside ``attributedBody``: a string in Apple's typedstream.

After the class ``NSString`` comes a ``+`` (an array of bytes), the length, and UTF-8. A length is
one byte; ``0x81`` says that it is the two bytes behind, ``0x82`` the four, lowest first.
"""

import re

_STRING = re.compile(rb"NSString[^+]{0,12}\+", re.DOTALL)


def text_of(body: bytes) -> str | None:
    """The text of a message's body; ``None`` where there is none, or it is cut short."""
    found = _STRING.search(body)
    if found is None:
        return None
    place = found.end()
    wide = {0x81: 2, 0x82: 4}.get(body[place]) if place < len(body) else None
    if place >= len(body) or (wide is None and body[place] > 0x80):
        return None
    start = place + 1 + (wide or 0)
    length = int.from_bytes(body[place + 1 : start], "little") if wide else body[place]
    raw = body[start : start + length]
    return raw.decode("utf-8", "replace") if len(raw) == length else None

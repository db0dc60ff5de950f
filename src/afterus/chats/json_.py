"""JSON that an app wrote: typed, and mended where it holds half an emoji or bad bytes."""

import re
from typing import TypeVar

import msgspec

from afterus.chats.errors import BrokenChat

T = TypeVar("T")
BOM = b"\xef\xbb\xbf"
# Every escape, so that a backslash that is itself escaped is not taken for the start of one.
_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|"
    rb"(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)
_CONTROL = bytes(range(9)) + bytes(range(14, 32)) + b"\x0b\x0c"
_BLANKS = bytes.maketrans(_CONTROL, b" " * len(_CONTROL))


def decoded(raw: bytes | msgspec.Raw, decoder: msgspec.json.Decoder[T]) -> T:
    """The value in its type. Raises msgspec.DecodeError where it does not fit.

    Half an emoji (a lone surrogate) is no JSON to msgspec; it becomes U+FFFD, as do bad bytes.
    """
    try:
        return decoder.decode(raw)
    except msgspec.ValidationError:
        raise
    except (msgspec.DecodeError, UnicodeDecodeError):
        pass
    except RecursionError:
        raise msgspec.ValidationError("nested too deep") from None
    try:
        return decoder.decode(_mended(bytes(raw)))
    except (UnicodeDecodeError, RecursionError) as error:
        raise msgspec.ValidationError(str(error)) from None


def document(raw: bytes, decoder: msgspec.json.Decoder[T]) -> T:
    """A whole file in its type. Raises BrokenChat."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raw = raw.decode("utf-16", "replace").encode()
    try:
        return decoded(raw.removeprefix(BOM), decoder)
    except msgspec.DecodeError:
        raise BrokenChat("cut_short") from None


def _mended(raw: bytes) -> bytes:
    """The same without lone surrogates, bad bytes and raw control characters."""
    whole = raw.decode("utf-8", "replace").encode().translate(_BLANKS)
    return _ESCAPE.sub(lambda found: rb"\ufffd" if found[1] else found[0], whole)

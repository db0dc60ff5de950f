"""JSON that an app wrote: typed where it can be, forgiving where one message is odd."""

import json
from typing import TypeVar

import msgspec

from afterus.chats.errors import BrokenChat

T = TypeVar("T")
_BOM = b"\xef\xbb\xbf"


def decoded(raw: bytes | msgspec.Raw, decoder: msgspec.json.Decoder[T]) -> T:
    """The value in its type. Raises msgspec.DecodeError where it does not fit.

    Half an emoji (a lone surrogate) is no JSON to msgspec; it becomes U+FFFD.
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
        loose = json.loads(bytes(raw).decode("utf-8", "replace"), strict=False)
        return msgspec.convert(_whole(loose), decoder.type)
    except (ValueError, RecursionError) as error:
        raise msgspec.ValidationError(str(error)) from None


def document(raw: bytes, decoder: msgspec.json.Decoder[T]) -> T:
    """A whole file in its type. Raises BrokenChat."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raw = raw.decode("utf-16", "replace").encode()
    try:
        return decoded(raw.removeprefix(_BOM), decoder)
    except msgspec.DecodeError:
        raise BrokenChat("cut_short") from None


def _whole(value: object) -> object:
    """The same without lone surrogates."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_whole(each) for each in value]
    if isinstance(value, dict):
        return {_whole(key): _whole(each) for key, each in value.items()}
    return value

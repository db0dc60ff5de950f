"""Documents as the bytes that are sealed, and back."""

from datetime import datetime
from typing import Any

import msgspec

from afterus.records.documents import VERSIONS, AnyDocument, Document


class NewerDocument(Exception):
    """A kind or version of document that only a later release knows."""


class Unreadable(ValueError):
    """Not the JSON of a document."""


class _Sealed(msgspec.Struct, frozen=True):
    kept: datetime
    document: msgspec.Raw


class _Peek(msgspec.Struct, frozen=True):
    kind: str
    version: int = 1


def written(kept: datetime, document: Document) -> bytes:
    """What is sealed for a document. Raises Unreadable when it could not be read back."""
    try:
        raw = msgspec.json.encode(document)
    except (TypeError, ValueError) as why:
        raise Unreadable(str(why)) from why
    document_from(raw)
    return msgspec.json.encode(_Sealed(kept, msgspec.Raw(raw)))


def read_back(plain: bytes) -> tuple[datetime, AnyDocument]:
    """When a document was kept, and the document. Raises NewerDocument, Unreadable."""
    try:
        sealed = msgspec.json.decode(plain, type=_Sealed)
    except msgspec.DecodeError as why:
        raise Unreadable("no document") from why
    return sealed.kept, document_from(sealed.document)


def document_from(raw: bytes | msgspec.Raw) -> AnyDocument:
    """A document from its JSON. Raises NewerDocument, Unreadable."""
    try:
        peek = msgspec.json.decode(raw, type=_Peek)
        if peek.version > VERSIONS.get(peek.kind, 0):
            raise NewerDocument(f"{peek.kind} in version {peek.version}")
        document: AnyDocument = msgspec.json.decode(raw, type=AnyDocument)
    except msgspec.DecodeError as why:
        raise Unreadable(str(why)) from why
    return document


def as_json(document: Document) -> dict[str, Any]:
    """A document in the plain values of JSON, its kind and version included."""
    plain: dict[str, Any] = msgspec.to_builtins(document)
    return plain

"""Documents as the bytes that are sealed, and back."""

from datetime import datetime
from typing import Any, TypeVar

import msgspec

from afterus.records.document import Document
from afterus.records.documents import VERSIONS, AnyDocument, kind_of


class NewerDocument(Exception):
    """A kind or version of document that only a later release knows."""


class Unreadable(ValueError):
    """Not the JSON of a document."""


class _Sealed(msgspec.Struct, frozen=True):
    kept: datetime
    document: AnyDocument


class _Raw(msgspec.Struct, frozen=True):
    kept: datetime
    document: msgspec.Raw


class _Peek(msgspec.Struct, frozen=True):
    kind: str
    version: int = 1


_sealed = msgspec.json.Decoder(_Sealed)
_document = msgspec.json.Decoder[AnyDocument](AnyDocument)
T = TypeVar("T")


def written(kept: datetime, document: Document) -> bytes:
    """What is sealed for a document. Raises Unreadable when it could not be read back."""
    try:
        raw = msgspec.json.encode(document)
    except (TypeError, ValueError) as why:
        raise Unreadable(str(why)) from why
    document_from(raw)
    return msgspec.json.encode(_Raw(kept, msgspec.Raw(raw)))


def read_back(plain: bytes) -> tuple[datetime, AnyDocument]:
    """When a document was kept, and the document. Raises NewerDocument, Unreadable."""
    try:
        sealed = _sealed.decode(plain)
    except msgspec.DecodeError:
        # Slower, but says which document a later release wrote.
        raw = _peeked(plain, _Raw)
        return raw.kept, document_from(bytes(raw.document))
    return sealed.kept, _known(sealed.document)


def document_from(raw: bytes) -> AnyDocument:
    """A document from its JSON. Raises NewerDocument, Unreadable."""
    try:
        return _known(_document.decode(raw))
    except msgspec.DecodeError as why:
        peek = _peeked(raw, _Peek)
        if peek.version > VERSIONS.get(peek.kind, 0):
            raise NewerDocument(f"{peek.kind} in version {peek.version}") from why
        raise Unreadable(str(why)) from why


def as_json(document: Document) -> dict[str, Any]:
    """A document in the plain values of JSON, its kind and version included."""
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(document))
    return plain


def _known(document: AnyDocument) -> AnyDocument:
    if document.version > VERSIONS[kind_of(document)]:
        raise NewerDocument(f"version {document.version}")
    return document


def _peeked(raw: bytes, shape: type[T]) -> T:
    try:
        return msgspec.json.decode(raw, type=shape)
    except msgspec.DecodeError as why:
        raise Unreadable("no document") from why

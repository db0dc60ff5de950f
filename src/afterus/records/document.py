"""What every document is."""

import msgspec


class Document(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """What all documents share. A change that old releases cannot read raises `version`."""

    version: int = 1

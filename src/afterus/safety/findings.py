"""What screening found in a person's own words, and what they said when asked."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Literal, cast

import msgspec

Kind = Literal["abuse", "control", "threat", "stalking", "suicide"]
By = Literal["ex", "me", "unclear"]
Reply = Literal["meant", "not_meant", "unsure"]


class Finding(msgspec.Struct, frozen=True):
    """Words that speak of harm: `quote` is the answer's text from `start` to `end`.

    `by` is who did it, seen from the writer ("me"); for suicide it is always "me".
    """

    kind: Kind
    by: By
    key: str
    quote: str
    start: int
    end: int
    reply: Reply | None = None

    @property
    def id(self) -> str:
        """The same for the same words in the same answer, wherever they stand in it."""
        told = "\x1f".join((self.kind, self.by, self.key, self.quote))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def with_replies(findings: Iterable[Finding], replies: Mapping[str, str]) -> tuple[Finding, ...]:
    """The findings with the person's replies (finding id → reply); ValueError on another reply."""
    return tuple(
        msgspec.structs.replace(finding, reply=_reply(replies[finding.id]))
        if finding.id in replies
        else finding
        for finding in findings
    )


def _reply(said: str) -> Reply:
    if said in ("meant", "not_meant", "unsure"):
        return cast(Reply, said)
    raise ValueError(f"no such reply: {said!r}")

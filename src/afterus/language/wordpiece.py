"""Plain words cut into the pieces that the encoder knows (longest known beginning first)."""

import re
from collections.abc import Iterator, Sequence

from afterus.language.plain import LINK, NUMBER, Word

_PARTS = re.compile(r"[^\W_]+|[^\w\s]|_")
_SAID = {LINK: "link", NUMBER: "8"}
_MOST_KEPT = 100_000


class WordPieces:
    """Pieces by number; a word that cannot be cut is the unknown piece."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self.ids = {piece: place for place, piece in enumerate(pieces)}
        self._unknown = self.ids["[UNK]"]
        self._seen: dict[str, tuple[int, ...]] = {}

    def of(self, word: Word) -> tuple[int, ...]:
        """The pieces of a plain word, at least one."""
        found = self._seen.get(word.plain)
        if found is None:
            if len(self._seen) >= _MOST_KEPT:
                self._seen.clear()
            said = _SAID.get(word.plain, word.plain)
            parts = _PARTS.findall(said)
            cut = tuple(piece for part in parts for piece in self._cut(part))
            found = self._seen[word.plain] = cut or (self._unknown,)
        return found

    def _cut(self, part: str) -> Iterator[int]:
        first, mark, cut = 0, "", []
        while first < len(part):
            last = next(
                (e for e in range(len(part), first, -1) if mark + part[first:e] in self.ids), 0
            )
            if not last:
                yield self._unknown
                return
            cut.append(self.ids[mark + part[first:last]])
            first, mark = last, "##"
        yield from cut

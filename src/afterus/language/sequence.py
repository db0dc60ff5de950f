"""A text as the sequence that the encoder reads; the same when it learns and when it judges."""

from collections.abc import Sequence

from afterus.language.labels import Context
from afterus.language.plain import Plainer, Word, windows
from afterus.language.wordpiece import WordPieces

MOST_CHARACTERS = 20_000
_WORDS = 80
_PIECES = 112


class Sequences:
    """Cuts texts by the encoder's pieces, given in the order of their numbers."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._pieces = WordPieces(pieces)
        self._plainer = Plainer(self._pieces.ids.keys())

    @property
    def pieces(self) -> Sequence[str]:
        """All pieces, in the order of their numbers."""
        return tuple(self._pieces.ids)

    def stretches(self, text: str) -> list[list[Word]]:
        """The words of a text, in stretches that the encoder can read at once; at least one."""
        return list(windows(self.words(text[:MOST_CHARACTERS]), _WORDS))

    def words(self, text: str) -> list[Word]:
        """The words of a text."""
        return self._plainer.words(text)

    def cut(self, words: Sequence[Word]) -> list[tuple[int, ...]]:
        """The pieces of each word."""
        return [self._pieces.of(word) for word in words]

    def row(self, cut: Sequence[tuple[int, ...]], context: Context | None) -> tuple[list[int], int]:
        """The whole sequence with its marks, and where the text begins in it.

        It is `[CLS] together [SEP] text [SEP]`, or without the first part where nothing is known.
        """
        ids = self._pieces.ids
        head = [ids["[CLS]"], *([ids[context], ids["[SEP]"]] if context else ())]
        text = [piece for pieces in cut for piece in pieces][:_PIECES]
        return [*head, *text, ids["[SEP]"]], len(head)

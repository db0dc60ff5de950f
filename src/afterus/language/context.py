"""What stands around a phrase and changes what it says: negation, supposing, long ago, joking."""

from collections.abc import Sequence

from afterus.language.lexicon import Lexicon
from afterus.language.phrases import Phrase, compile_phrase, has_any

_REACH = 7


class Context:
    """Reads the hints around a match; one for each language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._still_true = _compiled(lexicon.still_true)
        self._hypothetical = _compiled(lexicon.hypothetical)
        self._remote = _compiled(lexicon.remote)
        self._joking = _compiled(lexicon.joking)

    def negated(self, words: Sequence[str], first: int) -> bool:
        """Whether a "no", "never" or "not" before the phrase reaches it."""
        lexicon = self._lexicon
        for place in range(first - 1, max(-1, first - 1 - _REACH), -1):
            word = words[place]
            after = words[place + 1]
            if word in lexicon.negators or word in lexicon.nobody:
                answers = word == "no" and (after in lexicon.me or after in lexicon.they)
                return not answers and after not in lexicon.not_negated
            if word in lexicon.negation_ends:
                return False
        return False

    def still_true(self, words: Sequence[str], last: int) -> bool:
        """Whether what follows a negated phrase says that it did happen ("not … anymore")."""
        return has_any(self._still_true, words[last : last + 5])

    def supposed(self, words: Sequence[str]) -> bool:
        """Whether the sentence only supposes ("if he ever …, what if …")."""
        return has_any(self._hypothetical, words)

    def long_ago(self, words: Sequence[str]) -> bool:
        """Whether the sentence speaks of a time long before."""
        return has_any(self._remote, words)

    def joking(self, words: Sequence[str]) -> bool:
        """Whether the sentence shows play, a joke or a figure of speech."""
        return has_any(self._joking, words)

    def reported(self, words: Sequence[str], subject: int) -> bool:
        """Whether the subject at this place stands in what the other says ("she says I …")."""
        before = [word for word in words[max(0, subject - 4) : subject] if word != "that"]
        said = before and before[-1] in self._lexicon.reporting
        return bool(said) and any(word in self._lexicon.they for word in before)


def answered_no(words: Sequence[str], negators: frozenset[str]) -> bool:
    """Whether a sentence begins as a "no" to the question before it."""
    return bool(words) and words[0] in negators


def _compiled(phrases: Sequence[str]) -> tuple[Phrase, ...]:
    return tuple(compile_phrase(phrase, {}, ()) for phrase in phrases)

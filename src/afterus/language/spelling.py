"""One written word as the plain words it stands for: case, look-alikes, slips, contractions."""

import re
import unicodedata
from collections.abc import Iterable

from afterus.language.lexicon import Lexicon

_LOOK_ALIKES = str.maketrans(
    "абвгдезіїјкмнорсстухуѕԁһԛԝоαβειικνορτυχγωɑɡıłøđß",
    "abbrdeziijkmhopcctyxysdhqwoabeiiknoptuxywagilods",
)
_QUOTES = str.maketrans("’‘ʼ`´", "'''''")
_LEET = str.maketrans("013457@!$", "oieastais")
_REPEATED = re.compile(r"(.)\1{2,}")
_MOST_KEPT = 50_000
_MARKS = re.compile(r"[\u0300-\u036f\u200b-\u200f\u2060-\u2064\ufeff\u00ad\ufe0f]+")


class Speller:
    """Plain forms of words; `vocabulary` is every word that a phrase asks for."""

    def __init__(self, lexicon: Lexicon, vocabulary: Iterable[str]) -> None:
        self._lexicon = lexicon
        known = {word for words in lexicon.contractions.values() for word in words.split()}
        self._vocabulary = frozenset(vocabulary) | known
        self._by_shape: dict[tuple[int, str], list[str]] = {}
        for word in sorted(self._vocabulary):
            self._by_shape.setdefault((len(word), word[:1]), []).append(word)
        self._seen: dict[tuple[str, bool], tuple[str, ...]] = {}

    def plain(self, raw: str, naming: bool) -> tuple[str, ...]:
        """The plain words; with `naming`, a capital in mid-sentence marks a name (`@sam`)."""
        key = (raw, naming)
        if key not in self._seen:
            if len(self._seen) > _MOST_KEPT:
                self._seen.clear()
            self._seen[key] = tuple(self._read(raw[:80], naming))
        return self._seen[key]

    def _read(self, raw: str, naming: bool) -> list[str]:
        letters = _letters(raw)
        word = letters.lower().translate(_LOOK_ALIKES)
        word = self._unmasked(self._unrepeated(word))
        word = self._lexicon.slips.get(word, word)
        if word in self._lexicon.contractions:
            return self._lexicon.contractions[word].split()
        name = naming and letters[:1].isupper() and not letters[1:2].isupper()
        stem, _, rest = word.partition("'")
        if rest in {"s", "d", "ll", "ve", "re"}:
            written = self._lexicon.contractions.get(f"'{rest}", "")
            own = stem in self._lexicon.they or stem in self._lexicon.partners
            after = written.split() if rest != "s" or own else ["'s"]
            return [self._named(stem, name), *after]
        return [self._named(word if rest else stem, name)]

    def _named(self, word: str, name: bool) -> str:
        if not name or word in self._vocabulary or word in self._lexicon.not_names:
            return word
        return "@" + word

    def _unrepeated(self, word: str) -> str:
        if not _REPEATED.search(word):
            return word
        doubled = _REPEATED.sub(r"\1\1", word)
        single = _REPEATED.sub(r"\1", word)
        for form in (doubled, single):
            if self._knows(form):
                return form
        return single

    def _knows(self, word: str) -> bool:
        spelled = word in self._lexicon.contractions or word in self._lexicon.slips
        return spelled or word in self._vocabulary

    def _unmasked(self, word: str) -> str:
        """k1ll, r*pe and su!cide as they are meant, where that is a word we look for."""
        if word.isalpha() or word.isdigit() or word in self._vocabulary:
            return word
        plain = word.translate(_LEET)
        if plain in self._vocabulary:
            return plain
        if "*" in word[1:20]:
            likely = self._by_shape.get((len(word), word[:1]), [])
            masked = re.compile(".".join(re.escape(part) for part in word.split("*")))
            fits = (known for known in likely if masked.fullmatch(known))
            return next(fits, word)
        return word


def _letters(raw: str) -> str:
    if raw.isascii():
        return raw
    spread = unicodedata.normalize("NFKD", raw.translate(_QUOTES))
    return _MARKS.sub("", spread)

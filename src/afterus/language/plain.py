"""The words of a text in a plain form, whatever they are dressed in.

Case, look-alike letters, accents, zero-width signs, full-width forms, skin tones, masks (k1ll,
f*ck), repeated letters and spaced-out letters all come to the same plain words.
"""

import re
import unicodedata
from collections.abc import Iterator, Set

import msgspec

_MARKS = "\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad\ufe0e\ufe0f"
_LETTER = rf"[^\W_][{_MARKS}]*"
_TOKEN = re.compile(
    r"https?://\S+|www\.\S+"
    rf"|(?<!\w)(?:{_LETTER}[ .\-_]){{3,}}{_LETTER}(?!\w)"
    rf"|{_LETTER}(?:[\w{_MARKS}]|['’‘ʼ`´*@$!](?=[{_MARKS}]*[\w*]))*"
    r"|\.{2,}|…|[?!.,;:]+"
    r"|[^\s\w?!.,;:]"
)
_STRIP = re.compile(rf"[{_MARKS}]+")
_TONES = re.compile("[\U0001f3fb-\U0001f3ff]")
_QUOTES = str.maketrans("’‘ʼ`´", "'''''")
_LEET = str.maketrans("0134578@!$", "oieastbais")
_LOOK_ALIKES = str.maketrans(
    "абвгдезіїјкмнорсстухуѕԁһԛԝоαβειικνορτυχγωɑɡıłøđßϲԍⅼ",
    "abbrdeziijkmhopcctyxysdhqwoabeiiknoptuxywagilodscgl",
)
_REPEATED = re.compile(r"(.)\1{2,}")
_SAME_FACE = {
    "heart": re.compile(r"heart"),
    "kiss": re.compile(r"kiss"),
    "laughing": re.compile(
        r"tears of joy|rolling on the floor|smiling face with open mouth|grinning"
    ),
    "crying": re.compile(r"crying"),
    "angry": re.compile(r"angry|pouting|serious face"),
}
LINK, NUMBER = "<link>", "<number>"
_LONGEST = 40
_MOST_KEPT = 100_000


class Word(msgspec.Struct, frozen=True):
    """A plain word (an emoji by its name, a run of marks by its first) and its original place."""

    plain: str
    start: int
    end: int


class Plainer:
    """Plain forms; ``known`` are the words that repeated or masked letters may stand for."""

    def __init__(self, known: Set[str]) -> None:
        self._known = known
        self._by_shape: dict[tuple[int, str], list[str]] = {}
        self._seen: dict[str, str] = {}

    def words(self, text: str) -> list[Word]:
        """The words of a text with their places."""
        return [
            Word(plain, match.start(), match.end())
            for match in _TOKEN.finditer(text)
            if (plain := self.plain(match[0]))
        ]

    def plain_words(self, text: str) -> list[str]:
        """The same words without their places: faster."""
        return [plain for raw in _TOKEN.findall(text) if (plain := self.plain(raw))]

    def plain(self, raw: str) -> str:
        """The plain form of one written word or sign; "" where nothing is left of it."""
        found = self._seen.get(raw)
        if found is None:
            if len(self._seen) >= _MOST_KEPT:
                self._seen.clear()
            found = self._seen[raw] = self._read(raw)
        return found

    def _read(self, raw: str) -> str:
        if raw.startswith(("http", "www.")) and len(raw) > 5:
            return LINK
        if not raw[0].isalnum():
            return _sign(raw)
        word = letters(raw[:_LONGEST])
        spaced = re.sub(r"[ .\-_]", "", word)
        if spaced != word:
            return self._unrepeated(spaced)
        if word.isdigit():
            return NUMBER
        return self._unmasked(self._unrepeated(word))

    def _unrepeated(self, word: str) -> str:
        if not _REPEATED.search(word):
            return word
        forms = (_REPEATED.sub(r"\1\1", word), _REPEATED.sub(r"\1", word))
        return next((form for form in forms if form.replace("'", "") in self._known), forms[1])

    def _unmasked(self, word: str) -> str:
        if word.replace("'", "").isalpha() or word in self._known:
            return word
        plain = word.translate(_LEET)
        if plain in self._known:
            return plain
        return self._guessed(word) if "*" in word[1:] else word.rstrip("*!@$")

    def _guessed(self, word: str) -> str:
        """The first known word of this shape; `known` words stand in the order of their use."""
        if not self._by_shape:
            for known in self._known:
                self._by_shape.setdefault((len(known), known[:1]), []).append(known)
        masked = re.compile(".".join(re.escape(part) for part in word.split("*")))
        fits = self._by_shape.get((len(word), word[:1]), ())
        return next((known for known in fits if masked.fullmatch(known)), word.replace("*", ""))


def letters(raw: str) -> str:
    """Lower case without marks, with look-alikes of other scripts as the Latin letters they ape."""
    if raw.isascii():
        return raw.lower()
    spread = unicodedata.normalize("NFKD", raw.translate(_QUOTES))
    return _STRIP.sub("", spread).lower().translate(_LOOK_ALIKES)


def _sign(raw: str) -> str:
    if raw[0] in "?!.,;:…":
        if "?" in raw:
            return "?"
        return "!" if "!" in raw else "..." if raw[0] == "…" or len(raw) > 1 else raw[0]
    if raw[0].isascii():
        return raw if raw in "'\"()/&+-" else ""
    if unicodedata.category(raw[0]) not in ("So", "Sm", "Sk"):
        return ""
    name = unicodedata.name(raw[0], "").lower()
    if _TONES.match(raw) or not name:
        return ""
    return next((same for same, these in _SAME_FACE.items() if these.search(name)), name)


def windows(words: list[Word], most: int) -> Iterator[list[Word]]:
    """The words in stretches of at most ``most``."""
    for first in range(0, max(1, len(words)), most):
        yield words[first : first + most]

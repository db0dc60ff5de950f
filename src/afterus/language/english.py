"""How much of a chat is in English: the only language that the labels understand so far."""

import re
from collections.abc import Iterable

# Common English words that no other language in Latin letters uses as often. Short ones that
# many share ("a", "in", "no", "me", "was", "die", "so") say nothing and are left out.
_COMMON = """
the you and that it's its i'm i've i'll don't dont can't cant won't didn't didnt doesn't isn't
you're youre what with have this just know for are not but your they there think about would could
should when where how why who then than been were did does doing going get got back home want need
love good okay yeah sorry thanks really right now today tomorrow tonight night work time like see
out off up we're he's she's them him her his hers our ours us if my of to is be or at from as by
one it all too very much will never always something anything nothing please gonna wanna lol hey
hope still only here some because before after again maybe sure let make
"""
_ENGLISH = frozenset(_COMMON.split())
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LEAST_WORDS = 4
_SHARE = 0.25


def english_share(texts: Iterable[str]) -> float | None:
    """The share of texts of four words and more that are in English, 0 to 1; None without any."""
    judged = english = 0
    for text in texts:
        words = [word.replace("’", "'") for word in _WORD.findall(text.lower())]
        if len(words) < _LEAST_WORDS:
            continue
        judged += 1
        english += sum(word in _ENGLISH for word in words) >= _SHARE * len(words)
    return english / judged if judged else None

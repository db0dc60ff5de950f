"""Near-duplicates (shingles by MinHash, then their true overlap) and frames with swapped words."""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

OVERLAP = 0.6
SAME_SHORT = 4
_BANDS, _ROWS = 24, 3
_PRIME = (1 << 61) - 1
_FRAME_WORDS = 7
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_COMMON = frozenset(
    _WORDS.findall(
        """
        i you he she it we they me him her us them my your his its our their mine yours this
        that these those who what when where why how which a an the and or but so if then than
        because as of to in on at by for from with about into up down out off over after before
        is are was were be been am do does did done have has had will would can could should may
        might must not no never dont didnt doesnt isnt cant wont im youre ive id ill just only
        even still again now here there all any some one very too more like get got go going
        know think want need say said tell told yes ok please sorry really ever always
        """
    )
)


def plain(text: str) -> str:
    """Lower case words with single spaces: what is compared."""
    return " ".join(_WORDS.findall(text.lower().replace("'", "").replace("’", "")))


def shingles(text: str) -> frozenset[str]:
    """Runs of five characters of the plain form."""
    padded = f" {plain(text)} "
    return frozenset(padded[i : i + 5] for i in range(max(1, len(padded) - 4)))


def frame(text: str) -> str:
    """The message with every word that is not a common one masked; "" for short ones."""
    words = plain(text).split()
    if len(words) < _FRAME_WORDS:
        return ""
    masked = [word if word in _COMMON else "_" for word in words]
    return " ".join(masked) if masked.count("_") >= 2 else ""


class Nearness:
    """Remembers messages; says of each new one whether it is too near to one it knows."""

    def __init__(self) -> None:
        seeds = np.random.default_rng(2026)
        self._a = seeds.integers(1, 2**31, _BANDS * _ROWS, dtype=np.uint64)
        self._b = seeds.integers(0, 2**31, _BANDS * _ROWS, dtype=np.uint64)
        self._buckets: dict[tuple[int, bytes], list[int]] = defaultdict(list)
        self._known: list[frozenset[str]] = []
        self._short: Counter[str] = Counter()
        self._frames: set[str] = set()

    def add(self, text: str) -> str:
        """ "" when it is kept; else why not: `same`, `near` or `frame`."""
        words = plain(text)
        if len(words.split()) <= 2:
            self._short[words or text] += 1
            return "same" if self._short[words or text] > SAME_SHORT else ""
        grams = shingles(text)
        signature = self._signature(grams)
        if self._too_near(grams, signature):
            return "near"
        masked = frame(text)
        if masked and masked in self._frames:
            return "frame"
        self._frames.add(masked)
        for key in signature:
            self._buckets[key].append(len(self._known))
        self._known.append(grams)
        return ""

    def _too_near(self, grams: frozenset[str], signature: Sequence[tuple[int, bytes]]) -> bool:
        candidates = {place for key in signature for place in self._buckets.get(key, ())}
        return any(overlap(grams, self._known[place]) >= OVERLAP for place in candidates)

    def _signature(self, grams: Iterable[str]) -> list[tuple[int, bytes]]:
        values = np.array([zlib.crc32(gram.encode()) for gram in grams], dtype=np.uint64)
        mixed = (values[:, None] * self._a + self._b) % np.uint64(_PRIME) & np.uint64(0xFFFFFFFF)
        low = mixed.min(axis=0).reshape(_BANDS, _ROWS)
        return [(band, row.tobytes()) for band, row in enumerate(low)]


def repeats(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Every text of more than two words that is all but an earlier one: (its place, that one's).

    Looked for by the shingles that few texts have; `Nearness` may miss one pair in some hundred.
    """
    grams = [shingles(text) if len(plain(text).split()) > 2 else frozenset() for text in texts]
    seen = Counter(gram for mine in grams for gram in mine)
    index: dict[str, list[int]] = defaultdict(list)
    found = []
    for place, mine in enumerate(grams):
        rare = sorted(mine, key=lambda gram: (seen[gram], gram))[: max(4, len(mine) // 2)]
        candidates = Counter(other for gram in rare for other in index[gram])
        for other, _ in candidates.most_common(5):
            if overlap(mine, grams[other]) >= OVERLAP:
                found.append((place, other))
                break
        for gram in rare:
            index[gram].append(place)
    return found


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard's share of what both have."""
    return len(one & other) / len(one | other) if one or other else 1.0

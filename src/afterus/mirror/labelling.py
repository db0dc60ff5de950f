"""Every written message through the language model once, and what the person set right since."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from afterus.language import LABELS, Context
from afterus.mirror.talk import Talk

WARM = ("cares", "respects", "owns")
STRAIN = ("accuses", "controls", "demands", "argues", "overcomplicates", "threatens")
COLUMN: dict[str, int] = {label: place for place, label in enumerate(LABELS)}

_AT_A_TIME = 20_000

Progress = Callable[[float], None]
Corrections = Mapping[str, Mapping[str, bool]]


class Model(Protocol):
    """What the mirror asks of a language model."""

    @property
    def thresholds(self) -> NDArray[np.float32]:
        """The score from which each label holds, shape (labels,)."""

    def scores(
        self, texts: Sequence[str], contexts: Sequence[Context | None] | None = None
    ) -> NDArray[np.float32]:
        """Scores between 0 and 1, shape (texts, labels)."""


@dataclass(frozen=True)
class Labelled:
    """`scores`: float16, shape (n, labels), 0 where nothing was written.

    `holds`: bool of the same shape, with what the person set right.
    """

    scores: NDArray[np.float16]
    holds: NDArray[np.bool_]

    def any_of(self, labels: Sequence[str]) -> NDArray[np.bool_]:
        """Where at least one of these labels holds, shape (n,)."""
        columns = [COLUMN[label] for label in labels]
        return np.asarray(self.holds[:, columns].any(axis=1), dtype=np.bool_)


def label(
    talk: Talk, model: Model, ended: int | None = None, progress: Progress | None = None
) -> Labelled:
    """Scores every written message; `ended` is the second from which it is after the break.

    `progress` is told the share done, 0 to 1, and may raise to stop.
    """
    scores = np.zeros((len(talk), len(LABELS)), dtype=np.float16)
    places = np.flatnonzero(talk.written)
    after = talk.times >= ended if ended is not None else np.zeros(len(talk), dtype=np.bool_)
    for start in range(0, len(places), _AT_A_TIME):
        part = places[start : start + _AT_A_TIME]
        scores[part] = _scored(talk, part, after, model)
        if progress:
            progress(min(start + _AT_A_TIME, len(places)) / len(places))
    return Labelled(scores, scores >= model.thresholds.astype(np.float16))


def corrected(talk: Talk, labelled: Labelled, corrections: Corrections) -> Labelled:
    """With what the person said of single messages (mark → label → whether it holds)."""
    if not corrections:
        return labelled
    holds = labelled.holds.copy()
    for place in np.flatnonzero(talk.written):
        said = corrections.get(talk.mark(int(place)))
        for name, true in (said or {}).items():
            holds[place, COLUMN[name]] = true
    return Labelled(labelled.scores, holds)


def _scored(
    talk: Talk, places: NDArray[np.intp], after: NDArray[np.bool_], model: Model
) -> NDArray[np.float32]:
    """Short messages repeat ("ok", "lol"), so each distinct one is scored once."""
    seen: dict[tuple[str, bool], int] = {}
    which = [seen.setdefault((talk.texts[p], bool(after[p])), len(seen)) for p in places]
    contexts: list[Context] = ["after" if late else "together" for _, late in seen]
    found = model.scores([text for text, _ in seen], contexts)
    return found[which]

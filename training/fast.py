"""The fast model's training: the careful one judges many texts, and a table learns from that."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy as np

from afterus.language.careful import CarefulModel, careful_model
from afterus.language.fast import FastModel
from afterus.language.labels import LABELS
from afterus.language.reader import reader
from training import calibrate, export, measure, table
from training.data import Data
from training.examples import Example

COUNT = 50_000
FLOORS = {"threatens": 0.82}


def train(data: Data, count: int = COUNT) -> None:
    """Learns, sets the thresholds on the dev part, writes the weights, prints the figures."""
    own = data.messages["train"]
    shown = table.recombined(own, count, seed=1)
    judged = taught([*shown, *own])
    # The messages themselves, as their annotators had them, weigh in beside what it is taught.
    own_aims = (np.stack([each.aim for each in own]) + judged[len(shown) :]) / 2
    aims = np.concatenate([judged[: len(shown)], own_aims, own_aims]).astype(np.float32)
    arrays = table.train([*shown, *own, *own], aims, reader())
    neutral = {
        "slope": np.ones(len(LABELS), np.float32),
        "offset": np.zeros(len(LABELS), np.float32),
        "thresholds": np.ones(len(LABELS), np.float32),
    }
    dev = data.messages["dev"]
    scores = scores_of(FastModel(arrays | neutral), dev)
    logits = np.log(scores + 1e-9) - np.log(1 - scores + 1e-9)
    gold = np.stack([each.aim for each in dev]) > 0.5
    floors = {LABELS.index(name): floor for name, floor in FLOORS.items()}
    arrays |= calibrate.calibrated(gold, logits, floors)
    print(f"fast: {export.write('fast', arrays) / 1e6:.1f} MB")
    scores = scores_of(FastModel(arrays), dev)
    print("\n".join(measure.table(LABELS, gold, scores, arrays["thresholds"])))


def scores_of(model: CarefulModel | FastModel, examples: Sequence[Example]) -> np.ndarray:
    """(examples, 11)."""
    return model.scores([each.text for each in examples], [each.context for each in examples])


def taught(examples: Sequence[Example]) -> np.ndarray:
    """The careful model's scores, by two processes at once."""
    size = 2000
    parts = [examples[first : first + size] for first in range(0, len(examples), size)]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        done = []
        for part in pool.map(_taught, parts):
            done.append(part)
            print(f"  judged {len(done) * size} of {len(examples)}", flush=True)
    return np.concatenate(done)


def _taught(examples: Sequence[Example]) -> np.ndarray:
    return scores_of(careful_model(), examples)

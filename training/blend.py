"""What stands beside the encoder for a task: a table of words, calibration, thresholds."""

import random
from typing import Any

import numpy as np

from afterus.language.blend import Blend, Part
from afterus.language.disclosures import DISCLOSURES
from afterus.language.labels import LABELS
from afterus.language.reader import reader
from training import calibrate, export, measure, table
from training.data import Data
from training.examples import Example, in_other_guise

NAMES = {"messages": "careful", "disclosures": "disclosures"}
GUISES = {"messages": 6, "disclosures": 12}
LABELS_OF: dict[str, tuple[str, ...]] = {"messages": LABELS, "disclosures": DISCLOSURES}
# What a recall comes before: words that endanger somebody.
FLOORS = {
    "messages": {"threatens": 0.82, "controls": 0.70},
    "disclosures": {"suicide": 0.85, "abuse_ex": 0.80},
}


def train(data: Data, task: str) -> None:
    """The table learns from the annotators alone, and so errs otherwise than the encoder."""
    own = data.of(task)["train"]
    chance = random.Random(1)
    guises = [in_other_guise(each, own, chance) for _ in range(GUISES[task]) for each in own]
    shown = [*own, *guises]
    aims = np.stack([each.aim for each in shown])
    finish(data, task, table.train(shown, aims, reader()))


def finish(data: Data, task: str, arrays: dict[str, Any]) -> None:
    """The table's weight, calibration and thresholds on the dev part; writes the file."""
    examples, labels = data.of(task)["dev"], LABELS_OF[task]
    size = len(labels)
    plain = {name: np.ones(size, np.float32) for name in ("slope", "offset", "thresholds")}
    blend = Blend(reader(), task, arrays | plain | {"weight": 1.0})
    parts = parts_of(blend, examples)
    alone, both = (
        np.stack([logits for logits, _ in blend.logits(parts, np.float32(weight))])
        for weight in (0, 1)
    )
    gold = np.stack([each.aim for each in examples]) > 0.5
    weight = max(np.arange(0, 1.01, 0.1), key=lambda w: _fit(gold, alone + w * (both - alone)))
    logits = alone + weight * (both - alone)
    for name, said in (("encoder", alone), ("table", both - alone), ("both", logits)):
        print(f"{task}, {name}: dev macro-F1 at best {calibrate.best_f1(gold, said):.4f}")
    floors = {labels.index(name): floor for name, floor in FLOORS[task].items()}
    found = calibrate.calibrated(gold, logits, floors)
    scores = 1 / (1 + np.exp(-(logits * found["slope"] + found["offset"])))
    print("\n".join(measure.table(labels, gold, scores, found["thresholds"])))
    size = export.write(NAMES[task], arrays | found | {"weight": np.float32(weight)})
    print(f"{NAMES[task]}: {size / 1e6:.1f} MB, the table weighs {weight:.1f}", flush=True)


def parts_of(blend: Blend, examples: list[Example]) -> list[Part]:
    """The first stretch of each text, which is nearly always all of it."""
    cut = blend.reader.sequences.stretches
    return [(cut(each.text)[0], each.context) for each in examples]


def _fit(gold: np.ndarray, logits: np.ndarray) -> float:
    """How well calibrated logits explain the labels (the mean log likelihood)."""
    total = 0.0
    for n in range(gold.shape[1]):
        slope, offset = measure.platt(gold[:, n], logits[:, n])
        held = logits[:, n] * slope + offset
        total -= float(np.logaddexp(0, np.where(gold[:, n], -held, held)).mean())
    return total

"""The encoder, tuned on messages and disclosures together."""

from pathlib import Path

import numpy as np

from afterus.language.disclosures import DISCLOSURES
from afterus.language.labels import LABELS
from afterus.language.sequence import Sequences
from training import calibrate, export, learn
from training.data import Data
from training.network import Network, kept_pieces, pretrained

HEADS = {"messages": len(LABELS), "disclosures": len(DISCLOSURES)}


def pieces_of(base: Path) -> tuple[list[int], list[str]]:
    """The pieces that are kept, by their old numbers and by name."""
    vocabulary = (base / "vocab.txt").read_text(encoding="utf-8").split("\n")
    kept = kept_pieces(vocabulary)
    return kept, [vocabulary[place] for place in kept]


def train(data: Data, base: Path, plan: learn.Plan) -> None:
    """Learns, and writes the weights; tells after each epoch how the dev part fares."""
    kept, pieces = pieces_of(base)
    network = pretrained(base, kept, HEADS, dropout=0.1)
    cutter = Sequences(pieces)
    tasks = {task: data.of(task)["train"] for task in HEADS}
    mean: Network = network
    for epoch, mean in learn.learn(network, tasks, cutter, plan):
        for task in HEADS:
            examples = data.of(task)["dev"]
            gold = np.stack([each.aim for each in examples]) > 0.5
            logits = learn.logits_of(mean, task, examples, cutter)
            best = calibrate.best_f1(gold, logits)
            print(f"epoch {epoch}, {task}: dev macro-F1 {best:.4f}", flush=True)
    write(mean, pieces)


def write(network: Network, pieces: list[str]) -> None:
    """The encoder with its heads, as it ships."""
    arrays = export.encoder_arrays(network, pieces)
    for task in HEADS:
        arrays |= export.head_arrays(network, task)
    print(f"encoder: {export.write('encoder', arrays) / 1e6:.1f} MB", flush=True)

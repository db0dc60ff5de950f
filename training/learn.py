"""One run of learning: seeded, with the mean of the last weights kept."""

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from afterus.language.sequence import Sequences
from training.examples import Example, in_other_guise
from training.network import LAYERS, Network

_MEANT = 4


@dataclass(frozen=True)
class Plan:
    """How long and how fast; `kept` is for every fourth step, `lift` what a label's yes weighs."""

    epochs: float = 4
    rate: float = 3e-4
    decay: float = 0.85
    size: int = 16
    seed: int = 1
    kept: float = 0.98
    head: float = 10
    lift: float = 2.0


@dataclass(frozen=True)
class Batch:
    task: str
    ids: Tensor
    there: Tensor
    text: Tensor
    aim: Tensor


def learn(
    network: Network, tasks: dict[str, Sequence[Example]], cutter: Sequences, plan: Plan
) -> Iterator[tuple[int, nn.Module]]:
    """Learns in place of `network`; after each epoch gives its number and the mean network."""
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    mean = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(plan.kept)
    )
    steps = int(plan.epochs * sum(-(-len(each) // plan.size) for each in tasks.values()))
    optimizer = torch.optim.AdamW(_groups(network, plan), weight_decay=0.01)
    rates = [group["lr"] for group in optimizer.param_groups]
    step, epoch, start = 0, 0, time.monotonic()
    while step < steps:
        epoch += 1
        network.train()
        for batch in batches(tasks, cutter, plan.size, chance):
            part = min(1.0, step / (0.1 * steps)) * (1 - step / steps)
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * part
            logits = network(batch.task, batch.ids, batch.there, batch.text)
            loss = functional.binary_cross_entropy_with_logits(
                logits, batch.aim, pos_weight=torch.tensor(plan.lift)
            )
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % _MEANT == 0:
                mean.update_parameters(network)
            if step % 100 == 0:
                took = time.monotonic() - start
                print(f"  step {step}/{steps} loss {loss.item():.4f} {took:.0f} s", flush=True)
            if step >= steps:
                break
        yield epoch, mean.module.eval()


def batches(
    tasks: dict[str, Sequence[Example]], cutter: Sequences, size: int, chance: random.Random
) -> Iterator[Batch]:
    """Every example once, in another guise, like lengths together, tasks in turn."""
    held: list[tuple[str, list[tuple[Example, list[int], int]]]] = []
    for task, all_of_it in tasks.items():
        shown = [in_other_guise(example, all_of_it, chance) for example in all_of_it]
        rows = [(each, *row_of(each, cutter)) for each in shown]
        rows.sort(key=lambda row: len(row[1]) + chance.random() * 6)
        held += [(task, rows[first : first + size]) for first in range(0, len(rows), size)]
    chance.shuffle(held)
    for task, rows in held:
        aim = torch.from_numpy(np.stack([row[0].aim for row in rows]))
        yield Batch(task, *tensors([(ids, first) for _, ids, first in rows]), aim)


def row_of(example: Example, cutter: Sequences) -> tuple[list[int], int]:
    """The first stretch of the text as a sequence, and where the text begins in it."""
    return cutter.row(cutter.cut(cutter.stretches(example.text)[0]), example.context)


def tensors(rows: Sequence[tuple[list[int], int]]) -> tuple[Tensor, Tensor, Tensor]:
    """Numbers of pieces, where there is one, and where the text is (1.0 or 0.0)."""
    width = max(len(ids) for ids, _ in rows)
    ids = torch.zeros(len(rows), width, dtype=torch.long)
    there = torch.zeros(len(rows), width, dtype=torch.bool)
    text = torch.zeros(len(rows), width)
    for place, (row, first) in enumerate(rows):
        ids[place, : len(row)] = torch.tensor(row)
        there[place, : len(row)] = True
        text[place, first : len(row) - 1] = 1.0
    return ids, there, text


@torch.inference_mode()
def logits_of(
    network: nn.Module, task: str, examples: Sequence[Example], cutter: Sequences
) -> np.ndarray:
    """(examples, labels), in order."""
    rows = [row_of(example, cutter) for example in examples]
    order = sorted(range(len(rows)), key=lambda place: len(rows[place][0]))
    result: list[np.ndarray] = [np.zeros(0)] * len(rows)
    for first in range(0, len(order), 64):
        some = order[first : first + 64]
        said = network(task, *tensors([rows[place] for place in some])).numpy()
        for place, row in zip(some, said, strict=True):
            result[place] = row
    return np.stack(result)


def _groups(network: Network, plan: Plan) -> list[dict]:
    """Lower layers learn slower."""
    depth = {f"layers.{number}.": LAYERS - number for number in range(LAYERS)}
    groups = []
    for name, weights in network.named_parameters():
        if not weights.requires_grad:
            continue
        deep = next((far for start, far in depth.items() if name.startswith(start)), LAYERS + 1)
        rate = plan.rate * (plan.head if name.startswith(("heads", "looks")) else plan.decay**deep)
        groups.append({"params": [weights], "lr": rate})
    return groups

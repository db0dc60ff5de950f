"""Tables of words as they are learnt: the fast model, and the one beside the careful model."""

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from afterus.language.plain import LINK, NUMBER, Word
from afterus.language.reader import Reader
from afterus.language.table import CONTEXTS, START
from afterus.language.table import Table as Shipped
from training.examples import Example, in_other_guise
from training.export import eight_bits, text_array
from training.network import WIDTH

HIDDEN = 48
POWER = 0.5
_WORD_SEEN, _PAIR_SEEN = 4, 6
_CLAUSE = re.compile(r"(?<=[.!?…,])\s+|\n+|\s+(?=(?:and|but|because|so|if)\b)")


@dataclass(frozen=True)
class Vocabulary:
    """Words in the order of their numbers, and the pairs of numbers that have a row."""

    words: list[str]
    pairs: np.ndarray


def vocabulary(texts: Sequence[Sequence[str]], pieces: Sequence[str]) -> Vocabulary:
    """The encoder's pieces, more words of the texts, and the pairs seen often enough."""
    rows = [[word.replace("'", "") for word in text] for text in texts]
    words = Counter(word for row in rows for word in row)
    common = [word for word, count in words.most_common() if count >= _WORD_SEEN]
    known = [piece for piece in pieces if not piece.startswith("[")]
    order = list(dict.fromkeys([START, LINK, NUMBER, *known, *common]))
    ids = {word: place for place, word in enumerate(order)}
    pairs: Counter[int] = Counter()
    for row in rows:
        numbers = [0, *(ids.get(word, -1) for word in row)]
        pairs.update({a * len(order) + b for a, b in pairwise(numbers) if a >= 0 and b >= 0})
    kept = np.array(sorted(key for key, count in pairs.items() if count >= _PAIR_SEEN), np.int64)
    return Vocabulary(order, kept)


def recombined(examples: Sequence[Example], count: int, seed: int) -> list[Example]:
    """Guises of the messages, and new ones put together of the clauses of two or three."""
    chance = random.Random(seed)
    made: list[Example] = []
    while len(made) < count:
        example = chance.choice(examples)
        draw = chance.random()
        if draw < 0.35:
            parts = [part for part in _CLAUSE.split(example.text) if part.strip()]
            other = chance.choice(examples)
            theirs = [part for part in _CLAUSE.split(other.text) if part.strip()]
            if not parts or not theirs:
                continue
            mine = parts[: chance.randint(1, len(parts))]
            taken = theirs[chance.randrange(len(theirs)) :][:3]
            text = chance.choice([" ", ". ", ", ", "\n"]).join([*mine, *taken])
            example = replace(example, text=text)
        elif draw < 0.5:
            parts = [part for part in _CLAUSE.split(example.text) if part.strip()]
            example = replace(example, text=chance.choice(parts) if parts else example.text)
        made.append(in_other_guise(example, examples, chance))
    return made


class Table(nn.Module):
    """The table as it is learnt: a word's row is a map of its vector plus its own weights."""

    def __init__(self, vectors: np.ndarray, pairs: int, labels: int) -> None:
        super().__init__()
        size = labels + HIDDEN
        self.labels = labels
        self.vectors = torch.from_numpy(vectors)
        self.map = nn.Linear(vectors.shape[1], size, bias=False)
        self.own = nn.EmbeddingBag(len(vectors), size, mode="sum")
        self.pairs = nn.EmbeddingBag(max(1, pairs), size, mode="sum")
        self.context = nn.Embedding(len(CONTEXTS), size)
        self.out = nn.Linear(HIDDEN, labels)
        for weights in (self.own.weight, self.pairs.weight, self.context.weight):
            nn.init.zeros_(weights)
        nn.init.constant_(self.out.bias, -2.0)

    def rows(self) -> torch.Tensor:
        return self.map(self.vectors) + self.own.weight

    def forward(self, batch: dict[str, torch.Tensor]) -> torch.Tensor:
        mapped = functional.embedding_bag(batch["ids"], self.vectors, batch["starts"], mode="sum")
        inner = self.map(mapped) + self.own(batch["ids"], batch["starts"])
        inner = inner + self.pairs(batch["pairs"], batch["pair_starts"])
        inner = inner / batch["counts"][:, None] ** POWER + self.context(batch["context"])
        direct, hidden = inner[:, : self.labels], inner[:, self.labels :]
        return direct + self.out(torch.relu(hidden))


def learn(
    table: Table,
    rows: Sequence[Sequence[int]],
    contexts: Sequence[int],
    aims: np.ndarray,
    known: Vocabulary,
    epochs: int = 6,
    seed: int = 1,
) -> None:
    """Learns in place from rows of numbers and the aims of each."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    optimizer = torch.optim.Adam(table.parameters(), lr=3e-3)
    size, steps, step = 256, epochs * (len(rows) // 256), 0
    for _ in range(epochs):
        order = chance.permutation(len(rows))
        for first in range(0, len(order) - size + 1, size):
            some = order[first : first + size]
            batch = packed([rows[at] for at in some], [contexts[at] for at in some], known)
            aim = torch.from_numpy(aims[some])
            own = table.own.weight.square().sum() + table.pairs.weight.square().sum()
            loss = functional.binary_cross_entropy_with_logits(table(batch), aim)
            optimizer.zero_grad(set_to_none=True)
            (loss + 2e-6 * own).backward()
            for group in optimizer.param_groups:
                group["lr"] = 3e-3 * (1 - step / steps)
            optimizer.step()
            step += 1
            if step % 500 == 0:
                print(f"  step {step}/{steps} loss {loss.item():.4f}", flush=True)


def packed(
    rows: Sequence[Sequence[int]], contexts: Sequence[int], known: Vocabulary
) -> dict[str, torch.Tensor]:
    counts = np.array([len(row) for row in rows])
    ids = np.concatenate([np.asarray(row, np.int64) for row in rows])
    keys = ids[:-1] * len(known.words) + ids[1:]
    at = np.minimum(np.searchsorted(known.pairs, keys), len(known.pairs) - 1)
    owner = np.repeat(np.arange(len(rows)), counts)
    held = (known.pairs[at] == keys) & (owner[:-1] == owner[1:])
    pair_counts = np.bincount(owner[:-1][held], minlength=len(rows))
    return {
        "ids": torch.from_numpy(ids),
        "starts": torch.from_numpy(np.cumsum(counts) - counts),
        "counts": torch.from_numpy(counts.astype(np.float32)),
        "pairs": torch.from_numpy(at[held]),
        "pair_starts": torch.from_numpy(np.cumsum(pair_counts) - pair_counts),
        "context": torch.tensor(contexts),
    }


def arrays(table: Table, known: Vocabulary) -> dict[str, np.ndarray]:
    """The table folded, as `afterus.language.fast` reads it."""
    rows = table.rows().detach().numpy()
    pairs = table.pairs.weight.detach().numpy()
    used = np.abs(pairs).max(axis=1) > 1e-3
    whole, scale = eight_bits(rows, 0)
    pair_whole, pair_scale = eight_bits(pairs[used], 0)
    return {
        "words": text_array(known.words),
        "table": whole,
        "table_scale": scale,
        "pairs": known.pairs[used],
        "pair_table": pair_whole,
        "pair_table_scale": pair_scale,
        "context": table.context.weight.detach().numpy(),
        "power": np.float32(POWER),
        "out": table.out.weight.detach().numpy().T.copy(),
        "bias": table.out.bias.detach().numpy(),
    }


def train(
    examples: Sequence[Example], aims: np.ndarray, reader: Reader, epochs: int = 5
) -> dict[str, np.ndarray]:
    """The arrays of a table that has learnt these aims; unseen words by `reader`'s vectors."""
    plain = [[word.plain for word in reader.sequences.words(each.text)] for each in examples]
    known = vocabulary(plain, list(reader.sequences.pieces))
    print(f"  {len(known.words)} words, {len(known.pairs)} pairs", flush=True)
    table = Table(vectors_of(reader, known.words), len(known.pairs), aims.shape[1])
    rows = blank(known).row
    numbers = [rows(words) for words in plain]
    contexts = [CONTEXTS.index(each.context) for each in examples]
    learn(table, numbers, contexts, aims, known, epochs)
    return arrays(table, known)


def blank(known: Vocabulary) -> Shipped:
    """A table without weights, for the numbers it gives to words: by the code that ships."""
    size = 1
    return Shipped(
        {
            "words": text_array(known.words),
            "table": np.zeros((len(known.words), size), np.int8),
            "table_scale": np.ones(size, np.float32),
            "pairs": known.pairs[:1],
            "pair_table": np.zeros((1, size), np.int8),
            "pair_table_scale": np.ones(size, np.float32),
            "context": np.zeros((3, size), np.float32),
            "power": np.float32(1),
            "out": np.zeros((0, size), np.float32),
            "bias": np.zeros(size, np.float32),
        }
    )


def vectors_of(reader: Reader, words: Sequence[str]) -> np.ndarray:
    """(words, 384): what the encoder says to each word alone, all of one length."""
    cut = [reader.sequences.cut([Word(word.strip("<>#") or word, 0, 1)]) for word in words]
    rows = [reader.sequences.row(each, None)[0] for each in cut]
    vectors = np.zeros((len(rows), WIDTH), np.float32)
    order = sorted(range(len(rows)), key=lambda place: len(rows[place]))
    for first in range(0, len(order), 256):
        some = order[first : first + 256]
        hidden = reader.encoder.vectors([rows[place] for place in some])
        for at, place in enumerate(some):
            vectors[place] = hidden[at, 1 : len(rows[place]) - 1].mean(axis=0)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

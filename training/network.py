"""The encoder in torch, the very same sums as `afterus.language.encoder`, with gradients."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, INNER, LAYERS = 384, 12, 1536, 6
POSITIONS = 128


class Layer(nn.Module):
    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, masked: Tensor) -> Tensor:
        rows, length, _ = hidden.shape
        wide = self.qkv(hidden).reshape(rows, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        query, key, value = wide
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=masked)
        mixed = mixed.transpose(1, 2).reshape(rows, length, WIDTH)
        hidden = self.norm1(hidden + self.dropout(self.out(mixed)))
        inner = self.up(hidden)
        inner = inner * torch.sigmoid(1.702 * inner)
        return self.norm2(hidden + self.dropout(self.down(inner)))


class Network(nn.Module):
    """Pieces to logits: each label looks at the pieces of the text it has learnt to look at.

    A label's logit is the mean of a linear map of the pieces' vectors, weighted by how much it
    looks at each. One head for each task; the word vectors stay as they were learnt before.
    """

    def __init__(self, words: Tensor, heads: dict[str, int], dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding.from_pretrained(words, freeze=True)
        self.positions = nn.Parameter(torch.zeros(POSITIONS, WIDTH))
        self.first = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.heads = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in heads.items()})
        self.looks = nn.ModuleDict(
            {name: nn.Linear(WIDTH, size, bias=False) for name, size in heads.items()}
        )
        self.dropout = nn.Dropout(dropout)

    def vectors(self, ids: Tensor, there: Tensor) -> Tensor:
        hidden = self.words(ids) + self.positions[: ids.shape[1]]
        hidden = self.dropout(self.first(hidden))
        masked = there[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, masked)
        return hidden

    def forward(self, task: str, ids: Tensor, there: Tensor, text: Tensor) -> Tensor:
        hidden = self.dropout(self.vectors(ids, there))
        head = self.heads[task]
        said = hidden @ head.weight.T
        look = self.looks[task](hidden).masked_fill(text[..., None] == 0, -1e4)
        weights = torch.softmax(look, dim=1) * text[..., None]
        return (weights * said).sum(dim=1) + head.bias


def pretrained(folder: Path, kept: list[int], heads: dict[str, int], dropout: float) -> Network:
    """all-MiniLM-L6-v2 with new heads; `kept` are the pieces whose vectors are kept."""
    held = load_file(folder / "model.safetensors")
    words = held["embeddings.word_embeddings.weight"][kept]
    network = Network(words, heads, dropout)
    with torch.no_grad():
        # The second kind of token is never used: the first kind's vector goes into the places.
        places = held["embeddings.position_embeddings.weight"][:POSITIONS]
        network.positions.copy_(places + held["embeddings.token_type_embeddings.weight"][0])
        _norm(network.first, held, "embeddings.LayerNorm")
        for number, layer in enumerate(network.layers):
            name = f"encoder.layer.{number}"
            for kind in ("weight", "bias"):
                parts = [
                    held[f"{name}.attention.self.{p}.{kind}"] for p in ("query", "key", "value")
                ]
                getattr(layer.qkv, kind).copy_(torch.cat(parts))
                getattr(layer.out, kind).copy_(held[f"{name}.attention.output.dense.{kind}"])
                getattr(layer.up, kind).copy_(held[f"{name}.intermediate.dense.{kind}"])
                getattr(layer.down, kind).copy_(held[f"{name}.output.dense.{kind}"])
            _norm(layer.norm1, held, f"{name}.attention.output.LayerNorm")
            _norm(layer.norm2, held, f"{name}.output.LayerNorm")
        for head in network.heads.values():
            head.weight.mul_(0.1)
            head.bias.fill_(-2.0)
        for look in network.looks.values():
            look.weight.zero_()
    return network


def _norm(norm: nn.LayerNorm, held: dict[str, Tensor], name: str) -> None:
    norm.weight.copy_(held[f"{name}.weight"])
    norm.bias.copy_(held[f"{name}.bias"])


def kept_pieces(vocabulary: list[str]) -> list[int]:
    """The pieces worth shipping: marks, ASCII ones and accented Latin; no other scripts."""
    marks = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"}
    return [
        place
        for place, piece in enumerate(vocabulary)
        if piece in marks or (piece.isascii() and piece and not piece.startswith("[unused"))
    ]

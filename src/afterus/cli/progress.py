"""A bar on standard error that shows how far long work is, on a terminal only."""

import sys
from types import TracebackType

_CELLS = 24


class Progress:
    """Call it with the share done, 0 to 1. Leaves the line clean when the work ends or stops."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._shown = -1

    def __enter__(self) -> "Progress":
        return self

    def __call__(self, share: float) -> None:
        percent = int(share * 100)
        if percent == self._shown or not sys.stderr.isatty():
            return
        self._shown = percent
        full = int(share * _CELLS)
        bar = "█" * full + "░" * (_CELLS - full)
        print(f"\r{self._title}  {bar} {percent:3d} %", end="", file=sys.stderr, flush=True)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown >= 0:
            print("\r\033[K", end="", file=sys.stderr, flush=True)

"""How a time is taken: the median of several runs, after one that does not count.

Time is the processor's, so that other work on the machine counts less; where another process, a
disk or a network is waited for, it is the clock's.
"""

import statistics
import time
from collections.abc import Callable


def median(
    work: Callable[[], object], runs: int = 5, clock: Callable[[], float] = time.process_time
) -> float:
    """Median seconds of ``runs`` runs, after a warm-up."""
    work()
    times = []
    for _ in range(runs):
        start = clock()
        work()
        times.append(clock() - start)
    return statistics.median(times)


def show(what: str, seconds: float, floor: float | None = None, of: str = "floor") -> None:
    """One line: what, its time in a fitting unit, and how many times the floor that is."""
    unit, factor = ("s", 1) if seconds >= 1 else ("ms", 1e3) if seconds >= 1e-3 else ("µs", 1e6)
    ratio = f"  {seconds / floor:8.1f} x {of}" if floor else ""
    print(f"  {what:<52} {seconds * factor:8.2f} {unit}{ratio}")

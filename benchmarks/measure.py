"""How a time is taken: the median of several runs, after one that does not count."""

import statistics
import time
from collections.abc import Callable


def median(work: Callable[[], object], runs: int = 5) -> float:
    """Median seconds of ``runs`` runs, after a warm-up."""
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def show(what: str, seconds: float, floor: float | None = None, of: str = "floor") -> None:
    """One line: what, its time in a fitting unit, and how many times the floor that is."""
    unit, factor = ("s", 1) if seconds >= 1 else ("ms", 1e3) if seconds >= 1e-3 else ("µs", 1e6)
    ratio = f"  {seconds / floor:8.1f} x {of}" if floor else ""
    print(f"  {what:<52} {seconds * factor:8.2f} {unit}{ratio}")

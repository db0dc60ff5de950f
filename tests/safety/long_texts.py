"""Texts of a megabyte that are hard in different ways; the benchmarks read them too."""

import random

MEGABYTE = 1_000_000
WARM = "he left and i cried about my phone and her friends and the house "
LONG_TEXTS = {
    "long": (WARM * 16_000)[:MEGABYTE],
    "many sentences": " ".join(f"he saw number{n} at my house. " for n in range(34_000)),
    "same": "he hit me " * 100_000,
    "marks": "h" + "\u0301" * (MEGABYTE - 1),
    "binary": random.Random(1).randbytes(MEGABYTE).decode("latin-1"),
}

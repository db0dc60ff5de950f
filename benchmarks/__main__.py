"""Run the benchmarks named on the command line, or all of them."""

import importlib
import sys

NAMES = ("reading", "screening", "vault", "pages", "chats", "mirror", "draft")

for name in sys.argv[1:] or NAMES:
    print(f"\n{name}")
    importlib.import_module(f"benchmarks.{name}").main()

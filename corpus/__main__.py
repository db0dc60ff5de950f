"""python -m corpus VERB ROOM: from writers' files to the published corpus.

A room holds the writers' folders (w1, w2, …); `assembled`, `sheets` and `answers` (A, B, C) are
made in it. Verbs: assemble (files → records and sheets; --flush for the last, unfilled sheets too),
agreement (how far the annotators agree; without a room,
in the published files), third (sheets for the disputed), merge
(writes the published files), check (the published files, as CI does; no room).
"""

import argparse
import sys
from pathlib import Path

from corpus import HERE
from corpus.tools import check, merge, sheets, store
from corpus.tools.assemble import assemble

NAMES = {"m": "messages.jsonl", "d": "disclosures.jsonl"}


def main() -> int:
    parser = argparse.ArgumentParser(prog="corpus", description=__doc__)
    parser.add_argument("verb", choices=("assemble", "agreement", "third", "merge", "check"))
    parser.add_argument("room", type=Path, nargs="?")
    parser.add_argument("--flush", action="store_true")
    chosen = parser.parse_args()
    if chosen.verb == "check":
        faults = list(check.faults())
        print("\n".join(faults or check.summary()))
        return bool(faults)
    if chosen.verb == "agreement" and chosen.room is None:
        for letter, name in NAMES.items():
            print("\n".join(merge.report(merge.published(HERE / name), letter)), end="\n\n")
        return 0
    if chosen.room is None:
        parser.error("which room?")
    return _in_room(chosen.verb, chosen.room, chosen.flush)


def _in_room(verb: str, room: Path, flush: bool) -> int:
    if verb == "assemble":
        for what, count in sorted(assemble(room, room / "assembled").items()):
            print(f"{what}: {count}")
        print("new sheets:", *sheets.make(room / "assembled", room / "sheets", flush))
        return 0
    amiss = False
    for letter, name in NAMES.items():
        told, faults = merge.votes(room, letter)
        print(*faults, sep="\n", end="\n" if faults else "", file=sys.stderr)
        amiss |= bool(faults)
        if verb == "agreement":
            print("\n".join(merge.report(told, letter)), end="\n\n")
        elif verb == "third":
            print("new sheets:", *merge.third(room, told, letter))
        else:
            records = list(merge.merged(room, told, letter))
            store.write(HERE / name, records)
            print(f"{name}: {len(records)}")
    return int(amiss)


if __name__ == "__main__":
    sys.exit(main())

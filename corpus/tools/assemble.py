"""Writers' files into unlabelled records. Run again, it adds what is new and changes no more."""

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corpus.tools import raw, store
from corpus.tools.nearness import Nearness

MESSAGES, DISCLOSURES = "messages.jsonl", "disclosures.jsonl"
_SETTLED_SECONDS = 45
_BEFORE = 3


def assemble(room: Path, out: Path) -> Counter[str]:
    """Adds the files of `room`'s writers (w1, w2, …) that are not in `out` yet; what happened."""
    told: Counter[str] = Counter()
    for name, disclosures in ((MESSAGES, False), (DISCLOSURES, True)):
        known = store.read(out / name)
        done = {record["file"] for record in known}
        nearness = Nearness()
        for record in known:
            if "dropped" not in record:
                nearness.add(record["text"])
        for path in _files(room, disclosures):
            if f"{path.parent.name}/{path.stem}" in done:
                continue
            if time.time() - path.stat().st_mtime < _SETTLED_SECONDS:
                told["files still being written"] += 1
                continue
            fresh = list(_disclosures(path) if disclosures else _messages(path))
            for record in fresh:
                why = nearness.add(record["text"])
                if why:
                    record["dropped"] = why
                told[f"{name}: {'thrown out, ' + why if why else 'kept'}"] += 1
            known += fresh
            told[f"{name}: files"] += 1
        store.write(out / name, known)
    return told


def _files(room: Path, disclosures: bool) -> list[Path]:
    found = (path for path in room.glob("w*/*.txt") if path.stem[:1] in "d0123456789fm")
    # By age and not by name, so that a writer's next file stands behind all that is there.
    return sorted(
        (path for path in found if path.stem.startswith("d") == disclosures),
        key=lambda path: (path.stat().st_mtime, path),
    )


def _messages(path: Path) -> Iterator[store.Record]:
    file = f"{path.parent.name}/{path.stem}"
    before: list[tuple[tuple[int, int], str, str]] = []
    for number, line in enumerate(raw.lines(path), 1):
        place = (line.block, line.part)
        before = [each for each in before if each[0][0] == line.block][-_BEFORE:]
        name = f"{file.replace('/', '-')}-{number:03}"
        yield {
            "id": name,
            "writer": path.parent.name,
            "file": file,
            "block": f"{file.replace('/', '-')}-{line.kind}{line.block:02}",
            "line": number,
            "part": line.part,
            "context": line.context,
            "speaker": line.speaker,
            "previous": [each[1] for each in before] if line.kind == "couple" else [],
            "text": line.text,
        }
        before.append((place, name, line.speaker))


def _disclosures(path: Path) -> Iterator[store.Record]:
    file = f"{path.parent.name}/{path.stem}"
    for number, text in enumerate(raw.texts(path), 1):
        yield {
            "id": f"{file.replace('/', '-')}-{number:03}",
            "writer": path.parent.name,
            "file": file,
            "line": number,
            "text": text,
        }

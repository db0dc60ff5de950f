"""One reading, a path alone, and every combination of the deciding answers."""

import sys
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "method"))

from every_answer import path_answers, safety_answers
from people import alice, bob

from afterus.method import parse_answers, read, to_raw
from afterus.method.decision import path_of
from afterus.method.facts import weigh

from .measure import median, show

MANY = 200


def main() -> None:
    """Print the times; the floor is decoding and encoding the same answers."""
    for name, raw in (("repair", alice()), ("let go", bob()), ("nothing said", {})):
        text = msgspec.json.encode(raw)
        answers = parse_answers(raw)
        floor = median(lambda text=text: [_codec(text) for _ in range(MANY)]) / MANY
        one = median(lambda answers=answers: [read(answers) for _ in range(MANY)]) / MANY
        path = median(lambda answers=answers: [path_of(weigh(answers)) for _ in range(MANY)]) / MANY
        show(f"answers in and out ({name})", floor)
        show(f"the path alone ({name})", path, floor)
        show(f"a whole reading with what would change it ({name})", one, floor)
    for name, every in (("path", path_answers), ("safety", safety_answers)):
        count = sum(1 for _ in every())
        making = median(lambda every=every: sum(1 for _ in every()), 3)
        deciding = median(lambda every=every: [path_of(weigh(a)) for _, a in every()], 3)
        show(f"making all {count} combinations ({name})", making)
        show(f"and deciding each ({name})", deciding, making)


def _codec(text: bytes) -> bytes:
    return msgspec.json.encode(to_raw(parse_answers(msgspec.json.decode(text))))

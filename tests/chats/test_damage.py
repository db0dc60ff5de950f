"""Damaged exports are read or refused with a sentence: a quick round, and crashes found before."""

import random

import fuzz
import pytest
import samples


@pytest.mark.parametrize("path", sorted(fuzz.CRASHES.iterdir()), ids=lambda path: path.name)
def test_what_once_crashed_a_parser_no_longer_does(path):
    format_ = path.name.partition("-")[0]
    fuzz.check(path.read_bytes(), None if format_ == "any" else format_)


ANDROID = "13/01/2022, 10:00 - Ann: x\n13/01/2022, 10:00 - Ann: "
LONG = {
    "marks": ANDROID + "\u200e" * 200_000 + "x\n",
    "brackets": ANDROID + "<(" * 100_000 + ">\n",
    "names": "".join(f"13/01/2022, 10:00 - p{n}: a: b\n" for n in range(20_000)),
    "empty lines": ANDROID + "\n" * 1_000_000,
    "impossible dates": ANDROID + "x\n" + "99/99/2022, 10:00 - Ann: x\ny\n" * 30_000,
    "attachments": "[2026-08-04 15:04:11] Me: hi  \n" + "[" * 200_000,
    "replies": "2022-05-09 22:23 You: hi\n2022-05-09 22:24 You: [" + "reply to a on 1, " * 3000,
    "paths": "May 17, 2022  5:29:42 PM\nMe\n" + "a/" * 100_000,
}


@pytest.mark.parametrize("name", LONG)
def test_a_line_made_to_slow_a_parser_down_does_not(name):
    fuzz.check(LONG[name].encode(), None)


@pytest.mark.parametrize("name", samples.ALL)
def test_a_damaged_export_is_read_or_refused(name):
    format_, raw = samples.ALL[name]
    chance = random.Random(name)
    for number in range(40):
        fuzz.check(fuzz.damaged(chance, raw), format_ if number % 2 else None)

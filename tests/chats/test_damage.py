"""Damaged exports are read or refused with a sentence: a quick round, and crashes found before."""

import random

import fuzz
import pytest
import samples


@pytest.mark.parametrize("path", sorted(fuzz.CRASHES.iterdir()), ids=lambda path: path.name)
def test_what_once_crashed_a_parser_no_longer_does(path):
    format_ = path.name.partition("-")[0]
    fuzz.check(path.read_bytes(), None if format_ == "any" else format_)


@pytest.mark.parametrize("name", samples.ALL)
def test_a_damaged_export_is_read_or_refused(name):
    format_, raw = samples.ALL[name]
    chance = random.Random(name)
    for number in range(40):
        fuzz.check(fuzz.damaged(chance, raw), format_ if number % 2 else None)

"""What lies on the disk: nothing in clear, nothing lost when killed, nothing left when erased."""

import base64
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "other_process.py"
CANARY = "the yellow canary nobody may ever find"


def run(place, *command):
    return subprocess.run(
        [sys.executable, SCRIPT, *command],
        env=place, cwd="/", capture_output=True, text=True, timeout=300,
    )  # fmt: skip


def holding(files, words):
    return [str(file) for file in files for word in words if word in file.read_bytes()]


def test_no_file_holds_a_typed_word_or_a_key_in_clear(own_place, files_on_disk):
    done = run(own_place, "write", CANARY)
    assert done.returncode == -signal.SIGKILL, done.stderr
    code, secret, key = done.stdout.split()
    raw_key = bytes.fromhex(key)
    forms = [
        CANARY.encode(),
        CANARY.encode("utf-16-le"),
        base64.b64encode(CANARY.encode())[:40],
        b"celebrate",
        b"step_done",
        code.encode(),
        code.replace("-", "").encode(),
        secret.encode(),
        key.encode(),
        raw_key,
        base64.b64encode(raw_key)[:42],
        base64.urlsafe_b64encode(raw_key)[:42],
    ]
    files = files_on_disk()
    assert any(file.stat().st_size for file in files)
    assert holding(files, forms) == []
    assert CANARY not in done.stderr


def test_erasing_leaves_not_even_sealed_bytes(own_place, files_on_disk):
    if "AFTERUS_DATABASE_URL" in own_place:
        pytest.skip("a server keeps sealed bytes in its own log until it recycles them")
    done = run(own_place, "erase", "me")
    assert done.returncode == -signal.SIGKILL, done.stderr
    sealed = [bytes.fromhex(line) for line in done.stdout.split()]
    assert len(sealed) == 42
    files = files_on_disk()
    assert any(file.suffix == ".sqlite3" for file in files)
    assert holding(files, sealed) == []


def test_erasing_leaves_no_row_behind(own_place):
    done = run(own_place, "erase", "me")
    assert done.returncode == -signal.SIGKILL, done.stderr


def test_a_writer_killed_many_times_loses_nothing_it_acknowledged(own_place):
    rounds = 25
    done = run(own_place, "killed", str(rounds))
    assert done.returncode == 0, done.stderr
    kept, told = map(int, done.stdout.split())
    assert kept >= rounds
    assert told > 0


def test_guessing_from_many_processes_at_once_gains_no_tries(own_place):
    done = run(own_place, "guess", "12")
    assert done.returncode == 0, done.stderr
    assert 3 <= int(done.stdout) <= 4


def test_the_home_is_closed_to_other_users(own_place, tmp_path):
    if "AFTERUS_DATABASE_URL" in own_place:
        pytest.skip("the home holds no database then")
    from afterus.web.home import prepare

    assert prepare(tmp_path / "new" / "home").stat().st_mode & 0o777 == 0o700
    assert os.access(tmp_path / "new" / "home", os.W_OK)

"""`afterus demo`: an invented person's weeks behind a real door, and nothing left afterwards."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request


def test_the_demo_serves_and_leaves_nothing_behind(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    running = subprocess.Popen(
        [sys.executable, "-m", "afterus.cli.main", "--no-browser", "--port", port, "demo"],
        env=os.environ | {"TMPDIR": str(tmp_path), "AFTERUS_HOME": str(tmp_path / "mine")},
        stderr=subprocess.PIPE,
        text=True,
    )
    passphrase = running.stderr.readline()
    address = re.search(r"http://127\.0\.0\.1:\d+/", running.stderr.readline())[0]
    page = urllib.request.urlopen(address)
    assert page.url == f"{address}unlock"
    assert re.search(r"lamp-river-\d{4}", passphrase)
    assert [file.name for file in tmp_path.iterdir()] != []
    running.send_signal(signal.SIGTERM)
    _, rest = running.communicate(timeout=120)
    assert running.returncode == 0, rest
    assert list(tmp_path.iterdir()) == []

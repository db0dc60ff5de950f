"""From the command to the first page, and how long a page takes, on the demo's invented weeks."""

import http.cookiejar
import re
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "journeys"))

from served import Server, invented_weeks

from .measure import median, show

PAGES = {
    "help": "/help",
    "today": "/",
    "all readings": "/understand/",
    "a step of the reflection": "/understand/reflection/accusing",
    "the look-over": "/understand/look-over",
    "your place here": "/account",
}
RUNS = 15
CLOCK = time.perf_counter


def main() -> None:
    """Print the times; the floor of a page is a small file sent by the same server."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        show(
            "from the command to the first page, first start",
            median(lambda: _first(place), 5, CLOCK),
        )
        passphrase = invented_weeks(place / "weeks" / "afterus")
        server = Server(place / "weeks", place / "log", {})
        show("the same with a database there", median(lambda: _started(server), 5, CLOCK))
        server.start()
        get = _unlocked(server, passphrase)
        reading = re.search(r"/understand/reading/[0-9a-f-]{36}", get("/understand/"))
        assert reading
        floor = median(lambda: get("/static/afterus/icon.svg"), RUNS, CLOCK)
        show("a small file", floor)
        for name, path in {**PAGES, "a reading": reading[0]}.items():
            show(name, median(lambda path=path: get(path), RUNS, CLOCK), floor, "a small file")
        server.stop()


def _first(place: Path) -> None:
    with tempfile.TemporaryDirectory(dir=place) as home:
        _started(Server(Path(home), place / "log", {}))


def _started(server: Server) -> None:
    server.start()
    urllib.request.urlopen(server.address + "/").read()
    server.stop()


def _unlocked(server: Server, passphrase: str) -> Callable[[str], str]:
    cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    opener = urllib.request.build_opener(cookies)
    began = time.perf_counter()
    page = opener.open(server.address + "/unlock").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token
    form = {"csrfmiddlewaretoken": token[1], "passphrase": passphrase}
    opener.open(server.address + "/unlock", urllib.parse.urlencode(form).encode()).read()
    show("unlocking, to the first page behind the lock", time.perf_counter() - began)
    return lambda path: str(opener.open(server.address + path).read().decode())

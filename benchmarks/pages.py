"""From the command to the first page, and how long a page takes, on the demo's invented weeks."""

import http.cookiejar
import os
import re
import resource
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
AT_A_TIME = 20


def main() -> None:
    """Print the times; the floor of a page is a small file sent by the same server."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name, clock in CLOCKS:
            show(f"a first start, {name}", median(lambda: _first(place), 5, clock))
        passphrase = invented_weeks(place / "weeks" / "afterus")
        server = Server(place / "weeks", place / "log", {})
        for name, clock in CLOCKS:
            show(f"a later start, {name}", median(lambda: _started(server), 5, clock))
        server.start()
        get = _unlocked(server, passphrase)
        reading = re.search(r"/understand/reading/[0-9a-f-]{36}", get("/understand/"))
        assert reading
        floor = _page(server, get, "/static/afterus/icon.svg")
        show("a small file", floor)
        for name, path in {**PAGES, "a reading": reading[0]}.items():
            show(name, _page(server, get, path), floor, "a small file")
        server.stop()


def _children() -> float:
    """The processor's seconds of all processes that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


CLOCKS = (("by the clock", time.perf_counter), ("of the processor", _children))


def _page(server: Server, get: Callable[[str], str], path: str) -> float:
    """Seconds of the server's processor for one page."""

    def many() -> None:
        for _ in range(AT_A_TIME):
            get(path)

    return median(many, 3, lambda: _spent(server)) / AT_A_TIME


def _spent(server: Server) -> float:
    """The processor's seconds of a running server: from /proc, where there is none by the clock."""
    assert server.process
    figures = Path(f"/proc/{server.process.pid}/stat")
    if not figures.exists():
        return time.perf_counter()
    ticks = figures.read_text().rpartition(")")[2].split()[11:13]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


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
    page = opener.open(server.address + "/unlock").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token
    form = {"csrfmiddlewaretoken": token[1], "passphrase": passphrase}
    opener.open(server.address + "/unlock", urllib.parse.urlencode(form).encode()).read()
    return lambda path: str(opener.open(server.address + path).read().decode())

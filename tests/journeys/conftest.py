"""A real server, a real browser, and no network but this computer's own.

Playwright keeps an event loop running in its thread, where Django then refuses its database. So
journeys run in a thread of their own, and the tests beside them on the same worker never notice.
"""

import shutil
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from people import alice, safe
from playwright.sync_api import Browser
from served import Server, invented_weeks, one_reading, watched
from visiting import PASSPHRASE, SIZES, Visitor, chromium, first_run, unlock

NAME = "browser"
THREAD = ThreadPoolExecutor(1, NAME)
READINGS = {
    "one_message": alice(attempts_since="none"),
    "asked_no_contact": alice(contact_now="asked_no_contact"),
    "children": alice(children=True, contact_now="daily"),
    "safety": alice(safety=safe(afraid_of_ex=True)),
}
LEFT_TO = "bbc.co.uk/weather"


def there(work: Callable[..., Any], *words: Any, **named: Any) -> Any:
    """Do this in the browser's thread, where we may be already, and wait for it."""
    if threading.current_thread().name.startswith(NAME):
        return work(*words, **named)
    return THREAD.submit(work, *words, **named).result()


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool:
    """Every journey runs in the browser's thread."""
    wanted = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    there(pyfuncitem.obj, **wanted)
    return True


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all journeys of a worker."""
    running = chromium()
    yield there(running.__enter__)
    there(running.__exit__, None, None, None)


@dataclass
class Place:
    """A state to begin from: the database, the cookies of an open session, and the secrets."""

    database: Path
    cookies: list[Any]
    passphrase: str = ""
    code: str = ""


@dataclass
class Places:
    """The one server that a worker's journeys share, and the states they begin from."""

    server: Server
    empty: Place
    folder: Path
    browser: Browser
    made: dict[str, Place]

    def of(self, name: str) -> Place:
        """`settled`: the first run is over. `weeks`: with the demo's invented weeks in it.

        Or one of `READINGS`: with that reading alone.
        """
        if name not in self.made:
            self.made[name] = there(self._make, name)
        return self.made[name]

    def _make(self, name: str) -> Place:
        visitor = Visitor.arrives(self.browser, self.server, "desktop")
        file, code, passphrase = self.folder / f"{name}.sqlite3", "", PASSPHRASE
        if name == "settled":
            self.server.put_back(self.empty.database)
            code = first_run(visitor)
        elif name in READINGS:
            made = one_reading(self.folder / name, READINGS[name], PASSPHRASE)
            self.server.put_back(made)
            visitor.goto("/unlock")
            unlock(visitor)
        else:
            passphrase = invented_weeks(self.folder / name)
            self.server.put_back(self.folder / name / "afterus.sqlite3")
            visitor.goto("/unlock")
            unlock(visitor, passphrase)
        self.server.keep_state(file)
        cookies = visitor.page.context.cookies()
        visitor.page.context.close()
        return Place(file, cookies, passphrase, code)


@pytest.fixture(scope="session")
def places(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    """The shared server, and what to put it back to."""
    folder = tmp_path_factory.mktemp("shared")
    running = Server(folder / "home", folder / "server.log")
    running.home.mkdir()
    running.start()
    running.keep_state(folder / "empty.sqlite3")
    yield Places(running, Place(folder / "empty.sqlite3", []), folder, browser, {})
    running.stop()


@pytest.fixture
def server(places: Places) -> Server:
    """The shared server, with nothing in it."""
    places.server.put_back(places.empty.database)
    return places.server


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server nobody shares, on an empty home: it may be killed, searched and started again."""
    home = tmp_path / "home"
    home.mkdir()
    running = Server(home, tmp_path / "server.log", watched(tmp_path / "opened.txt"))
    running.start()
    yield running
    running.stop()
    shutil.rmtree(home)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visitor]]:
    """Open visitors; afterwards none may have asked another machine for anything."""
    came: list[Visitor] = []

    def arrive(server: Server, size: str = "phone", **options: Any) -> Visitor:
        came.append(Visitor.arrives(browser, server, size, **options))
        return came[-1]

    yield arrive
    for visitor in came:
        there(visitor.page.context.close)
        assert not [url for url in visitor.strangers if LEFT_TO not in url]


@pytest.fixture(params=list(SIZES))
def size(request: pytest.FixtureRequest) -> str:
    """A phone, and a desk."""
    return str(request.param)


@pytest.fixture
def visitor(server: Server, visit: Callable[..., Visitor], size: str) -> Visitor:
    """Somebody who has never been here."""
    arrived: Visitor = there(visit, server, size)
    return arrived


@pytest.fixture
def enter(places: Places, visit: Callable[..., Visitor]) -> Callable[..., Visitor]:
    """Opens a visitor whose vault is open: `enter("settled", "phone")`, or `"weeks"`."""

    def begin(name: str, size: str = "phone", **options: Any) -> Visitor:
        place = places.of(name)
        places.server.put_back(place.database)
        visitor = visit(places.server, size, **options)
        visitor.page.context.add_cookies(place.cookies)
        visitor.passphrase = place.passphrase
        return visitor

    return begin

"""A real server, a real browser, and no network but this computer's own."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

PASSPHRASE = "slow rain on the roof"
SIZES = {
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
    "desktop": {"viewport": {"width": 1280, "height": 900}},
}
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SHOTS = os.environ.get("AFTERUS_SHOTS")


@dataclass
class Server:
    """A running afterus with its own home, and all that it printed."""

    home: Path
    log: Path
    now: str | None = None
    port: int = 0
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start on a free port and wait until it answers."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        environment = os.environ | {
            "AFTERUS_HOME": str(self.home / "afterus"),
            "TMPDIR": str(self.home),
            "HOME": str(self.home),
        }
        environment.pop("AFTERUS_DATABASE_URL", None)
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        if self.now:
            environment["AFTERUS_NOW"] = self.now
        command = [sys.executable, "-m", "afterus.cli.main", "--no-browser", "--port"]
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                [*command, str(self.port)], env=environment, stdout=out, stderr=out
            )
        for _ in range(400):
            with socket.socket() as trial:
                if trial.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            assert self.process.poll() is None, self.log.read_text()
            time.sleep(0.025)
        raise AssertionError("the server did not start")

    def stop(self, *, kill: bool = False) -> None:
        """End the server, gently or by signal 9."""
        if self.process and self.process.poll() is None:
            self.process.kill() if kill else self.process.terminate()
            self.process.wait(10)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server on an empty home."""
    home = tmp_path / "home"
    home.mkdir()
    running = Server(home, tmp_path / "server.log")
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all journeys of a worker."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    path = os.environ.get("AFTERUS_TEST_BROWSER") or next(
        filter(None, map(shutil.which, names)), None
    )
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@dataclass
class Visitor:
    """A person at a screen of one size: a page, and a watch on what it asks of the network."""

    page: Page
    server: Server
    size: str
    strangers: list[str] = field(default_factory=list)

    def goto(self, path: str) -> None:
        """Open a path of the server."""
        self.page.goto(self.server.address + path)

    def press(self, name: str) -> None:
        """Press the button or link of this name."""
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def shot(self, name: str) -> None:
        """A picture for eyes, where AFTERUS_SHOTS names a folder."""
        if SHOTS:
            folder = Path(SHOTS)
            folder.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=folder / f"{name}-{self.size}.png", full_page=True)

    def is_accessible(self) -> None:
        """No axe finding at WCAG 2.2 AA, and nothing wider than the screen."""
        result = Axe().run(self.page, options={"runOnly": {"type": "tag", "values": WCAG}})
        assert result.violations_count == 0, f"{self.page.url}\n{result.generate_report()}"
        wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
        assert not self.page.evaluate(wide), f"{self.page.url} scrolls sideways"


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Callable[..., Visitor]]:
    """Open visitors; afterwards none may have asked another machine for anything."""
    opened: list[tuple[BrowserContext, Visitor]] = []

    def open_visitor(size: str = "phone", **options: object) -> Visitor:
        context = browser.new_context(**(SIZES[size] | options))  # type: ignore[arg-type]
        visitor = Visitor(context.new_page(), server, size)

        def at_the_border(route: Route) -> None:
            if route.request.url.startswith(server.address):
                route.continue_()
                return
            visitor.strangers.append(route.request.url)
            route.fulfill(status=200, content_type="text/html", body="<title>Weather</title>")

        context.route("**/*", at_the_border)
        opened.append((context, visitor))
        return visitor

    yield open_visitor
    for context, visitor in opened:
        context.close()
        assert not [url for url in visitor.strangers if "bbc.co.uk/weather" not in url]


@pytest.fixture(params=list(SIZES))
def visitor(request: pytest.FixtureRequest, visit: Callable[..., Visitor]) -> Visitor:
    """One visitor on a phone, and one at a desk."""
    return visit(request.param)

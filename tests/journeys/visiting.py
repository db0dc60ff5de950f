"""A person at a screen: a page in a real browser, and a watch on what it asks of the network."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, sync_playwright
from served import Server

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
AXE = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
SHOTS = os.environ.get("AFTERUS_SHOTS")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium: the one named or found on this machine, else Playwright's own."""
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
    """A person at a screen of one size. `strangers` is what was asked of other machines."""

    page: Page
    server: Server
    size: str
    strangers: list[str] = field(default_factory=list)

    @classmethod
    def arrives(cls, browser: Browser, server: Server, size: str, **options: object) -> "Visitor":
        """Opens a window of its own; no request leaves this computer."""
        context = browser.new_context(**(SIZES[size] | options))  # type: ignore[arg-type]
        visitor = cls(context.new_page(), server, size)
        context.route("**/*", visitor.at_the_border)
        return visitor

    def at_the_border(self, route: Route) -> None:
        """Lets through what is asked of our server; answers anything else with a weather page."""
        if route.request.url.startswith(self.server.address):
            route.continue_()
            return
        self.strangers.append(route.request.url)
        route.fulfill(status=200, content_type="text/html", body="<title>Weather</title>")

    @property
    def path(self) -> str:
        """The path of the page that is open."""
        return self.page.url.removeprefix(self.server.address)

    def goto(self, path: str) -> None:
        """Open a path of the server."""
        self.page.goto(self.server.address + path)

    def press(self, name: str) -> None:
        """Press the button of this name."""
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def follow(self, name: str) -> None:
        """Follow the link of this name."""
        self.page.get_by_role("link", name=name, exact=True).first.click()

    def reads(self, words: str) -> bool:
        """Whether the page says this."""
        return words in self.page.inner_text("body")

    def shot(self, name: str) -> None:
        """A picture for eyes, where AFTERUS_SHOTS names a folder."""
        if SHOTS:
            folder = Path(SHOTS)
            folder.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=folder / f"{name}-{self.size}.png", full_page=True)

    def is_accessible(self) -> None:
        """No axe finding at WCAG 2.2 AA, and nothing wider than the screen."""
        result = Axe().run(self.page, options=AXE)
        assert result.violations_count == 0, f"{self.page.url}\n{result.generate_report()}"
        assert not self.page.evaluate(TOO_WIDE), f"{self.page.url} scrolls sideways"


def first_run(visitor: Visitor) -> str:
    """A passphrase, the recovery code noted and asked back; gives the code."""
    visitor.goto("/")
    visitor.page.fill("#passphrase", PASSPHRASE)
    visitor.page.fill("#again", PASSPHRASE)
    visitor.page.keyboard.press("Enter")
    code = visitor.page.input_value("input[name=code]")
    visitor.page.click("main button")
    groups = code.split("-")
    visitor.page.fill("#part", f"{groups[1]} {groups[4]}")
    visitor.page.click("button[value=check]")
    visitor.page.wait_for_url("**/")
    return code


def unlock(visitor: Visitor, passphrase: str = PASSPHRASE) -> None:
    """Type the passphrase on the page that asks for it."""
    visitor.page.fill("#passphrase", passphrase)
    visitor.page.click("main .button")

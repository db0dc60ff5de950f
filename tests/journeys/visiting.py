"""A person at a screen: a page in a real browser, and a watch on what it asks of the network."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    APIResponse,
    Browser,
    Locator,
    Page,
    Request,
    ViewportSize,
    sync_playwright,
)
from served import Server

PASSPHRASE = "slow rain on the roof"
SIZES: dict[str, Any] = {
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
    # There is no other computer: names are not looked up, and a request to one is seen below.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
# Long, for a machine that does much else; only a failure waits for it.
PATIENCE = 60_000
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
    passphrase: str = PASSPHRASE
    strangers: list[str] = field(default_factory=list)

    @classmethod
    def arrives(cls, browser: Browser, server: Server, size: str, **options: object) -> "Visitor":
        """Opens a window of its own and notes each request to another computer."""
        options = {"reduced_motion": "reduce"} | SIZES[size] | options
        context = browser.new_context(**options)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        visitor = cls(context.new_page(), server, size)
        context.on("request", visitor.notes)
        return visitor

    def notes(self, request: Request) -> None:
        """Remembers what was asked of a stranger."""
        if not request.url.startswith((self.server.address, "data:", "blob:")):
            self.strangers.append(request.url)

    def finds_weather(self) -> None:
        """The site that leaving opens answers, as it would in life."""
        weather = "<!doctype html><title>Weather</title><p>Rain later."
        self.page.context.route(
            "https://www.bbc.co.uk/**",
            lambda route: route.fulfill(content_type="text/html", body=weather),
        )

    @property
    def path(self) -> str:
        """The path of the page that is open."""
        return unquote(self.page.url.removeprefix(self.server.address))

    @property
    def screen(self) -> ViewportSize:
        """The size of the screen."""
        return SIZES[self.size]["viewport"]

    @property
    def scrolls_sideways(self) -> bool:
        """Whether something is wider than the screen."""
        return bool(self.page.evaluate(TOO_WIDE))

    def asks(self, path: str) -> APIResponse:
        """What the server answers to a GET with this visitor's cookies, without a page."""
        return self.page.context.request.get(self.server.address + path)

    def goto(self, path: str) -> None:
        """Open a path of the server."""
        self.page.goto(self.server.address + path)

    def press(self, name: str) -> None:
        """Press the button of this name, which leads to another page."""
        self.leads_on(self.page.get_by_role("button", name=name, exact=True).first)

    def tap(self, name: str) -> None:
        """Press the button of this name, which does something on this page."""
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def follow(self, name: str) -> None:
        """Follow the link of this name."""
        self.leads_on(self.page.get_by_role("link", name=name, exact=True).first)

    def follow_card(self, title: str) -> None:
        """Follow the card with this title."""
        self.leads_on(self.page.locator("a.card").filter(has_text=title).first)

    def leads_on(self, what: Locator) -> None:
        """Click this and wait for the page it leads to."""
        with self.page.expect_navigation(wait_until="load"):
            what.click()

    def reads(self, words: str) -> bool:
        """Whether the page says this."""
        return words in self.page.inner_text("body")

    def shot(self, name: str) -> None:
        """A picture for eyes, where AFTERUS_SHOTS names a folder."""
        if SHOTS:
            folder = Path(SHOTS)
            folder.mkdir(parents=True, exist_ok=True)
            self.page.evaluate("window.scrollTo(0, 0)")
            self.page.screenshot(path=folder / f"{name}-{self.size}.png", full_page=True)

    def is_accessible(self, rules: list[str] | None = None) -> None:
        """No axe finding at WCAG 2.2 AA, or by these rules; and nothing wider than the screen."""
        only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": WCAG}
        # Scrolled, the sticky bar would cover what is really free to press.
        self.page.evaluate("window.scrollTo(0, 0)")
        result = Axe().run(self.page, options={"runOnly": only, "resultTypes": ["violations"]})
        assert result.violations_count == 0, f"{self.page.url}\n{result.generate_report()}"
        assert not self.scrolls_sideways, self.page.url


def first_run(visitor: Visitor) -> str:
    """A passphrase, the recovery code noted and asked back; gives the code."""
    visitor.goto("/")
    visitor.page.fill("#passphrase", PASSPHRASE)
    visitor.page.fill("#again", PASSPHRASE)
    visitor.press("Make my place")
    code = visitor.page.input_value("input[name=code]")
    visitor.press("I wrote it down")
    groups = code.split("-")
    visitor.page.fill("#part", f"{groups[1]} {groups[4]}")
    visitor.press("That is it")
    return code


def unlock(visitor: Visitor, passphrase: str = PASSPHRASE) -> None:
    """Type the passphrase on the page that asks for it."""
    visitor.page.fill("#passphrase", passphrase)
    visitor.press("Unlock")

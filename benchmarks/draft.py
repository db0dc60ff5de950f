"""How long the draft check takes: a request to the app, from the form to the underlined words.

    python -m benchmarks draft

The app runs in this process on a vault of its own, in a folder that is gone afterwards, with the
weeks of the invented person of the demo in it. Each model looks at drafts of three lengths; the
floor is the same request with nothing to look at, which is answered before any model.
"""

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

RUNS = 200
LENGTHS = (20, 60, 200)
SENTENCES = (
    "I have been thinking about what you said on the stairs.",
    "Why are you ignoring me?",
    "I am sorry that I kept asking where you were.",
    "Answer me now.",
    "The keys are with your sister, and the plant is alive.",
    "You never listen to a word I say.",
    "Please give me one more chance.",
    "I hope that the new job is kind to you.",
    "I respect your decision, even if it is hard.",
    "What did you mean by fine?",
)


def main() -> None:
    """Print median and 95th percentile in milliseconds for each model and length."""
    with tempfile.TemporaryDirectory() as home:
        browser = _somebody(Path(home))
        print(f"  {'':<28}{'median':>8}{'p95':>8}   {'processor':>9}   in ms")
        _show("nothing to look at", browser, [""] * RUNS)
        for name, model in _models().items():
            _looking_with(model)
            for words in LENGTHS:
                chance = random.Random(words)
                drafts = [_draft(words, chance) for _ in range(RUNS)]
                _show(f"{name}, {words} words", browser, drafts)


def _somebody(home: Path) -> Any:
    os.environ["DJANGO_SETTINGS_MODULE"] = "afterus.web.settings"
    from afterus.cli.demo import fill

    passphrase = fill(home)
    from django.test import Client

    browser = Client(HTTP_HOST="127.0.0.1")
    browser.post("/unlock", {"passphrase": passphrase})
    return browser


def _models() -> dict[str, Callable[..., Any]]:
    from afterus import language

    models = {"fast model": language.fast_model().check}
    if hasattr(language, "careful_model"):
        models["careful model"] = language.careful_model().check
    return models


def _looking_with(model: Callable[..., Any]) -> None:
    from afterus.web.mend.draft import checking

    checking.looked_at = lambda text: model(text, "after")


def _draft(words: int, chance: random.Random) -> str:
    said: list[str] = []
    while sum(len(one.split()) for one in said) < words:
        said.append(chance.choice(SENTENCES))
    return " ".join(" ".join(said).split()[:words])


def _post(browser: Any, text: str) -> None:
    form = {"text": text, "about": "them"}
    answer = browser.post("/mend/draft/check", form, HTTP_X_REQUESTED_WITH="fetch")
    assert answer.status_code == (200 if text else 204), answer.status_code


def _show(what: str, browser: Any, drafts: list[str]) -> None:
    """The time on the clock, and the median of the processor's, which other work changes less."""
    _post(browser, drafts[0])
    clock, processor = [], []
    for text in drafts:
        start, busy = time.perf_counter(), time.process_time()
        _post(browser, text)
        processor.append(1000 * (time.process_time() - busy))
        clock.append(1000 * (time.perf_counter() - start))
    median, p95 = statistics.median(clock), statistics.quantiles(clock, n=20)[-1]
    print(f"  {what:<28}{median:>8.1f}{p95:>8.1f}   {statistics.median(processor):>9.1f}")

"""Goes through the reflection: reads which step is open, fills it in, goes on."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from playwright.sync_api import Locator
from reflecting import form_of
from visiting import Visitor

STEP = "/understand/reflection/"
MOST_PAGES = 80
FILL_AND_GO = """([form, go]) => {
  for (const [name, values] of Object.entries(form))
    for (const field of document.querySelectorAll(`main [name="${name}"]`)) {
      const choice = field.type === "radio" || field.type === "checkbox";
      if (!choice) field.value = values[0];
      else if (values.includes(field.value)) field.checked = true;
    }
  document.querySelector(`main button[value=${go}]`).click();
}"""


def begin(visitor: Visitor, way: str = "short") -> None:
    """From today's page to the first question."""
    visitor.follow("Begin")
    tick(visitor.page.locator(f"input[name=way][value={way}]"))
    visitor.press("Begin")


def walk(
    visitor: Visitor,
    answers: Mapping[str, Any],
    look: Callable[[str], None] = lambda step: None,
    *,
    by_hand: bool = False,
) -> list[str]:
    """Answers what is in `answers`, skips the rest, up to the look-over or a page of care.

    By hand each choice is clicked and each line typed; else a script fills the page in and presses
    the button. `look` is called on each step; gives the steps that were passed.
    """
    passed = []
    for step in steps(visitor):
        passed.append(step)
        look(step)
        form = filled_in(step, answers)
        go = "next" if form else "skip"
        if by_hand:
            fill_by_hand(visitor, form)
            visitor.leads_on(visitor.page.locator(f"main button[value={go}]"))
        else:
            with visitor.page.expect_navigation(wait_until="domcontentloaded"):
                visitor.page.evaluate(FILL_AND_GO, [form, go])
    return passed


def steps(visitor: Visitor) -> Iterator[str]:
    """The step that is open, until the page is none."""
    for _ in range(MOST_PAGES):
        if not visitor.path.startswith(STEP):
            return
        yield visitor.path.removeprefix(STEP)
    raise AssertionError("the reflection does not end")


def filled_in(step: str, answers: Mapping[str, Any]) -> dict[str, list[str]]:
    """Names and values of this step's form when it is filled in with these answers."""
    return {name: values for name, values in form_of(step, answers).items() if values}


def fill_by_hand(visitor: Visitor, form: Mapping[str, list[str]]) -> None:
    """Clicks and types."""
    for name, values in form.items():
        fields = visitor.page.locator(f"main [name='{name}']")
        for value in values if fields.count() else ():
            if fields.first.get_attribute("type") in ("radio", "checkbox"):
                tick(fields.and_(visitor.page.locator(f"[value='{value}']")))
            elif fields.first.evaluate("one => one.tagName") == "SELECT":
                fields.first.select_option(value)
            else:
                fields.first.fill(value)


def tick(choice: Locator) -> None:
    """Ticks a choice by what a person presses: its label."""
    label = choice.locator("xpath=ancestor::label")
    closed = choice.locator("xpath=ancestor::details[not(@open)]/summary")
    if closed.count():
        closed.click()
    # "Had they given cause?" is not asked of what never happened.
    if label.is_visible() and not choice.is_checked():
        label.click()

"""Everything by keyboard alone: Tab, Space, the arrows and Enter."""

from people import alice
from visiting import PASSPHRASE
from walking import filled_in, steps

FOCUSED = "document.activeElement"
IN_SIGHT = """selector => {
  const one = document.activeElement.closest("label") || document.activeElement;
  const box = one.getBoundingClientRect();
  const style = getComputedStyle(document.activeElement);
  const shown = getComputedStyle(one);
  const bar = document.querySelector(".bar").getBoundingClientRect();
  const covered = box.top < bar.bottom && !one.closest(".bar, .skip");
  const marked = style.outlineStyle !== "none" || shown.outlineStyle !== "none";
  const seen = !covered && box.bottom <= innerHeight + 1 && marked;
  return [seen, document.activeElement.matches(selector)];
}"""
MOST_TABS = 60
# One step for each kind of field.
BY_KEY = ("afraid", "ended", "accusing", "acceptance")


def tab_to(visitor, selector):
    """Tabs until this has the focus; what has it is always in sight and marked."""
    for _ in range(MOST_TABS):
        visitor.page.keyboard.press("Tab")
        seen, there = visitor.page.evaluate(IN_SIGHT, selector)
        assert seen, visitor.page.evaluate(f"{FOCUSED}.outerHTML")
        if there:
            return
    raise AssertionError(f"{visitor.path}: no way to {selector} by Tab")


def choose(visitor, name, value):
    """One of several: to the group by Tab, within it by the arrows."""
    tab_to(visitor, f"[name='{name}']")
    kind = visitor.page.evaluate(f"{FOCUSED}.type")
    if kind != "radio":
        visitor.page.keyboard.press("Control+a")
        visitor.page.keyboard.type(value)
        return
    visitor.page.keyboard.press("Space")
    for _ in range(12):
        if visitor.page.evaluate(f"{FOCUSED}.value") == value:
            return
        visitor.page.keyboard.press("ArrowDown")
    raise AssertionError(f"{name} has no {value}")


def enter(visitor):
    """Presses Enter and waits for the page it leads to."""
    with visitor.page.expect_navigation():
        visitor.page.keyboard.press("Enter")


def test_from_the_passphrase_to_a_why_by_keyboard_alone(server, visit):
    visitor = visit(server, "desktop")
    visitor.goto("/")
    for field in ("passphrase", "again"):
        tab_to(visitor, f"#{field}")
        visitor.page.keyboard.type(PASSPHRASE)
    enter(visitor)
    groups = visitor.page.locator(".code-shown li").all_inner_texts()
    tab_to(visitor, "main button")
    enter(visitor)
    visitor.page.wait_for_selector("#part:focus")
    visitor.page.keyboard.type(groups[1] + groups[4])
    enter(visitor)
    tab_to(visitor, "main a.button")
    enter(visitor)
    tab_to(visitor, "main .button")
    enter(visitor)
    for step in steps(visitor):
        form = filled_in(step, alice()) if step in BY_KEY else {}
        for name in form:
            choose(visitor, name, form[name][0])
        tab_to(visitor, f"main button[value={'next' if form else 'not_sure'}]")
        enter(visitor)
    assert visitor.path == "/understand/look-over"
    tab_to(visitor, "form[action$='/reading'] .button")
    enter(visitor)
    tab_to(visitor, "details.why > summary")
    visitor.page.keyboard.press("Enter")
    assert visitor.page.locator("main details[open]").count() == 1

"""Every page of every room: accessible, within its screen, and asking nobody else for anything.

The addresses are taken from the app itself, and what they hold (an id) from the links on its pages,
so a new page is looked at by being there. One that nothing leads to yet needs a line in `MAKES`.
"""

import re

import pytest
from django.urls import URLResolver, get_resolver

# What the invented weeks lack: a form to fill in first, so that there is one.
MAKES = {"/mend/letters": {"text": "I wanted to tell you about the sea."}}
# These answer a form, hand out a file or lead out of the house: there is no page to see.
NO_PAGE = {"reflection_keep", "what_if", "step_done", "leave", "space_away", "practice_log"}
NO_PAGE |= {"draft_said", "draft_wrong_undo"}
# One page for each kind of field; of all other addresses that hold something, one is enough.
STEPS = ("other", "ended", "together", "their_words", "fears", "insecurities")
STEPS += ("accusing", "acceptance", "their_behaviours", "before")
SEVERAL = [f"/understand/reflection/{step}" for step in STEPS]
LINKS = "all => all.map(one => one.getAttribute('href').split(/[?#]/)[0])"
HOLDS = {"uuid": "[0-9a-f-]{36}", "int": r"\d+", "str": "[^/]+"}
LOOKS = {"phone": ("light", {}), "desktop": ("dark", {"rules": ["color-contrast"]})}


def patterns(resolver=None, before="/"):
    """Every named address below here: its name, and its route as a regular expression."""
    for one in (resolver or get_resolver()).url_patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from patterns(one, route)
        elif one.name not in NO_PAGE:
            held = re.sub(r"<(?:(\w+):)?\w+>", lambda kind: HOLDS.get(kind[1], r"[-\w]+"), route)
            yield one.name, held


def look_at_all(visitor, **how):
    """Looks once at each page that comes of an address; gives their paths, and names not met."""
    wanted = dict(patterns())
    paths = [route for route in wanted.values() if re.fullmatch(r"[\w/-]*", route)] + SEVERAL
    looked, met = [], set()
    while paths:
        path = paths.pop(0)
        name = next((name for name, route in wanted.items() if re.fullmatch(route, path)), None)
        if name is None or (name in met and path not in SEVERAL):
            continue
        met.add(name)
        answer = visitor.page.context.request.get(visitor.server.address + path)
        here = answer.url.removeprefix(visitor.server.address).split("?")[0]
        if answer.status == 405 or here in looked:
            continue
        assert answer.status == 200, f"{path}: {answer.status}"
        looked.append(here)
        visitor.goto(here)
        assert visitor.page.title() == "Notes"
        assert visitor.page.locator(".help-now, button.leave").count() == 2
        visitor.is_accessible(**how)
        visitor.shot("page" + re.sub("[0-9a-f-]{36}", "id", here).replace("/", "-"))
        paths += visitor.page.eval_on_selector_all("a[href^='/']", LINKS)
    return looked, set(wanted) - met


@pytest.mark.parametrize("size", LOOKS)
def test_every_page_of_an_open_vault(enter, size):
    """By every rule on a phone in daylight; at a desk by night what the dark look changes."""
    scheme, how = LOOKS[size]
    visitor = enter("weeks", size, color_scheme=scheme)
    for path, form in MAKES.items():
        visitor.goto(path)
        for name, value in form.items():
            visitor.page.fill(f"main [name='{name}']", value)
        visitor.leads_on(visitor.page.locator("main form .button"))
    looked, lacking = look_at_all(visitor, **how)
    assert not lacking, "no page leads there: make one in MAKES"
    assert {"/", "/account/erase", "/understand/look-over", "/understand/rest"} <= set(looked)


def test_every_page_before_the_first_run_and_while_locked(enter, places):
    visitor = enter("settled", color_scheme="dark")
    visitor.page.context.clear_cookies()
    looked, _ = look_at_all(visitor)
    assert {"/unlock", "/unlock/forgotten", "/help"} <= set(looked)
    places.server.put_back(places.empty.database)
    assert "/welcome" in look_at_all(visitor)[0]

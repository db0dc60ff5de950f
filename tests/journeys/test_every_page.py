"""Every page of every room: accessible, within its screen, and asking nobody else for anything.

The addresses are taken from the app itself, and what they hold (an id) from the links on its pages,
so a new page is looked at by being there. What the invented weeks lack, `more_happens` makes.
"""

import re
from pathlib import Path

import pytest
from django.urls import URLResolver, get_resolver
from walking import tick

# Pages that are there only at a time, and the journeys that look at them.
ELSEWHERE = {
    **dict.fromkeys(("care", "check"), "four_paths"),
    **dict.fromkeys(("welcome", "unlock", "forgotten"), "every_page"),
    **dict.fromkeys(("mirror_work", "mirror_signs", "mirror_done"), "mirror"),
    "celebration": "let_go",
}
# These answer with a few figures, or lead on.
NO_PAGE = {"mirror_state", "reflection_resume"}
# One page for each kind of field; of all other addresses that hold something, one is enough.
STEPS = ("other", "ended", "together", "their_words", "fears", "insecurities")
STEPS += ("accusing", "acceptance", "their_behaviours", "before")
SEVERAL = [f"/understand/reflection/{step}" for step in STEPS]
BY_NIGHT = ("/", "/help", "/account/erase", "/understand/rest", *SEVERAL[-4:-2])
LEAVES = "/leave"
HOLDS = {"uuid": "[0-9a-f-]{36}", "int": r"\d+", "str": "[^/]+"}
NOTHING = {"uuid": "00000000-0000-4000-8000-000000000000", "int": "0"}
DESK = {"width": 1280, "height": 900}
WORKERS = 2


def routes(resolver=None, before="/"):
    """Every named address below here but the way out: its name and its route."""
    for one in (resolver or get_resolver()).url_patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from routes(one, route)
        elif route != LEAVES:
            yield one.name, route


def filled(route, kinds, other):
    """The route with each thing it holds put in by its kind."""
    return re.sub(r"<(?:(\w+):)?\w+>", lambda held: kinds.get(held[1], other), route)


def pages(visitor):
    """The path of every page there is for this visitor now, and the routes that none was found of.

    Asked for without a browser. What refuses to be asked for, or is no page, is left out.
    """
    wanted = {name: filled(route, HOLDS, r"[-\w]+") for name, route in routes()}
    paths = [route for route in wanted.values() if re.fullmatch(r"[\w/-]*", route)] + SEVERAL
    found, asked, met = [], set(), set()
    while paths:
        path = paths.pop(0)
        name = next((name for name, route in wanted.items() if re.fullmatch(route, path)), None)
        if name is None or path in asked or (name in met and path not in SEVERAL):
            continue
        asked.add(path)
        answer = visitor.asks(path)
        here = answer.url.removeprefix(visitor.server.address).split("?")[0]
        if answer.status == 405 or here in found or "html" not in answer.headers["content-type"]:
            continue
        assert answer.status == 200, f"{path}: {answer.status}"
        found.append(here)
        met |= {name for name, route in wanted.items() if re.fullmatch(route, here)}
        paths += re.findall(r'href="(/[^"?#]*)', answer.text())
    return found, {name for name, route in routes() if name not in met and shows(visitor, route)}


def shows(visitor, route):
    """Whether an address may show a page at all: it can be asked for, and is no file or state."""
    return visitor.asks(filled(route, NOTHING, "x")).status != 405


def look_at(visitor, path):
    """By every rule on a phone, and within the screen of a desk too."""
    visitor.goto(path)
    assert visitor.page.title() == "Notes"
    assert visitor.page.locator(".help-now, button.leave").count() == 2
    visitor.is_accessible()
    visitor.shot("page" + re.sub("[0-9a-f-]{36}", "id", path).replace("/", "-"))
    visitor.page.set_viewport_size(DESK)
    assert not visitor.scrolls_sideways, path
    visitor.page.set_viewport_size(visitor.screen)


def more_happens(visitor):
    """What the invented weeks lack, so that its pages are there: a letter, children in common."""
    visitor.goto("/mend/letters")
    visitor.page.fill("main [name=text]", "I wanted to tell you about the sea.")
    visitor.leads_on(visitor.page.locator("main form .button"))
    visitor.goto("/understand/reflection/children")
    tick(visitor.page.locator("[name=children][value=yes]"))
    visitor.press("Keep this answer")
    visitor.press("See my reading")


@pytest.mark.parametrize("part", range(WORKERS))
def test_every_page_of_an_open_vault(enter, part):
    visitor = enter("weeks")
    more_happens(visitor)
    found, lacking = pages(visitor)
    assert lacking - set(ELSEWHERE) - NO_PAGE == set(), "make one happen, or say where it is"
    assert {"/", "/account/erase", "/understand/look-over", "/understand/rest"} <= set(found)
    for path in sorted(found)[part::WORKERS]:
        look_at(visitor, path)


def test_every_page_before_the_first_run_and_while_locked(enter, places):
    visitor = enter("settled")
    visitor.page.context.clear_cookies()
    locked, _ = pages(visitor)
    assert {"/unlock", "/unlock/forgotten", "/help"} <= set(locked)
    for path in locked:
        look_at(visitor, path)
    places.server.put_back(places.empty.database)
    first = set(pages(visitor)[0]) - set(locked)
    assert first == {"/welcome"}
    look_at(visitor, "/welcome")


def test_by_night_words_stand_out_as_by_day(enter):
    visitor = enter("weeks", "desktop", color_scheme="dark")
    for path in BY_NIGHT:
        visitor.goto(path)
        visitor.is_accessible(["color-contrast"])
        visitor.shot("night" + path.replace("/", "-"))


@pytest.mark.parametrize("journey", sorted(set(ELSEWHERE.values())))
def test_a_page_that_comes_and_goes_is_looked_at_where_it_comes(journey):
    assert ".is_accessible()" in Path(__file__).with_name(f"test_{journey}.py").read_text()

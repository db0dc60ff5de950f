"""/help: open to anyone, and never a guess."""

import pytest

from afterus.content import load

COUNTRIES = load("en").help.countries


@pytest.mark.parametrize("who", ["browser", "opened", "locked"])
def test_no_country_is_shown_before_one_is_chosen(request, who):
    page = request.getfixturevalue(who).get("/help", headers={"accept-language": "en-GB"})
    assert page.context["country"] is None
    assert "tel:" not in page.content.decode()


@pytest.mark.parametrize("country", [*COUNTRIES, load("en").help.other], ids=lambda c: c.code)
def test_each_country_shows_all_its_lines_with_source_and_day(browser, country):
    page = browser.get(f"/help?country={country.code}").content.decode()
    for line in country.lines:
        assert f'href="{line.link}"' in page
        assert str(line.checked) in page


def test_the_choice_is_kept_in_an_open_vault(opened):
    assert opened.post("/help", {"country": "GB"}).headers["Location"] == "/help"
    assert opened.get("/help").context["country"].code == "GB"
    opened.post("/lock")
    assert opened.get("/help").context["country"] is None


def test_help_is_reachable_before_the_first_run_and_in_the_middle_of_it(browser):
    assert browser.get("/help").status_code == 200
    form = {"passphrase": "river lamp stone bread", "again": "river lamp stone bread"}
    browser.post("/welcome", form)
    assert browser.get("/help?country=US").context["country"].code == "US"


def test_a_country_nobody_knows_is_no_country(browser):
    assert browser.get("/help?country=XX").context["country"] is None


def test_every_page_links_to_help(opened):
    for path in ("/account", "/leave/about", "/nowhere", "/account/erase"):
        assert 'href="/help"' in opened.get(path).content.decode()

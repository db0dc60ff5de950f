import re
from datetime import UTC, date, datetime, timedelta

import pytest

from afterus.content import load, stale

lines = load("en").help
every_line = [(c.code, line) for c in (*lines.countries, lines.other) for line in c.lines]
each_line = pytest.mark.parametrize(
    ("code", "line"), every_line, ids=[f"{code}-{line.name}" for code, line in every_line]
)
ODD_SIGNS = re.compile(r"[^\d ()+-]")


def test_no_line_is_older_than_a_year():
    assert stale(lines, datetime.now(UTC).date()) == ()


def test_a_line_grows_old_after_a_year():
    newest = max(line.checked for _, line in every_line)
    assert len(stale(lines, newest + timedelta(days=366))) == len(every_line)
    oldest = min(line.checked for _, line in every_line)
    assert stale(lines, oldest + timedelta(days=365)) == ()


def test_the_countries_we_promise_are_there():
    promised = [
        "US",
        "CA",
        "GB",
        "IE",
        "FR",
        "DE",
        "AT",
        "CH",
        "IT",
        "ES",
        "PT",
        "NL",
        "AU",
        "NZ",
        "IN",
        "BR",
    ]
    assert {country.code for country in lines.countries} >= set(promised)


def test_no_country_is_the_default():
    assert not hasattr(lines, "default")
    with pytest.raises(KeyError, match="''"):
        lines.country("")


def test_each_country_is_found_by_its_code_once():
    codes = [country.code for country in (*lines.countries, lines.other)]
    assert len(codes) == len(set(codes))
    assert all(lines.country(code).code == code for code in codes)


@pytest.mark.parametrize("country", lines.countries, ids=lambda country: country.code)
def test_each_country_has_help_in_danger_in_distress_and_at_a_partners_hands(country):
    (emergency,) = country.lines_for("emergency")
    assert emergency.number == country.emergency
    assert country.lines_for("distress")
    assert country.lines_for("partner_violence")
    assert country.lines_for("own_behaviour") or "own behaviour" in country.note


def test_anywhere_else_there_is_a_place_that_lists_lines_and_no_guessed_emergency_number():
    assert lines.other.emergency == ""
    assert "findahelpline.com" in {line.number for line in lines.other.lines}
    assert lines.other.note


@each_line
def test_each_line_says_who_publishes_it_and_how_it_was_checked(code, line):
    assert line.source
    assert line.how_checked
    assert line.note
    assert date(2026, 1, 1) <= line.checked <= datetime.now(UTC).date()


@each_line
def test_what_was_not_compared_with_anything_is_unconfirmed(code, line):
    assert ("memory" in line.how_checked) <= (line.sure == "unconfirmed")


@each_line
def test_no_number_is_odd(code, line):
    if line.how in ("web", "chat"):
        assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/\d+)?", line.number)
        assert line.link == f"https://{line.number}"
    else:
        digits = re.sub(r"\D", "", line.number)
        assert not ODD_SIGNS.search(line.number)
        assert 3 <= len(digits) <= 13
        assert line.link == ("sms:" if line.how == "text" else "tel:") + digits

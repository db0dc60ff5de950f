"""Bold is for terminals that can show it, and for people who have not said no."""

import io

import pytest

from afterus.cli.words import strong


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_a_terminal_gets_bold():
    assert strong("Let go", Terminal()) == "\033[1mLet go\033[0m"


def test_a_file_or_a_pipe_gets_plain_text():
    assert strong("Let go", io.StringIO()) == "Let go"


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_who_asks_for_none_gets_none(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    assert strong("Let go", Terminal()) == "Let go"

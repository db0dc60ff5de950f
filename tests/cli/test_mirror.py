"""`afterus mirror` shows what a chat shows, on the screen, as JSON and as one page."""

import json
import re

import pytest

from afterus.cli.main import main

LINES = [
    ("01/03/2024, 09:10", "Maya", "love you, sleep well"),
    ("01/03/2024, 09:12", "Ben", "you too x"),
    ("14/03/2024, 22:40", "Maya", "who was she?? don't lie to me"),
    ("14/03/2024, 22:55", "Ben", "a <b>colleague</b>"),
    ("15/03/2024, 08:00", "Ben", "you hit me again last night"),
]


@pytest.fixture
def chat(tmp_path):
    file = tmp_path / "chat.txt"
    file.write_text("".join(f"{when} - {who}: {text}\n" for when, who, text in LINES))
    return str(file)


def test_the_report_names_danger_before_any_count(chat, capsys):
    assert main(["mirror", chat, "--me", "Maya"]) == 0
    told = capsys.readouterr().out
    assert told.index("you hit me again last night") < told.index("Both of you")
    assert "done by you" in told
    assert "Ben" in told
    assert all(len(line) <= 78 for line in told.splitlines())


def test_the_json_is_one_object_with_both_sides(chat, capsys):
    assert main(["mirror", chat, "--me", "Maya", "--ended", "2024-03-14", "--json"]) == 0
    seen = json.loads(capsys.readouterr().out)
    assert seen["ended"] == "2024-03-14"
    assert seen["whole"]["me"]["messages"] == 1
    assert seen["questions"][0]["question"] == "accusing"


def test_the_page_needs_nothing_beside_itself_and_takes_no_message_for_markup(chat, tmp_path):
    out = tmp_path / "page.html"
    assert main(["mirror", chat, "--me", "Maya", "--html", str(out)]) == 0
    page = out.read_text(encoding="utf-8")
    assert "<svg" in page
    assert not re.search(r"(?:src|href|url)\s*[=(]", page)
    assert "<b>colleague" not in page
    assert oct(out.stat().st_mode & 0o777) == "0o600"
    assert main(["mirror", chat, "--me", "Maya", "--html", str(out)]) == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "Here write: Ben, Maya"),
        (["--me", "Mia"], "Nobody called Mia"),
        (["--me", "Maya", "--them", "Maya"], "Which two?"),
        (["--me", "Maya", "--ended", "May"], "May is no day"),
        (["--me", "Maya", "--same", "Benny"], "Benny names no two names"),
    ],
)
def test_what_is_missing_is_asked_for_in_one_sentence(chat, capsys, words, sentence):
    assert main(["mirror", chat, *words]) == 1
    said = capsys.readouterr()
    assert sentence in said.err
    assert said.out == ""


def test_a_broken_chat_is_named_in_one_sentence(tmp_path, capsys):
    file = tmp_path / "no.zip"
    file.write_bytes(b"PK\x03\x04 cut short")
    assert main(["mirror", str(file), "--me", "Maya"]) == 1
    assert capsys.readouterr().err.count("\n") == 2

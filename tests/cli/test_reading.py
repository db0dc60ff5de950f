"""``afterus reading``: the contract of its output, and what it says to what it cannot read."""

import io
import json
import sys

import pytest
from people import alice, bob, ex, safe

from afterus.cli.main import main


class _Input:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.fixture
def answers_file(tmp_path):
    def write(answers):
        path = tmp_path / "answers.json"
        path.write_text(json.dumps(answers))
        return str(path)

    return write


def test_json_holds_the_whole_reading_with_its_words(answers_file, capfdbinary):
    assert main(["reading", answers_file(alice()), "--json"]) == 0
    out = json.loads(capfdbinary.readouterr().out)
    assert out["path"] == "repair"
    assert out["contact"] == "one_message"
    assert (out["own_part"], out["their_part"]) == ("significant", "little")
    assert out["look_again_in_days"] == 30
    assert all(r["principle"] and r["answers"] and r["text"] for r in out["reasons"])
    assert all(s["step"] and s["text"] for s in out["steps"])
    assert {"changes": {"acceptance": 3}, "path": "let_go"} in out["would_change"]


def test_a_reading_for_people_says_plainly_that_you_do_not_get_them_back(answers_file, capfd):
    assert main(["reading", answers_file(bob(other={"name": "Kit", "pronouns": "she"}))]) == 0
    out = capfd.readouterr().out
    assert "You don't" in out
    assert "\033[" not in out, "colours belong on a terminal only"


def test_standard_input_is_read_where_the_file_is_a_dash(monkeypatch, capfdbinary):
    monkeypatch.setattr(sys, "stdin", _Input(json.dumps(alice()).encode()))
    assert main(["reading", "-", "--json"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["path"] == "repair"


def test_many_are_read_one_a_line_and_a_bad_line_takes_only_its_own_place(monkeypatch, capfdbinary):
    lines = [
        json.dumps({"id": "a"} | alice()),
        "{not json",
        json.dumps({"id": "c", "acceptance": 11}),
        "",
        json.dumps({"id": "d"} | alice(ex=ex(cheated="known"))),
    ]
    monkeypatch.setattr(sys, "stdin", _Input("\n".join(lines).encode()))
    assert main(["reading", "-", "--jsonl"]) == 1
    out = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [(o.get("id"), o.get("path")) for o in out] == [
        ("a", "repair"),
        (None, None),
        ("c", None),
        ("d", "let_go"),
    ]
    assert out[1]["line"] == 2
    assert "acceptance" in out[2]["error"]


def test_what_was_written_in_passing_is_found_and_comes_first(answers_file, capfdbinary):
    raw = alice(ex=ex(reason_given="he keeps my pay cheque and says I can't be trusted with it"))
    assert main(["reading", answers_file(raw), "--json"]) == 0
    out = json.loads(capfdbinary.readouterr().out)
    assert out["path"] == "safety"
    assert out["findings"][0]["by"] == "ex"
    assert "partner_violence" in out["help"]


def test_what_was_set_right_moves_nothing_but_help_stays_offered(answers_file, capfdbinary):
    raw = alice(ex=ex(reason_given="he keeps my pay cheque and says I can't be trusted with it"))
    main(["reading", answers_file(raw), "--json"])
    found = json.loads(capfdbinary.readouterr().out)["findings"]
    raw["replies"] = {finding["id"]: "not_meant" for finding in found}
    assert main(["reading", answers_file(raw), "--json"]) == 0
    out = json.loads(capfdbinary.readouterr().out)
    assert out["path"] == "repair"
    assert "partner_violence" in out["help"]


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (b"", "JSON"),
        (b"\xff\xfe\x00", "JSON"),
        (b"[1, 2]", "object"),
        (b'{"ex": {"valued_me": 12}}', "ex.valued_me"),
        (b'{"replies": 3}', "replies"),
        (b"[" * 100_000, "JSON"),
    ],
)
def test_a_bad_file_gets_one_sentence_and_exit_code_1(tmp_path, capfd, content, names):
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    assert main(["reading", str(path)]) == 1
    said = capfd.readouterr()
    assert said.out == ""
    assert names in said.err
    assert said.err.count("\n") == 1


def test_a_missing_file_gets_one_sentence(capfd):
    assert main(["reading", "nowhere.json"]) == 1
    assert "nowhere.json" in capfd.readouterr().err


def test_wrong_usage_is_exit_code_2():
    with pytest.raises(SystemExit) as error:
        main(["reading"])
    assert error.value.code == 2


def test_help_now_is_named_where_someone_may_be_in_danger(answers_file, capfd):
    main(["reading", answers_file(alice(safety=safe(thoughts_of_suicide="yes")))])
    assert "findahelpline.com" in capfd.readouterr().out

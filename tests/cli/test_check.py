"""``afterus check``: the contract of its output, one message or many."""

import io
import json
import sys

import pytest

from afterus.cli.main import main
from afterus.language import LABELS

DRAFT = "You lied to me again. Answer me right now!!"


class _Input:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.fixture
def many(monkeypatch, capfdbinary):
    def check(lines, *options):
        data = b"\n".join(
            each if isinstance(each, bytes) else json.dumps(each).encode() for each in lines
        )
        monkeypatch.setattr(sys, "stdin", _Input(data))
        code = main(["check", "--jsonl", *options])
        out = capfdbinary.readouterr().out.decode()
        return code, [json.loads(line) for line in out.splitlines()]

    return check


def test_json_says_labels_scores_spans_and_advice(capfdbinary):
    assert main(["check", DRAFT, "--context", "after", "--json"]) == 0
    out = json.loads(capfdbinary.readouterr().out)
    assert set(out) == {"labels", "scores", "spans", "advice"}
    assert set(out["scores"]) == set(LABELS)
    assert "accuses" in out["labels"]
    for span in out["spans"]:
        assert DRAFT[span["start"] : span["end"]]
        assert span["label"] in out["labels"]
    assert all(each["why"] and each["instead"] for each in out["advice"])


def test_people_are_told_in_words(capfd):
    assert main(["check", DRAFT]) == 0
    out = capfd.readouterr().out
    assert "Accuses" in out
    assert "blame" in out
    assert main(["check", "can you get milk on the way"]) == 0
    assert "Nothing stands out" in capfd.readouterr().out


def test_the_message_may_come_from_standard_input(monkeypatch, capfdbinary):
    monkeypatch.setattr(sys, "stdin", _Input(DRAFT.encode()))
    assert main(["check", "--json"]) == 0
    assert "accuses" in json.loads(capfdbinary.readouterr().out)["labels"]


@pytest.mark.parametrize("option", ["--fast", "--careful"])
def test_many_messages_are_answered_line_by_line_in_order(many, option):
    code, out = many(
        [
            {"id": 7, "text": DRAFT, "context": "after"},
            {"id": "b", "text": "milk and bread please"},
            {"text": "", "context": None, "more": [1]},
        ],
        option,
    )
    assert code == 0
    assert [line.get("id") for line in out] == [7, "b", None]
    assert [set(line) - {"id"} for line in out] == [{"labels", "scores", "spans", "advice"}] * 3
    assert "accuses" in out[0]["labels"]
    assert out[1]["labels"] == out[1]["spans"] == out[1]["advice"] == []


def test_a_bad_line_gets_its_error_in_its_place_and_the_rest_goes_on(many):
    code, out = many(
        [{"id": 1, "text": "ok"}, b"{nonsense", b"", b'{"id": 3}', b'{"text": "\xff"}',
         {"id": 5, "text": "x", "context": "elsewhere"}, {"id": 6, "text": "fine"}]
    )  # fmt: skip
    assert code == 1
    assert [line.get("id", line.get("line")) for line in out] == [1, 2, 4, 5, 6, 6]
    assert ["error" in line for line in out] == [False, True, True, True, True, False]


def test_jsonl_takes_no_text():
    with pytest.raises(SystemExit) as left:
        main(["check", "hello", "--jsonl"])
    assert left.value.code == 2

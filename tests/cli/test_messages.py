"""``afterus messages``: the table, its shapes, the summary, and what it says to a bad file."""

import csv
import io
import json

import pytest

from afterus.cli.main import main

CHAT = """[27.03.22, 21:46:17] Ann: \u200eMessages and calls are end-to-end encrypted.
[27.03.22, 21:46:20] Ann: =1+1, "quoted"
and more
\u200e[27.03.22, 21:47:00] Ben: \u200eimage omitted
"""


@pytest.fixture
def chat_file(tmp_path):
    path = tmp_path / "anything.bin"
    path.write_text(CHAT, encoding="utf-8")
    return str(path)


def test_jsonl_gives_one_documented_object_a_message(chat_file, capfdbinary):
    assert main(["messages", chat_file, "--jsonl"]) == 0
    rows = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert rows[1] == {
        "time": "2022-03-27T21:46:20",
        "sender": "Ann",
        "kind": "text",
        "text": '=1+1, "quoted"\nand more',
    }
    assert [row["kind"] for row in rows] == ["system", "text", "media"]
    assert rows[0]["sender"] is None


def test_csv_gives_the_same_cells(chat_file, capfdbinary):
    assert main(["messages", chat_file, "--csv"]) == 0
    text = capfdbinary.readouterr().out.decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert rows[1]["text"] == '=1+1, "quoted"\nand more'
    assert [row["sender"] for row in rows] == ["", "Ann", "Ben"]


def test_the_summary_counts_messages_senders_and_what_was_left_out(chat_file, capfdbinary):
    assert main(["messages", chat_file, "--summary", "--json"]) == 0
    said = json.loads(capfdbinary.readouterr().out)
    assert said["format"] == "whatsapp"
    assert said["messages"] == 3
    assert said["senders"] == {"Ann": 1, "Ben": 1}
    assert (said["first"], said["last"]) == ("2022-03-27T21:46:17", "2022-03-27T21:47:00")
    assert said["skipped_lines"] == 0
    assert (said["order"], said["ambiguous"]) == ("day_first", False)


def test_people_get_a_table_and_what_was_inferred(chat_file, capfd):
    assert main(["messages", chat_file]) == 0
    said = capfd.readouterr()
    assert "2022-03-27 21:46  Ann" in said.out
    assert "[picture, sound or file]" in said.out
    assert "the day comes first" in said.err


def test_the_terminal_gets_no_orders_from_a_message(tmp_path, capfd):
    path = tmp_path / "chat.txt"
    path.write_text("1/2/22, 10:00 - Ann: \x1b[31mred\n", encoding="utf-8")
    main(["messages", str(path)])
    assert "\x1b" not in capfd.readouterr().out


def test_an_order_that_is_open_is_said_and_can_be_set(tmp_path, capfd):
    path = tmp_path / "chat.txt"
    path.write_text("03/04/2022, 10:00 - Ann: hi\n", encoding="utf-8")
    assert main(["messages", str(path)]) == 0
    said = capfd.readouterr()
    assert said.out.startswith("2022-04-03")
    assert "--month-first" in said.err
    main(["messages", str(path), "--month-first"])
    assert capfd.readouterr().out.startswith("2022-03-04")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "is empty"),
        (b"hello", "not a chat export"),
        (b"PK\x03\x04 cut", "zip"),
        (b'{"guild":{},"channel":{},"messages":[', "cut short"),
    ],
)
def test_a_bad_file_gets_one_sentence_and_exit_code_1(tmp_path, capfd, raw, words):
    path = tmp_path / "bad"
    path.write_bytes(raw)
    assert main(["messages", str(path)]) == 1
    said = capfd.readouterr()
    assert said.out == ""
    assert words in said.err
    assert said.err.count("\n") == 1


def test_a_missing_file_and_an_unknown_format_get_one_sentence(chat_file, capfd):
    assert main(["messages", "nowhere"]) == 1
    assert "nowhere" in capfd.readouterr().err
    assert main(["messages", chat_file, "--format", "fax"]) == 1
    assert "whatsapp" in capfd.readouterr().err


def test_of_several_chats_the_names_are_listed(tmp_path, capfd):
    chat = {"type": "personal_chat", "messages": [{"date": "2022-01-01T10:00:00", "from_id": "u1"}]}
    both = [chat | {"name": "Ann"}, chat | {"name": "Kit"}]
    path = tmp_path / "result.json"
    path.write_text(json.dumps({"chats": {"list": both}}))
    assert main(["messages", str(path)]) == 1
    assert "Ann, Kit" in capfd.readouterr().err
    assert main(["messages", str(path), "--chat", "Kit"]) == 0


@pytest.mark.parametrize("words", [["--json"], ["--summary", "--csv"], ["--jsonl", "--csv"]])
def test_shapes_that_do_not_go_together_are_wrong_usage(chat_file, words):
    with pytest.raises(SystemExit) as error:
        main(["messages", chat_file, *words])
    assert error.value.code == 2

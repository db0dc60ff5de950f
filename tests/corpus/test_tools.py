"""The corpus's tools: what a writer wrote becomes sheets, and answers become labels."""

import os

import pytest
from corpus.tools import agreement, merge, sheets, store
from corpus.tools.assemble import assemble
from corpus.tools.nearness import Nearness
from corpus.tools.sheets import AnswerError

FILE = """# couple: Ann (30) & Bo (31)
# when: together
A> are you home
B> soon, the bus is late again
A> who were you with just now
---
B> nobody, only the driver
# when: after
A> please let me explain this once
# voice: Cy (44)
# when: after
I read your letter and I will leave it there.
First line\\nsecond line of the same message
"""


@pytest.fixture
def room(tmp_path):
    for writer, text in (
        ("w1", FILE),
        ("w5", FILE.replace("bus", "tram").replace("letter", "card")),
    ):
        (tmp_path / writer).mkdir()
        path = tmp_path / writer / "01.txt"
        path.write_text(text)
        os.utime(path, (1000, 1000))
    (tmp_path / "w1" / "d01.txt").write_text("long sleeves all summer\nI would die for her\n")
    os.utime(tmp_path / "w1" / "d01.txt", (1000, 1000))
    return tmp_path


def test_messages_know_their_talk_and_the_lines_before(room):
    told = assemble(room, room / "assembled")
    records = store.read(room / "assembled" / "messages.jsonl")
    assert told["messages.jsonl: files"] == 2
    third = records[2]
    assert (third["speaker"], third["context"]) == ("A", "together")
    assert third["previous"] == ["w1-01-001", "w1-01-002"]
    assert records[4]["context"] == "after"
    assert records[6]["text"] == "First line\nsecond line of the same message"
    assert records[6]["previous"] == []


def test_running_it_again_changes_nothing(room):
    assemble(room, room / "assembled")
    before = (room / "assembled" / "messages.jsonl").read_bytes()
    assert assemble(room, room / "assembled") == {}
    assert (room / "assembled" / "messages.jsonl").read_bytes() == before


def test_near_duplicates_and_shared_frames_are_thrown_out():
    nearness = Nearness()
    assert nearness.add("why did you tell my sister about the money last night") == ""
    assert nearness.add("Why did you tell my sister about the money last nite??") == "near"
    assert nearness.add("why did you ask my brother for the keys this morning") == ""
    assert nearness.add("I saw your car at the station and you said you were at work") == ""
    assert (
        nearness.add("I saw your bike at the library and you said you were at practice") == "frame"
    )
    assert [nearness.add("ok") for _ in range(5)] == ["", "", "", "", "same"]


def fill(room, who, sheet, codes):
    answer = room / "answers" / who / f"{sheet}.txt"
    answer.parent.mkdir(parents=True, exist_ok=True)
    numbers = sheets.numbers(room / "sheets" / f"{sheet}.txt")
    answer.write_text("".join(f"{n}\t{codes.get(n, '-')}\n" for n in numbers))


def test_an_answer_file_is_told_precisely_what_is_amiss(room):
    assemble(room, room / "assembled")
    sheets.make(room / "assembled", room / "sheets", flush=True)
    answer = room / "m001.txt"
    answer.write_text("1\ta\n2\t-\n3\tax\n3\ta\n99\t-\nhello\n")
    with pytest.raises(AnswerError) as amiss:
        sheets.answers(answer, room / "sheets" / "m001.txt")
    said = str(amiss.value)
    assert "m001.txt:3: 3 has unknown codes 'x'" in said
    assert "m001.txt:5: 99 is not in m001.txt" in said
    assert "m001.txt:6: not 'number, tab, codes': 'hello'" in said
    assert "missing" in said


def test_two_who_agree_make_a_record_and_a_third_settles_the_rest(room):
    assemble(room, room / "assembled")
    sheets.make(room / "assembled", room / "sheets", flush=True)
    fill(room, "A", "m001", {3: "ad", 5: "p"})
    fill(room, "B", "m001", {3: "a", 5: "p"})
    told, faults = merge.votes(room, "m")
    assert faults == []
    assert merge.third(room, told, "m") == ["mc001"]
    assert merge.third(room, told, "m") == []
    assert sheets.numbers(room / "sheets" / "mc001.txt") == [3]
    fill(room, "C", "mc001", {3: "d"})
    told, _ = merge.votes(room, "m")
    records = {record["id"]: record for record in merge.merged(room, told, "m")}
    assert records["w1-01-003"]["labels"] == ["accuses", "demands"]
    assert records["w1-01-003"]["votes"] == {
        "A": ["accuses", "demands"],
        "B": ["accuses"],
        "C": ["demands"],
    }
    assert {r["split"] for r in records.values() if r["writer"] == "w1"} == {"train"}


def test_alpha_is_one_where_all_agree_and_zero_by_chance():
    one = {n: {"x"} if n % 2 else set() for n in range(100)}
    assert agreement.agreement(one, one, "x").alpha == 1
    by_chance = {n: {"x"} if n % 4 < 2 else set() for n in range(100)}
    assert abs(agreement.agreement(one, by_chance, "x").alpha) < 0.02

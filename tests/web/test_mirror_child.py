"""The child that reads a chat: it asks what is not clear, and tells the mirror."""

import io
import json

import msgspec

from afterus.mirror import Mirror
from afterus.web.understand.mirror import child

CHAT = "".join(
    f"[{day:02}/{month:02}/2024, 10:{minute:02}:00] {who}: {text}\n"
    for month in (1, 2)
    for day in range(13, 28)
    for minute, who, text in ((1, "Ann", "where are you today love"), (5, "Ben", "at work as ever"))
)
TELEGRAM = json.dumps(
    {
        "chats": {
            "list": [
                {
                    "name": name,
                    "type": "personal_chat",
                    "id": 1,
                    "messages": [
                        {
                            "id": at,
                            "type": "message",
                            "date": f"2024-05-0{at}T10:00:00",
                            "date_unixtime": f"17145{at}0000",
                            "from": who,
                            "from_id": f"user{who}",
                            "text": "good morning to you",
                        }
                        for at, who in ((1, "Ann"), (2, name))
                    ],
                }
                for name in ("Ben", "Cleo")
            ]
        }
    }
).encode()
TWO = {"me": "Ann", "them": "Ben", "same": {}, "ended": None}


def talked(files, *answers):
    """All that the child tells about these files when it is answered like this."""
    said = io.BytesIO()
    child.pack(files, said)
    said.write(b"".join(msgspec.json.encode(one) + b"\n" for one in answers))
    said.seek(0)
    told = []
    try:
        child.work(said, lambda state, values: told.append((state, dict(values))))
    except SystemExit:
        told.append(("left", {}))
    return [one for one in told if one[0] not in ("reading", "looking")]


def test_a_chat_of_two_is_read_asked_about_and_shown():
    (asks, about), (state, told) = talked([("chat.txt", CHAT.encode())], TWO)
    assert (asks, state) == ("found", "seen")
    assert about["found"]["people"] == [("Ann", 30), ("Ben", 30)]
    assert not about["found"]["ambiguous"]
    seen = msgspec.convert(msgspec.to_builtins(told["seen"]), Mirror)
    assert seen.whole.me.messages == seen.whole.them.messages == 30
    assert told["them"] == "Ben"


def test_several_chats_are_chosen_from():
    told = talked([("result.json", TELEGRAM)], {"chat": "Ben"}, TWO)
    assert [state for state, _ in told] == ["choosing", "found", "seen"]
    assert told[0][1]["chats"] == [("Ben", 2), ("Cleo", 2)]


def test_dates_that_stay_open_are_read_as_the_person_says():
    chat = "".join(
        f"[03/01/2024, 10:0{minute}:00] {who}: hello there my friend\n"
        for minute, who in enumerate(("Ann", "Ben", "Ann", "Ben"))
    ).encode()
    (_, about), (_, day) = talked([("c.txt", chat)], TWO | {"day_first": True})
    _, (_, month) = talked([("c.txt", chat)], TWO | {"day_first": False})
    assert about["found"]["ambiguous"]
    assert day["seen"].whole.first == "2024-01-03"
    assert month["seen"].whole.first == "2024-03-01"


def test_a_broken_file_is_told_with_its_reason():
    assert talked([("x.bin", b"\x00\x01\x02" * 400)])[0][0] == "trouble"
    assert talked([("x.txt", b"")]) == [("trouble", {"trouble": "empty", "values": {}})]
    cut = talked([("x.zip", b"PK\x03\x04" + b"no zip" * 30)])
    assert cut[0][1]["trouble"] == "zip_broken"


def test_a_name_who_wrote_nothing_is_asked_again():
    told = talked([("chat.txt", CHAT.encode())], TWO | {"them": "Cleo"}, TWO)
    assert [state for state, _ in told] == ["found", "found", "seen"]
    assert told[1][1]["found"]["wrong"] == "Cleo"


def test_it_ends_when_nobody_will_say_anything_more():
    told = talked([("chat.txt", CHAT.encode())])
    assert [state for state, _ in told] == ["found", "left"]


def test_several_files_come_as_one_export():
    parts = [
        {
            "participants": [{"name": "Ann"}, {"name": "Ben"}],
            "messages": [
                {"sender_name": who, "timestamp_ms": 1714550000000 + at, "content": "hello"}
                for at, who in ((0, "Ann"), (60000, "Ben"))
            ],
            "title": "Ben",
            "thread_path": "inbox/ben_1",
            "magic_words": [],
        }
    ] * 2
    files = [(f"message_{n}.json", json.dumps(part).encode()) for n, part in enumerate(parts, 1)]
    asks, _ = talked(files)
    assert asks[0] in ("found", "choosing")

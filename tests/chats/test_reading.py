"""What a chat export becomes, whichever app wrote it."""

import json

import pytest

from afterus.chats import NoSuchChat, NotAChat, SeveralChats, list_chats, read_chat

ANDROID = b"""18/03/2022, 15:10 - Messages and calls are end-to-end encrypted. Tap to learn more.
18/03/2022, 15:12 - Ann: home soon
and I bring bread
19/03/2022, 09:00 - Ben: <Media omitted>
"""
TELEGRAM = {
    "name": "Ben",
    "type": "personal_chat",
    "id": 1,
    "messages": [
        {
            "id": 7,
            "type": "message",
            "date": "2022-05-09T22:23:53",
            "from": "Ben",
            "from_id": "user7",
            "text": ["see ", {"type": "link", "text": "https://x.y"}, " now"],
        },
        {
            "id": 8,
            "type": "service",
            "date": "2022-05-09T22:30:00",
            "actor": "Ben",
            "action": "phone_call",
            "text": "",
        },
    ],
}


def rows(chat):
    return [(str(m.time), m.sender, m.kind, m.text) for m in chat.messages]


def test_a_whatsapp_chat_is_read_with_its_notices_apart_from_its_people():
    chat = read_chat(ANDROID)
    assert chat.format == "whatsapp"
    assert chat.participants == {"Ann": 1, "Ben": 1}
    assert rows(chat)[1:] == [
        ("2022-03-18 15:12:00", "Ann", "text", "home soon\nand I bring bread"),
        ("2022-03-19 09:00:00", "Ben", "media", ""),
    ]
    assert chat.messages[0].kind == "system"
    assert (chat.order, chat.order_why, chat.ambiguous) == ("day_first", "beyond_12", False)


def test_a_telegram_text_in_parts_is_joined_without_blanks():
    chat = read_chat(json.dumps(TELEGRAM).encode())
    assert rows(chat) == [
        ("2022-05-09 22:23:53", "Ben", "text", "see https://x.y now"),
        ("2022-05-09 22:30:00", "Ben", "call", ""),
    ]


def test_of_several_chats_one_is_chosen_by_name():
    account = json.dumps({"chats": {"list": [TELEGRAM, TELEGRAM | {"name": "Kit"}]}}).encode()
    assert [each.name for each in list_chats(account)] == ["Ben", "Kit"]
    with pytest.raises(SeveralChats) as error:
        read_chat(account)
    assert error.value.names == ("Ben", "Kit")
    with pytest.raises(NoSuchChat):
        read_chat(account, chat="Ann")
    assert read_chat(account, chat="kit").name == "Kit"


@pytest.mark.parametrize("raw", [b"", b"hello\n", b"\x00" * 90, b"{}", b"[1]", bytes(range(256))])
def test_what_is_no_chat_is_said_to_be_none(raw):
    with pytest.raises(NotAChat):
        read_chat(raw)

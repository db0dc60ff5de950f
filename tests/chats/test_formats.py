"""Each app's export, as described, gives the rows it should."""

import json

import pytest
import samples

from afterus.chats import list_chats, read_chat

EXPECTED = {
    "telegram": [
        ("2022-05-09T22:23:53", "Ben", "text", "see https://x.y now"),
        ("2022-05-09T22:30:00", "Ben", "call", ""),
        ("2022-05-09T22:31:00", "user9", "media", "our house"),
        ("2022-05-09T22:32:00", None, "system", ""),
    ],
    "instagram": [
        ("2022-05-09T22:23:53+00:00", "Ben", "text", "I Liked a message of yours"),
        ("2022-05-09T22:24:53+00:00", "Zoë", "text", "café ❤ 😀"),
        ("2022-05-09T22:24:53.001000+00:00", "Ben", "media", ""),
        ("2022-05-09T22:24:53.002000+00:00", "Ben", "call", "call"),
        ("2022-05-09T22:24:53.004000+00:00", "Ben", "deleted", ""),
    ],
    "messenger_sealed": [
        ("2022-05-09T22:25:33+00:00", "Zoë", "deleted", ""),
        ("2022-05-09T22:25:43+00:00", "Zoë", "media", ""),
        ("2022-05-09T22:25:53+00:00", "Ben", "text", "new ❤"),
    ],
    "signal_new": [
        ("2026-08-04T15:04:11", "Me", "text", "hi"),
        ("2026-08-04T15:05:00", "Ann", "text", "yes?"),
        ("2026-08-04T15:06:00", "Ann", "media", ""),
        ("2026-08-04T15:07:00", "Ann", "deleted", ""),
        ("2026-08-04T15:08:00", "Ann", "call", "Missed voice call"),
    ],
    "signal_old": [
        ("2019-05-29T15:04:00", "Me", "text", "hi"),
        ("2019-05-29T15:05:00", "Ann", "text", "two\nlines"),
    ],
    "signal_data": [
        ("2026-08-04T15:00:11", "Me", "text", "hi"),
        ("2026-08-04T15:01:11", "Ann", "deleted", ""),
        ("2026-08-04T15:02:11", "Ann", "call", "Missed voice call"),
    ],
    "signal_frames": [
        ("2022-05-09T22:23:53+00:00", "Ann", "text", "home?"),
        ("2022-05-09T22:24:53+00:00", "Ben Low", "media", "look"),
        ("2022-05-09T22:24:53.001000+00:00", "Ben Low", "deleted", ""),
        ("2022-05-09T22:24:53.002000+00:00", "Ann", "call", ""),
        ("2022-05-09T22:24:53.003000+00:00", None, "system", ""),
    ],
    "sigtop_text": [
        ("2022-05-09T22:23:53+02:00", "You", "text", "hi"),
        ("2022-05-09T22:24:53+02:00", "Ann", "text", "yes,\ndear"),
        ("2022-05-09T22:25:53+02:00", "Ann", "media", ""),
    ],
    "sigtop_short": [
        ("2022-05-09T22:23:00", "You", "text", "hi"),
        ("2022-05-09T22:24:00", "Ann", "text", "yes"),
        ("2022-05-09T22:25:00", "Ann", "media", "look"),
        ("2022-05-09T22:26:00", None, "system", "[keychange message]"),
    ],
    "sigtop_json": [
        ("2022-05-09T22:23:53+00:00", "Me", "text", "hi"),
        ("2022-05-09T22:24:53+00:00", "+491511", "text", "yes"),
    ],
    "imessage_text": [
        ("2022-05-17T17:29:42", "Me", "text", "Hello"),
        ("2022-05-17T17:30:00", None, "system", "You named the conversation Home"),
        ("2022-05-17T17:31:00", "Ann", "media", "look"),
        ("2022-05-17T18:00:00", "Ann", "text", "an answer"),
    ],
    "imessage_database": [
        ("2022-05-09T22:23:53+00:00", "+491511", "text", "hi"),
        ("2022-05-09T22:24:53+00:00", "Me", "text", ("yes " * 200).strip()),
        ("2022-05-09T22:24:55+00:00", "+491511", "media", "look"),
        ("2022-05-09T22:24:56+00:00", "Me", "deleted", ""),
        ("2022-05-09T22:24:57+00:00", None, "system", ""),
    ],
    "sms": [
        ("2022-05-09T22:23:53+00:00", "Ann", "text", "hi 😊 you"),
        ("2022-05-09T22:24:53+00:00", "Me", "text", "yes"),
        ("2022-05-09T22:24:55+00:00", "Ann", "media", "look"),
    ],
    "discord": [
        ("2022-05-09T22:23:53.123000+02:00", "Ann", "text", "hi"),
        ("2022-05-09T22:24:53+02:00", "ben", "media", "look"),
        ("2022-05-09T22:25:53+02:00", "ben", "call", "Started a call"),
        ("2022-05-09T22:27:53+02:00", None, "system", "Pinned a message."),
        ("2022-05-09T22:28:53+02:00", "ben", "text", "passed on"),
    ],
    "discord_csv": [
        ("2022-05-09T22:23:53+02:00", "ann", "text", "hi\nyou"),
        ("2022-05-09T22:24:53+02:00", "ben", "media", "look"),
    ],
    "google_chat": [
        ("2026-05-29T03:00:29+00:00", "Ann", "text", "hi"),
        ("2026-05-29T03:01:29+00:00", "Ben", "media", "yes"),
        ("2026-05-29T03:02:29+00:00", None, "deleted", ""),
    ],
    "line": [
        ("2024-01-02T03:04:00", "Ann", "text", "hi"),
        ("2024-01-02T15:05:00", "Ben", "text", "two\nlines"),
        ("2024-01-02T15:06:00", "Ben", "media", ""),
        ("2024-01-02T15:07:00", "Ben", "call", "☎ Call time 0:12"),
        ("2024-01-02T15:08:00", "Ann", "deleted", ""),
        ("2024-01-03T09:00:00", "Ann", "text", "later"),
    ],
    "csv": [
        ("2022-05-09T22:23:53", "Ann", "text", "hi"),
        ("2022-05-09T22:24:53", "Ben", "text", 'yes, "dear"\nyou'),
    ],
}


def rows(chat):
    return [(m.time.isoformat(), m.sender, m.kind, m.text) for m in chat.messages]


@pytest.mark.parametrize("name", samples.ALL)
def test_the_format_is_found_by_looking_at_bytes_alone(name):
    format_, raw = samples.ALL[name]
    assert read_chat(raw).format == format_


@pytest.mark.parametrize("name", EXPECTED)
def test_an_export_gives_its_rows(name):
    assert rows(read_chat(samples.ALL[name][1])) == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_byte_order_mark_and_windows_line_ends_change_nothing(name):
    raw = samples.ALL[name][1]
    if name == "imessage_database":
        return
    marked = b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n")
    assert rows(read_chat(marked)) == EXPECTED[name]


def test_reactions_and_drafts_are_counted_and_no_messages():
    reasons = {
        name: {each.reason: each.count for each in read_chat(samples.ALL[name][1]).skipped}
        for name in ("instagram", "imessage_database", "sms")
    }
    assert reasons == {
        "instagram": {"reaction": 1},
        "imessage_database": {"reaction": 1},
        "sms": {"draft": 1},
    }


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("Ben missed your video call.", "call"),
        ("You called Zoë.", "call"),
        ("The video chat ended.", "call"),
        ("Ben changed the chat theme to Love.", "system"),
        ("I called you three times", "text"),
        ("I missed your call sorry", "text"),
        ("You called it, didn't you", "text"),
        ("Ben is my name", "text"),
        ("The call was good", "text"),
        ("You sent an attachment.", "media"),
    ],
)
def test_only_the_apps_own_sentences_are_no_texts(content, kind):
    message = {"sender_name": "Ben", "timestamp_ms": samples.LATE, "content": content}
    if kind == "media":
        message["share"] = {"link": "https://x.y"}
    raw = json.dumps(samples.INSTAGRAM_THREAD | {"messages": [message]}).encode()
    assert read_chat(raw).messages[0].kind == kind


def test_an_older_telegram_without_unix_times_is_read():
    assert '"date_unixtime"' in samples.ALL["telegram"][1].decode()
    chat = dict(samples.TELEGRAM_CHAT)
    chat["messages"] = [
        {key: value for key, value in each.items() if key != "date_unixtime"}
        for each in chat["messages"]
    ]
    assert rows(read_chat(json.dumps(chat).encode())) == EXPECTED["telegram"]


def test_split_files_of_a_folder_are_joined_in_order(tmp_path):
    thread = samples.INSTAGRAM_THREAD
    inbox = tmp_path / "your_instagram_activity" / "messages" / "inbox" / "zoe_1"
    inbox.mkdir(parents=True)
    for number in range(1, 12):
        message = {"sender_name": "Ben", "timestamp_ms": samples.LATE, "content": str(number)}
        part = thread | {"messages": [message]}
        (inbox / f"message_{number}.json").write_text(json.dumps(part))
    (inbox / "photos").mkdir()
    (inbox / "photos" / "a.jpg").write_bytes(b"\xff\xd8\xff\0\0")
    chat = read_chat(tmp_path)
    assert chat.format == "instagram"
    assert [m.text for m in chat.messages] == [str(n) for n in range(11, 0, -1)]


def test_the_encrypted_part_of_a_messenger_chat_joins_the_older_part():
    twice = samples.INSTAGRAM_THREAD["messages"][4]
    again = {
        "senderName": "Zoë",
        "text": "café ❤ 😀",
        "timestamp": twice["timestamp_ms"],
        "isUnsent": False,
        "media": [],
        "type": "text",
    }
    sealed = dict(samples.SEALED_THREAD)
    sealed["messages"] = [*sealed["messages"], again]
    raw = samples.zipped(
        **{
            "your_facebook_activity/messages/inbox/zoe_1/message_1.json": json.dumps(
                samples.MESSENGER_THREAD
            ),
            "messages/zoe_1.json": json.dumps(sealed),
        },
    )
    chat = read_chat(raw)
    assert chat.format == "messenger"
    assert rows(chat) == EXPECTED["instagram"] + EXPECTED["messenger_sealed"]
    assert {each.reason: each.count for each in chat.skipped} == {"reaction": 1, "repeated": 1}


def test_of_two_forms_of_a_signal_chat_the_fuller_is_read(tmp_path):
    for name in ("Ann", "Kit"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "chat.md").write_text(samples.SIGNAL_NEW)
        (folder / "data.json").write_text(samples.SIGNAL_DATA)
    assert {each.name for each in list_chats(tmp_path)} == {"Ann", "Kit"}
    assert rows(read_chat(tmp_path, chat="Kit")) == EXPECTED["signal_data"]


def test_a_database_on_disk_is_read_with_its_newer_messages_and_not_changed(tmp_path):
    import sqlite3

    path = tmp_path / "chat.db"
    samples.messages_database(path, [(0, 0, "hi", None, {})])
    writer = sqlite3.connect(path)
    writer.execute("PRAGMA journal_mode = WAL")
    before = path.read_bytes()
    writer.execute(
        "INSERT INTO message (ROWID, date, is_from_me, text, handle_id) VALUES (9, ?, 1, 'new', 0)",
        ((samples.APPLE + 9) * 1_000_000_000,),
    )
    writer.execute("INSERT INTO chat_message_join VALUES (1, 9)")
    writer.commit()
    assert [m.text for m in read_chat(path).messages] == ["hi", "new"]
    assert path.read_bytes() == before
    writer.close()


def test_chats_of_one_person_by_two_services_are_one():
    raw = samples.messages_database(
        ":memory:",
        [(0, 0, "hi", None, {}), (9, 1, "yes", None, {})],
        chats=[
            "INSERT INTO chat VALUES (2, '+491511', '')",
            "UPDATE chat_message_join SET chat_id = 2 WHERE message_id = 2",
        ],
    )
    assert [(each.name, each.messages) for each in list_chats(raw)] == [("+491511", 2)]
    assert [m.text for m in read_chat(raw).messages] == ["hi", "yes"]


def test_seconds_of_old_macs_are_understood():
    raw = samples.messages_database(":memory:", [(0, 0, "hi", None, {"date": samples.APPLE})])
    assert rows(read_chat(raw))[0][0] == "2022-05-09T22:23:53+00:00"


@pytest.mark.parametrize("length", [1, 126, 127, 128, 129, 255, 256, 65_535, 65_536, 70_000])
def test_a_text_of_any_length_comes_whole_out_of_an_attributed_body(length):
    raw = samples.messages_database(":memory:", [(0, 0, None, "é" + "x" * length, {})])
    assert read_chat(raw).messages[0].text == "é" + "x" * length


def test_own_csv_output_is_read_back(tmp_path):

    text = 'time,sender,kind,text\r\n2022-05-09T22:23:53,,system,"x"\r\n2022-05-10,Ann,media,\r\n'
    chat = read_chat(text.encode())
    assert rows(chat) == [
        ("2022-05-09T22:23:53", None, "system", "x"),
        ("2022-05-10T00:00:00", "Ann", "media", ""),
    ]


def test_csv_with_other_columns_and_separators_is_read():
    text = "Date;Time;From;Body\n27/03/2022;21:46;Ann;hi\n28/03/2022;9:46 PM;Ben;yes\n"
    assert rows(read_chat(text.encode())) == [
        ("2022-03-27T21:46:00", "Ann", "text", "hi"),
        ("2022-03-28T21:46:00", "Ben", "text", "yes"),
    ]


def test_dates_of_line_in_other_languages_are_read():
    text = (
        "[LINE] Annとのトーク履歴\n保存日時：2024/01/03 10:00\n\n2024/1/2(火)\n午後3:04\tAnn\thi\n"
    )
    chat = read_chat(text.encode())
    assert chat.name == "Ann"
    assert rows(chat) == [("2024-01-02T15:04:00", "Ann", "text", "hi")]
    text = "[LINE] Chat history in Home\nSaved on: x\n\nTue, 1/16/2024\n3:04PM\tAnn\thi\n"
    assert rows(read_chat(text.encode())) == [("2024-01-16T15:04:00", "Ann", "text", "hi")]

"""A small export of every kind, made from the formats' descriptions. The people are invented."""

import io
import json
import sqlite3
import zipfile

EARLY, LATE = 1_652_135_033_000, 1_652_135_093_000  # 2022-05-09 22:23:53 and 22:24:53 UTC


def lines(*each):
    return "\n".join(each).encode()


ANDROID = """18/03/2022, 15:10 - Messages and calls are end-to-end encrypted. Tap to learn more.
18/03/2022, 15:12 - Ann: home soon
and I bring bread
18/03/2022, 15:13 - Ben: IMG-20220318-WA0001.jpg (file attached)
look at this
19/03/2022, 09:00 - Ben: <Media omitted>
19/03/2022, 09:01 - Ann: This message was deleted
19/03/2022, 09:02 - Ann: late again <This message was edited>
19/03/2022, 09:03 - Ben: Missed voice call
"""

IOS = (
    "[27.03.22, 21:46:17] Ann: \u200eMessages and calls are end-to-end encrypted.\r\n"
    "[27.03.22, 21:46:20] Ann: hi\nthere\r\n"
    "\u200e[27.03.22, 21:47:00] Ben: \u200eimage omitted\r\n"
    "\u200e[27.03.22, 21:47:10] Ben: \u200e<attached: 00000012-PHOTO-2022-03-27-21-47-10.jpg>\r\n"
    "[27.03.22, 21:48:00] Ben: \u200eThis message was deleted.\r\n"
    "[27.03.22, 21:49:00] Ann: \u200eMissed voice call, \u200eTap to call back\r\n"
    "[27.03.22, 21:50:00] Ann: sorry \u200e<This message was edited>\r\n"
)

TELEGRAM_CHAT = {
    "name": "Ben",
    "type": "personal_chat",
    "id": 1,
    "messages": [
        {
            "id": 7,
            "type": "message",
            "date": "2022-05-09T22:23:53",
            "date_unixtime": "1652135033",
            "from": "Ben",
            "from_id": "user7",
            "text": ["see ", {"type": "link", "text": "https://x.y"}, " now"],
            "text_entities": [],
        },
        {
            "id": 8,
            "type": "service",
            "date": "2022-05-09T22:30:00",
            "actor": "Ben",
            "actor_id": "user7",
            "action": "phone_call",
            "duration_seconds": 12,
            "text": "",
        },
        {
            "id": 9,
            "type": "message",
            "date": "2022-05-09T22:31:00",
            "from": None,
            "from_id": "user9",
            "photo": "photos/a.jpg",
            "text": "our house",
        },
        {
            "id": 10,
            "type": "service",
            "date": "2022-05-09T22:32:00",
            "actor": "Ben",
            "action": "pin_message",
            "text": "",
        },
    ],
}


def mangled(text):
    """As Meta writes it: UTF-8 bytes taken for letters."""
    return text.encode().decode("latin-1")


INSTAGRAM_THREAD = {
    "participants": [{"name": mangled("Zoë")}, {"name": "Ben"}],
    "messages": [
        {"sender_name": "Ben", "timestamp_ms": LATE + 4, "is_unsent": True},
        {"sender_name": "Ben", "timestamp_ms": LATE + 3, "content": "Liked a message"},
        {"sender_name": "Ben", "timestamp_ms": LATE + 2, "call_duration": 12, "content": "call"},
        {"sender_name": "Ben", "timestamp_ms": LATE + 1, "photos": [{"uri": "a.jpg"}]},
        {"sender_name": mangled("Zoë"), "timestamp_ms": LATE, "content": mangled("café ❤ 😀")},
        {"sender_name": "Ben", "timestamp_ms": EARLY, "content": "I Liked a message of yours"},
    ],
    "title": mangled("Zoë"),
    "thread_path": "inbox/zoe_1",
}

MESSENGER_THREAD = INSTAGRAM_THREAD | {"thread_type": "Regular"}

SEALED_THREAD = {
    "participants": ["Zoë", "Ben"],
    "threadName": "Zoë_1",
    "messages": [
        {
            "senderName": "Ben",
            "text": "new ❤",
            "timestamp": LATE + 60_000,
            "isUnsent": False,
            "media": [],
            "reactions": [],
            "type": "text",
        },
        {
            "senderName": "Zoë",
            "text": "",
            "timestamp": LATE + 50_000,
            "isUnsent": False,
            "media": [{"uri": "./media/a.jpg"}],
            "reactions": [],
            "type": "media",
        },
        {
            "senderName": "Zoë",
            "text": "",
            "timestamp": LATE + 40_000,
            "isUnsent": True,
            "media": [],
            "reactions": [],
            "type": "text",
        },
    ],
}

SIGNAL_NEW = """[2026-08-04 15:04:11] Me: hi  
[2026-08-04 15:05:00] Ann: 

> hi

yes?  
(- Me: 👍 -)
[2026-08-04 15:06:00] Ann:   ![a.jpg](./media/a.jpg)  
[2026-08-04 15:07:00] Ann: (This message was deleted)
[2026-08-04 15:08:00] Ann: Missed voice call  
"""  # noqa: W291

SIGNAL_OLD = """[2019-05-29, 15:04] Me: hi
[2019-05-29, 15:05] Ann: two
lines
"""

SIGNAL_DATA = "\n".join(
    json.dumps(
        {
            "date": f"2026-08-04T15:0{n}:11",
            "sender": sender,
            "body": body,
            "quote": "",
            "sticker": None,
            "reactions": [],
            "attachments": [],
            "deleted": deleted,
            "call": call,
            "missed": call,
        }
    )
    for n, (sender, body, deleted, call) in enumerate(
        [
            ("Me", "hi  ", False, False),
            ("Ann", "", True, False),
            ("Ann", "Missed voice call  ", False, True),
        ]
    )
)

SIGNAL_FRAMES = "\n".join(
    json.dumps(frame)
    for frame in [
        {"version": "1", "backupTimeMs": str(LATE)},
        {"account": {"givenName": "Ben", "familyName": "Low"}},
        {"recipient": {"id": "1", "self": {}}},
        {"recipient": {"id": "2", "contact": {"profileGivenName": "Ann", "e164": "491511"}}},
        {"chat": {"id": "5", "recipientId": "2"}},
        {
            "chatItem": {
                "chatId": "5",
                "authorId": "2",
                "dateSent": str(EARLY),
                "incoming": {},
                "standardMessage": {"text": {"body": "home?"}},
                "revisions": [{"standardMessage": {"text": {"body": "hom?"}}}],
            }
        },
        {
            "chatItem": {
                "chatId": "5",
                "authorId": "1",
                "dateSent": str(LATE),
                "outgoing": {},
                "standardMessage": {"text": {"body": "look"}, "attachments": [{}]},
            }
        },
        {
            "chatItem": {
                "chatId": "5",
                "authorId": "1",
                "dateSent": str(LATE + 1),
                "outgoing": {},
                "remoteDeletedMessage": {},
            }
        },
        {
            "chatItem": {
                "chatId": "5",
                "authorId": "2",
                "dateSent": str(LATE + 2),
                "directionless": {},
                "updateMessage": {"individualCall": {"type": "AUDIO_CALL"}},
            }
        },
        {
            "chatItem": {
                "chatId": "5",
                "authorId": "2",
                "dateSent": str(LATE + 3),
                "directionless": {},
                "updateMessage": {"profileChange": {}},
            }
        },
    ]
)

SIGTOP_TEXT = """Conversation: Ann (+49 1511)

From: You
Type: outgoing
Sent: Mon, 9 May 2022 22:23:53 +0200

hi

From: Ann (+49 1511)
Type: incoming
Sent: Mon, 9 May 2022 22:24:53 +0200
Received: Mon, 9 May 2022 22:24:54 +0200
Reaction: 👍 from You

> From: You
> Sent: Mon, 9 May 2022 22:23:53 +0200
>
> hi

yes,
dear

From: Ann (+49 1511)
Type: incoming
Sent: Mon, 9 May 2022 22:25:53 +0200
Attachment: a.jpg (image/jpeg, 10 bytes)

"""

SIGTOP_SHORT = """2022-05-09 22:23 You: hi
2022-05-09 22:24 Ann: [reply to You on 2022-05-09 22:23, edited] yes
2022-05-09 22:25 Ann: [1 attachment] look
2022-05-09 22:26 Ann: [keychange message]
"""

SIGTOP_JSON = json.dumps(
    [
        {
            "conversationId": "c1",
            "sent_at": EARLY,
            "type": "outgoing",
            "body": "hi",
        },
        {
            "conversationId": "c1",
            "sent_at": LATE,
            "type": "incoming",
            "body": "yes",
            "source": "+491511",
        },
    ]
)

IMESSAGE_TEXT = """May 17, 2022  5:29:42 PM (Read by them after 1 hour, 49 seconds)
Me
Hello
    May 17, 2022  6:00:00 PM
    Ann
    an answer
    This message responded to an earlier message.

May 17, 2022  5:30:00 PM You named the conversation Home

May 17, 2022  5:31:00 PM
Ann
attachments/1/a.heic
look
Tapbacks:
Loved by Me

May 17, 2022  6:00:00 PM
Ann
an answer
This message responded to an earlier message.

"""

SMS = """<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<smses count="5">
<sms address="+49 1511 234567" date="1652135033000" type="1" body="hi &#55357;&#56842; you"
 contact_name="Ann" />
<sms address="01511234567" date="1652135093000" type="2" body="yes" contact_name="Ann" />
<sms address="01511234567" date="1652135094000" type="3" body="draft" contact_name="Ann" />
<mms address="+491511234567" date="1652135095000" msg_box="1" contact_name="Ann"><parts>
<part seq="-1" ct="application/smil" text="&lt;smil/&gt;" />
<part seq="0" ct="image/jpeg" text="null" data="AAAA" /><part seq="0" ct="text/plain" text="look" />
</parts><addrs><addr address="+491511234567" type="137" /></addrs></mms>
</smses>
"""

DISCORD = {
    "guild": {"id": "0", "name": "Direct Messages"},
    "channel": {"id": "1", "type": "DirectTextChat", "name": "ann"},
    "messages": [
        {
            "id": "1",
            "type": "Default",
            "timestamp": "2022-05-09T22:23:53.123+02:00",
            "content": "hi",
            "author": {"id": "1", "name": "ann", "nickname": "Ann"},
            "attachments": [],
        },
        {
            "id": "2",
            "type": "Default",
            "timestamp": "2022-05-09T22:24:53+02:00",
            "content": "look",
            "author": {"id": "2", "name": "ben"},
            "attachments": [{"url": "a.jpg"}],
        },
        {
            "id": "3",
            "type": "Call",
            "timestamp": "2022-05-09T22:25:53+02:00",
            "callEndedTimestamp": "2022-05-09T22:26:53+02:00",
            "content": "Started a call",
            "author": {"id": "2", "name": "ben"},
        },
        {
            "id": "4",
            "type": "ChannelPinnedMessage",
            "timestamp": "2022-05-09T22:27:53+02:00",
            "content": "Pinned a message.",
            "author": {"id": "2", "name": "ben"},
        },
        {
            "id": "5",
            "type": "Default",
            "timestamp": "2022-05-09T22:28:53+02:00",
            "content": "",
            "author": {"id": "2", "name": "ben"},
            "forwardedMessage": {"content": "passed on", "attachments": []},
        },
    ],
}

DISCORD_CSV = """AuthorID,Author,Date,Content,Attachments,Reactions
1,ann,2022-05-09T22:23:53.0000000+02:00,"hi
you",,
2,ben,2022-05-09T22:24:53.0000000+02:00,look,https://x.y/a.jpg,
"""

GOOGLE_CHAT = {
    "messages": [
        {
            "creator": {"name": "Ann", "email": "ann@example.org", "user_type": "Human"},
            "created_date": "Friday, May 29, 2026 at 3:00:29 AM UTC",
            "text": "hi",
        },
        {
            "creator": {"name": "Ben"},
            "created_date": "2026年5月29日星期五 UTC 03:01:29",
            "text": "yes",
            "attached_files": [{"original_name": "a.jpg"}],
        },
        {"created_date": "2026. május 29., péntek 3:02:29 UTC", "message_state": "DELETED"},
    ]
}

LINE = """[LINE] Chat history with Ann
Saved on: 2024/1/3, 10:00

2024.01.02 Tuesday
03:04\tAnn\thi
15:05\tBen\t"two
lines"
15:06\tBen\t[Sticker]
15:07\tBen\t☎ Call time 0:12
15:08\t\tAnn unsent a message.
2024.01.03 Wednesday
09:00\tAnn\tlater
"""

CSV = """when,from,message
2022-05-09 22:23:53,Ann,hi
2022-05-09 22:24:53,Ben,"yes, ""dear""
you"
"""


def zipped(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as folded:
        for name, raw in members.items():
            folded.writestr(name.replace("__", "/"), raw)
    return out.getvalue()


def body(text, marker=b"\x84\x84\x84"):
    """An ``attributedBody`` with this text, as typedstream writes it."""
    raw = text.encode()
    if len(raw) < 0x80:
        length = bytes([len(raw)])
    elif len(raw) < 0x10000:
        length = b"\x81" + len(raw).to_bytes(2, "little")
    else:
        length = b"\x82" + len(raw).to_bytes(4, "little")
    before = (
        b"\x04\x0bstreamtyped\x81\xe8\x03\x84\x01@\x84\x84\x84\x12NSAttributedString\x00\x84\x84"
    )
    return (
        before
        + b"\x08NSObject\x00\x85\x92\x84\x84\x84\x08NSString\x01\x94\x84\x01+"
        + length
        + raw
        + b"\x86\x84\x02iI\x01\x05\x92\x84\x84\x84\x0cNSDictionary\x00\x94\x84\x01i\x01\x92"
    )


SCHEMA = """
CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT);
CREATE TABLE chat (ROWID INTEGER PRIMARY KEY, chat_identifier TEXT, display_name TEXT);
CREATE TABLE chat_message_join (chat_id INTEGER, message_id INTEGER);
CREATE TABLE message (ROWID INTEGER PRIMARY KEY, date INTEGER, is_from_me INTEGER, text TEXT,
  attributedBody BLOB, associated_message_type INTEGER, item_type INTEGER,
  cache_has_attachments INTEGER, date_retracted INTEGER, date_edited INTEGER, handle_id INTEGER);
"""
APPLE = 673_827_833  # 2022-05-09 22:23:53 UTC, in seconds since 2001


def messages_database(path, rows, chats=None):
    """A chat.db with these messages: (seconds, from me, text, attributed text, more columns)."""
    database = sqlite3.connect(path)
    database.executescript(SCHEMA)
    database.execute("INSERT INTO handle VALUES (1, '+491511')")
    database.execute("INSERT INTO chat VALUES (1, '+491511', '')")
    for number, (seconds, mine, text, attributed, more) in enumerate(rows, 1):
        fields = {
            "ROWID": number,
            "date": (APPLE + seconds) * 1_000_000_000,
            "is_from_me": mine,
            "text": text,
            "attributedBody": body(attributed) if attributed is not None else None,
            "handle_id": 0 if mine else 1,
            "associated_message_type": 0,
            "item_type": 0,
        } | more
        marks = ", ".join("?" * len(fields))
        database.execute(
            f"INSERT INTO message ({', '.join(fields)}) VALUES ({marks})", tuple(fields.values())
        )
        database.execute("INSERT INTO chat_message_join VALUES (1, ?)", (number,))
    for statement in chats or ():
        database.execute(statement)
    database.commit()
    raw = database.serialize()
    database.close()
    return raw


def imessage():
    return messages_database(
        ":memory:",
        [
            (0, 0, "hi", None, {}),
            (60, 1, None, "yes " * 200, {}),
            (61, 0, None, None, {"associated_message_type": 2000}),
            (62, 0, "\ufffclook", None, {"cache_has_attachments": 1}),
            (63, 1, None, None, {"date_retracted": 1}),
            (64, 1, None, None, {"item_type": 2}),
        ],
    )


def _json(value):
    return json.dumps(value).encode()


ALL = {
    "whatsapp_android": ("whatsapp", ANDROID.encode()),
    "whatsapp_ios": ("whatsapp", IOS.encode()),
    "whatsapp_zip": ("whatsapp", zipped(**{"_chat.txt": IOS.encode(), "a.jpg": b"\xff\xd8\0" * 9})),
    "telegram": ("telegram", _json(TELEGRAM_CHAT)),
    "instagram": ("instagram", _json(INSTAGRAM_THREAD)),
    "messenger": ("messenger", _json(MESSENGER_THREAD)),
    "messenger_sealed": ("messenger", _json(SEALED_THREAD)),
    "signal_new": ("signal", SIGNAL_NEW.encode()),
    "signal_old": ("signal", SIGNAL_OLD.encode()),
    "signal_data": ("signal", SIGNAL_DATA.encode()),
    "signal_frames": ("signal", SIGNAL_FRAMES.encode()),
    "sigtop_text": ("signal", SIGTOP_TEXT.encode()),
    "sigtop_short": ("signal", SIGTOP_SHORT.encode()),
    "sigtop_json": ("signal", SIGTOP_JSON.encode()),
    "imessage_text": ("imessage", IMESSAGE_TEXT.encode()),
    "imessage_database": ("imessage", imessage()),
    "sms": ("sms", SMS.encode()),
    "discord": ("discord", _json(DISCORD)),
    "discord_csv": ("discord", DISCORD_CSV.encode()),
    "google_chat": ("google_chat", _json(GOOGLE_CHAT)),
    "line": ("line", LINE.encode()),
    "csv": ("csv", CSV.encode()),
}

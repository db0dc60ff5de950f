"""For every format: what is written in it comes back as it was."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from xml.sax.saxutils import quoteattr

import pytest
import samples
from hypothesis import given, settings
from hypothesis import strategies as st

from afterus.chats import read_chat

START = datetime(2021, 11, 28, 8, 59, 58, tzinfo=UTC)
EAST = timezone(timedelta(hours=2))


def bare(moment):
    return moment.replace(tzinfo=None)


def telegram(messages):
    rows = [
        {"type": "message", "date": bare(t).isoformat(), "from": who, "from_id": "u", "text": text}
        for t, who, text in messages
    ]
    return json.dumps({"name": "Ann", "messages": rows}).encode()


def instagram(messages):
    rows = [
        {
            "sender_name": samples.mangled(who),
            "timestamp_ms": int(t.timestamp() * 1000),
            "content": samples.mangled(text),
        }
        for t, who, text in reversed(messages)
    ]
    return json.dumps({"participants": [], "messages": rows, "title": "x"}).encode()


def messenger(messages):
    rows = [
        {"senderName": who, "timestamp": int(t.timestamp() * 1000), "text": text}
        for t, who, text in reversed(messages)
    ]
    return json.dumps({"participants": ["a"], "threadName": "a_1", "messages": rows}).encode()


def signal_markdown(messages):
    lines = [f"[{bare(t):%Y-%m-%d %H:%M:%S}] {who}: {text}  \n" for t, who, text in messages]
    return "".join(lines).encode()


def signal_data(messages):
    rows = [
        {"date": bare(t).isoformat(), "sender": who, "body": text, "quote": "", "reactions": []}
        for t, who, text in messages
    ]
    return "\n".join(map(json.dumps, rows)).encode()


def signal_frames(messages):
    people = sorted({who for _, who, _ in messages})
    frames = [
        {"recipient": {"id": str(n), "contact": {"profileGivenName": who}}}
        for n, who in enumerate(people)
    ]
    frames += [
        {
            "chatItem": {
                "chatId": "1",
                "authorId": str(people.index(who)),
                "dateSent": str(int(t.timestamp() * 1000)),
                "standardMessage": {"text": {"body": text}},
            }
        }
        for t, who, text in messages
    ]
    return "\n".join(map(json.dumps, frames)).encode()


def sigtop(messages):
    blocks = [
        f"From: {who}\nType: incoming\nSent: {format_datetime(t.astimezone(EAST))}\n\n{text}\n\n"
        for t, who, text in messages
    ]
    return ("Conversation: Ann\n\n" + "".join(blocks)).encode()


def imessage_text(messages):
    lines = [
        f"{t:%b %d, %Y} {t.hour % 12 or 12:>2}:{t:%M:%S %p}\n{who}\n{text}\n\n"
        for t, who, text in messages
    ]
    return "".join(lines).encode()


def imessage_database(messages):
    apple = datetime(2001, 1, 1, tzinfo=UTC)
    rows = [
        (int((t - apple).total_seconds()) - samples.APPLE, 0, None, text, {"handle_id": 10 + n})
        for n, (t, _, text) in enumerate(messages)
    ]
    names = [
        f"INSERT INTO handle VALUES ({10 + n}, '{who}')" for n, (_, who, _) in enumerate(messages)
    ]
    return samples.messages_database(":memory:", rows, names)


def sms(messages):
    rows = [
        f'<mms address="1~2" date="{int(t.timestamp())}000" msg_box="1" contact_name="x"><parts>'
        f'<part ct="text/plain" text={as_attribute(text)} data="AAAA" /></parts>'
        f'<addrs><addr address={as_attribute(who)} type="137"/></addrs></mms>'
        for t, who, text in messages
    ]
    return f"<smses>{''.join(rows)}</smses>".encode()


def as_attribute(text):
    """Quoted as Android does, with emoji in halves."""
    quoted = quoteattr(text, {"\n": "&#10;", '"': "&quot;"})
    return "".join(
        sign
        if ord(sign) < 0x10000
        else "".join(f"&#{int.from_bytes(sign.encode('utf-16-be')[n : n + 2])};" for n in (0, 2))
        for sign in quoted
    )


def discord(messages):
    rows = [
        {
            "type": "Default",
            "timestamp": t.astimezone(EAST).isoformat(),
            "content": text,
            "author": {"name": "x", "nickname": who},
        }
        for t, who, text in messages
    ]
    return json.dumps({"guild": {}, "channel": {"name": "a"}, "messages": rows}).encode()


def google_chat(messages):
    rows = [
        {
            "creator": {"name": who},
            "created_date": f"{t:%A, %B} {t.day}, {t.year} at {t:%I:%M:%S %p} UTC",
            "text": text,
        }
        for t, who, text in messages
    ]
    return json.dumps({"messages": rows}).encode()


def line(messages):
    out, day = ["[LINE] Chat history with Ann\nSaved on: x\n\n"], None
    for t, who, text in messages:
        if t.date() != day:
            day = t.date()
            out.append(f"{t:%Y.%m.%d %A}\n")
        quoted = f'"{text}"' if "\n" in text else text
        out.append(f"{t:%H:%M}\t{who}\t{quoted}\n")
    return "".join(out).encode()


def table(messages):
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(("time", "sender", "text"))
    writer.writerows((bare(t).isoformat(), who, text) for t, who, text in messages)
    return out.getvalue().encode()


# The writer, whether a zone comes back, and the least that a time is exact to.
FORMATS = {
    "telegram": (telegram, False, "s"),
    "instagram": (instagram, True, "s"),
    "messenger": (messenger, True, "s"),
    "signal_markdown": (signal_markdown, False, "s"),
    "signal_data": (signal_data, False, "s"),
    "signal_frames": (signal_frames, True, "s"),
    "sigtop": (sigtop, True, "s"),
    "imessage_text": (imessage_text, False, "s"),
    "imessage_database": (imessage_database, True, "s"),
    "sms": (sms, True, "s"),
    "discord": (discord, True, "s"),
    "google_chat": (google_chat, True, "s"),
    "line": (line, False, "m"),
    "table": (table, False, "s"),
}
words = st.text(
    st.characters(
        exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp"), exclude_characters='<>()[]"|☎'
    ),
    max_size=30,
).map(lambda text: "x" + text.strip())
chats = st.lists(
    st.tuples(
        st.sampled_from(["Ann", "Ben Müller", "Zoë", "מיה", "😀 Kit-Kat"]),
        st.lists(words, min_size=1, max_size=3).map("\n".join),
        st.integers(0, 400_000),
    ),
    min_size=1,
    max_size=8,
)


@pytest.mark.parametrize("name", FORMATS)
@given(said=chats)
@settings(max_examples=12)
def test_what_is_written_is_read_back(name, said):
    write, zoned, exact = FORMATS[name]
    moment, messages = START, []
    for who, text, later in said:
        moment += timedelta(seconds=later)
        messages.append((moment, who, text))
    chat = read_chat(write(messages))
    wanted = [
        (
            (t if zoned else bare(t)).replace(second=t.second if exact == "s" else 0),
            who,
            "text",
            text,
        )
        for t, who, text in messages
    ]
    assert [(m.time, m.sender, m.kind, m.text) for m in chat.messages] == wanted
    assert chat.skipped == ()

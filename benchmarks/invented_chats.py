"""Invented chats of any length, written as the apps write them, the same each time."""

import json
import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

WORDS = [
    *("the", "a", "I", "you", "we", "home", "love", "dinner", "tonight", "really", "sorry"),
    *("never", "always", "maybe", "tomorrow", "work", "late", "again", "why", "do", "not"),
    *("please", "ok", "haha", "yes", "no", "see", "mum", "car", "train", "weekend"),
]
PEOPLE = ("Ann", "Ben Müller")
Said = tuple[datetime, str, str]


def said(count: int) -> Iterator[Said]:
    """So many messages of two people over years: time, sender, text."""
    chance = random.Random(1)
    time = datetime(2016, 1, 1, 8, tzinfo=UTC)
    for _ in range(count):
        time += timedelta(seconds=chance.choice((5, 20, 60, 300, 900)))
        text = " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 20)))
        if chance.random() < 0.1:
            text += " 😀"
        if chance.random() < 0.05:
            text += "\n" + chance.choice(WORDS)
        yield time, chance.choice(PEOPLE), text


def android(messages: Iterator[Said]) -> Iterator[str]:
    """WhatsApp of Android, one line in twenty a picture."""
    for number, (time, sender, text) in enumerate(messages):
        shown = "<Media omitted>" if number % 20 == 7 else text
        yield f"{time:%d/%m/%Y, %H:%M} - {sender}: {shown}\n"


def iphone(messages: Iterator[Said]) -> Iterator[str]:
    """WhatsApp of an iPhone, one line in twenty a picture."""
    for number, (time, sender, text) in enumerate(messages):
        omitted = number % 20 == 7
        shown = "\u200eimage omitted" if omitted else text
        mark = "\u200e" if omitted else ""
        yield f"{mark}[{time:%d.%m.%y, %H:%M:%S}] {sender}: {shown}\r\n"


def telegram(messages: Iterator[Said]) -> Iterator[str]:
    """Telegram Desktop's JSON, as it breaks lines."""
    yield '{\n "name": "Ben",\n "type": "personal_chat",\n "id": 1,\n "messages": [\n'
    for number, (time, sender, text) in enumerate(messages):
        row = {
            "id": number,
            "type": "message",
            "date": f"{time:%Y-%m-%dT%H:%M:%S}",
            "date_unixtime": str(int(time.timestamp())),
            "from": sender,
            "from_id": "user7",
            "text": text,
            "text_entities": [{"type": "plain", "text": text}],
        }
        yield (",\n" if number else "") + json.dumps(row, indent=1)
    yield "\n ]\n}"


def instagram(messages: Iterator[Said]) -> Iterator[str]:
    """Instagram's JSON, newest first."""
    yield '{"participants": [{"name": "Ann"}, {"name": "Ben"}], "messages": [\n'
    for number, (time, sender, text) in enumerate(reversed(list(messages))):
        row = {
            "sender_name": sender.encode().decode("latin-1"),
            "timestamp_ms": int(time.timestamp() * 1000),
            "content": text.encode().decode("latin-1"),
            "is_geoblocked_for_viewer": False,
        }
        yield (",\n" if number else "") + json.dumps(row, indent=2)
    yield '\n], "title": "Ben", "thread_path": "inbox/ben_1"}'


APPS: dict[str, Callable[[Iterator[Said]], Iterator[str]]] = {
    "android": android,
    "iphone": iphone,
    "telegram": telegram,
    "instagram": instagram,
}

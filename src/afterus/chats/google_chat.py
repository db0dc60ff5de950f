"""Google Chat from Takeout: ``messages.json`` of a group, whose dates are sentences."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache, partial

import msgspec
from msgspec import Raw

from afterus.chats.chat import Ask, Chat, Conversation
from afterus.chats.clock import HALF, time_of_day
from afterus.chats.json_ import decoded, document
from afterus.chats.message import Kind
from afterus.chats.rows import Rows
from afterus.chats.source import Member

# How month names begin, in the languages that Takeout was seen to write.
_MONTHS = (
    "jan ene gen янв січ sty led oca tam ian ιαν ינו يناير जन ม.ค มกรา",
    "feb fév fev фев лют lut úno şub hel φεβ פבר فبراير फ़र ก.พ กุมภา",
    "mar mär mrt maa мар бер bře már μαρ μάρ מרץ مارس मार्च มี.ค มีนา",
    "apr abr avr апр кві kwi dub nis huh ápr απρ אפר أبريل अप्रै เม.ย เมษา",
    "may mai maj mei mag мая май тра kvě tou máj μαΐ μάι μαϊ מאי مايو मई พ.ค พฤษภา",
    "jun juin giu июн чер cze červn haz kes jún iun ιουν ιούν יונ يونيو जून มิ.ย มิถุนา",
    "jul juil lug июл лип lip červenc tem hei júl iul ιουλ ιούλ יול يوليو जुल ก.ค กรกฎา",
    "aug ago aoû авг сер sie srp ağu elo αυγ αύγ אוג أغسطس अग ส.ค สิงหา",
    "sep set сен вер wrz zář eyl syy sze σεπ ספט سبتمبر सित ก.ย กันยา",
    "oct okt out ott окт жов paź říj eki lok οκτ אוק أكتوبر अक्तू अक्टू ต.ค ตุลา",
    "nov ноя лис lis kas marras νοε נוב نوفمبر नव พ.ย พฤศจิกา",
    "dec dic déc dez des дек гру gru pro ara jou δεκ דצמ ديسمبر दिस ธ.ค ธันวา",
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d[:.]\d\d")
_YEAR = re.compile(r"(?<!\d)(?:19|20|25)\d\d(?!\d)")
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_][\w.]*")
_NUMBERED = re.compile(r"(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]|(\d{1,2}) tháng (\d{1,2})")


class _Person(msgspec.Struct):
    name: str | None = None
    email: str | None = None


class _Message(msgspec.Struct):
    created_date: str = ""
    creator: _Person | None = None
    text: str | None = None
    attached_files: list[Raw] | None = None
    message_state: str | None = None


class _File(msgspec.Struct):
    messages: list[Raw]


_FILE = msgspec.json.Decoder(_File)
_MESSAGE = msgspec.json.Decoder(_Message)


def looks_like(head: str) -> bool:
    """Whether this is a group's ``messages.json``."""
    return '"created_date"' in head and '"messages"' in head


def conversations(members: Sequence[Member], ask: Ask) -> list[Conversation]:
    """The group or person of each file, named after its folder."""
    found = []
    for member in members:
        file = document(member.read(), _FILE)
        name = member.name.rpartition("/")[0].rpartition("/")[2] or member.name
        found.append(Conversation(name, partial(_read, file, ask, name), len(file.messages)))
    return found


def _read(file: _File, ask: Ask, name: str) -> Chat:
    rows = Rows()
    for number, raw in enumerate(file.messages, 1):
        if number % 10_000 == 0:
            ask.progress(number / len(file.messages))
        try:
            message = decoded(raw, _MESSAGE)
        except msgspec.DecodeError:
            rows.skip("bad_message", number)
            continue
        try:
            when = spoken(message.created_date)
        except (ValueError, OverflowError):
            rows.skip("bad_date", number)
            continue
        rows.add(when, _sender(message), *_said(message))
    return rows.chat("google_chat", name)


def _sender(message: _Message) -> str | None:
    person = message.creator
    return (person.name or person.email or None) if person else None


def _said(message: _Message) -> tuple[Kind, str]:
    text = message.text or ""
    if message.message_state and "DELETED" in message.message_state.upper():
        return "deleted", ""
    return "media" if message.attached_files or not text else "text", text


def spoken(sentence: str) -> datetime:
    """The time that a sentence names, in UTC. ValueError where its language is not known.

    ``Friday, May 29, 2026 at 3:00:29 AM UTC``, ``2026年5月29日星期五 UTC 03:00:29``.
    """
    clock = _CLOCK.search(sentence)
    if clock is None:
        raise ValueError(sentence)
    rest = sentence[: clock.start()] + " " + sentence[clock.end() :]
    year = _YEAR.search(rest)
    if year is None:
        raise ValueError(sentence)
    number = int(year[0]) - (543 if year[0].startswith("25") else 0)
    rest = rest[: year.start()] + " " + rest[year.end() :]
    month, day = _month_and_day(rest)
    near = sentence[max(0, clock.start() - 8) : clock.start()] + sentence[clock.end() :][:12]
    half = re.search(HALF, near)
    at = time_of_day(f"{clock[0]} {half[0] if half else ''}")
    return datetime.combine(date(number, month, day), at, UTC)


def _month_and_day(text: str) -> tuple[int, int]:
    numbered = _NUMBERED.search(text)
    if numbered:
        one, two, three, four = numbered.groups()
        return (int(one), int(two)) if one else (int(four), int(three))
    day = _NUMBER.search(text)
    # A weekday may begin like a month (martes, Montag), but it stands farther from the day.
    words = sorted(_WORD.finditer(text.casefold()), key=lambda each: _far(each, day))
    month = next((month for word in words if (month := _month(word[0]))), None)
    if month is None or day is None:
        raise ValueError(text)
    return month, int(day[0])


def _far(word: re.Match[str], day: re.Match[str] | None) -> int:
    if day is None:
        return 0
    return min(abs(word.start() - day.end()), abs(day.start() - word.end()))


@cache
def _beginnings() -> list[tuple[str, int]]:
    found = [(name, place) for place, names in enumerate(_MONTHS, 1) for name in names.split()]
    return sorted(found, key=lambda each: -len(each[0]))


def _month(word: str) -> int | None:
    return next((month for name, month in _beginnings() if word.startswith(name)), None)

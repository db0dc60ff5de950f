"""LINE's text export: lines with tabs, below lines with the date."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import partial

from afterus.chats.chat import Ask, Chat, Conversation, Order
from afterus.chats.clock import HALF, time_of_day
from afterus.chats.dates import Hint, day_of, infer, written
from afterus.chats.message import Kind
from afterus.chats.rows import Rows
from afterus.chats.source import Member
from afterus.chats.text import whole

_TITLE = re.compile(r"\[LINE\][^\n]*")
_NAMED = (
    re.compile(r"Chat history (?:with|in) (.+)"),
    re.compile(r"(.+?)とのトーク履歴"),
    re.compile(r"(.+?)のトーク履歴"),
    re.compile(r"[与與]?(.+?)的(?:聊天記錄|聊天记录)"),
    re.compile(r"ประวัติการ(?:สนทนา|แชท)กับ ?(.+)"),
    re.compile(r"(.+?)(?:님과의|님과) 대화"),
)
_DAY = re.compile(
    r"(?:[^\W\d_]{2,10}\.?, ?)?(\d{1,4}\. ?\d{1,2}\. ?\d{1,4}|\d{1,4}[/-]\d{1,2}[/-]\d{1,4}|"
    r"\d{4}年\d{1,2}月\d{1,2}日|\d{4}년 \d{1,2}월 \d{1,2}일)\.?"
    r"(?: ?[(（][^)）\d]{1,12}[)）]| [^\W\d]{2,12}\.?)?"
)
_CLOCK = rf"(?:{HALF} ?)?\d{{1,2}}:\d\d(?: ?{HALF})?"
_MESSAGE = re.compile(rf"({_CLOCK})\t([^\t]*)\t?(.*)", re.DOTALL)
_SPACED = re.compile(rf"({_CLOCK}) (\S+) (.*)", re.DOTALL)
_THING = re.compile(
    r"\[(?:photo|sticker|video|voice message|audio|file|contact|location|album|note|gif|"
    r"写真|スタンプ|動画|ボイスメッセージ|音声|ファイル|連絡先|位置情報|アルバム|ノート|画像|"
    r"照片|圖片|图片|貼圖|贴图|影片|视频|視訊|語音訊息|语音消息|檔案|文件|聯絡資訊|名片|"
    r"位置訊息|位置|相簿|記事本|"
    r"รูป|รูปภาพ|ภาพ|สติกเกอร์|สติ๊กเกอร์|วิดีโอ|ข้อความเสียง|ไฟล์|ตำแหน่ง|"
    r"사진|스티커|동영상|음성메시지|음성 메시지|파일|연락처|위치정보|위치|앨범|"
    r"foto|stiker|berkas|pesan suara)\]"
    r"(?:[ \n].*)?",
    re.IGNORECASE | re.DOTALL,
)
_CALLED = re.compile(r"☎")
_TAKEN_BACK = re.compile(
    r"(.*?) ?(?:unsent a message|が?メッセージの送信を取り消しました|"
    r"已收回訊息|收回了一[則条]訊息|已收回消息|撤回了一条消息|ยกเลิกข้อความ|"
    r"님이 메시지 전송을 취소했습니다|"
    r"메시지를 삭제했습니다|membatalkan pengiriman pesan)[。.]?"
)


def looks_like(head: str) -> bool:
    """Whether it says so in its first line, or has days and tabs as LINE writes them."""
    if head.lstrip("\ufeff\n").startswith("[LINE]"):
        return True
    lines = [line for line in head.split("\n")[:200] if line]
    days = sum(1 for line in lines if _DAY.fullmatch(line))
    tabs = sum(1 for line in lines if "\t" in line and _MESSAGE.match(line))
    return days > 0 and tabs * 3 >= len(lines)


def conversations(members: Sequence[Member], ask: Ask) -> list[Conversation]:
    """The chat of each file."""
    return [Conversation(each.name, partial(_read, each, ask)) for each in members]


def _read(member: Member, ask: Ask) -> Chat:
    text = whole(member, ask.progress)
    lines = text.split("\n")
    tabs = "\t" in text
    days = [found[1] for line in lines if (found := _DAY.fullmatch(line))]
    dated = infer(days, ask.day_first, hint=Hint(slashes=any("/" in each for each in days)))
    reading = _Reading("year_first" if dated.order is None else dated.order, tabs)
    reading.rows.warn_of_lost(text)
    for number, line in enumerate(lines, 1):
        reading.take(number, line)
    reading.finish()
    return reading.rows.chat("line", _name(text), dated)


def _name(text: str) -> str | None:
    title = _TITLE.match(text)
    if title is None:
        return None
    said = title[0][6:].strip()
    return next((found[1] for each in _NAMED if (found := each.fullmatch(said))), said or None)


class _Reading:
    """One line after the other: a day, the beginning of a message, or more of it."""

    def __init__(self, order: Order, tabs: bool) -> None:
        self.rows = Rows()
        self._order = order
        self._message = _MESSAGE if tabs else _SPACED
        self._day: date | None = None
        self._held: tuple[int, time, str, list[str]] | None = None
        self._quoted = False

    def take(self, number: int, line: str) -> None:
        """The next line of the file."""
        if self._quoted and self._held is not None:
            self._held[3].append(line)
            self._quoted = not _closes(line)
            return
        day = _DAY.fullmatch(line)
        if day:
            self.finish()
            self._day = self._to_day(number, day[1])
            return
        found = self._message.fullmatch(line)
        if found:
            self.finish()
            self._begin(number, found)
        elif self._held is not None:
            self._held[3].append(line)
        elif self._day is not None and line.strip():
            self.rows.skip("before_first_message", number)

    def _begin(self, number: int, found: re.Match[str]) -> None:
        try:
            clock = time_of_day(found[1])
        except ValueError:
            self.rows.skip("bad_date", number)
            return
        self._held = (number, clock, found[2], [found[3]])
        self._quoted = found[3].startswith('"') and not _closes(found[3][1:])

    def _to_day(self, number: int, text: str) -> date | None:
        try:
            return day_of(written(text), self._order)
        except ValueError:
            self.rows.skip("bad_date", number)
            return None

    def finish(self) -> None:
        """The message that was held is whole."""
        if self._held is None:
            return
        number, clock, sender, lines = self._held
        self._held, self._quoted = None, False
        if self._day is None:
            self.rows.skip("bad_date", number)
            return
        text = "\n".join(lines).rstrip("\n")
        if text.startswith('"') and text.endswith('"') and "\n" in text:
            text = text[1:-1].replace('""', '"')
        who, kind, text = _said(sender, text)
        self.rows.add(datetime.combine(self._day, clock), who, kind, text)


def _closes(line: str) -> bool:
    """Whether the quoted text ends here: an odd number of marks at the end of the line."""
    return (len(line) - len(line.rstrip('"'))) % 2 == 1


def _said(sender: str, text: str) -> tuple[str | None, Kind, str]:
    if not sender and not text:
        return None, "system", ""
    taken_back = _TAKEN_BACK.fullmatch(text or sender)
    if taken_back:
        return sender or taken_back[1] or None, "deleted", ""
    if not sender:
        return None, "system", text
    if not text:
        return None, "system", sender
    if _CALLED.match(text):
        return sender, "call", text
    if _THING.fullmatch(text):
        return sender, "media", ""
    return sender, "text", text

"""A time of day as people write it: 21:46, 9.46.17 p. m., 下午9:46, 21 h 46 min."""

import re
from datetime import time

# What marks the half of the day, as locales write it (the names are CLDR's).
_MORNING = (
    *("am", "a.m.", "a. m.", "a.m", "π.μ.", "пр.об.", "пр. обяд", "д.п.", "дп", "пре подне"),
    *("dop.", "dopoledne", "de.", "öö", "fm", "ap.", "e paradites", "vm.", "priešpiet", "pg", "sa"),
    *(
        "上午",
        "凌晨",
        "清晨",
        "早上",
        "午前",
        "오전",
        "ص",
        "صباحًا",
        "صباحا",
        "ق.ظ.",
        "ق.ظ",
        "قبل از ظهر",
    ),
    *("पूर्वाह्न", "म.पू.", "পূর্বাহ্ণ", "முற்பகல்", "ก่อนเที่ยง", "לפנה״צ", 'לפנה"צ', "asubuhi"),
)
_EVENING = (
    *("pm", "p.m.", "p. m.", "p.m", "μ.μ.", "сл.об.", "сл. обяд", "п.п.", "пп", "по подне"),
    *("odp.", "odpoledne", "du.", "ös", "em", "ip.", "e pasdites", "nm.", "popiet", "ptg", "ch"),
    *(
        "下午",
        "傍晚",
        "晚上",
        "中午",
        "午後",
        "오후",
        "م",
        "مساءً",
        "مساء",
        "ب.ظ.",
        "ب.ظ",
        "بعد از ظهر",
    ),
    *("अपराह्न", "म.उ.", "অপরাহ্ণ", "பிற்பகல்", "หลังเที่ยง", "אחה״צ", 'אחה"צ', "alasiri"),
)
SPACE = "[ \u00a0\u202f\u2009\t]"


def _spaced(word: str) -> str:
    return SPACE.join(re.escape(part) for part in word.split(" "))


_WORDS = sorted({*_MORNING, *_EVENING}, key=len, reverse=True)
# A half never touches a Latin, Greek or Cyrillic letter of another word.
HALF = "(?i:(?<![a-zα-ωа-я])(?:" + "|".join(map(_spaced, _WORDS)) + ")(?![a-zα-ωа-я]))"
_HALF = re.compile(HALF)
_EVENING_KEYS = {"".join(word.split()).casefold() for word in _EVENING}
_DIGITS = re.compile(r"\d+")
_NOON = "中午"


def time_of_day(written: str) -> time:
    """The time in this text: two or three numbers and perhaps a half of the day. ValueError."""
    if written[2:3] == ":" and written.isascii() and len(written) in (5, 8) and written[-1] < ":":
        return time.fromisoformat(written)
    numbers = [int(number) for number in _DIGITS.findall(written)]
    hour, minute, *rest = numbers
    half = _HALF.search(written)
    if half is not None:
        key = re.sub(r"\s", "", half[0]).casefold()
        evening = key in _EVENING_KEYS
        if key == _NOON:
            hour = hour if hour >= 10 else hour + 12
        elif hour == 12:
            hour = 12 if evening else 0
        elif evening and hour < 12:
            hour += 12
    # Some phones write the midnight that ends a day as 24:00.
    return time(0 if hour == 24 else hour, minute, rest[0] if rest else 0)

"""The form in which one phone writes the date and time before each message."""

import re
from collections import Counter
from functools import lru_cache
from itertools import islice, pairwise

import msgspec

from afterus.chats.clock import HALF, SPACE

MARKS = "\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_LOOKED_AT = 300
_LONGEST = 60
_MARK = re.compile(f"[{MARKS}]")
_START = re.compile(f"[{MARKS}]*(\\[?)")
_TOKEN = re.compile(rf"(?P<number>\d+|元)|(?P<half>{HALF})|(?P<rest>(?:(?!{HALF})\D)+)")
# Words that stand between or after the numbers: units, "at", eras and calendars.
_UNITS = (
    *("年", "月", "日", "時", "时", "分", "秒", "년", "월", "일", "시", "초", "г", "год", "р"),
    *("h", "min", "s", "m", "klo", "kl", "uhr", "om", "at", "à", "às", "las", "le", "y", "de"),
    *("be", "พ.ศ", "น", "u", "hs", "hrs", "lúc", "ob", "o", "plkst", "godz", "в", "о", "у", "ve"),
    *("令和", "平成", "昭和", "r", "hod", "ce", "ad", "ap. j.-c", "a. las", "a"),
)
_WORD = re.compile(r"[^\W\d_]+")
_KNOWN = {part for unit in _UNITS for part in _WORD.findall(unit)}
_ERA = re.compile("(?:令和|平成|昭和|[RHS])$")
# The signs of a shape; everything else in it stands for itself.
_NUMBER, _HALF, _ERA_NAME, _CUT = "0", "½", "¶", "¦"


class Template(msgspec.Struct, frozen=True):
    """How messages begin in this file. ``head`` matches at a line's start, ``split`` before it.

    Both have three groups: date and time (which is first, ``time_first`` says) and the sender.
    """

    shape: str
    bracket: bool
    time_first: bool

    @property
    def head(self) -> re.Pattern[str]:
        """The pattern of a line that begins a message."""
        return _compiled(self.shape, self.bracket, "")

    @property
    def split(self) -> re.Pattern[str]:
        """The same with the line break before it, for cutting a text into messages."""
        return _compiled(self.shape, self.bracket, "\n")

    @property
    def slashes(self) -> bool:
        """Whether slashes stand between the numbers of the date."""
        return "/" in self.shape

    @property
    def american(self) -> bool:
        """Whether it looks like an English phone of the United States."""
        return self.slashes and _HALF in self.shape


def find_template(text: str) -> tuple[Template | None, float]:
    """The commonest form among a text's first lines, and the share of lines that have it.

    A share of 1.0 is also given where the very first line has it.
    """
    lines = [line for line in islice(_lines(text), _LOOKED_AT) if line.strip()]
    found: Counter[Template] = Counter()
    first = None
    for place, line in enumerate(lines):
        template = next((each for each in found if each.head.match(line)), None)
        template = template or template_of(line)
        if template is not None:
            found[template] += 1
            first = template if place == 0 else first
    if not found:
        return None, 0.0
    best, count = found.most_common(1)[0]
    return best, 1.0 if first == best else count / len(lines)


def _lines(text: str) -> list[str]:
    return text[: 64 * 1024].split("\n")


def template_of(line: str) -> Template | None:
    """The form in which this line begins, ``None`` where it does not begin a message."""
    start = _START.match(line)
    bracket = bool(start and start[1])
    rest = line[start.end() if start else 0 :]
    if bracket:
        end = rest.find("]", 0, _LONGEST)
        return _of_stamp(rest[:end], bracket=True) if end > 0 else None
    for mark in (" - ", " – ", ": "):
        end = rest.find(mark, 0, _LONGEST)
        if end > 0 and (template := _of_stamp(rest[:end], bracket=False, mark=mark)):
            return template
    return None


def _of_stamp(stamp: str, *, bracket: bool, mark: str = "") -> Template | None:
    tokens = [(kind.lastgroup or "", kind[0]) for kind in _TOKEN.finditer(stamp)]
    numbers = [place for place, (kind, _) in enumerate(tokens) if kind == "number"]
    if len(numbers) not in (5, 6) or not _plausible(tokens):
        return None
    gaps = [
        "".join(written for _, written in tokens[one + 1 : other])
        for one, other in pairwise(numbers)
    ]
    time_first = _is_time_first(gaps, [len(tokens[place][1]) for place in numbers])
    if time_first is None:
        return None
    shape = _shape(tokens, len(numbers) - 3 if time_first else 3)
    return Template(shape + (mark if mark == ": " else ""), bracket, time_first)


def _plausible(tokens: list[tuple[str, str]]) -> bool:
    """Numbers, signs and the few words that dates hold; anything else is a message."""
    if any(kind == "number" and len(written) > 4 for kind, written in tokens):
        return False
    if any(sign in written for sign in (_HALF, _ERA_NAME, _CUT) for _, written in tokens):
        return False
    words = [word.lower() for kind, written in tokens if kind == "rest"
             for word in _WORD.findall(written)]  # fmt: skip
    last = tokens[-1][1].rstrip()
    return all(word in _KNOWN for word in words) and not last.endswith(("-", "/", ":", ","))


def _is_time_first(gaps: list[str], lengths: list[int]) -> bool | None:
    """Which half of the numbers is the time, by what stands between them."""
    times = [any(sign in gap for sign in ":h時时시") for gap in gaps]
    if any(times):
        ahead, behind = any(times[:2]), any(times[3:])
        return ahead if ahead != behind else None
    wide = [bool(re.search(r"\s|,|،", gap)) for gap in gaps]
    after_time = 1 if len(gaps) == 4 else 2
    if wide[2] and (not wide[after_time] or after_time == 2):
        return 4 in lengths[3:]
    return True if wide[after_time] else None


def _shape(tokens: list[tuple[str, str]], cut: int) -> str:
    """The stamp with a sign for each number, half of the day and era, and where it is cut."""
    shape, seen = "", 0
    for place, (kind, written) in enumerate(tokens):
        if kind == "number":
            era = place and _ERA.search(tokens[place - 1][1])
            shape = (shape[: -len(era[0])] + _ERA_NAME if era else shape) + _NUMBER
            seen += 1
            shape += _CUT if seen == cut else ""
        else:
            shape += _HALF if kind == "half" else _plain(written)
    return shape


def _plain(written: str) -> str:
    """Separators and words without what varies from line to line."""
    return re.sub(f"{SPACE}+", " ", _MARK.sub("", written))


@lru_cache(maxsize=64)
def _compiled(shape: str, bracket: bool, before: str) -> re.Pattern[str]:
    marks = f"[{MARKS}]*+"
    colon = shape.endswith(": ")
    one, two = (shape[:-2] if colon else shape).split(_CUT)
    gap = re.match(f"[^{_NUMBER}{_HALF}]*", two)
    between, two = (gap[0], two[gap.end() :]) if gap else ("", two)
    stamp = f"({_pattern(one)}){_pattern(between)}({_pattern(two)})"
    end = r"\][^\S\n]?" if bracket else r":[^\S\n]" if colon else r"[^\S\n][-–][^\S\n]"
    sender = r"(?:([^:\n]++(?::(?![ \n]|\Z)[^:\n]*+)*+):(?: |(?=\n|\Z)))?"
    start = r"\[" if bracket else ""
    return re.compile(f"{before}{marks}{start}{stamp}{end}{sender}")


def _pattern(shape: str) -> str:
    """A regular expression of a part of a shape."""
    marks = f"[{MARKS}]*+"
    parts = {
        _NUMBER: r"(?:\d{1,4}|元)" if _ERA_NAME in shape else r"\d{1,4}",
        _HALF: HALF,
        _ERA_NAME: "(?:令和|平成|昭和|[RHS])",
        " ": r"[^\S\n]*",
    }
    made = "".join(parts.get(sign) or marks + re.escape(sign) for sign in shape)
    return made + (marks if made else "")

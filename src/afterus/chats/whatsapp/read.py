"""A WhatsApp text export, from its pieces to a chat."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from afterus.chats.chat import Ask, Chat, Order
from afterus.chats.clock import time_of_day
from afterus.chats.dates import Hint, day_of, infer, written
from afterus.chats.errors import TooLarge
from afterus.chats.message import Kind
from afterus.chats.rows import EXAMPLES, Rows, steps_back
from afterus.chats.whatsapp.kinds import Kinds
from afterus.chats.whatsapp.stamps import MARKS, Template

# A message has at most 65,536 letters; this much without a new one is no chat.
LONGEST = 8 * 1024**2
LONGEST_NAME = 130
_LONGEST_HEAD = 500
_MARKS = re.compile(f"[{MARKS}]")
_SPACES = re.compile(r"[^\S\n]+")
_OPENED = (('"', '"'), ("“", "”"), ("«", "»"), ("„", "“"), ("「", "」"))
_CUT_AT = (10_000, 40_000)
_OFTEN = 3
_SHORT = 60


class _Clocks(dict[str, time | None]):
    """Times of day by how they are written, each read once. ``None`` for impossible ones."""

    def __missing__(self, text: str) -> time | None:
        try:
            found = time_of_day(text)
        except ValueError:
            found = None
        self[text] = found
        return found


class Reading:
    """Columns of what stands in the file, until the order of dates is known."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self.days: list[str] = []
        self.clocks: list[time | None] = []
        self.senders: list[str | None] = []
        self.texts: list[str] = []
        self.kinds: list[Kind] = []
        self.before = self.lost = 0
        self.first_line = 1
        # Line breaks within messages, by place: what it takes to name a line of the file.
        self.breaks: dict[int, int] = {}
        self.unsure: list[tuple[int, str | None]] = []
        self.asks = Kinds()
        self._names: dict[str | None, str | None] = {None: None}
        self._days: dict[str, str] = {}
        self._clocks = _Clocks()

    def take(self, text: str) -> None:
        """Whole messages, each beginning with a line break and its date and time."""
        self.lost += text.count("\ufffd")
        parts = self.template.split.split(text)
        if not self.kinds:
            self.before += sum(1 for line in parts[0].split("\n") if line.strip())
            self.first_line += parts[0].count("\n")
        one, other = (2, 1) if self.template.time_first else (1, 2)
        days, raw, texts = parts[one::4], parts[3::4], parts[4::4]
        self.days += map(self._days.setdefault, days, days)
        self.clocks += map(self._clocks.__getitem__, parts[other::4])
        start = len(self.kinds)
        self.breaks |= {
            at: each.count("\n") for at, each in enumerate(texts, start) if "\n" in each
        }
        self._understand(raw, texts, text)

    def _understand(self, raw: list[str | None], texts: list[str], whole: str) -> None:
        """Names made clean, and for the lines that may not be a person's words, their kind."""
        for name in set(raw) - self._names.keys():
            self._names[name] = _name(name)
        senders = list(map(self._names.__getitem__, raw))
        kinds: list[Kind] = ["text"] * len(texts)
        start = len(self.kinds)
        for place in self.asks.worth_asking(texts, whole):
            if senders[place] is None:
                continue
            kinds[place], texts[place] = self.asks.of(texts[place])
            if kinds[place] == "system":
                if texts[place] in self.asks.unknown:
                    self.unsure.append((start + place, senders[place]))
                senders[place] = None
        for place in [at for at, sender in enumerate(senders) if sender is None]:
            if kinds[place] == "text":
                name = raw[place]
                # Notices that hold ": " were cut in two where a name would stand.
                line = texts[place] if name is None else f"{name}: {texts[place]}"
                kinds[place], texts[place] = self.asks.of_notice(line)
        self.senders += senders
        self.kinds += kinds
        self.texts += texts

    def line_of(self, place: int) -> int:
        """The line of the file where a message begins, from 1."""
        within = sum(count for each, count in self.breaks.items() if each < place)
        return self.first_line + place + within


def _name(raw: str | None) -> str | None:
    """A sender without invisible marks; ``None`` where this is no name but part of a notice."""
    if raw is None or len(raw) > LONGEST_NAME:
        return None
    name = _SPACES.sub(" ", _MARKS.sub("", raw)).strip()
    for opening, closing in _OPENED:
        if opening == closing and name.count(opening) == 1:
            before, _, after = name.partition(opening)
            if before.endswith(" ") and after:
                return None
        elif opening != closing and opening in name and closing not in name:
            return None
    return name or None


def messages_of(pieces: Iterable[str], template: Template) -> Iterator[str]:
    """Pieces of text cut anew, so that each begins where a message begins. Raises TooLarge."""
    held, seen = "\n", 0
    for piece in pieces:
        held += piece
        cut = len(held)
        # What was looked at before holds no beginning, but one may be cut at its end.
        while (cut := held.rfind("\n", seen, cut)) > 0 and not template.head.match(held, cut + 1):
            pass
        seen = max(0, len(held) - _LONGEST_HEAD)
        if cut > 0:
            yield held[:cut]
            held = held[cut:]
            seen = max(0, seen - cut)
        elif len(held) > LONGEST:
            raise TooLarge("line_too_long", most=LONGEST // 1024**2)
    yield held.removesuffix("\n")


def read(pieces: Iterable[str], template: Template, ask: Ask, name: str | None) -> Chat:
    """The chat in these pieces of text. Raises NotAChat, TooLarge."""
    reading = Reading(template)
    for part in messages_of(pieces, template):
        reading.take(part)
    languages = reading.asks.languages
    english = None if not languages else languages.most_common(1)[0][0] == "en"
    padded = any(day.startswith("0") or "/0" in day for day in set(reading.days))
    american = template.american and not padded
    hint = Hint(slashes=template.slashes, english=english, american=american)
    dated = infer(reading.days, ask.day_first, hint=hint)
    _give_back(reading)
    _unsplit_names(reading)
    rows = _rows(reading, dated.order or "day_first")
    if reading.lost:
        rows.warn("bad_bytes", count=reading.lost)
    if len(rows) in _CUT_AT:
        rows.warn("cut_at", count=len(rows))
    if back := steps_back(rows.times, timedelta(minutes=30)):
        rows.warn("clock_back", count=back)
    ask.progress(1.0)
    return rows.chat("whatsapp", name, dated)


def _give_back(reading: Reading) -> None:
    """In a language not known here, "picture left out" looks like a notice, but comes often."""
    if reading.asks.knows_media:
        return
    often = Counter(reading.texts[place] for place, _ in reading.unsure)
    for place, sender in reading.unsure:
        text = reading.texts[place]
        if often[text] >= _OFTEN and len(text) < _SHORT:
            reading.senders[place] = sender
            reading.kinds[place] = "media"
            reading.texts[place] = ""


def _unsplit_names(reading: Reading) -> None:
    """Where all that one sender wrote begins with the same "word: ", it belongs to the name."""
    texts, senders = reading.texts, reading.senders
    begins: dict[str | None, str] = {}
    for sender, place in _first_words(reading).items():
        first, colon, _ = texts[place].partition(": ")
        if colon and len(first) < _SHORT and "\n" not in first:
            begins[sender] = first + colon
    if not begins:
        return
    places: dict[str | None, list[int]] = {sender: [] for sender in begins}
    for place, (who, kind) in enumerate(zip(senders, reading.kinds, strict=True)):
        if who in begins and kind == "text":
            places[who].append(place)
    for who, at in places.items():
        start = begins[who]
        if len(at) >= _OFTEN and all(texts[place].startswith(start) for place in at):
            for place in at:
                senders[place] = f"{who}: {start[:-2]}"
                texts[place] = texts[place][len(start) :]


def _first_words(reading: Reading) -> dict[str, int]:
    """The place of the first text of each sender."""
    found: dict[str, int] = {}
    missing = set(reading.senders) - {None}
    for place, sender in enumerate(reading.senders):
        if sender in missing and sender is not None and reading.kinds[place] == "text":
            found[sender] = place
            missing.discard(sender)
            if not missing:
                break
    return found


def _rows(reading: Reading, order: Order) -> Rows:
    """The rows with their times; those with an impossible date or time are counted as skipped."""
    rows = Rows()
    if reading.before:
        rows.skip("before_first_message", 1, reading.before)
    days = {text: _day(text, order) for text in set(reading.days)}
    if None in days.values() or None in reading.clocks:
        pairs = enumerate(zip(reading.days, reading.clocks, strict=True))
        bad = [place for place, (day, clock) in pairs if clock is None or days[day] is None]
        for place in bad[:EXAMPLES]:
            rows.skip("bad_date", reading.line_of(place))
        rows.skip("bad_date", 0, len(bad[EXAMPLES:]))
        _leave_out(reading, frozenset(bad))
    combine: Callable[..., datetime] = datetime.combine
    rows.times = list(map(combine, map(days.__getitem__, reading.days), reading.clocks))
    rows.senders, rows.kinds, rows.texts = reading.senders, reading.kinds, reading.texts
    return rows


def _leave_out(reading: Reading, bad: frozenset[int]) -> None:
    kept = [place for place in range(len(reading.kinds)) if place not in bad]
    columns: tuple[list[Any], ...] = (
        reading.days,
        reading.clocks,
        reading.senders,
        reading.kinds,
        reading.texts,
    )
    for column in columns:
        column[:] = [column[place] for place in kept]


def _day(text: str, order: Order) -> date | None:
    try:
        return day_of(written(text), order)
    except (ValueError, OverflowError):
        return None

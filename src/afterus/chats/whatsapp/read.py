"""A WhatsApp text export, from its pieces to a chat."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from afterus.chats.chat import Ask, Chat, Order
from afterus.chats.clock import time_of_day
from afterus.chats.dates import Hint, day_of, infer, written
from afterus.chats.errors import TooLarge
from afterus.chats.message import Kind
from afterus.chats.rows import Rows, steps_back
from afterus.chats.whatsapp.kinds import MARK, Kinds
from afterus.chats.whatsapp.stamps import MARKS, Template

# A message has at most 65,536 letters; this much without a new one is no chat.
LONGEST = 8 * 1024**2
LONGEST_NAME = 130
_MARKS = re.compile(f"[{MARKS}]")
_SPACES = re.compile(r"[^\S\n]+")
_OPENED = (('"', '"'), ("“", "”"), ("«", "»"), ("„", "“"), ("「", "」"))
_CUT_AT = (10_000, 40_000)
_OFTEN = 3
_SHORT = 60


class Reading:
    """Columns of what stands in the file, until the order of dates is known."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self.days: list[str] = []
        self.times: list[str] = []
        self.senders: list[str | None] = []
        self.texts: list[str] = []
        self.kinds: list[Kind] = []
        self.before = 0
        self.first_line = 1
        # Line breaks within messages, by place: what it takes to name a line of the file.
        self.breaks: dict[int, int] = {}
        self.unsure: list[tuple[int, str | None]] = []
        self._names: dict[str | None, str | None] = {None: None}
        self._asks = Kinds()

    @property
    def languages(self) -> Counter[str]:
        """The languages of the phrases that were found."""
        return self._asks.languages

    def take(self, text: str) -> None:
        """Whole messages, each beginning with a line break and its date and time."""
        parts = self.template.split.split(text)
        if not self.kinds:
            self.before += sum(1 for line in parts[0].split("\n") if line.strip())
            self.first_line += parts[0].count("\n")
        start = len(self.kinds)
        breaks = ((place, text.count("\n")) for place, text in enumerate(parts[4::4], start))
        self.breaks.update((place, count) for place, count in breaks if count)
        one, other = (2, 1) if self.template.time_first else (1, 2)
        self.days += _shared(parts[one::4])
        self.times += _shared(parts[other::4])
        self._understand(parts[3::4], parts[4::4])

    def _understand(self, raw: list[str | None], texts: list[str]) -> None:
        names = self._names
        for name in set(raw) - names.keys():
            names[name] = _name(name)
        may, of = self._asks.may_stand_for, self._asks.of
        senders, kinds, kept = self.senders, self.kinds, self.texts
        for sender, text in zip(map(names.get, raw), texts, strict=True):
            kind: Kind = "text"
            if sender is None:
                kind, text = self._asks.of_notice(text)
            elif may(text):
                marked = text[:1] == MARK
                kind, text = of(text)
                if kind == "system":
                    if marked:
                        self.unsure.append((len(kinds), sender))
                    sender = None
            senders.append(sender)
            kinds.append(kind)
            kept.append(text)
        self._rejoin(raw)

    def _rejoin(self, raw: list[str | None]) -> None:
        """Notices that hold ": " were cut in two where a name would stand; put them together."""
        start = len(self.kinds) - len(raw)
        for place, name in enumerate(raw, start):
            if name is not None and self._names[name] is None:
                self.texts[place] = _MARKS.sub("", f"{name}: {self.texts[place]}").strip()
                self.kinds[place] = "system"

    def line_of(self, place: int) -> int:
        """The line of the file where a message begins, from 1."""
        within = sum(count for each, count in self.breaks.items() if each < place)
        return self.first_line + place + within


def _shared(texts: list[str]) -> Iterable[str]:
    """The same texts with one object for equal ones: dates and times repeat."""
    known: dict[str, str] = {}
    return [known.setdefault(text, text) for text in texts]


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
    held = "\n"
    for piece in pieces:
        held += piece
        cut = len(held)
        while (cut := held.rfind("\n", 0, cut)) > 0 and not template.head.match(held, cut + 1):
            pass
        if cut > 0:
            yield held[:cut]
            held = held[cut:]
        elif len(held) > LONGEST:
            raise TooLarge("line_too_long", most=LONGEST // 1024**2)
    yield held.removesuffix("\n")


def read(pieces: Iterable[str], template: Template, ask: Ask, name: str | None) -> Chat:
    """The chat in these pieces of text. Raises NotAChat, TooLarge."""
    reading = Reading(template)
    for part in messages_of(pieces, template):
        reading.take(part)
    languages = reading.languages
    english = None if not languages else languages.most_common(1)[0][0] == "en"
    hint = Hint(slashes=template.slashes, english=english, american=template.american)
    dated = infer(reading.days, ask.day_first, hint=hint)
    _give_back(reading)
    _unsplit_names(reading)
    rows = _rows(reading, dated.order or "day_first")
    if len(rows) in _CUT_AT:
        rows.warn("cut_at", count=len(rows))
    if back := steps_back(rows.times, timedelta(minutes=30)):
        rows.warn("clock_back", count=back)
    ask.progress(1.0)
    return rows.chat("whatsapp", name, dated)


def _give_back(reading: Reading) -> None:
    """In a language not known here, "picture left out" looks like a notice, but comes often."""
    often = Counter(reading.texts[place] for place, _ in reading.unsure)
    for place, sender in reading.unsure:
        text = reading.texts[place]
        if often[text] >= _OFTEN and len(text) < _SHORT:
            reading.senders[place] = sender
            reading.kinds[place] = "media"
            reading.texts[place] = ""


def _unsplit_names(reading: Reading) -> None:
    """Where all that one sender wrote begins with the same "word: ", it belongs to the name."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, sender in enumerate(reading.senders):
        if sender is not None and reading.kinds[place] == "text":
            places[sender].append(place)
    for sender, at in places.items():
        first, colon, _ = reading.texts[at[0]].partition(": ")
        begins = first + colon
        if not colon or len(at) < _OFTEN or len(begins) > 60 or "\n" in first:
            continue
        if not all(reading.texts[place].startswith(begins) for place in at):
            continue
        for place in at:
            reading.senders[place] = f"{sender}: {first}"
            reading.texts[place] = reading.texts[place][len(begins) :]


def _rows(reading: Reading, order: Order) -> Rows:
    """The rows with their times; those with an impossible date or time are counted as skipped."""
    rows = Rows()
    if reading.before:
        rows.skip("before_first_message", 1, reading.before)
    days = {text: _day(text, order) for text in set(reading.days)}
    clocks = {text: _clock(text) for text in set(reading.times)}
    combine = datetime.combine
    pairs = zip(map(days.get, reading.days), map(clocks.get, reading.times), strict=True)
    times = [combine(day, clock) if day and clock is not None else None for day, clock in pairs]
    for place, moment in enumerate(times):
        if moment is None:
            rows.skip("bad_date", reading.line_of(place))
    if None in times:
        kept = [place for place, moment in enumerate(times) if moment is not None]
        reading.senders = [reading.senders[place] for place in kept]
        reading.kinds = [reading.kinds[place] for place in kept]
        reading.texts = [reading.texts[place] for place in kept]
    rows.times = [moment for moment in times if moment is not None]
    rows.senders, rows.kinds, rows.texts = reading.senders, reading.kinds, reading.texts
    return rows


def _day(text: str, order: Order) -> date | None:
    try:
        return day_of(written(text), order)
    except (ValueError, OverflowError):
        return None


def _clock(text: str) -> time | None:
    try:
        return time_of_day(text)
    except ValueError:
        return None

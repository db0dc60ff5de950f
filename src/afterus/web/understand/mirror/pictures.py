"""The pictures of the mirror's pages that the report does not have."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from afterus.exchange.mirror import Table
from afterus.exchange.mirror.words import Names, Say, lasting, number, per_hundred, share
from afterus.exchange.pictures import Bar, bars
from afterus.mirror import Both, FiveAnswers, Mirror, Rate, Side

_RHYTHM = ("begins", "unanswered", "night", "questions")
_COMPARED = ("warmth", "strain", "interest", "thanks", "sorry")


@dataclass(frozen=True)
class Picture:
    """A picture with its title, what it shows in words, and its numbers as a table."""

    title: str
    summary: str
    svg: SafeString
    table: Table


def question_bars(one: FiveAnswers, names: Names, say: Say) -> Picture:
    """One question for both: the whole time, and its two halves."""
    rows = [
        (say(f"mirror_pages.question.{name}"), getattr(one.me, field), getattr(one.them, field))
        for name, field in (("whole", "rate"), ("early", "early"), ("late", "late"))
    ]
    what = say(f"mirror.questions.ask.{one.question}")
    summary = say(
        "mirror_pages.question.summary",
        what=what,
        mine=_value(one.me.rate),
        latter=_value(one.them.rate),
    )
    title = say("mirror_pages.question.picture", what=what)
    return _bars("question", title, summary, rows, names, say)


def rhythm_bars(seen: Mirror, names: Names, say: Say) -> Picture:
    """Who begins, who waits for an answer, who writes at night, who asks."""
    me, them = seen.whole.me, seen.whole.them
    rows = [
        (say(f"mirror_pages.rhythm.{name}"), _rate(me, name), _rate(them, name)) for name in _RHYTHM
    ]
    summary = say(
        "mirror_pages.rhythm.summary", mine=share(say, me.begins), latter=share(say, them.begins)
    )
    return _bars("rhythm", say("mirror_pages.rhythm.picture"), summary, rows, names, say)


def then_and_now(seen: Mirror, by: str, names: Names, say: Say) -> Picture | None:
    """One person at the beginning and at the end; None where the time was too short."""
    if seen.drift is None:
        return None

    def side(both: Both) -> Side:
        found: Side = getattr(both, by)
        return found

    then, now = side(seen.drift.then), side(seen.drift.now)
    rows = [
        (say(f"mirror.drift.measure.{name}"), then.measures[name], now.measures[name])
        for name in _COMPARED
    ]
    title = say("mirror_pages.then.picture", within=names.inside(by))
    summary = say(
        "mirror_pages.then.summary",
        warm_then=_value(then.measures["warmth"]),
        warm_now=_value(now.measures["warmth"]),
        strain_then=_value(then.measures["strain"]),
        strain_now=_value(now.measures["strain"]),
    )
    heads = Names(say("mirror_pages.then.then"), "", say("mirror_pages.then.now"))
    return _bars(f"then-{by}", title, summary, rows, heads, say, kinds=("then", "now"))


def answer_times(seen: Mirror, say: Say) -> str:
    """How long each took to answer, as a line."""
    me, them = (lasting(say, side.answer) for side in (seen.whole.me, seen.whole.them))
    return say("mirror_pages.rhythm.answer", mine=me, latter=them)


def _bars(
    name: str,
    title: str,
    summary: str,
    rows: list[tuple[str, Rate, Rate]],
    names: Names,
    say: Say,
    kinds: tuple[str, str] = ("me", "them"),
) -> Picture:
    drawn = [Bar(word, _ends(one), _ends(other)) for word, one, other in rows]
    head = (say("mirror_pages.measure"), names.me, names.them)
    told = tuple(
        (word, per_hundred(say, one), per_hundred(say, other)) for word, one, other in rows
    )
    svg = bars(name, title, summary, drawn, names=(names.me, names.them), kinds=kinds)
    # Our own pictures escape every word in them.
    return Picture(title, summary, mark_safe(svg), Table(say("mirror.timeline.table"), head, told))  # noqa: S308


def _ends(found: Rate) -> tuple[float, float, float] | None:
    if found.per_hundred is None or found.low is None or found.high is None:
        return None
    return found.per_hundred, found.low, found.high


def _rate(side: Side, name: str) -> Rate:
    found: Rate = getattr(side, name) if name in ("begins", "unanswered") else side.measures[name]
    return found


def _value(found: Rate) -> str:
    return "–" if found.per_hundred is None else number(found.per_hundred)

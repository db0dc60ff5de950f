"""The parts of a report, in the order they are read: what may be danger first."""

from collections.abc import Iterator

import msgspec

from afterus.exchange.mirror.timeline import Table, timelines
from afterus.exchange.mirror.words import Names, Say, lasting, number, per_hundred, share
from afterus.mirror import Answer, Mirror, Quote, Sign, Turn, Withdraw

_PER_HUNDRED = [
    "unanswered",
    "night",
    "questions",
    "interest",
    "thanks",
    "sorry",
    "warmth",
    "cares",
    "respects",
    "owns",
    "repaired",
    "strain",
    "accuses",
    "controls",
    "demands",
    "argues",
    "overcomplicates",
    "threatens",
    "pursues",
    "fears",
]


class Row(msgspec.Struct, frozen=True):
    """One measure for both."""

    word: str
    me: str
    them: str


class Part(msgspec.Struct, frozen=True):
    """One part: a title, lines, a table of both, quotes under a line, pictures, closing lines."""

    title: str
    lines: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    quotes: tuple[tuple[str, tuple[Quote, ...]], ...] = ()
    pictures: tuple[tuple[str, Table], ...] = ()
    after: tuple[str, ...] = ()


def parts(seen: Mirror, names: Names, say: Say) -> tuple[Part, ...]:
    """All parts of the report."""
    told = [opening(seen, say), signs_part(seen, say)]
    told += timelines_part(seen, names, say)
    told += [together(seen, say), _questions(seen, names, say), drift_part(seen, names, say)]
    told += [
        turns_part(seen, names, say),
        withdraws_part(seen, names, say),
        ending_part(seen, names, say),
    ]
    return (*told, limits(say))


def limits(say: Say) -> Part:
    """What a chat cannot show."""
    told = say("mirror.report.limits").split("\n\n")
    return Part(say("mirror.report.limits_title"), tuple(part.strip() for part in told))


def timelines_part(seen: Mirror, names: Names, say: Say) -> list[Part]:
    """One picture for each of the two."""
    return [
        Part(title, pictures=((svg, table),)) for title, svg, table in timelines(seen, names, say)
    ]


def opening(seen: Mirror, say: Say) -> Part:
    """How much the report rests on, and what that does not allow."""
    whole = seen.whole
    count = whole.me.messages + whole.them.messages
    lines = [say("mirror.report.span", count=count, first=whole.first, last=whole.last)]
    if seen.ended:
        lines.append(say("mirror.report.ended", day=seen.ended))
    if seen.others:
        lines.append(say("mirror.report.others", count=seen.others))
    if not seen.understood:
        lines.append(say("mirror.report.not_english"))
    if not seen.enough:
        lines.append(say("mirror.report.too_little"))
    return Part(say("mirror.report.title"), tuple(lines))


def signs_part(seen: Mirror, say: Say) -> Part:
    """What may be danger, with its messages."""
    title = say("mirror.signs.title")
    if not seen.signs:
        return Part(title, (say("mirror.signs.none"),))
    kinds = {"suicide" if sign.kind == "suicide" else sign.by for sign in seen.signs}
    after = [
        say(f"mirror.signs.then.{kind}") for kind in ("suicide", "me", "them") if kind in kinds
    ]
    return Part(
        title,
        (say("mirror.signs.lead"),),
        quotes=tuple((sign_line(sign, say), sign.quotes) for sign in seen.signs),
        after=(*after, say("mirror.signs.help")),
    )


def sign_line(sign: Sign, say: Say) -> str:
    """One kind of sign from one person, as a line."""
    what = say(f"mirror.signs.{sign.by}.{sign.kind}")
    return f"{what}: {say('mirror.signs.count', count=sign.count)}"


def together(seen: Mirror, say: Say) -> Part:
    """All measures of both in one table."""
    me, them = seen.whole.me, seen.whole.them

    def row(name: str, mine: str, theirs: str) -> Row:
        return Row(say(f"mirror.together.measure.{name}"), mine, theirs)

    rows = [
        row("messages", f"{me.messages}", f"{them.messages}"),
        row("words", f"{me.words}", f"{them.words}"),
        row("begins", share(say, me.begins), share(say, them.begins)),
        row("answer", lasting(say, me.answer), lasting(say, them.answer)),
    ]
    for name in _PER_HUNDRED:
        mine, theirs = (
            side.unanswered if name == "unanswered" else side.measures[name] for side in (me, them)
        )
        rows.append(row(name, per_hundred(say, mine), per_hundred(say, theirs)))
    lines = (say("mirror.together.lead"), say("mirror.report.chance"))
    return Part(say("mirror.together.title"), lines, tuple(rows))


def _questions(seen: Mirror, names: Names, say: Say) -> Part:
    quotes = []
    for one in seen.questions:
        title = say(f"mirror.questions.ask.{one.question}")
        for by, answer in (("me", one.me), ("them", one.them)):
            told = answered(names.of(by), answer, say)
            quotes.append((f"{title}. {told}", answer.quotes))
    return Part(
        say("mirror.questions.title"), (say("mirror.questions.lead"),), quotes=tuple(quotes)
    )


def answered(who: str, answer: Answer, say: Say) -> str:
    """How one person did in one question, as a line."""
    found = answer.rate
    if answer.how_often is None:
        return say("mirror.questions.too_few", who=who)
    told = say(
        "mirror.questions.said",
        who=who,
        value=number(found.per_hundred or 0),
        low=number(found.low or 0),
        high=number(found.high or 0),
        count=found.count,
        of=found.of,
        often=say(f"mirror.questions.often.{answer.how_often}"),
    )
    if answer.trend:
        told += " " + say(f"mirror.questions.trend.{'up' if answer.trend > 0 else 'down'}")
    return told


def drift_part(seen: Mirror, names: Names, say: Say) -> Part:
    """The beginning beside the end."""
    title = say("mirror.drift.title")
    if seen.drift is None:
        return Part(title, (say("mirror.drift.none"),))
    lines = [say("mirror.drift.lead", days=seen.drift.days)]
    quotes = []
    for by in ("me", "them"):
        change, who = getattr(seen.drift, by), names.of(by)
        for key, measures in (("less", change.down), ("more", change.up)):
            if measures:
                what = ", ".join(say(f"mirror.drift.measure.{name}") for name in measures)
                lines.append(say(f"mirror.drift.{key}", who=who, what=what))
        if not (change.up or change.down):
            lines.append(say("mirror.drift.same", who=who))
        if change.gone:
            words = ", ".join(
                say("mirror.drift.word", words=words, then=then, now=now)
                for words, then, now in change.gone
            )
            lines.append(say("mirror.drift.gone", who=who, words=words))
        if change.examples:
            quotes.append((say("mirror.drift.example", within=names.inside(by)), change.examples))
    return Part(title, tuple(lines), quotes=tuple(quotes))


def turns_part(seen: Mirror, names: Names, say: Say) -> Part:
    """The weeks from which something was other than before."""
    lines = [_turn(turn, names, say) for turn in seen.turns]
    return Part(say("mirror.turns.title"), tuple(lines) or (say("mirror.turns.none"),))


def _turn(turn: Turn, names: Names, say: Say) -> str:
    before, after = turn.before.per_hundred or 0, turn.after.per_hundred or 0
    return say(
        f"mirror.turns.{'up' if after > before else 'down'}",
        day=turn.day,
        within=names.inside(turn.by),
        what=say(f"mirror.drift.measure.{turn.measure}"),
        before=number(before),
        after=number(after),
    )


def withdraws_part(seen: Mirror, names: Names, say: Say) -> Part:
    """Pressing and falling silent, both ways."""
    told = [line for one in seen.withdraws for line in _withdraw(one, names, say)]
    lines = (say("mirror.withdraws.lead"), *told, say("mirror.withdraws.which"))
    return Part(say("mirror.withdraws.title"), lines)


def _withdraw(one: Withdraw, names: Names, say: Say) -> Iterator[str]:
    who, other = names.of(one.by), names.inside("them" if one.by == "me" else "me")
    if not one.pressed.enough:
        yield say("mirror.withdraws.too_few", who=who)
        return
    told = say(
        "mirror.withdraws.said",
        within=names.inside(one.by),
        whom=other,
        pressed=number(one.pressed.per_hundred or 0),
        else_=number(one.else_.per_hundred or 0),
    )
    yield f"{told} {say('mirror.withdraws.' + ('same', 'more', 'less')[one.more])}"


def ending_part(seen: Mirror, names: Names, say: Say) -> Part:
    """The silences, and the last words."""
    end = seen.ending
    lines = [
        say(
            "mirror.ending.silence",
            days=one.days,
            first=one.first,
            last=one.last,
            who=names.of(one.ended_by),
        )
        for one in end.silences
    ] or [say("mirror.ending.none")]
    mine, theirs = (told.replace("T", " ") for told in (end.last_from_me, end.last_from_them))
    lines.append(say("mirror.ending.last", mine=mine, latest=theirs))
    lines.append(say("mirror.ending.open", count=end.unanswered, within=names.inside(end.last_by)))
    return Part(say("mirror.ending.title"), tuple(lines))

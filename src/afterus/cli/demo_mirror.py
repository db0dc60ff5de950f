"""What the chat of the demo's invented person showed: a real look at invented lines."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import msgspec

from afterus.chats import Message
from afterus.language import fast_model
from afterus.mirror import mirror, talk_of, without_words

Evening = Callable[[int], datetime]
_ME = "Robin"
_A_DAY = 4


def looked_back(vault: Any, story: dict[str, Any], them: str, evening: Evening) -> None:
    """Put a finished mirror into the vault: the figures, and the few messages that were chosen."""
    from afterus.records.chat_mirror import ChatMirror, ChosenQuote, Verdict

    ended = evening(story["ended_days_ago"]).date()
    messages = list(lines(story, them, evening))
    seen = mirror(talk_of(messages, _ME, them), fast_model(), ended=ended)
    shown = {one.question: one for one in seen.questions}
    verdicts = {
        f"{question}.me": Verdict("confirm", shown[question].me.how_often)
        for question in story["confirmed"]
    }
    chosen = [quote for name in story["confirmed"] for quote in shown[name].me.quotes[:1]]
    when = evening(story["days_ago"])
    kept = ChatMirror(
        made=when,
        them=them,
        format="whatsapp",
        figures=msgspec.to_builtins(without_words(seen)),
        verdicts=verdicts,
        chosen=tuple(ChosenQuote(q.mark, q.time, q.by, q.text, q.labels) for q in chosen),
        signs_seen=True,
        finished=True,
    )
    vault.restore(uuid4(), when, kept)


def lines(story: dict[str, Any], them: str, evening: Evening) -> Iterator[Message]:
    """The invented chat: warm at first, then pressing on one side and short on the other."""
    days = int(story["months"]) * 30
    first = evening(story["ended_days_ago"] + days).replace(hour=8, minute=10, tzinfo=None)
    for day in range(0, days, 2):
        late = 10 * day // days
        for place in range(_A_DAY):
            number = day * _A_DAY + place
            mine = place % 2 == (late < 5)
            bag = _bag(story, number, late, mine=mine)
            when = first + timedelta(days=day, hours=3 * place, minutes=number % 47)
            yield Message(when, _ME if mine else them, "text", bag[number % len(bag)])


def _bag(story: dict[str, Any], number: int, late: int, *, mine: bool) -> Sequence[str]:
    """Which lines fit: `late` goes from 0 at the beginning to 9 at the end."""
    turn = number * 7 % 30
    whose = "me" if mine else "them"
    lines_of: dict[str, Sequence[str]] = story[whose]
    if turn < 9 - late:
        return lines_of["warm"]
    if turn >= 30 - (late if mine else late // 3):
        return lines_of["hard"]
    return lines_of["everyday"]

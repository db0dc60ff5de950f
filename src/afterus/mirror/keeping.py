"""What may stay of a mirror when the chat is gone, and what changes once a message is set right."""

from collections.abc import Iterator

from msgspec.structs import replace

from afterus.mirror.drift import Change
from afterus.mirror.figures import Both, Side
from afterus.mirror.labelling import STRAIN, WARM, Corrections
from afterus.mirror.look import Mirror
from afterus.mirror.questions import LABEL_OF, Answer, how_often
from afterus.mirror.quotes import Quote
from afterus.mirror.rates import Rate, differ, rate


def without_words(seen: Mirror) -> Mirror:
    """The figures alone: no message and no word of the chat."""

    def bare(change: Change) -> Change:
        return replace(change, gone=(), examples=())

    return replace(
        seen,
        questions=tuple(
            replace(one, me=replace(one.me, quotes=()), them=replace(one.them, quotes=()))
            for one in seen.questions
        ),
        drift=seen.drift
        and replace(seen.drift, me=bare(seen.drift.me), them=bare(seen.drift.them)),
        signs=tuple(replace(sign, quotes=()) for sign in seen.signs),
    )


def quotes_of(seen: Mirror) -> dict[str, Quote]:
    """Every message that is shown somewhere, by its mark."""
    return {quote.mark: quote for quote in _quotes(seen)}


def set_right(seen: Mirror, corrections: Corrections) -> Mirror:
    """The mirror with single messages set right: each count that rested on them falls.

    Only messages that are shown can be told from here, so `seen` must still hold its quotes.
    """
    shown = quotes_of(seen)
    for mark, said in corrections.items():
        wrong = {label for label, holds in said.items() if not holds}
        quote = shown.get(mark)
        if quote and wrong & set(quote.labels):
            seen = _without(seen, quote, wrong & set(quote.labels))
    return seen


def _quotes(seen: Mirror) -> Iterator[Quote]:
    for one in seen.questions:
        yield from (*one.me.quotes, *one.them.quotes)
    for sign in seen.signs:
        yield from sign.quotes
    if seen.drift:
        yield from (*seen.drift.me.examples, *seen.drift.them.examples)


def _without(seen: Mirror, quote: Quote, wrong: set[str]) -> Mirror:
    day, left = quote.time[:10], set(quote.labels) - wrong
    gone = set(wrong)
    for name, family in (("strain", STRAIN), ("warmth", WARM)):
        if wrong & set(family) and not left & set(family):
            gone.add(name)

    def within(both: Both) -> Both:
        return _less(both, quote.by, gone) if both.first <= day <= both.last else both

    month = day[:7]
    before = seen.ended is None or day < seen.ended
    return replace(
        seen,
        whole=within(seen.whole),
        by_month=tuple(
            _less(one, quote.by, gone) if one and name == month else one
            for name, one in zip(seen.months, seen.by_month, strict=True)
        ),
        questions=tuple(
            replace(one, **{quote.by: _answer(getattr(one, quote.by), quote, seen.middle)})
            if before and LABEL_OF[one.question] in wrong
            else one
            for one in seen.questions
        ),
        drift=seen.drift
        and replace(seen.drift, then=within(seen.drift.then), now=within(seen.drift.now)),
    )


def _less(both: Both, by: str, gone: set[str]) -> Both:
    side: Side = getattr(both, by)
    measures = {
        name: _one_less(found) if name in gone else found for name, found in side.measures.items()
    }
    return replace(both, **{by: replace(side, measures=measures)})


def _answer(answer: Answer, quote: Quote, middle: str) -> Answer:
    half = "late" if quote.time > middle[:16] else "early"
    halves = {"early": answer.early, "late": answer.late}
    halves[half] = _one_less(halves[half])
    whole = _one_less(answer.rate)
    return replace(
        answer,
        rate=whole,
        **halves,
        trend=differ(halves["early"], halves["late"]),
        how_often=how_often(whole),
        quotes=tuple(one for one in answer.quotes if one.mark != quote.mark),
    )


def _one_less(found: Rate) -> Rate:
    return rate(max(found.count - 1, 0), found.of)

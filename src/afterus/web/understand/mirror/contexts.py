"""What the mirror's pages show, as typed values."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from afterus.content import Other, load
from afterus.content.shapes import LineKind
from afterus.exchange.mirror import Part, Table
from afterus.exchange.mirror import telling as told
from afterus.exchange.mirror.timeline import timelines
from afterus.exchange.mirror.words import Names
from afterus.mirror import LABEL_OF, Quote, Sign
from afterus.mirror.questions import Question
from afterus.records.chat_mirror import ChatMirror, ChosenQuote, Verdict
from afterus.web.access import UnlockedRequest
from afterus.web.understand.help_lines import HelpLines, help_lines
from afterus.web.understand.mirror import verdicts
from afterus.web.understand.mirror.kept import Held
from afterus.web.understand.mirror.pictures import Picture, question_bars
from afterus.web.understand.words import Words


@dataclass(frozen=True)
class QuoteView:
    """A message with the lines around it, and what the person said of it."""

    quote: Quote
    who: str
    when: str
    kept: bool
    wrong: bool
    around: tuple[tuple[str, str, str, bool], ...]


@dataclass(frozen=True)
class SignView:
    """One kind of sign from one of the two."""

    key: str
    line: str
    quotes: tuple[QuoteView, ...]
    not_so: bool


@dataclass(frozen=True)
class SignsPage:
    """What comes before any chart."""

    signs: tuple[SignView, ...]
    then: tuple[str, ...]
    help: HelpLines


@dataclass(frozen=True)
class SideView:
    """One person in one question."""

    by: str
    head: str
    line: str
    quotes: tuple[QuoteView, ...]
    chosen: tuple[ChosenQuote, ...]
    verdict: Verdict | None
    often: str
    sure: bool


@dataclass(frozen=True)
class QuestionPage:
    """One of the five questions, for both."""

    question: Question
    place: int
    title: str
    picture: Picture
    sides: tuple[SideView, ...]
    before: str
    after: str


@dataclass(frozen=True)
class QuestionCard:
    """One of the five in the overview: its title and what was said of it so far."""

    question: Question
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class SeenPage:
    """The overview: how it went over time, and the way to everything else."""

    opening: Part
    timelines: tuple[tuple[str, SafeString, Table], ...]
    turns: Part
    cards: tuple[QuestionCard, ...]
    signs: int
    limits: Part
    chosen: tuple[tuple[ChosenQuote, str], ...]


class Telling:
    """The words for one mirror: {name} is the name chosen in the account, else the chat's."""

    def __init__(self, request: UnlockedRequest, document: ChatMirror) -> None:
        other = request.person.other
        self.request = request
        self.words = Words(
            load(request.person.settings.language),
            Other(other.name or document.them, other.pronouns),
        )
        self.say = self.words.say
        self.names = Names(
            self.say("mirror.report.you"),
            self.say("mirror.report.you_within"),
            self.words.other.name,
        )

    def quotes(
        self, document: ChatMirror, quotes: Sequence[Quote], label: str
    ) -> tuple[QuoteView, ...]:
        """Messages as a page shows them; `label` is what they may be wrong in."""
        kept = {one.mark for one in document.chosen}
        return tuple(
            QuoteView(
                quote=quote,
                who=self.names.of(quote.by),
                when=quote.time.replace("T", " "),
                kept=quote.mark in kept,
                wrong=document.corrections.get(quote.mark, {}).get(label) is False,
                around=tuple(
                    (line.time.replace("T", " "), self.names.of(line.by), line.text, line.here)
                    for line in quote.around
                ),
            )
            for quote in quotes
        )


def sign_key(sign: Sign) -> str:
    """How a sign is named in a form and in what is kept."""
    return f"{sign.kind}.{sign.by}"


def standing_signs(at: Held) -> tuple[Sign, ...]:
    """The signs that the person has not called wrong."""
    return tuple(sign for sign in at.seen.signs if sign_key(sign) not in at.document.not_so)


def signs_page(telling: Telling, at: Held) -> SignsPage:
    """All signs, with help that fits what still stands."""
    views = tuple(
        SignView(
            key=sign_key(sign),
            line=told.sign_line(sign, telling.say),
            quotes=telling.quotes(at.document, sign.quotes, ""),
            not_so=sign_key(sign) in at.document.not_so,
        )
        for sign in at.seen.signs
    )
    stand = standing_signs(at)
    kinds = {"suicide" if sign.kind == "suicide" else sign.by for sign in stand}
    then = (
        telling.say(f"mirror.signs.then.{one}") for one in ("suicide", "me", "them") if one in kinds
    )
    return SignsPage(views, tuple(then), _help(telling.request, kinds))


def seen_page(telling: Telling, at: Held) -> SeenPage:
    """The overview of a mirror."""
    say, names = telling.say, telling.names
    return SeenPage(
        opening=told.opening(at.seen, say),
        timelines=tuple(
            (title, mark_safe(svg), table)  # noqa: S308 - our own pictures escape every word
            for title, svg, table in timelines(at.seen, names, say)
        ),
        turns=told.turns_part(at.seen, names, say),
        cards=tuple(_card(telling, at, question) for question in verdicts.QUESTIONS),
        signs=len(standing_signs(at)),
        limits=told.limits(say),
        chosen=tuple((one, names.of(one.by)) for one in at.document.chosen),
    )


def question_page(telling: Telling, at: Held, question: Question) -> QuestionPage:
    """One question, for both people by the same measure."""
    place = verdicts.QUESTIONS.index(question)
    around = ("", *verdicts.QUESTIONS, "")
    return QuestionPage(
        question=question,
        place=place + 1,
        title=telling.say(f"mirror.questions.ask.{question}"),
        picture=question_bars(verdicts.of(at.seen, question), telling.names, telling.say),
        sides=tuple(_side(telling, at, question, by) for by in ("me", "them")),
        before=around[place],
        after=around[place + 2],
    )


def _side(telling: Telling, at: Held, question: Question, by: str) -> SideView:
    answer = verdicts.answer_of(at.seen, question, by)
    # What was called wrong stays on the page, so that it can be taken back.
    shown = verdicts.answer_of(at.raw, question, by).quotes
    label = LABEL_OF[question]
    verdict = at.document.verdicts.get(f"{question}.{by}")
    often = (verdict and verdict.how_often) or answer.how_often or ""
    return SideView(
        by=by,
        head=telling.names.of(by),
        line=told.answered(telling.names.of(by), answer, telling.say),
        quotes=telling.quotes(at.document, shown, label),
        chosen=tuple(one for one in at.document.chosen if one.by == by and label in one.labels),
        verdict=verdict,
        often=often,
        sure=answer.how_often is not None,
    )


def _card(telling: Telling, at: Held, question: Question) -> QuestionCard:
    say = telling.say
    lines = []
    for by in ("me", "them"):
        verdict = at.document.verdicts.get(f"{question}.{by}")
        often = verdicts.answer_of(at.seen, question, by).how_often
        if verdict and verdict.said == "hide":
            lines.append(say("mirror_pages.card.hidden", who=telling.names.of(by)))
            continue
        word = (verdict and verdict.how_often) or often
        key = "confirmed" if verdict else "open" if at.looking else "plain"
        said = say(f"mirror.questions.often.{word}") if word else say("mirror_pages.card.too_few")
        lines.append(say(f"mirror_pages.card.{key}", who=telling.names.of(by), often=said))
    return QuestionCard(question, say(f"mirror.questions.ask.{question}"), tuple(lines))


def _help(request: UnlockedRequest, kinds: set[str]) -> HelpLines:
    lines: list[LineKind] = ["distress"] if "suicide" in kinds else []
    lines += ["partner_violence"] if "them" in kinds else []
    lines += ["own_behaviour"] if "me" in kinds else []
    return help_lines(request.person.settings, dict.fromkeys((*lines, "distress")))

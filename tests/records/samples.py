"""Documents to keep."""

from datetime import UTC, date, datetime

from afterus.records.chat_mirror import ChatMirror, ChosenQuote, Verdict
from afterus.records.documents import (
    Draft,
    OneMessage,
    Reflection,
    SavedReading,
    Settings,
    StepDone,
    UnsentLetter,
    WrongFlag,
)
from afterus.records.letting_go import Celebration, LettingGoSheet, Plan, Trace
from afterus.records.mending import (
    Chain,
    NeededContact,
    Practice,
    PracticeLog,
    PracticeReview,
    Prepared,
    Readiness,
    Slip,
    Space,
    Urge,
)

NIGHT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
SETTINGS = Settings(country="IE", other_name="Sam", other_pronouns="she")
REFLECTION = Reflection(
    started=NIGHT,
    updated=NIGHT,
    answers={"acceptance": 7, "ex": {"valued_me": 3}, "insecurities": ["too quiet"]},
    at="fears",
    state={"afraid": "said", "together": "skipped"},
    replies={"a1": "not_meant"},
)
READING = SavedReading(made=NIGHT, answers={"acceptance": 7}, reading={"path": "let_go"})
STEP = StepDone(on=date(2026, 11, 24), reading_id="r1", step="celebrate", note="cake with Ben")
DRAFT = Draft(text="are you home", about="practical", written=NIGHT, held_until=NIGHT, still="no")
ONE_MESSAGE = OneMessage(said=NIGHT, text="I care, and I respect it")
LETTER = UnsentLetter(written=NIGHT, text="you will not read this")
WRONG = WrongFlag(told=NIGHT, label="demands", words="call me", text="call me when you can")
SHEET = LettingGoSheet(page="pain", written=NIGHT, said={"says": "call", "who": "no"})
TRACE = Trace(what="the blue mug", of="thing", choice="put_away", done=date(2026, 11, 24))
PLAN = Plan(what="soup", who="Noor", on=date(2026, 11, 28))
CELEBRATION = Celebration(
    designed=NIGHT, shape="boats", leave=("the waiting",), doing="a swim", marked=NIGHT
)
LETTING_GO = (SHEET, TRACE, PLAN, CELEBRATION)
MIRROR = ChatMirror(
    made=NIGHT,
    them="Sam",
    format="whatsapp",
    figures={"enough": True, "months": ["2024-01"]},
    corrections={"m1": {"accuses": False}},
    verdicts={"accusing.me": Verdict("confirm", "often")},
    chosen=(ChosenQuote("m2", "2024-01-02T10:00", "me", "i love you", ("cares",)),),
)

TODAY = NIGHT.date()
MENDING = (
    Space(since=TODAY, told=NIGHT),
    Urge(at=NIGHT, strength=4, trigger="alone", helped=("walk",), eased=NIGHT),
    Slip(on=TODAY, told=NIGHT, how="wrote", trigger="drink", note="two words"),
    NeededContact(on=TODAY, told=NIGHT, kept_to="yes", note="school run"),
    Prepared(written=NIGHT, call_name="Ben", call_number="0123", note="it passes"),
    Chain(written=NIGHT, behaviour="accusing", trigger="late", fear="loss", reaction="I blamed"),
    Practice(begun=TODAY, cue="no reply", old="write again", new="wait", moments=("Tuesday",)),
    PracticeLog(on=TODAY, practice="p1", went="partly", note="nearly"),
    PracticeReview(on=TODAY, practice="p1", choice="go_on", changed="calmer"),
    Readiness(on=TODAY, changed="I ask", who_sees_it="others", hope="own_it", a_no="can"),
)
FIRST = (SETTINGS, REFLECTION, READING, STEP, DRAFT, ONE_MESSAGE, LETTER, WRONG)
ALL = (*FIRST, *LETTING_GO, MIRROR, *MENDING)

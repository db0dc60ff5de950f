"""Which pages of letting go are there for a person, which comes first, and what may be done with
a thing that is left of the two. Nothing here leads to the other."""

from typing import Final, Literal, get_args

import msgspec

from afterus.method.contact import Reaching
from afterus.method.contract import Answers
from afterus.method.read import kind_of_safety
from afterus.method.reading import Reading

Page = Literal[
    "gave_and_got",
    "not_mine",
    "back",
    "pain",
    "alone",
    "goodbye",
    "traces",
    "take_with_me",
    "who_i_am",
    "plans",
    "celebrate",
]
PAGES: Final[tuple[Page, ...]] = get_args(Page)

TraceKind = Literal["thing", "photo", "feed", "place", "date"]
TRACE_KINDS: Final[tuple[TraceKind, ...]] = get_args(TraceKind)
Choice = Literal[
    "keep",
    "put_away",
    "give_away",
    "give_back",
    "remove",
    "mute",
    "unfollow",
    "go_with_someone",
    "leave_for_now",
    "make_it_mine",
    "let_it_pass",
]
_CHOICES: Final[dict[TraceKind, tuple[Choice, ...]]] = {
    "thing": ("keep", "put_away", "give_away", "give_back"),
    "photo": ("keep", "put_away", "remove"),
    "feed": ("mute", "unfollow"),
    "place": ("go_with_someone", "leave_for_now"),
    "date": ("make_it_mine", "let_it_pass"),
}

# Goodbye letters, and giving one's things away, are what people do who mean to die.
_NOT_IN_DANGER: Final = frozenset({"goodbye", "traces", "alone", "back", "celebrate"})
# Whoever frightened the other does not weigh who got more, or call the harm not theirs.
_NOT_AFTER_HARMING: Final = frozenset({"gave_and_got", "not_mine", "back"})
_NOT_AFTER_HARM: Final = frozenset({"back"})

_FIRST: Final[tuple[tuple[str, Page], ...]] = (
    ("on_and_off", "back"),
    ("only_pain", "pain"),
    ("blame_not_mine", "not_mine"),
    ("little_was_mine", "not_mine"),
    ("ex_cheated", "gave_and_got"),
    ("ex_belittled", "gave_and_got"),
    ("not_valued", "gave_and_got"),
    ("not_available", "gave_and_got"),
    ("ex_asked_no_contact", "goodbye"),
    ("ex_blocked", "goodbye"),
    ("ex_moved_on", "goodbye"),
    ("ex_not_open", "goodbye"),
)


class LettingGo(msgspec.Struct, frozen=True):
    """The pages that are there, in their order, and the one to begin with."""

    pages: tuple[Page, ...]
    first: Page


def letting_go(reading: Reading | None) -> LettingGo:
    """What there is to let go with, by the last reading; everything without one."""
    shut = _shut(reading)
    pages = tuple(page for page in PAGES if page not in shut)
    keys = {reason.key for reason in reading.reasons} if reading else set()
    wanted = [page for key, page in _FIRST if key in keys and page in pages]
    plain: Page = "plans" if reading and reading.path == "safety" else "take_with_me"
    return LettingGo(pages, wanted[0] if wanted else plain)


def choices(kind: TraceKind, reaching: Reaching) -> tuple[Choice, ...]:
    """What may be done with a trace; giving it back only while contact is open."""
    return tuple(c for c in _CHOICES[kind] if c != "give_back" or reaching.closed is None)


def rounds(answers: Answers | None) -> int | None:
    """How often the two had parted and come back before; None where it was not said."""
    return answers.times_broken_up_before if answers else None


def _shut(reading: Reading | None) -> frozenset[str]:
    if reading is None or reading.path != "safety":
        return frozenset()
    kind = kind_of_safety(reading)
    if kind == "suicide":
        return _NOT_IN_DANGER
    return _NOT_AFTER_HARMING if kind in ("harming", "both", "order") else _NOT_AFTER_HARM

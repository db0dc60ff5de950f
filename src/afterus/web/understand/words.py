"""How questions and answers read: the content's words, said for one person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from afterus.content import Content, Field, Other, Step, load, render
from afterus.web.access import UnlockedRequest
from afterus.web.understand.typed import options_of, sent


@dataclass(frozen=True)
class AnswerView:
    """One answer as the person reads it; `step` is where it can be changed, "" where nowhere.

    `from_mirror`: it rests on what the person confirmed of a chat.
    """

    question: str
    part: str
    said: str
    step: str
    own_words: bool = False
    from_mirror: bool = False

    @property
    def asked(self) -> str:
        """What was asked, in one line."""
        return f"{self.question} {self.part}".strip()


class Words:
    """The words of one language, said for one person's ex."""

    def __init__(self, content: Content, other: Other, from_mirror: Iterable[str] = ()) -> None:
        self.content = content
        self.other = other
        self.from_mirror = frozenset(from_mirror)

    def resting_on(self, from_mirror: Iterable[str]) -> "Words":
        """The same words, where the answers at these keys rest on a chat."""
        return Words(self.content, self.other, from_mirror)

    def say(self, key: str, **values: object) -> str:
        """The text at a key; KeyError names a missing one."""
        return self.content.say(key, self.other, **values)

    def text(self, raw: str) -> str:
        """A text of the structured content, said for this person."""
        return render(raw, self.other)

    def answer(self, key: str, value: object) -> AnswerView:
        """An answer at a dotted key, with its question."""
        found = self.asked(key)
        if found is None:
            return AnswerView(key, "", self._value(None, value), "")
        step, field = found
        part = self.text(field.label) if len(step.fields) > 1 else ""
        if field.kind == "rows":
            part = self.say(f"understand.behaviour.{key.split('.')[1]}")
        own_words = field.kind in ("text", "insecurities")
        said = self._value(field, value)
        rests = key in self.from_mirror
        return AnswerView(self.text(step.title), part, said, step.id, own_words, rests)

    def value(self, key: str, value: object) -> str:
        """An answer's value alone, as its options say it."""
        found = self.asked(key)
        return self._value(found[1] if found else None, value)

    def asked(self, key: str) -> tuple[Step, Field] | None:
        """The step and field that ask for this answer, or for the group it stands in."""
        while key:
            if key in self._fields:
                return self._fields[key]
            key = key.rpartition(".")[0]
        return None

    @cached_property
    def _fields(self) -> dict[str, tuple[Step, Field]]:
        return {
            field.key: (step, field)
            for section in self.content.reflection
            for step in section.steps
            for field in step.fields
        }

    def _value(self, field: Field | None, value: object) -> str:
        if value is None:
            return self.say("understand.answer.not_said")
        if isinstance(value, list | tuple):
            said = [self._value(field, item) for item in value]
            return ", ".join(said) if said else self.say("understand.answer.none_of_these")
        if isinstance(value, Mapping):
            return str(value.get("text") or value.get("name") or "")
        return self._option(field, value) or self._plain(field, value)

    def _option(self, field: Field | None, value: object) -> str:
        for option in options_of(field) if field else ():
            if option.label and sent(option.value) == sent(_as_value(value)):
                return self.text(option.label)
        return ""

    def _plain(self, field: Field | None, value: object) -> str:
        if isinstance(value, bool):
            return self.say("understand.answer.yes" if value else "understand.answer.no")
        if isinstance(value, int) and field:
            if field.kind == "months":
                return self._months(value)
            if field.kind in ("days", "scale"):
                return self.say(f"understand.answer.{field.kind}", count=value)
        return str(value)

    def _months(self, months: int) -> str:
        years, rest = divmod(months, 12)
        parts = []
        if years:
            parts.append(self.say("understand.answer.years", count=years))
        if rest or not years:
            parts.append(self.say("understand.answer.months", count=rest))
        return self.say("understand.answer.and").join(parts)


def words_for(request: UnlockedRequest) -> Words:
    """The words for who sits in front of the page."""
    return Words(load(request.person.settings.language), request.person.other)


def _as_value(value: object) -> str | bool | int:
    return value if isinstance(value, str | bool | int) else str(value)

"""The words for the other person, and the small markup that carries them.

`{name}` `{they}` `{them}` `{their}` `{theirs}` `{themself}`, each also capitalised;
`{has|have}` is said with he or she | with they; `{a|b|c}` is he | she | they;
`{days}` is a handed value; `{days#day|days}` is the word that fits a handed number.
`{name}` is one person, so it takes plain "has", not `{has|have}`.
"""

import re
from collections.abc import Mapping
from typing import Literal, TypeVar

import msgspec

T = TypeVar("T")
Pronouns = Literal["he", "she", "they"]

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_ORDER: tuple[Pronouns, ...] = ("he", "she", "they")
_FORMS: dict[str, tuple[str, str, str]] = {
    "they": ("he", "she", "they"),
    "them": ("him", "her", "them"),
    "their": ("his", "her", "their"),
    "theirs": ("his", "hers", "theirs"),
    "themself": ("himself", "herself", "themself"),
}


class Other(msgspec.Struct, frozen=True):
    """The person who left: their name, or "" for "your ex", and their pronouns."""

    name: str = ""
    pronouns: Pronouns = "they"


class RenderError(ValueError):
    """A text holds a placeholder that nothing was handed for."""


def render(text: str, other: Other | None = None, **values: object) -> str:
    """The text said for this person; RenderError names a placeholder nothing was handed for."""
    who = other or Other()
    return _PLACEHOLDER.sub(lambda found: _resolve(found[1], who, values), text)


def render_all(thing: T, other: Other | None = None, **values: object) -> T:
    """Return the same struct, tuple or text with every text in it rendered."""
    said: object = thing
    if isinstance(thing, str):
        said = render(thing, other, **values)
    elif isinstance(thing, tuple):
        said = tuple(render_all(part, other, **values) for part in thing)
    elif isinstance(thing, msgspec.Struct):
        parts = {name: getattr(thing, name) for name in thing.__struct_fields__}
        said = msgspec.structs.replace(
            thing, **{name: render_all(part, other, **values) for name, part in parts.items()}
        )
    return said  # type: ignore[return-value]


def _resolve(inside: str, who: Other, values: Mapping[str, object]) -> str:
    if "#" in inside:
        return _counted(inside, values)
    if "|" in inside:
        return _chosen(inside, who)
    small = inside[:1].lower() + inside[1:]
    if small == "name":
        said = who.name or "your ex"
    elif small in _FORMS:
        said = _FORMS[small][_ORDER.index(who.pronouns)]
    elif inside in values:
        return str(values[inside])
    else:
        raise RenderError(f"unknown placeholder {{{inside}}}")
    return said if small == inside else said[:1].upper() + said[1:]


def _chosen(inside: str, who: Other) -> str:
    forms = inside.split("|")
    if len(forms) == 2:
        return forms[who.pronouns == "they"]
    if len(forms) == 3:
        return forms[_ORDER.index(who.pronouns)]
    raise RenderError(f"placeholder {{{inside}}} needs two or three forms")


def _counted(inside: str, values: Mapping[str, object]) -> str:
    name, _, words = inside.partition("#")
    forms = words.split("|")
    number = values.get(name)
    if len(forms) != 2 or not isinstance(number, int):
        raise RenderError(f"placeholder {{{inside}}} needs a number {name!r} and two words")
    return forms[number != 1]

"""The chain as a picture: only the person's own fears, words and answers, link by link. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from afterus.method import BEHAVIOURS
from afterus.web.understand.answers import Answers, look
from afterus.web.understand.words import Words

ACTED = ("sometimes", "often", "constantly")


@dataclass(frozen=True)
class Said:
    """One thing on a link; `own_words` are quoted as written."""

    text: str
    own_words: bool = False
    pair: str = ""


@dataclass(frozen=True)
class Link:
    """One link of the chain; `name` is the key of its heading."""

    name: str
    things: tuple[Said, ...]


def chain(answers: Answers, words: Words) -> tuple[Link, ...]:
    """Fear, doubt, what was done, what it did, the reason underneath; () without two of them."""
    links = (
        Link("fear", _fears(answers, words)),
        Link("insecurity", _insecurities(answers, words)),
        Link("reaction", _reactions(answers, words)),
        Link("effect", _effect(answers, words)),
        Link("underneath", _texts(answers, "underneath")),
    )
    said = tuple(link for link in links if link.things)
    return said if len(said) > 1 and any(link.name == "reaction" for link in said) else ()


def _fears(answers: Answers, words: Words) -> tuple[Said, ...]:
    fears = look(answers, "fears")
    found = fears if isinstance(fears, list | tuple) else ()
    return tuple(Said(words.say(f"reading.chain.fears.{fear}")) for fear in found)


def _insecurities(answers: Answers, words: Words) -> tuple[Said, ...]:
    items = look(answers, "insecurities")
    said = []
    for item in items if isinstance(items, list | tuple) else ():
        if isinstance(item, Mapping):
            pair = words.value("fears", item.get("fears", ())) if item.get("fears") else ""
            said.append(Said(str(item.get("text", "")), own_words=True, pair=pair))
        else:
            said.append(Said(str(item), own_words=True))
    return tuple(said)


def _reactions(answers: Answers, words: Words) -> tuple[Said, ...]:
    """What was done without clear cause, with the person's own example where there is one."""
    said = []
    for name in _acted(answers):
        label = words.say(f"reading.chain.behaviour.{name}")
        example = look(answers, f"examples.{name}")
        said.append(Said(str(example), own_words=True, pair=label) if example else Said(label))
    return tuple(said)


def _effect(answers: Answers, words: Words) -> tuple[Said, ...]:
    """What it did, in the person's own words; else what such a thing may do."""
    if told := _texts(answers, "harm_example", "ex.reason_given"):
        return told
    return tuple(Said(words.say(f"reading.chain.effects.{name}")) for name in _acted(answers))


def _acted(answers: Answers) -> tuple[str, ...]:
    return tuple(
        name
        for name in BEHAVIOURS
        if look(answers, f"behaviours.{name}.how_often") in ACTED
        and look(answers, f"behaviours.{name}.cause_given") != "clear"
    )


def _texts(answers: Answers, *keys: str) -> tuple[Said, ...]:
    said = (look(answers, key) for key in keys)
    return tuple(Said(str(text), own_words=True) for text in said if text)

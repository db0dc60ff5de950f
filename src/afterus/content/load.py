"""Reads one language's content files, checks their shape, and hands out the words by key."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from afterus.content.other import Other, RenderError, render
from afterus.content.shapes import Help, Principle, Section, Step
from afterus.content.shelf import Sheet

T = TypeVar("T")

_HERE = Path(__file__).parent
_STRUCTURED = {"demo", "help", "let_go_pages", "reflection", "screening"}


class Content:
    """One language's words. Files are read when first asked for; a bad file raises ValueError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def say(self, key: str, other: Other | None = None, **values: object) -> str:
        """The text at this key, rendered; KeyError or RenderError name the key at fault."""
        if key not in self._texts:
            raise KeyError(f"no text for {key!r}")
        try:
            return render(self._texts[key], other, **values)
        except RenderError as error:
            raise RenderError(f"{key}: {error}") from None

    def say_list(self, key: str, other: Other | None = None, **values: object) -> tuple[str, ...]:
        """The texts of the list at this key (its members' keys are key.0, key.1, …)."""
        said: list[str] = []
        while (member := f"{key}.{len(said)}") in self._texts:
            said.append(self.say(member, other, **values))
        if not said:
            raise KeyError(f"no list of texts for {key!r}")
        return tuple(said)

    def has(self, key: str) -> bool:
        """Whether there is a text at this key."""
        return key in self._texts

    def keys(self) -> tuple[str, ...]:
        """All keys that `say` knows."""
        return tuple(self._texts)

    def principle(self, name: str) -> Principle:
        """The principle with this id; KeyError names a missing one."""
        if name not in self.principles:
            raise KeyError(f"no principle {name!r}")
        return self.principles[name]

    @cached_property
    def principles(self) -> Mapping[str, Principle]:
        """Every principle by id, in the order of their files."""
        found: dict[str, Principle] = {}
        for path in sorted(self._folder.glob("principles/*.toml")):
            principle = _shaped(path, _read(path), Principle)
            if principle.id != path.stem:
                raise ValueError(f"{path.name}: id {principle.id!r} is not the file's name")
            found[principle.id] = principle
        return found

    @cached_property
    def reflection(self) -> tuple[Section, ...]:
        """The reflection's sections with their steps, in order."""
        path = self._folder / "reflection.toml"
        raw = _read(path)
        sections = _shaped(path, raw.get("sections", []), tuple[Section, ...])
        steps = _shaped(path, raw.get("steps", []), tuple[Step, ...])
        strays = {step.section for step in steps} - {section.id for section in sections}
        if strays:
            raise ValueError(f"{path.name}: no section {sorted(strays)}")
        return tuple(
            msgspec.structs.replace(
                section, steps=tuple(step for step in steps if step.section == section.id)
            )
            for section in sections
        )

    @cached_property
    def help(self) -> Help:
        """The help lines by country."""
        path = self._folder / "help.toml"
        return _shaped(path, _read(path), Help)

    @cached_property
    def sheets(self) -> Mapping[str, Sheet]:
        """The sheets of letting go by id, in order."""
        path = self._folder / "let_go_pages.toml"
        found = _shaped(path, _read(path).get("pages", []), tuple[Sheet, ...])
        return {sheet.id: sheet for sheet in found}

    @cached_property
    def screening(self) -> dict[str, Any]:
        """The cue phrases of the safety screening, as they stand in the file."""
        return _read(self._folder / "screening.toml")

    @cached_property
    def demo(self) -> dict[str, Any]:
        """The invented person of the demo: their answers, readings and steps, by days ago."""
        return _read(self._folder / "demo.toml")

    @cached_property
    def _texts(self) -> dict[str, str]:
        texts: dict[str, str] = {}
        for path in sorted(self._folder.glob("*.toml")):
            if path.stem not in _STRUCTURED:
                texts.update(_flat(path.stem, _read(path)))
        return texts


@lru_cache
def load(language: str = "en") -> Content:
    """The content of a language; KeyError when there is none."""
    if language not in languages():
        raise KeyError(f"no content in language {language!r}")
    return Content(_HERE / language)


def languages() -> tuple[str, ...]:
    """The languages there is content for."""
    return tuple(sorted(path.parent.name for path in _HERE.glob("*/help.toml")))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path.name}: {error}") from error


def _shaped(path: Path, raw: object, shape: type[T]) -> T:
    try:
        return msgspec.convert(raw, shape)
    except msgspec.ValidationError as error:
        raise ValueError(f"{path.name}: {error}") from error


def _flat(key: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _flat(f"{key}.{name}", inner)
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _flat(f"{key}.{place}", inner)
    else:
        raise ValueError(f"{key}: {value!r} is not a text")

"""The few SVG elements a picture is made of, escaped."""

from collections.abc import Iterable
from html import escape


def element(name: str, inside: str = "", /, **attributes: object) -> str:
    """One element; `_` in an attribute's name stands for `-`, a trailing one is dropped."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_short(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{told}>{inside}</{name}>" if inside else f"<{name}{told}/>"


def text(x: float, y: float, words: str, kind: str, anchor: str | None = None) -> str:
    """Words at a place."""
    return element("text", escape(words), x=x, y=y, class_=kind, text_anchor=anchor)


def path(points: Iterable[tuple[float, float]]) -> str:
    """The `d` of a line through points."""
    told = [f"{_short(x)} {_short(y)}" for x, y in points]
    return "M" + "L".join(told) if told else ""


def picture(
    name: str, title: str, summary: str, width: int, height: int, parts: Iterable[str]
) -> str:
    """A whole picture that a screen reader can tell: title first, then what it shows.

    `name` is part of its ids: give each picture of a page another one.
    """
    ids = f"{name}-title {name}-told"
    inside = (
        element("title", escape(title), id=f"{name}-title")
        + element("desc", escape(summary), id=f"{name}-told")
        + "".join(parts)
    )
    return (
        f'<svg class="picture" viewBox="0 0 {width} {height}" role="img" aria-labelledby="{ids}" '
        f'preserveAspectRatio="xMidYMid meet">{inside}</svg>'
    )


def _short(value: object) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)

"""Chat files to import, written as a phone writes them."""

from datetime import datetime, timedelta
from pathlib import Path

START = datetime(2023, 1, 13, 9, 0)  # noqa: DTZ001 - the clock of an export
WARM = ("good morning my love, slept well?", "thank you for dinner, it was lovely", "i love you")
PLAIN = ("the bus is late again", "can you get milk", "ok", "see you at seven", "lol yeah")
STRAIN = ("you are lying to me again", "why do you never answer me", "you always do this")
FAMILY = 7


def whatsapp(
    file: Path, count: int, people: tuple[str, ...] = ("Alex", "Sam"), **told: str
) -> Path:
    """A chat of `count` messages that turns from warm to straining; `told` by name at the end."""
    with file.open("w", encoding="utf-8") as out:
        for place in range(count):
            when = START + timedelta(minutes=place * 500_000 // count + place % 3)
            late = place > count // 2
            mood = (STRAIN if late else WARM) if place % FAMILY == 0 else PLAIN
            text = f"{mood[place % len(mood)]} {place if place % 11 == 0 else ''}"
            out.write(f"[{when:%d/%m/%Y, %H:%M:%S}] {people[place % len(people)]}: {text}\n")
        for name, text in told.items():
            when += timedelta(minutes=1)
            out.write(f"[{when:%d/%m/%Y, %H:%M:%S}] {name}: {text}\n")
    return file

"""Invented talks, and a model that labels by single words, so that a test can say what holds."""

from datetime import datetime, timedelta

import numpy as np

from afterus.chats import Message
from afterus.language import LABELS
from afterus.mirror import talk_of

START = datetime(2024, 1, 1, 10, 0)  # noqa: DTZ001 - the clock of an export
WORDS = {
    "liar": "accuses",
    "where": "controls",
    "answer": "demands",
    "pathetic": "argues",
    "meaning": "overcomplicates",
    "please": "pursues",
    "regret": "threatens",
    "love": "cares",
    "respect": "respects",
    "wrong": "owns",
    "scared": "fears",
}


class ByWords:
    """A label holds where its word stands in the text."""

    thresholds = np.full(len(LABELS), 0.5, dtype=np.float32)

    def scores(self, texts, contexts=None):
        found = np.zeros((len(texts), len(LABELS)), dtype=np.float32)
        for place, text in enumerate(texts):
            for word in text.lower().split():
                if word in WORDS:
                    found[place, LABELS.index(WORDS[word])] = 0.9
        return found


def talk(*lines, me="Ann", them="Ben"):
    """Lines of (minutes after the last, sender, text) as a talk."""
    messages, when = [], START
    for minutes, sender, text in lines:
        when += timedelta(minutes=minutes)
        messages.append(Message(when, sender, "text" if text else "media", text))
    return talk_of(messages, me, them)


def long_talk(days=400, turn=200):
    """A talk of two in which Ann's warmth goes after `turn` days, and Ben accuses from then on."""
    messages = []
    for day in range(days):
        when = START + timedelta(days=day)
        early = day < turn
        for place in range(4):
            ann = "love you" if early and place % 2 == 0 else f"the bus is late {day}"
            ben = f"you liar {day}" if not early and place == 0 else f"see you at {place}"
            messages.append(Message(when + timedelta(minutes=20 * place), "Ann", "text", ann))
            messages.append(Message(when + timedelta(minutes=20 * place + 5), "Ben", "text", ben))
    return messages

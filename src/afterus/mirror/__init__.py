"""What a chat history shows: both people, over time, by one measure, with their own words."""

from afterus.mirror.change import Turn
from afterus.mirror.drift import Change, Drift
from afterus.mirror.ending import Ending, Silence
from afterus.mirror.figures import MEASURES, Both, Side
from afterus.mirror.keeping import quotes_of, set_right, without_words
from afterus.mirror.labelling import STRAIN, WARM, Corrections, Labelled, Model, corrected, label
from afterus.mirror.look import Mirror, hold_up, mirror
from afterus.mirror.questions import LABEL_OF, Answer, FiveAnswers, how_often
from afterus.mirror.quotes import Line, Quote
from afterus.mirror.rates import Middle, Rate
from afterus.mirror.signs import Sign
from afterus.mirror.talk import Talk, TooFewPeople, talk_of
from afterus.mirror.withdraw import Withdraw

__all__ = [
    "LABEL_OF",
    "MEASURES",
    "STRAIN",
    "WARM",
    "Answer",
    "Both",
    "Change",
    "Corrections",
    "Drift",
    "Ending",
    "FiveAnswers",
    "Labelled",
    "Line",
    "Middle",
    "Mirror",
    "Model",
    "Quote",
    "Rate",
    "Side",
    "Sign",
    "Silence",
    "Talk",
    "TooFewPeople",
    "Turn",
    "Withdraw",
    "corrected",
    "hold_up",
    "how_often",
    "label",
    "mirror",
    "quotes_of",
    "set_right",
    "talk_of",
    "without_words",
]

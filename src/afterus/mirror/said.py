"""Small things that are said in plain sight, found in one pass over the words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from afterus.mirror.labelling import STRAIN, Labelled
from afterus.mirror.talk import Talk

_QUESTION = re.compile(r"[?？؟](?![\w/=&%])")
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")
_THANKS, _SORRY, _YOU, _HARM = 1, 2, 4, 8
_LISTS = {
    _THANKS: "thank thanks thankyou thx tysm ty tks cheers ta grateful appreciate appreciated",
    _SORRY: "sorry sry soz apologise apologize apologies apology apologised apologized",
    _YOU: "you your yours u ur ya yr yall y'all you're you've you'd you'll youre",
    # Words that may tell of harm or despair. A wide net: screening decides what they mean.
    _HARM: (
        "overdosed sucidal bridge platform disappeared jumping unalive safe plan letters "
        "hit hits hitting slap slapped slapping slaps punch punched punching punches choke "
        "choked choking strangle strangled bruise bruised bruises shove shoved shoving pushed "
        "pushing grab grabbed grabbing beat beaten beating hurt hurts hurting scared afraid "
        "terrified rape raped forced force kill killed killing kills kms kys die died dying "
        "dead death suicide suicidal harm harmed harming cut cutting overdose pills razor "
        "police stalk stalked stalking following follow followed follows track tracked "
        "tracker tracking gps threat threats threaten threatens threatened threatening gun "
        "knife burn burned burning burnt disappear hang hanging jump goodbye alive exist "
        "existing living live end ending bleeding blood hospital pinned throat anymore burden "
        "born wake gone violent violence violently aggressive abusive abuse abused spit spat "
        "kick kicked kicking scratch scratched squeezed whore slut worthless airtag password "
        "passwords location permission allowed allow forbid forbade forbidden controlling "
        "controlled controls nudes leak immigration ground outside waiting lock locked "
        "explode smashed broke threw throw hands asleep without better hacked smash blackmail "
        "blackmailing spies twisted hell life world point sleep finish condom receipts salary "
        "times online"
    ),
}
_FLAGS: Mapping[str, int] = {word: flag for flag, words in _LISTS.items() for word in words.split()}


@dataclass(frozen=True)
class Said:
    """Where each holds, bool, shape (n,). `interest`: a question about you that blames nothing.

    `harm`: a word that may tell of harm stands in it; only screening says whether it does.
    """

    questions: NDArray[np.bool_]
    thanks: NDArray[np.bool_]
    sorry: NDArray[np.bool_]
    interest: NDArray[np.bool_]
    harm: NDArray[np.bool_]


def said(talk: Talk, labelled: Labelled) -> Said:
    """What the words themselves show, in English; a question mark counts in any language."""
    flags = np.fromiter((_flags(text) for text in talk.texts), np.uint8, len(talk))
    asked = np.fromiter((_asks(text) for text in talk.texts), np.bool_, len(talk))
    return Said(
        questions=asked,
        thanks=flags & _THANKS > 0,
        sorry=flags & _SORRY > 0,
        interest=asked & (flags & _YOU > 0) & ~labelled.any_of(STRAIN),
        harm=flags & _HARM > 0,
    )


def _flags(text: str) -> int:
    found, look = 0, _FLAGS.get
    for word in _WORD.findall(text.lower()):
        found |= look(word, 0)
    return found


def _asks(text: str) -> bool:
    return ("?" in text or "？" in text or "؟" in text) and _QUESTION.search(text) is not None

"""What each line is: written by a person, or put there by WhatsApp in place of something."""

import re
from collections import Counter

from afterus.chats.message import Kind
from afterus.chats.whatsapp.phrases import phrases, plain
from afterus.chats.whatsapp.stamps import MARKS

MARK = "\u200e"
_LONGEST_NOTICE = 400
_MARKS = re.compile(f"[{MARKS}]")
_M = f"[{MARKS}]{{0,4}}"
_BRACKETED = re.compile(rf"{_M}<{_M}([^<>\n/=\"]{{3,70}})>")
# A file's name with its ending; what stands behind it in brackets says that it was attached.
_FILE = r"[^\n<>]{0,200}?[^\s<>]\.[A-Za-z0-9]{0,5}"
_BEHIND = re.compile(rf"{_M}({_FILE}){_M} {_M}\(([^()\n]{{2,40}})\){_M}(?:\n|$)")
_CAMERA = re.compile(r"(?:IMG|VID|PTT|AUD|DOC|STK|GIF)-\d{8}-WA\d+\.\w*$")
_WITHIN = re.compile(
    rf"[^\n]{{0,200}}?{_M}<{_M}([^<>\n:：]{{2,30}}?)[ \u00a0\u202f]?[:：] ?"
    rf"{_M}({_FILE})>"
)
_PLACE = re.compile(
    rf"(?:[^\n]{{0,120}}\n){{0,3}}{_M}(?:[^\n]{{0,120}}: ?)?"
    r"https://maps\.google\.com/\?q=-?[\d.]+,-?[\d.]+"
)
# A poll is words of a person.
_POLL = re.compile(rf"{_M}[^\W\d_]{{3,12}}:\n.*\n", re.DOTALL)
_EDITED = re.compile(rf"\s?({_M})<{_M}([^<>\n]{{3,60}}?){_M}>{_M}$")
# How long a call took, or when it was missed: what nobody types behind "video call".
_LENGTH = re.compile(r"^[^,:]{3,60}(?:, | at |: )\d[\d:. ]{0,6}\w{0,8}\.?$")
_SIGNS = (MARK, "maps.google.")
_FIRST = "<\u200f\u202a\u202b\u2067\u2068"
_EARLY = 25
_SHORT = 60
_Found = tuple[Kind, str]


class Kinds:
    """Gives each line its kind and the words a person wrote.

    It remembers the ``languages`` seen, marked lines that are ``unknown``, and whether it
    ``knows_media``: whether a picture left out was understood in this file's language.
    """

    def __init__(self) -> None:
        self._known = phrases()
        self.languages: Counter[str] = Counter()
        self.unknown: set[str] = set()
        self.knows_media = False
        self._openers = self._known.openers
        self._answers: dict[str, _Found] = {}
        self._seen = 0
        self._asked = 0

    def of_notice(self, text: str) -> tuple[Kind, str]:
        """The kind of a line that has no sender, and its text without invisible marks."""
        key = plain(text)
        found = self._known.whole.get(key) or self._known.beginning(key)
        if found:
            self.languages[found[1]] += 1
        return "call" if found and found[0] == "call" else "system", _bare(text)

    def worth_asking(self, texts: list[str], whole: str) -> list[int]:
        """The places of texts that ``of`` is worth asking about; most messages are not.

        ``whole``: the piece of the file that holds them all.
        """
        openers, first = self._openers, _FIRST
        early = max(0, _EARLY - self._seen)
        self._seen += len(texts)
        found = [
            at
            for at, text in enumerate(texts)
            if not text or text[:6] in openers or text[-1] == ">" or text[0] in first or "(" in text
        ]
        for sign in _SIGNS:
            if sign in whole:
                found += [place for place, text in enumerate(texts) if sign in text]
        return sorted({*found, *range(min(early, len(texts)))})

    def of(self, text: str) -> _Found:
        """The kind of a line with a sender, and what is left of its text."""
        self._asked += 1
        if len(text) > _SHORT:
            return self._of(text)
        if text not in self._answers:
            self._answers[text] = self._of(text)
        return self._answers[text]

    def _of(self, text: str) -> _Found:
        if text[-1:] in (">", MARK):
            text = self._unedited(text)
        found = (
            self._stands_for(text)
            or self._attached(text)
            or (self._told_by_mark(text) if MARK in text else self._told_by_words(text))
        )
        return found or ("text", text)

    def _unedited(self, text: str) -> str:
        """The text without the note of a change at its end."""
        found = _EDITED.search(text)
        if not found or not found.start() or ":" in found[2] or "：" in found[2]:
            return text
        if found[1] or plain(found[2]) in self._known.edited:
            return text[: found.start()].rstrip()
        return text

    def _stands_for(self, text: str) -> _Found | None:
        """Lines that are a whole phrase: media, deleted messages, calls."""
        first, _, rest = text.partition("\n")
        if not text:
            return "media", ""
        if len(first) > 120:
            return None
        found = self._known.whole.get(plain(first))
        if found and (found[0] == "media" or not rest):
            self.languages[found[1]] += 1
            return found[0], _bare(text) if found[0] == "call" else _bare(rest)
        if _BRACKETED.fullmatch(first) and (" " in first.strip() or not first.isascii()):
            return "media", _bare(rest)
        return None

    def _told_by_mark(self, text: str) -> _Found | None:
        """iOS puts an invisible mark before all that no person typed."""
        if text[:1] != MARK:
            end = text.rfind(MARK)
            before = text[:end]
            if end > 0 and self._omitted(text[end:]):
                return "media", "" if "•" in before else _bare(before)
            return None
        first, _, rest = text.partition("\n")
        if self._omitted(first):
            self.knows_media = True
            return "media", _bare(rest)
        if _PLACE.fullmatch(text):
            return "media", ""
        if _POLL.match(text):
            return "text", _bare(text)
        found = self._known.beginning(plain(text), anywhere=True)
        if found:
            self.languages[found[1]] += 1
        else:
            self.unknown.add(_bare(text))
        kind = found[0] if found else "system"
        return kind, "" if kind == "deleted" else _bare(text)

    def _told_by_words(self, text: str) -> _Found | None:
        """The same where the marks were lost: only phrases that nobody types by chance."""
        if _PLACE.fullmatch(text):
            return "media", ""
        if len(text) > _LONGEST_NOTICE or "\n" in text:
            return None
        if len(text) < 45 and self._omitted(text):
            return "media", ""
        found = self._known.beginning(plain(text), anywhere=self._asked <= _EARLY)
        if found is None or not (_LENGTH.search(text) if found[0] == "call" else len(text) > 30):
            return None
        self.languages[found[1]] += 1
        return found[0], "" if found[0] == "deleted" else text

    def _omitted(self, line: str) -> bool:
        key = plain(line)
        return len(key) < 60 and self._known.leaves_out(key.rpartition("• ")[2])

    def _attached(self, text: str) -> _Found | None:
        """A file that was sent, and the words beside it."""
        found = _BEHIND.match(text)
        if found and (_CAMERA.search(found[1]) or plain(found[2]) in self._known.attached):
            # Below a document its name stands once more.
            caption = _bare(text[found.end() :])
            return "media", "" if found[1].startswith(caption) else caption
        found = _WITHIN.match(text)
        if found and (MARK in found[0] or plain(found[1]) in self._known.attached):
            before = text[: found[0].index("<")]
            before = "" if "•" in before else _bare(before)
            return "media", f"{before}\n{_bare(text[found.end() :])}".strip()
        return None


def _bare(text: str) -> str:
    return _MARKS.sub("", text).strip()

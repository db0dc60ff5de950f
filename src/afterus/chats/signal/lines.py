"""signal-export's Markdown, sigtop's short text, signalbackup-tools' text."""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import partial

from afterus.chats.chat import Ask, Chat, Conversation
from afterus.chats.message import Kind
from afterus.chats.rows import Rows
from afterus.chats.signal.names import title_of
from afterus.chats.source import Member
from afterus.chats.text import whole

_STAMP = r"(\d{4}-\d\d-\d\d),? (\d\d:\d\d(?::\d\d)?)"
_MARKDOWN = re.compile(rf"\[{_STAMP}\] ([^\n]+?):(?: |(?=\n|$))")
# WhatsApp on Android may begin its lines the same, but for a dash before the name.
_SHORT = re.compile(
    rf"(?![^\n:]{{10,11}} \d\d:[^:\n]{{0,20}} [-–] ){_STAMP} ([^\n]+?):(?: |(?=\n|$))"
)
_BACKUP = re.compile(rf"\[{_STAMP}\] (?:<([^\n>]+)>|\*\*\*)(?: |(?=\n|$))")
_CALL = re.compile(r"(?:Incoming|Outgoing|Missed)(?: \w+)? call(?: \([^)\n]*\))?")
_ATTACHED = re.compile(
    r"!?\[[^\]\n]{0,300}\]\((?:\./media|\.\./exported_stickers|\.?/?media)/[^)\n]{0,600}\) *"
)
_STICKER = re.compile(r"\n\(\( .{1,60} \)\)(?=\n|$)")
_REACTIONS = re.compile(r"\n\(- .{1,2000} -\)(?=\n|$|[!\[])")
_QUOTE = re.compile(r"(?:^|\n\n?)> [^\n]*(?:\n>[^\n]*)*(?:\n\n|\n|$)")
_DETAILS = re.compile(
    r"\[((?:reply to [^\]\n]{1,100}? on [\d :-]{1,20}|edited|\d+ attachments?)(?:, )?){1,3}\] ?"
)
_TYPED = re.compile(r"\[[\w-]+ message\]")
_DELETED = "(This message was deleted)"
_NOBODY = "No-Sender"
_FORMS = (_BACKUP, _MARKDOWN, _SHORT)


def looks_like(head: str) -> bool:
    """Whether lines begin with a date in ISO order, the way Signal's exporters write it."""
    lines = [line for line in head.split("\n")[:400] if line.strip()]
    if not lines:
        return False
    form = _form(head)
    matching = [line for line in lines if form.match(line)]
    if len(matching) * 5 < len(lines) and not form.match(lines[0]):
        return False
    return bool(matching) and (form is not _MARKDOWN or _is_signals(head, matching))


def _form(head: str) -> re.Pattern[str]:
    counts = {form: len(re.findall(rf"(?m)^{form.pattern}", head[:20_000])) for form in _FORMS}
    return max(_FORMS, key=lambda form: counts[form])


def _is_signals(head: str, lines: list[str]) -> bool:
    """WhatsApp on some iPhones writes the date so too, with seconds; it marks its own lines."""
    if "\u200e" in head:
        return False
    if any(line.endswith("  ") for line in lines) or "\n(- " in head:
        return True
    found = [_MARKDOWN.match(line) for line in lines]
    names = {match[3] for match in found if match}
    seconds = any(len(match[2]) > 5 for match in found if match)
    comma = any("," in match[0][:13] for match in found if match)
    return "Me" in names or not (seconds and comma)


def conversations(member: Member, ask: Ask) -> list[Conversation]:
    """The one chat of this file."""
    return [Conversation(title_of(member), partial(_read, member, ask))]


def _read(member: Member, ask: Ask) -> Chat:
    text = whole(member, ask.progress)
    form = _form(text)
    rows, last = Rows(), 0
    rows.warn_of_lost(text)
    for number, found, body in _entries(form, text, rows):
        last = number
        try:
            when = datetime.fromisoformat(f"{found[1]} {found[2]}")
        except ValueError:
            rows.skip("bad_date", last)
            continue
        sender, kind, said = _said(form, found[3], body)
        rows.add(when, sender, kind, said)
    return rows.chat("signal", title_of(member))


def _entries(
    form: re.Pattern[str], text: str, rows: Rows
) -> Iterator[tuple[int, re.Match[str], str]]:
    """Line, head and body of each message."""
    heads = list(re.compile(rf"(?m)^{form.pattern}").finditer(text))
    before = text[: heads[0].start()] if heads else text
    if before.strip():
        rows.skip("before_first_message", 1, sum(1 for each in before.split("\n") if each.strip()))
    line, place = 1, 0
    starts = [*(each.start() for each in heads), len(text)]
    for head, end in zip(heads, starts[1:], strict=True):
        line += text.count("\n", place, head.start())
        place = head.start()
        yield line, head, text[head.end() : end]


def _said(form: re.Pattern[str], sender: str | None, body: str) -> tuple[str | None, Kind, str]:
    body = body.rstrip("\n")
    if form is _MARKDOWN:
        return _markdown(sender, body)
    if sender is None or _TYPED.fullmatch(body):
        return None, "system", body
    if form is _SHORT:
        details = _DETAILS.match(body)
        text = body[details.end() :] if details else body
        media = not text or bool(details and "attachment" in details[0])
        return sender, "media" if media else "text", text
    return sender, "text" if body else "media", body


def _markdown(sender: str | None, body: str) -> tuple[str | None, Kind, str]:
    if body.strip() == _DELETED:
        return sender, "deleted", ""
    body = _REACTIONS.sub("", body)
    bare = _STICKER.sub("", _ATTACHED.sub("", body))
    text = _QUOTE.sub("\n", bare, count=1).strip() if _quotes(bare) else bare.strip()
    text = "\n".join(line.removesuffix("  ") for line in text.split("\n"))
    if sender == _NOBODY and not text:
        return None, "system", ""
    if _CALL.fullmatch(text):
        return sender, "call", text
    return sender, "media" if bare != body or not text else "text", text


def _quotes(body: str) -> bool:
    """A quote stands before what was said, or (in old exports) after it."""
    return (
        body.lstrip("\n").startswith("> ") or "\n\n> " in body or bool(re.search(r"\n> .*\Z", body))
    )

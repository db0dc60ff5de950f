"""Signal: what its exporters and Signal itself write, each form in a module of its own."""

from collections.abc import Sequence

from afterus.chats.chat import Ask, Conversation
from afterus.chats.signal import blocks, frames, lines, rows_json
from afterus.chats.source import Member
from afterus.chats.text import head_of

# The fullest first: an export may hold the same chat in two forms.
_FORMS = (frames, rows_json, blocks, lines)


def looks_like(head: str) -> bool:
    """Whether any of the forms begins so."""
    return any(form.looks_like(head) for form in _FORMS)


def conversations(members: Sequence[Member], ask: Ask) -> list[Conversation]:
    """Every chat; of two forms of one chat in a folder, the fuller."""
    forms: dict[str, tuple[int, Member]] = {}
    found: list[Conversation] = []
    for member in members:
        head = head_of(member.head())
        rank = next((place for place, form in enumerate(_FORMS) if form.looks_like(head)), 3)
        folder = member.name.rpartition("/")[0] or member.name
        if folder not in forms or rank < forms[folder][0]:
            forms[folder] = (rank, member)
        elif rank == forms[folder][0]:
            forms[member.name] = (rank, member)
    for rank, member in forms.values():
        found += _FORMS[rank].conversations(member, ask)
    return found

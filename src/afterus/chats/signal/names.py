"""What a chat is called where only its file says so."""

from afterus.chats.source import Member


def title_of(member: Member) -> str:
    """The folder that an exporter named after the chat, or the file's own name."""
    folder, _, name = member.name.rpartition("/")
    return folder.rpartition("/")[2] or name.rpartition(".")[0] or name

"""What can go wrong with a chat file. Pages and command line say it in their own words."""


class ChatError(Exception):
    """A chat that cannot be read. ``key`` names the sentence, ``values`` fill it in."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(f"{key} {values}" if values else key)
        self.key = key
        self.values = values


class NotAChat(ChatError):
    """No export of an app that is known here, or no message in it."""


class BrokenChat(ChatError):
    """An export, but damaged: cut short, locked, or written against its own format."""


class TooLarge(ChatError):
    """More than is read into memory, or a file made to swell when unpacked."""


class SeveralChats(ChatError):
    """The export holds several chats and none was chosen. ``names`` are the choices."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__("several_chats", count=len(names))
        self.names = names


class NoSuchChat(ChatError):
    """No chat of this name in the export. ``names`` are the choices."""

    def __init__(self, wanted: str, names: tuple[str, ...]) -> None:
        super().__init__("no_such_chat", wanted=wanted)
        self.names = names


class UnknownFormat(ChatError):
    """A format was asked for that no parser here has."""

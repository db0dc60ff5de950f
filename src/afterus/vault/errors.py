"""What can go wrong with sealed bytes."""


class CannotOpen(Exception):
    """These bytes do not open: changed, cut short, or sealed for another place or key."""


class WrongSecret(CannotOpen):
    """The bytes are whole, but this passphrase or recovery code is not theirs."""


class TooNew(CannotOpen):
    """Sealed by a later release in a format that this one does not know."""


class BadCode(ValueError):
    """Not written like a recovery code: wrong length, or a letter that codes never use."""

"""A vault that stays open from page to page.

The session row holds the vault key sealed under a secret that only the cookie has: neither a
stolen database nor a stolen cookie opens anything alone. A new passphrase ends all sessions.
"""

from django.contrib.sessions.models import Session

from afterus.records.models import Owner
from afterus.records.opened import OpenVault
from afterus.vault import (
    CannotOpen,
    SealedSession,
    SessionKey,
    open_session,
    owner_of_session,
    seal_session,
)

SESSION_FIELD = "sealed_vault"


def seal_for_session(vault: OpenVault) -> SealedSession:
    """`.sealed` for request.session[SESSION_FIELD], `.secret` for the cookie and nowhere else."""
    return seal_session(SessionKey(vault.owner.id, vault.owner.epoch, vault.key))


def open_from_session(sealed: str, secret: str) -> OpenVault | None:
    """The open vault, or None when row and cookie do not belong together or have ended."""
    try:
        opened = open_session(sealed, secret)
    except CannotOpen:
        return None
    owner = Owner.objects.filter(id=opened.owner, epoch=opened.epoch).first()
    return None if owner is None else OpenVault(owner, opened.key)


def end_sessions(owner: Owner) -> None:
    """Deletes every session row that holds this owner's sealed key."""
    mine = [row.pk for row in Session.objects.iterator() if _belongs_to(row, owner)]
    Session.objects.filter(pk__in=mine).delete()


def _belongs_to(row: Session, owner: Owner) -> bool:
    try:
        return owner_of_session(str(row.get_decoded().get(SESSION_FIELD))) == owner.id
    except CannotOpen:
        return False

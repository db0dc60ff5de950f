"""Wrong passphrases get slower: after three, waits of 1, 2, 4 … 60 seconds.

A try is counted before it is made, so that many at once, or a process killed in between, gain
nothing; the right passphrase sets the count back.
"""

import math
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from afterus.records.errors import WrongPassphrase
from afterus.records.models import Owner

FREE_TRIES = 3
LONGEST = 60


def now() -> datetime:
    """The time of the throttle; tests turn it."""
    return timezone.now()


def begin_try(owner: Owner) -> int:
    """Counts a try; gives the wait, in seconds, should it be wrong. Early: WrongPassphrase."""
    with transaction.atomic():
        row = Owner.objects.select_for_update().get(pk=owner.pk)
        left = _seconds_left(row)
        if left:
            raise WrongPassphrase(left, tried=False)
        row.wrong_tries += 1
        wait = wait_after(row.wrong_tries)
        row.wait_until = now() + timedelta(seconds=wait) if wait else None
        row.save(update_fields=["wrong_tries", "wait_until"])
    return wait


def succeeded(owner: Owner) -> None:
    """Forgets all wrong tries."""
    Owner.objects.filter(pk=owner.pk).update(wrong_tries=0, wait_until=None)


def wait_after(wrong_tries: int) -> int:
    """Seconds to wait after so many wrong tries in a row."""
    beyond = wrong_tries - FREE_TRIES
    return 0 if beyond < 0 else min(LONGEST, 2 ** min(beyond, 10))


def _seconds_left(owner: Owner) -> int:
    if owner.wait_until is None:
        return 0
    left = math.ceil((owner.wait_until - now()).total_seconds())
    return max(0, min(left, wait_after(owner.wrong_tries)))

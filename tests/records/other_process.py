"""What tests do in a process of its own: `python other_process.py VERB [WORDS…]`."""

import contextlib
import os
import random
import signal
import sys
import time
from datetime import date

import django
from django.core.management import call_command

PASSPHRASE = "lamp river stone"


def write(canary):
    """Puts the canary wherever words can go, then dies without tidying up."""
    from django.contrib.sessions.backends.db import SessionStore

    from afterus.records import (
        SESSION_FIELD,
        WrongPassphrase,
        create_vault,
        seal_for_session,
        unlock,
    )

    vault, code = create_vault(PASSPHRASE)
    for text in (canary, canary * 300):
        entry = vault.keep(step(text))
        vault.keep(step(text + "!"), entry)
    with contextlib.suppress(WrongPassphrase):
        unlock(canary)
    vault.change_passphrase(PASSPHRASE, canary)
    store = SessionStore()
    store[SESSION_FIELD], secret = seal_for_session(vault)
    store.save()
    vault.erase(vault.keep(step(canary)))
    print(code, secret, vault.key.secret.hex(), sep="\n", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)


def erase(name):
    """Erases the vault of that name and gives bytes that stood sealed in its rows."""
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session

    from afterus.records import SESSION_FIELD, create_vault, erase_vault, seal_for_session
    from afterus.records.models import Entry, KeySlot, Owner

    vault, _ = create_vault(PASSPHRASE, name)
    for number in range(40):
        vault.keep(step(f"night {number} " * 50))
    store = SessionStore()
    store[SESSION_FIELD], _ = seal_for_session(vault)
    store.save()
    for row in [*Entry.objects.all(), *KeySlot.objects.all()]:
        print(bytes(row.blob)[-40:].hex())
    erase_vault(name)
    assert not any(table.objects.exists() for table in (Owner, KeySlot, Entry, Session))
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)


def killed(rounds):
    """Kills a writer again and again; afterwards all that it acknowledged must be there."""
    from django.db import connections

    from afterus.records import create_vault, unlock
    from afterus.records.documents import StepDone

    vault, _ = create_vault(PASSPHRASE)
    counter = vault.keep(step("0"))
    acknowledged, told = {}, 0
    for _ in range(int(rounds)):
        connections.close_all()
        for line in written_until_killed(vault, counter):
            entry, note = line.split()
            if entry == str(counter):
                told = max(told, int(note))
            else:
                acknowledged[entry] = note
    opened = unlock(PASSPHRASE)
    found = {str(kept.id): kept.document.note for kept in opened.all(StepDone)}
    assert int(found[str(counter)]) >= told
    lost = [entry for entry, note in acknowledged.items() if found.get(entry) != note]
    assert not lost, f"{len(lost)} lost"
    print(len(acknowledged), told)


def written_until_killed(vault, counter):
    """The lines a forked writer got out before it was killed at a moment of chance."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        number = int(vault.get(counter).document.note)
        while True:
            number += 1
            entry = vault.keep(step(str(number)))
            os.write(writing, f"{entry} {number}\n".encode())
            vault.keep(step(str(number)), counter)
            os.write(writing, f"{counter} {number}\n".encode())
    os.close(writing)
    with os.fdopen(reading) as lines:
        told = [lines.readline() for _ in range(random.randint(1, 12))]
        time.sleep(random.uniform(0, 0.01))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told += lines.readlines()
    return [line for line in told if line.endswith("\n")]


def guess(times):
    """Many guess at once, each in a process of its own; gives how many guesses were looked at."""
    from django.db import connections

    from afterus.records import WrongPassphrase, create_vault, unlock

    create_vault(PASSPHRASE)
    connections.close_all()
    children = []
    for _ in range(int(times)):
        child = os.fork()
        if child == 0:
            try:
                unlock("lamp river stones")
            except WrongPassphrase as wrong:
                os._exit(int(wrong.tried))
        children.append(child)
    print(sum(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children))


def step(note):
    from afterus.records.documents import StepDone

    return StepDone(on=date(2026, 11, 24), reading_id="r1", step="celebrate", note=note)


if __name__ == "__main__":
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    verbs = {"write": write, "erase": erase, "killed": killed, "guess": guess}
    verbs[sys.argv[1]](*sys.argv[2:])

"""A chat being read: a thread with the open vault feeds a child process and seals what it tells.

The file stays in memory. What the person says comes as `MirrorTold` documents, what they see is
the `MirrorWork` document: any page, in any process of the server, can take part.
"""

import contextlib
import os
import subprocess
import sys
import threading
from datetime import datetime
from queue import Empty, Queue
from time import monotonic
from typing import IO, Any
from uuid import UUID, uuid4

import msgspec
from django.db import DatabaseError, close_old_connections, connections, transaction
from msgspec.structs import replace

from afterus.mirror import Mirror, without_words
from afterus.records import NoEntry, NotKept, OpenVault
from afterus.records.chat_mirror import ChatMirror, MirrorLook, MirrorTold, MirrorWork
from afterus.web import clock, running
from afterus.web.understand.mirror import child

AT_ONCE = threading.BoundedSemaphore(2)
SILENT_AFTER = 20
WAITS_FOR = 15 * 60
_LOOK_EACH = 0.4
_BEAT_EACH = 2.0
_PASSED_ON = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "TZ", "SYSTEMROOT", "LD_LIBRARY_PATH")

Files = list[tuple[str, bytes]]


class Ended(Exception):
    """Stopped by the person, or by a lock."""


def start(vault: OpenVault, files: Files) -> UUID:
    """Begins to read a chat; gives the id of the document that says how far it is."""
    work_id = vault.keep(MirrorWork(state="waiting", beat=clock.now()))
    threading.Thread(target=_run, args=(vault, work_id, files), daemon=True).start()
    return work_id


def alive(work: MirrorWork, now: datetime) -> bool:
    """Whether somebody still works at it."""
    return (now - work.beat).total_seconds() < SILENT_AFTER


def forget(vault: OpenVault, work_id: UUID) -> None:
    """Removes what was kept of the work itself."""
    for told in vault.all(MirrorTold):
        if told.document.work_id == str(work_id):
            vault.erase(told.id)
    with contextlib.suppress(NoEntry):
        vault.erase(work_id)


def _run(vault: OpenVault, work_id: UUID, files: Files) -> None:
    try:
        with running.work_of(vault.owner.id) as end:
            _Work(vault, work_id, end).go(files)
    except Ended:
        with contextlib.suppress(NoEntry, DatabaseError):
            forget(vault, work_id)
    except (NoEntry, NotKept, DatabaseError):
        # The vault is gone or cannot be written: the page says that the work was interrupted.
        pass
    finally:
        connections.close_all()


class _Work:
    """One piece of work, from the file to the sealed mirror."""

    def __init__(self, vault: OpenVault, work_id: UUID, end: threading.Event) -> None:
        self._vault, self._id, self._end = vault, work_id, end
        self._now = MirrorWork(state="waiting", beat=clock.now())
        self._beaten = self._asked = monotonic()
        self._heard: set[UUID] = set()

    def go(self, files: Files) -> None:
        while not AT_ONCE.acquire(timeout=_LOOK_EACH):
            self._look_up()
        process = None
        try:
            process = _child()
            self._feed(process, files)
            files.clear()
            self._follow(process)
        finally:
            AT_ONCE.release()
            if process:
                process.kill()
                process.wait()

    def _feed(self, process: subprocess.Popen[bytes], files: Files) -> None:
        assert process.stdin
        self._say(state="reading", share=0.0)
        # A child that could not take it all has said why, or its silence will.
        with contextlib.suppress(BrokenPipeError):
            child.pack(files, process.stdin)  # type: ignore[arg-type]

    def _follow(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin
        assert process.stdout
        lines: Queue[bytes] = Queue()
        threading.Thread(target=_listen, args=(process.stdout, lines), daemon=True).start()
        while True:
            try:
                line = lines.get(timeout=_LOOK_EACH)
            except Empty:
                self._look_up(process.stdin)
                continue
            told = msgspec.json.decode(line) if line else {"state": "trouble", "trouble": "died"}
            if self._told(told):
                return
            self._look_up(process.stdin)

    def _told(self, told: dict[str, Any]) -> bool:
        """Keeps what the child told; True once it is over."""
        state = told["state"]
        if state == "seen":
            self._keep(told)
        elif state == "trouble":
            self._say(state="trouble", trouble=told["trouble"], values=told.get("values", {}))
        elif state == "choosing":
            self._say(state="choosing", chats=told["chats"])
        elif state == "found":
            self._say(state="asking", found=told["found"])
        else:
            self._say(state=state, share=told["share"])
        return state in ("seen", "trouble")

    def _keep(self, told: dict[str, Any]) -> None:
        seen = msgspec.convert(told["seen"], Mirror)
        figures = msgspec.to_builtins(without_words(seen))
        made = uuid4()
        with transaction.atomic():
            now = clock.now()
            mirror = ChatMirror(
                made=now,
                them=told["them"],
                format=told["format"],
                figures=figures,
            )
            self._vault.restore(made, now, mirror)
            self._vault.keep(MirrorLook(mirror_id=str(made), seen=told["seen"]))
            self._say(state="done", share=1.0, made=str(made), found={}, chats=())

    def _look_up(self, answers: IO[bytes] | None = None) -> None:
        """Looks for what the person said, and shows that the work is alive."""
        if self._end.is_set():
            raise Ended
        for told in self._vault.all(MirrorTold):
            if told.document.work_id != str(self._id) or told.id in self._heard:
                continue
            if told.document.stop:
                raise Ended
            self._heard.add(told.id)
            if answers:
                answers.write(msgspec.json.encode(told.document.told) + b"\n")
                answers.flush()
                self._say(state="reading", share=0.0, heard=len(self._heard))
        if self._now.state not in ("choosing", "asking"):
            self._asked = monotonic()
        if monotonic() - self._asked > WAITS_FOR:
            raise Ended
        if monotonic() - self._beaten > _BEAT_EACH:
            self._say()
        close_old_connections()

    def _say(self, **changed: Any) -> None:
        self._now = msgspec.convert(
            msgspec.to_builtins(replace(self._now, beat=clock.now(), **changed)), MirrorWork
        )
        self._vault.keep(self._now, self._id)
        self._beaten = monotonic()


def _child() -> subprocess.Popen[bytes]:
    # What it says of an error could hold words of the chat: nobody hears it.
    return subprocess.Popen(
        [sys.executable, "-m", "afterus.web.understand.mirror.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
    )


def _listen(source: IO[bytes], lines: "Queue[bytes]") -> None:
    for line in source:
        lines.put(line)
    lines.put(b"")

"""Where a chat comes from: a file, bytes, a stream, a folder or a zip, all as plain members."""

import codecs
import io
import os
import stat
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, BinaryIO

import msgspec

from afterus.chats.errors import BrokenChat, NotAChat, TooLarge

Source = Path | bytes | BinaryIO

HEAD = 64 * 1024
MOST_BYTES = 1024**3
MOST_MEMBERS = 100_000
# No words shrink this much; what does was made to swell.
SWELLS = 400
SWELLS_FROM = 32 * 1024**2


class Member(msgspec.Struct, frozen=True):
    """One file of an export. ``path`` only where it lies on disk by itself."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]
    path: Path | None = None

    def head(self, size: int = HEAD) -> bytes:
        """Its first bytes."""
        with self.open() as stream:
            return stream.read(size)

    def chunks(self, size: int) -> Iterator[bytes]:
        """Its bytes, piece by piece. Raises TooLarge, BrokenChat."""
        if self.size > MOST_BYTES:
            raise TooLarge("too_large", most=MOST_BYTES // 1024**2)
        left = MOST_BYTES
        with self.open() as stream:
            while chunk := stream.read(size):
                left -= len(chunk)
                if left < 0:
                    raise TooLarge("too_large", most=MOST_BYTES // 1024**2)
                yield chunk

    def lines(self, longest: int) -> Iterator[bytes]:
        """Its lines, bare of their ends and a byte order mark. Raises TooLarge, BrokenChat."""
        held: bytes | None = None
        for chunk in self.chunks(4 * 1024**2):
            if held is None:
                held = b""
                chunk = chunk.removeprefix(codecs.BOM_UTF8)
            *lines, held = (held + chunk).split(b"\n")
            yield from lines
            if len(held) > longest:
                raise TooLarge("line_too_long", most=longest // 1024**2)
        if held:
            yield held

    def read(self) -> bytes:
        """All its bytes. Raises TooLarge, BrokenChat."""
        whole = list(self.chunks(max(self.size + 1, 16 * 1024**2)))
        return whole[0] if len(whole) == 1 else b"".join(whole)


@contextmanager
def opened(source: Source) -> Iterator[list[Member]]:
    """The files of an export. Raises NotAChat, BrokenChat, TooLarge, OSError."""
    if isinstance(source, bytes | bytearray | memoryview):
        source = io.BytesIO(source)
    if not isinstance(source, os.PathLike):
        with _stream(source) as members:
            yield members
    elif Path(source).is_dir():
        yield list(_folder(Path(source)))
    else:
        if not stat.S_ISREG(Path(source).stat().st_mode):
            raise NotAChat("not_a_file")
        with Path(source).open("rb") as stream, _stream(stream, Path(source)) as members:
            yield members


@contextmanager
def _stream(stream: BinaryIO, path: Path | None = None) -> Iterator[list[Member]]:
    if not stream.seekable():
        raw = stream.read(MOST_BYTES + 1)
        stream = io.BytesIO(raw)
    size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    begins = stream.read(4)
    stream.seek(0)
    if begins[:2] != b"PK":
        name = path.name if path else str(getattr(stream, "name", "") or "")
        yield [Member(Path(name).name, size, lambda: _Kept(stream), path)]
        return
    try:
        zipped = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError):
        raise BrokenChat("zip_broken") from None
    with zipped:
        yield list(_zip(zipped))


class _Kept(io.RawIOBase, BinaryIO):
    """The caller's stream, from its start; closing this does not close that."""

    def __init__(self, stream: BinaryIO) -> None:
        stream.seek(0)
        self._stream = stream

    def readable(self) -> bool:
        """Always."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        return self._stream.read(size)


def _zip(zipped: zipfile.ZipFile) -> Iterator[Member]:
    infos = zipped.infolist()
    if len(infos) > MOST_MEMBERS:
        raise TooLarge("too_many_files", most=MOST_MEMBERS)
    for info in infos:
        if not info.filename or info.filename.endswith("/"):
            continue
        if info.flag_bits & 1:
            raise BrokenChat("zip_locked")
        if info.file_size > SWELLS_FROM and info.file_size > SWELLS * (info.compress_size + 1):
            raise TooLarge("swells")
        # A name is only ever compared and shown, never used as a path.
        yield Member(info.filename, info.file_size, partial(_Bounded, zipped, info))


class _Bounded(io.RawIOBase, BinaryIO):
    """A member of a zip that never gives more than it said."""

    def __init__(self, zipped: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
        with _told():
            self._stream = zipped.open(info)
        self._left = info.file_size

    def readable(self) -> bool:
        """Always."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        wanted = self._left if size < 0 else min(size, self._left)
        with _told():
            data = self._stream.read(wanted)
        self._left -= len(data)
        return data

    def close(self) -> None:
        """Lets go of the member."""
        self._stream.close()
        super().close()


def _folder(folder: Path) -> Iterator[Member]:
    found = 0
    for place, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            path = Path(place, name)
            # A link could lead out of the folder that was handed in.
            if path.is_symlink() or not path.is_file():
                continue
            found += 1
            if found > MOST_MEMBERS:
                raise TooLarge("too_many_files", most=MOST_MEMBERS)
            inner = path.relative_to(folder).as_posix()
            yield Member(inner, path.stat().st_size, partial(_on_disk, path), path)


def _on_disk(path: Path) -> IO[bytes]:
    return path.open("rb")


@contextmanager
def _told() -> Iterator[None]:
    """Whatever a damaged zip does to its reader, and each way of packing has its own errors."""
    try:
        yield
    except Exception:
        raise BrokenChat("zip_broken") from None

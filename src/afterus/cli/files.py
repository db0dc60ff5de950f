"""Files written whole or not at all, closed to other users of the computer."""

import io
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from afterus.cli.words import CannotDo, say

JSON = "afterus.json"
MOST_BYTES = 2 * 1024**3


def write_new_file(target: Path, raw: bytes) -> None:
    """Writes a file that was not there before. Raises CannotDo and leaves nothing behind."""
    with _in_one_piece(target) as folder:
        part = folder / target.name
        _write(part, raw)
        os.link(part, target)


def write_new_folder(target: Path, files: Mapping[str, str]) -> None:
    """Writes a folder, or a zip where the name ends so. Raises CannotDo, leaves nothing behind."""
    if target.suffix.lower() == ".zip":
        write_new_file(target, _zipped(target.stem, files))
        return
    with _in_one_piece(target) as folder:
        whole = folder / target.name
        whole.mkdir(mode=0o700)
        for name, text in files.items():
            _write(whole / name, text.encode())
        whole.rename(target)


def read_export(source: Path) -> bytes:
    """The bytes of an export or backup: a file's, or those of the JSON in a folder or a zip."""
    try:
        if source.is_dir():
            source = source / JSON
        if not zipfile.is_zipfile(source):
            return source.read_bytes()
        with zipfile.ZipFile(source) as folded:
            inside = next(each for each in folded.infolist() if Path(each.filename).name == JSON)
            if inside.file_size > MOST_BYTES:
                raise ValueError("larger than any export")
            return folded.read(inside)
    except (StopIteration, ValueError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        raise CannotDo(say("exchange.error.not_ours", file=source)) from None
    except OSError as why:
        raise CannotDo(_cannot("read", source, why)) from None


@contextmanager
def _in_one_piece(target: Path) -> Iterator[Path]:
    """A hidden folder beside the target, gone afterwards whatever happens."""
    if target.exists():
        raise CannotDo(say("exchange.error.exists", file=target))
    hidden: Path | None = None
    try:
        hidden = Path(tempfile.mkdtemp(prefix=".afterus-", dir=target.parent))
        yield hidden
    except FileExistsError:
        raise CannotDo(say("exchange.error.exists", file=target)) from None
    except OSError as why:
        raise CannotDo(_cannot("write", target, why)) from None
    finally:
        if hidden is not None:
            shutil.rmtree(hidden, ignore_errors=True)


def _write(file: Path, raw: bytes) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(raw)
        out.flush()
        os.fsync(out.fileno())


def _zipped(name: str, files: Mapping[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as folded:
        for file, text in files.items():
            folded.writestr(f"{name}/{file}", text)
    return held.getvalue()


def _cannot(do: str, file: Path, why: OSError) -> str:
    return say(f"exchange.error.cannot_{do}", file=file, reason=why.strerror or why)

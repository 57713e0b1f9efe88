"""Writing what was made into a folder, whole or not at all, with a clear word where it fails."""

import errno
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

from .refusal import NOT_WRITTEN, CommandError

if sys.platform != "win32":
    import fcntl

WHY: Final = {
    errno.ENOSPC: "the disk is full. Free some space, or choose another folder with --out",
    errno.EDQUOT: "your share of the disk is full. Choose another folder with --out",
    errno.EACCES: "you may not write there. Choose another folder with --out",
    errno.EPERM: "you may not write there. Choose another folder with --out",
    errno.EROFS: "nothing can be written there. Choose another folder with --out",
    errno.ENOTDIR: "that is a file and no folder. Choose another folder with --out",
    errno.EEXIST: "that is a file and no folder. Choose another folder with --out",
}


def refused(where: Path, error: OSError) -> CommandError:
    """Return what to say where a file cannot be written."""
    why = WHY.get(error.errno or 0, f"it cannot be written: {error.strerror}")
    return CommandError(f"{where}: {why}.", NOT_WRITTEN)


def made(folder: str) -> Path:
    """Return a folder, made if need be; CommandError where it cannot be."""
    if not folder:  # as a variable of a script that was never set: it is no wish for this folder
        raise CommandError("--out is empty. Name a folder, or . for this one.", NOT_WRITTEN)
    path = Path(folder)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refused(path, error) from None
    return path


def ready(folder: str) -> Path:
    """Return a folder that can be written to, before long work; CommandError where it cannot be."""
    path = made(folder)
    try:
        with TemporaryFile(dir=path):
            return path
    except OSError as error:
        raise refused(path, error) from None


def file_ready(file: str) -> Path:
    """Return where a file can be written, before long work; CommandError where it cannot be."""
    path = Path(file)
    if path.is_dir():
        raise CommandError(f"{path} is a folder. Name a file in it with --out.", NOT_WRITTEN)
    ready(str(path.parent))
    return path


def put(folder: Path, name: str, content: bytes) -> str:
    """Write a file and return what to say of it; an older one stays whole until then."""
    return put_all(folder, {name: content})


def put_all(folder: Path, files: Mapping[str, bytes]) -> str:
    """Write files that belong together, and return what to say of them.

    All are on the disk before the first takes its place, so that a power cut or a full disk leaves
    the older ones, and never some of each; nor do two processes that write at once.
    """
    with held(folder):
        _put_all(folder, files)
    return "".join(f"{folder / name} ({len(content):,} bytes)\n" for name, content in files.items())


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a folder, so that those who write there take turns, and leave its new names on the disk.

    A kill lets go of it. Where it cannot be held, as on Windows, nobody waits.
    """
    try:
        folder_itself = os.open(folder, os.O_RDONLY)
    except OSError:
        yield
        return
    try:
        if sys.platform != "win32":
            with suppress(OSError):
                fcntl.flock(folder_itself, fcntl.LOCK_EX)
        yield
        with suppress(OSError):
            os.fsync(folder_itself)
    finally:
        os.close(folder_itself)


def _put_all(folder: Path, files: Mapping[str, bytes]) -> None:
    parts = {name: folder / f".{name}.part" for name in files}
    where = folder
    try:
        for name, content in files.items():
            where = folder / name
            with parts[name].open("wb") as part:
                part.write(content)
                part.flush()
                os.fsync(part.fileno())
        for name, part_of in parts.items():
            where = folder / name
            part_of.replace(where)
    except OSError as error:
        for part_of in parts.values():
            with suppress(OSError):  # what cannot be written cannot always be removed either
                part_of.unlink(missing_ok=True)
        raise refused(where, error) from None

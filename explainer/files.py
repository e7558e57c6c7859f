"""Files read whole and replaced whole: UTF-8 byte for byte, locked, atomic."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from explainer.faults import InputError

MAX_BYTES = 64_000_000


def read_text(path: Path) -> str:
    """A text file as UTF-8, byte for byte; InputError with the file and the way out."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError(f"is larger than {MAX_BYTES // 1_000_000} MB", path.name)
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise InputError(f"is missing in {path.parent.name or '.'!r}", path.name) from None
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not UTF-8; save the file as UTF-8"
        raise InputError(message, path.name) from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", path.name) from None


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write all files beside the old ones, then rename them; all or, when writing fails, none.

    Files that already hold the same bytes are left alone. Two writers wait for each other.
    InputError, with the way out, where the folder cannot be written.
    """
    contents = {name: _encoded(name, content) for name, content in files.items()}
    staged: dict[Path, str] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _lock(folder):
            try:
                for name, content in contents.items():
                    if _bytes_of(folder / name) != content:
                        staged[folder / name] = _stage(folder / name, content)
                for final, temporary in list(staged.items()):
                    os.replace(temporary, final)
                    del staged[final]
            finally:
                for temporary in staged.values():
                    with suppress(OSError):
                        os.unlink(temporary)
    except OSError as error:
        raise InputError(
            f"cannot be written: {error.strerror or error}; choose another folder", str(folder)
        ) from None


def write_file(path: Path, content: str | bytes) -> Path:
    """Write one file atomically; see ``write_files``. Returns the path."""
    write_files(path.parent, {path.name: content})
    return path


def _encoded(name: str, content: str | bytes) -> bytes:
    if isinstance(content, bytes):
        return content
    try:
        return content.encode("utf-8")
    except UnicodeEncodeError as error:
        message = f"character {error.start} is half of a surrogate pair and cannot be saved; remove it"
        raise InputError(message, name) from None


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _stage(path: Path, content: bytes) -> str:
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        os.chmod(name, 0o644)
    except BaseException:
        os.unlink(name)
        raise
    return name


@contextmanager
def _lock(folder: Path, patience: float = 10.0, stale_after: float = 60.0) -> Iterator[None]:
    """Hold the folder while its files are replaced. A lock left by a dead process is broken."""
    path, deadline = folder / ".save.lock", time.monotonic() + patience
    while True:
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            break
        except FileExistsError:
            with suppress(FileNotFoundError):
                if time.time() - path.stat().st_mtime > stale_after:
                    path.unlink()
                    continue
            if time.monotonic() > deadline:
                message = f"another save is under way; try again, or delete {path.name} if none is"
                raise InputError(message, str(folder)) from None
            time.sleep(0.02)
    try:
        yield
    finally:
        with suppress(FileNotFoundError):
            path.unlink()

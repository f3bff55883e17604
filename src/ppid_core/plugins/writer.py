"""The only place that writes: all files of a call, or none of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from ppid_core.errors import FileBusyError
from ppid_core.plugins.exporter import Artifact, plain
from ppid_core.plugins.naming import refuse_names

PROGRAMS = {".docx": "Word", ".xlsx": "Excel", ".csv": "Excel"}


def write(artifacts: Iterable[Artifact], folder: Path | str) -> tuple[Path, ...]:
    """Write files into one folder; where one cannot be written, all stay as they were.

    Each file appears at once and whole: it is written beside its place first. The other files of the folder
    are not touched. A link in the place of a file is replaced; where it leads to, nothing is written.

    Args:
        artifacts: the files; their names are plain and differ in more than case.
        folder: where to; made where it is missing.

    Returns:
        The paths, in the order of ``artifacts``.

    Raises:
        AnswerError: for what is no file, or a name that no folder may hold, before anything is written.
        FileBusyError: where an old file cannot be replaced.
        OSError: where the folder cannot be written.
    """
    files, home = tuple(plain(file) for file in artifacts), Path(folder)
    refuse_names(files)
    home.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=home, prefix=".ppid-") as stage, ExitStack() as undo:
        new, old = Path(stage, "new"), Path(stage, "old")
        new.mkdir()
        old.mkdir()
        for file in files:
            (new / file.name).write_bytes(file.content)
        for file in files:
            _replace(new / file.name, home / file.name, old / file.name, undo)
        undo.pop_all()
    return tuple(home / file.name for file in files)


def _replace(new: Path, target: Path, backup: Path, undo: ExitStack) -> None:
    """Put ``new`` in its place, and note how to put back what was there: a link stays a link."""
    is_there = os.path.lexists(target)
    try:
        if is_there:
            shutil.copy2(target, backup, follow_symlinks=False)
        new.replace(target)
    except PermissionError as error:
        raise FileBusyError(_busy(target)) from error
    if is_there:
        undo.callback(os.replace, backup, target)
    else:
        undo.callback(target.unlink)


def _busy(target: Path) -> str:
    program = PROGRAMS.get(target.suffix, "program yang membukanya")
    return (
        f"Tidak dapat menulis {target.name}: berkas sedang dibuka. "
        f"Tutup {program}, lalu jalankan lagi. Berkas lama tidak berubah."
    )

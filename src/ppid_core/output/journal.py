"""The steps by which staged files come into place, written down first: a broken run can be completed."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from datetime import date
from hashlib import file_digest
from itertools import count
from pathlib import Path
from typing import Literal, get_args

from attrs import asdict, frozen

from ppid_core.errors import FileBusyError
from ppid_core.language import Bilingual
from ppid_core.output.manifest import NAME as MANIFEST
from ppid_core.output.manifest import is_inside

PREFIX = ".ppid-"
"""How everything begins that a run leaves behind where it is killed."""

_FILE = "jurnal.json"
NOTHING, LINK, FOLDER = "", "tautan", "folder"
_PROGRAMS: Mapping[str, str] = {".docx": "Word", ".xlsx": "Excel", ".csv": "Excel"}

_Kind = Literal["keep", "put", "remove"]


@frozen(kw_only=True)
class Change:
    """One change of the folder.

    Attributes:
        kind: ``keep`` gives a file another name, ``put`` brings a staged one into its place, ``remove`` takes
            one away.
        name: the path of the file in the folder.
        other: its new name, or the number of the staged file.
        was: its state when this was decided: only such a file is replaced or removed.
    """

    kind: _Kind
    name: str
    other: str = ""
    was: str = NOTHING


@frozen(kw_only=True)
class Journal:
    """The steps of one run, in order, and where its files are staged."""

    home: Path
    stage: Path
    steps: tuple[Change, ...]

    @classmethod
    def of(cls, stage: Path) -> Journal | None:
        """Return the journal of a broken run, None where it broke before anything was changed."""
        try:
            steps = tuple(Change(**plain) for plain in json.loads((stage / _FILE).read_text("utf-8")))
        except (OSError, ValueError, TypeError, RecursionError):
            return None
        return cls(home=stage.parent, stage=stage, steps=steps) if all(map(_is_ours, steps)) else None

    def write(self) -> None:
        """Write the steps down: from here on the run is completed, by whomever."""
        draft = self.stage / f"{_FILE}.baru"
        draft.write_text(json.dumps([asdict(step) for step in self.steps]), "utf-8")
        draft.replace(self.stage / _FILE)

    def run(self, *, again: bool = False) -> None:
        """Take each step that is not taken yet; where one cannot be, those of this call are undone.

        Args:
            again: whether another call may have taken some: then the journal stays open where this one fails.

        Raises:
            FileBusyError: a file cannot be replaced.
            OSError: the folder cannot be written.
        """
        undo = ExitStack()
        try:
            for number, step in enumerate(self.steps):
                self._take(step, number, undo)
        except BaseException:
            undo.close()
            if not again:
                self._close()
            raise
        self._close()

    def _close(self) -> None:
        (self.stage / _FILE).unlink()

    def _take(self, step: Change, number: int, undo: ExitStack) -> None:
        target, staged = self.home / step.name, self.stage / "new" / step.other
        now = state(target)
        try:
            if step.kind == "keep" and now and not os.path.lexists(self.home / step.other):
                _move(target, self.home / step.other, undo)
            elif step.kind == "put" and staged.exists():
                if now not in {step.was, NOTHING, LINK} and step.name != MANIFEST:
                    _move(target, self.home / kept_name(self.home, step.name), undo)
                    now = NOTHING
                self._save(target, number, now, undo)
                staged.replace(target)
            elif step.kind == "remove" and now == step.was:
                self._save(target, number, now, undo)
                target.unlink()
        except PermissionError as error:
            if not os.access(target.parent, os.W_OK):
                raise
            raise FileBusyError(
                _BUSY.fill(name=target.name, program=_PROGRAMS.get(target.suffix, _SOME_PROGRAM))
            ) from error

    def _save(self, target: Path, number: int, now: str, undo: ExitStack) -> None:
        """Note how to put back what is there: a link stays a link."""
        if now == NOTHING:
            undo.callback(target.unlink, missing_ok=True)
            return
        backup = self.stage / "old" / str(number)
        shutil.copy2(target, backup, follow_symlinks=False)
        undo.callback(backup.replace, target)


def is_open(stage: Path) -> bool:
    """Tell whether steps are left to take, or could not be undone."""
    return (stage / _FILE).exists()


def state(path: Path) -> str:
    """Return what lies at a path: the SHA-256 of a file, or that it is none."""
    if path.is_symlink():
        return LINK
    if not path.exists():
        return NOTHING
    if not path.is_file():
        return FOLDER
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def kept_name(home: Path, name: str) -> str:
    """Return under which free name a file is kept: its own, with the day of its last change."""
    path = home / name
    day = date.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ012  the day as the clerk's computer shows it
    return next(other for other in _names(name, day) if not os.path.lexists(home / other))


def _names(name: str, day: date) -> Iterator[str]:
    room, slash, last = name.rpartition("/")
    stem, dot, suffix = last.rpartition(".") if "." in last else (last, "", "")
    yield f"{room}{slash}{stem} (diubah {day}){dot}{suffix}"
    for number in count(2):
        yield f"{room}{slash}{stem} (diubah {day}, {number}){dot}{suffix}"


def _move(path: Path, to: Path, undo: ExitStack) -> None:
    path.rename(to)
    undo.callback(to.rename, path)


def _is_ours(step: Change) -> bool:
    """Tell whether a step leads nowhere but into the folder and out of its stage."""
    if step.kind not in get_args(_Kind) or not all(map(_is_text, (step.name, step.other, step.was))):
        return False
    is_number = step.other.isascii() and step.other.isdigit()
    leads = {"put": is_number, "keep": is_inside(step.other), "remove": not step.other}
    return is_inside(step.name) and leads[step.kind]


def _is_text(value: object) -> bool:
    return isinstance(value, str)


_SOME_PROGRAM = Bilingual("program yang membukanya", "the program that holds it")
_BUSY = Bilingual(
    "Tidak dapat menulis {name}: berkas sedang dibuka. Tutup {program}, lalu jalankan lagi. "
    "Berkas lama tidak berubah.",
    "{name} cannot be written: the file is open. Close {program} and run this again. "
    "The old file is as it was.",
)

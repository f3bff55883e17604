"""The only place that writes: all files of a call or none, and none over what somebody edited."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

from attrs import define, field, frozen

from ppid_core.argument import refuse_bare
from ppid_core.errors import FileBusyError, FolderError
from ppid_core.language import Bilingual
from ppid_core.log import debug
from ppid_core.output.artifact import Artifact, a_file, refuse_names
from ppid_core.output.journal import FOLDER, LINK, NOTHING, PREFIX, Change, Journal, is_open, kept_name, state
from ppid_core.output.manifest import NAME as MANIFEST
from ppid_core.output.manifest import SUMS, Imprint, Manifest, WrittenFile, digest_of, paths_of


@frozen(kw_only=True)
class Deposit:
    """What one call changed in a folder.

    Attributes:
        paths: the files written, in the order in which they were given.
        kept: each file that was there and is not what we wrote, with the name that it has now.
        removed: what an earlier run of the same kind wrote and this one does not.
    """

    paths: tuple[Path, ...]
    kept: tuple[tuple[str, str], ...] = ()
    removed: tuple[str, ...] = ()


def write(artifacts: Iterable[Artifact], folder: Path | str) -> tuple[Path, ...]:
    """Write files into one folder; where one cannot be written, all stay as they were.

    Documents lie at its top, data (CSV, JSON) in its folder ``data``, or in the one that they name. A file
    that is there already and is not what was written there before, because somebody edited it, is not
    overwritten: it keeps its name, with the day of its last change added. What was written is known by its
    hash, from ``.ppid-manifest.json``.

    Each file is written beside its place first, and all are put into place at once; where that is cut short,
    the next call completes it. The other files of the folder are not touched. A link in the place of a file
    is replaced; where it leads to, nothing is written.

    >>> import tempfile
    >>> from ppid_core import Artifact, write
    >>> file = Artifact(name="judul.txt", media_type="text/plain", content=b"Laporan")
    >>> [path.name for path in write([file], tempfile.mkdtemp())]
    ['judul.txt']

    Args:
        artifacts: the files; their names are plain and differ in more than case.
        folder: where to; made where it is missing.

    Returns:
        The paths, in the order of ``artifacts``.

    Raises:
        ArgumentError: ``artifacts`` is one file, and no list.
        AnswerError: for what is no file, or a name that no folder may hold, before anything is written.
        FileBusyError: where an old file cannot be replaced.
        FolderError: where the folder cannot be written: it is closed, or full.
    """
    refuse_bare("artifacts", artifacts, Artifact)
    return deposit(artifacts, folder).paths


def deposit(artifacts: Iterable[Artifact], folder: Path | str, imprint: Imprint | None = None) -> Deposit:
    """Write the same as `write`, and return all that changed.

    Args:
        artifacts: the files.
        folder: where to.
        imprint: of which run they are: what an earlier one wrote, and this one does not, is removed, unless
            somebody edited it; the checksums of the folder are renewed.
    """
    files, home = tuple(a_file(file) for file in artifacts), Path(folder)
    refuse_names(files)
    with _prepared(home):
        done = _Run(home=home, manifest=Manifest.of(home)).of(files, imprint)
    said = "files written: %d, kept under another name: %d, removed: %d"
    debug("export", said, len(done.paths), len(done.kept), len(done.removed))
    return done


def lay_out(artifacts: Iterable[Artifact], folder: Path | str) -> tuple[Path, ...]:
    """Write files as they are named into a folder of input, of which nobody keeps a list."""
    files, home = tuple(a_file(file) for file in artifacts), Path(folder)
    refuse_names(files)
    with _prepared(home):
        return _Run(home=home, manifest=None).of(files, None).paths


@define(kw_only=True)
class _Run:
    """One call: what is staged, and the steps by which it comes into its place."""

    home: Path
    manifest: Manifest | None
    steps: list[Change] = field(factory=list)

    def of(self, files: tuple[Artifact, ...], imprint: Imprint | None) -> Deposit:
        """Stage the files, write the steps down, take them."""
        stage = Path(mkdtemp(dir=self.home, prefix=PREFIX))
        try:
            names = self._staged(stage, files, imprint)
            journal = Journal(home=self.home, stage=stage, steps=tuple(self.steps))
            journal.write()
            journal.run()
        finally:
            if not is_open(stage):
                shutil.rmtree(stage, ignore_errors=True)
        return Deposit(
            paths=tuple(self.home / name for name in names),
            kept=tuple((step.name, step.other) for step in self.steps if step.kind == "keep"),
            removed=tuple(step.name for step in self.steps if step.kind == "remove"),
        )

    def _staged(self, stage: Path, files: tuple[Artifact, ...], imprint: Imprint | None) -> tuple[str, ...]:
        new = stage / "new"
        new.mkdir()
        (stage / "old").mkdir()
        names = tuple(file.name for file in files) if self.manifest is None else paths_of(files)
        written = {}
        for number, (name, file) in enumerate(zip(names, files, strict=True)):
            (new / str(number)).write_bytes(file.content)
            written[name] = WrittenFile(sha256=digest_of(file.content), imprint=imprint)
            self._put(name, str(number))
        if self.manifest is not None:
            gone = [name for name in self.manifest.of_run(imprint) if name not in written]
            for name in gone:
                self._take_away(name)
            if imprint is not None and SUMS not in written:
                self._sum(new / str(len(files)), gone, written)
            staged = new / str(len(files) + 1)
            staged.write_bytes(self.manifest.after(gone, written).content())
            self._step(Change(kind="put", name=MANIFEST, other=staged.name, was=state(self.home / MANIFEST)))
        return names

    def _sum(self, staged: Path, gone: Sequence[str], written: dict[str, WrittenFile]) -> None:
        """Write the checksums of all that lies in the folder as we wrote it, whichever call has.

        A file of that name which a format brought stays: it is its own.
        """
        if self.manifest is None:
            return
        brought = self.manifest.files.get(SUMS)
        if brought is not None and brought.imprint is not None and SUMS not in gone:
            return
        after = self.manifest.after(gone, written)
        listed = [
            name
            for name, entry in after.files.items()
            if name != SUMS and (name in written or state(self.home / name) == entry.sha256)
        ]
        if listed:
            content = after.sums(listed)
            staged.write_bytes(content)
            written[SUMS] = WrittenFile(sha256=digest_of(content))
            self._put(SUMS, staged.name)

    def _put(self, name: str, staged: str) -> None:
        now = state(self.home / name)
        if now == FOLDER:
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), name)
        if not (self.manifest is None or now in {NOTHING, LINK} or self.manifest.knows(name, now)):
            self._keep(name, now)
            now = NOTHING
        self._room(name)
        self._step(Change(kind="put", name=name, other=staged, was=now))

    def _take_away(self, name: str) -> None:
        """Take away what no run writes any more; what somebody edited stays, under its day."""
        now = state(self.home / name)
        if self.manifest is not None and self.manifest.knows(name, now):
            self._step(Change(kind="remove", name=name, was=now))
        elif now not in {NOTHING, LINK, FOLDER}:
            self._keep(name, now)

    def _keep(self, name: str, now: str) -> None:
        self._step(Change(kind="keep", name=name, other=kept_name(self.home, name), was=now))

    def _room(self, name: str) -> None:
        """Make the folder of data; a link in its place would lead the data elsewhere."""
        folder, _, _ = name.rpartition("/")
        if not folder:
            return
        room = self.home / folder
        if room.is_symlink():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), folder)
        room.mkdir(exist_ok=True)

    def _step(self, step: Change) -> None:
        self.steps.append(step)


@contextmanager
def _prepared(home: Path) -> Iterator[None]:
    """Make a folder ready: one run at a time, and what a broken one left is completed or cleared.

    Raises:
        FolderError: it cannot be written.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        with _alone(home):
            for left in sorted(home.glob(f"{PREFIX}*")):
                if left.name != MANIFEST:
                    _clear(left)
            yield
    except FileBusyError:
        raise
    except OSError as error:
        raise FolderError(_closed(home, error)) from error


def _clear(left: Path) -> None:
    if left.is_symlink() or not left.is_dir():
        left.unlink(missing_ok=True)
        return
    journal = Journal.of(left)
    if journal is not None:
        journal.run(again=True)
    shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Wait for another run that writes into the same folder, where the system has locks on folders."""
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415  not everywhere

    handle = os.open(home, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network drives have none
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _closed(home: Path, error: OSError) -> Bilingual:
    name = Path(os.fsdecode(error.filename)).name if isinstance(error.filename, str | bytes) else home.name
    known = _REASONS.get(error.errno or 0)
    why = error.strerror or type(error).__name__ if known is None else known.fill(name=name)
    return _NOT_WRITTEN.fill(home=home, why=why)


_NOT_WRITTEN = Bilingual(
    'Tidak dapat menulis ke folder "{home}": {why}. Berkas lama tidak berubah.',
    'Nothing can be written to the folder "{home}": {why}. The old files are as they were.',
)
_FULL = Bilingual(
    "ruang penyimpanan penuh. Kosongkan sebagian, lalu jalankan lagi",
    "the disk is full. Make room and run this again",
)
_SHUT = Bilingual(
    "folder itu tertutup untuk ditulis. Periksa hak aksesnya, atau pilih folder lain dengan -o",
    "the folder is closed for writing. See its access rights, or choose another one with -o",
)
_NO_FILE = Bilingual(
    'di tempat berkas "{name}" ada folder. Pindahkan folder itu',
    'a folder stands in the place of the file "{name}". Move it away',
)
_NO_FOLDER = Bilingual(
    'di tempat folder "{name}" ada yang lain. Pindahkan itu',
    'something else stands in the place of the folder "{name}". Move it away',
)
_REASONS = {
    **dict.fromkeys((errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG), _FULL),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), _SHUT),
    errno.EISDIR: _NO_FILE,
    **dict.fromkeys((errno.ENOTDIR, errno.EEXIST), _NO_FOLDER),
}

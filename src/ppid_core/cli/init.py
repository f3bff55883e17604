"""``ppid init``: an empty folder to type into, with a filled example beside it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from datetime import MAXYEAR
from itertools import groupby
from pathlib import Path, PurePosixPath

import click

from ppid_core.cli import choices
from ppid_core.cli.console import show, typed
from ppid_core.cli.ending import FINE
from ppid_core.cli.usage import Refusal
from ppid_core.intake.template import template
from ppid_core.language import Bilingual, Lang
from ppid_core.plugins import Artifact, write

MOST_NAMES = 12


@click.command("init", short_help="Siapkan folder kosong (mulai).")
@choices.folder
@click.option("--year", type=click.IntRange(1, MAXYEAR), help="Tahun laporan, diisikan di laporan.csv.")
@choices.lang
def command(folder: str, year: int | None, lang: Lang) -> int:
    """Siapkan folder kosong: setiap tabel dengan judul kolomnya, petunjuk, dan contoh yang terisi."""
    home, files = Path(folder), template(year)
    if there := [name for name in files if (home / name).exists()]:
        more = f" … ({len(there)})" if len(there) > MOST_NAMES else ""
        files_there = ", ".join(there[:MOST_NAMES]) + more
        raise Refusal(_THERE(lang).format(folder=folder, files=files_there))
    _write(files, home)
    show([_READY(lang).format(folder=folder, count=len(files)), _NEXT(lang).format(folder=typed(folder))])
    return FINE


def _write(files: Mapping[str, bytes], home: Path) -> None:
    for parent, names in groupby(sorted(files, key=posixpath.dirname), key=posixpath.dirname):
        artifacts = [
            Artifact(name=PurePosixPath(name).name, media_type="text/plain", content=files[name])
            for name in names
        ]
        write(artifacts, home / parent)


_THERE = Bilingual(
    'Tidak ada yang ditulis: di folder "{folder}" sudah ada {files}. Pilih folder lain.',
    'Nothing was written: the folder "{folder}" already has {files}. Choose another folder.',
)
_READY = Bilingual(
    'Folder "{folder}" siap: {count} berkas, dengan contoh yang terisi di folder contoh.',
    'The folder "{folder}" is ready: {count} files, with a filled example in the folder contoh.',
)
_NEXT = Bilingual(
    "Langkah berikut: baca PETUNJUK.txt, isi laporan.csv dan tabel lain, lalu ppid periksa {folder}",
    "Next: read PETUNJUK.txt, fill in laporan.csv and the other tables, then ppid check {folder}",
)

"""Figures of registers of any length, as the command takes them: files, how far it is, what is set aside."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Any

import click

from ppid_core.cli.given import Said
from ppid_core.cli.usage import CommandRefused
from ppid_core.dossier.stream import Streamed, summarize_files
from ppid_core.intake import STANDARD_INPUT, UnreadRow
from ppid_core.intake.cells import PRIVATE
from ppid_core.language import Bilingual, Lang
from ppid_core.writing import format_number

_OFTEN = 0.2
"""Seconds between two times that it is told how far it is."""
_FURTHER = ("baris", "belum_terbaca")


def streamed(
    paths: Sequence[str],
    lang: Lang,
    *,
    said: Said,
    as_of: date | None,
    aside: str | None,
    internal: bool,
) -> Streamed:
    """Return the figures of a folder, or of files called after their table.

    Args:
        paths: as typed; ``-`` is standard input.
        lang: in which it is told how far it is.
        said: what was said beside them, such as the year.
        as_of: the day whose state is told.
        aside: the folder for rows of which something could not be read; None keeps none.
        internal: whether personal data stands there.

    Raises:
        CommandRefused: a file is not there, or ``aside`` holds such a file already.
        InputError: no year can be named; carries every problem.
    """
    for path in paths:
        if path != STANDARD_INPUT and not Path(path).exists():
            raise CommandRefused(_MISSING.fill(path=path))
    with _shown_progress(lang) as told, _Aside(aside, internal=internal) as kept:
        return summarize_files(
            paths,
            year=said.year,
            keys=said.keys,
            tables=said.tables_of(paths[0]),
            as_of=as_of,
            told=told,
            aside=kept,
        )


class _Progress:
    """One line that says how many rows were gone through, and how many a second."""

    def __init__(self, lang: Lang) -> None:
        self._lang, self._begun, self._told = lang, monotonic(), 0.0
        self._rows: dict[str, int] = {}

    def __call__(self, table: str, number: int) -> None:
        self._rows[table] = self._rows.get(table, 0) + number
        now = monotonic()
        if now - self._told >= _OFTEN:
            self._told = now
            self._tell(table, now)

    def _tell(self, table: str, now: float) -> None:
        rows, all_rows = self._rows[table], sum(self._rows.values())
        rate = format_number(round(all_rows / max(now - self._begun, _OFTEN)), self._lang)
        line = _GONE_THROUGH(self._lang).format(table=table, rows=format_number(rows, self._lang), rate=rate)
        click.echo(f"\r{line:<70}", err=True, nl=False)

    def end(self) -> None:
        """Leave the line empty for whatever comes."""
        if self._told:
            click.echo(f"\r{'':<70}\r", err=True, nl=False)


@contextmanager
def _shown_progress(lang: Lang) -> Iterator[Any]:
    """Yield what is told how far it is; it says so on a terminal alone."""
    if not sys.stderr.isatty():
        yield lambda _table, _number: None
        return
    progress = _Progress(lang)
    try:
        yield progress
    finally:
        progress.end()


class _Aside(ExitStack):
    """Writes rows of which something could not be read, each table into a file of its own.

    The files have the headings of the table, so that they can be mended and read again.
    """

    def __init__(self, folder: str | None, *, internal: bool) -> None:
        super().__init__()
        self._folder, self._internal = None if folder is None else Path(folder), internal
        self._writers: dict[str, Any] = {}

    def __call__(self, row: UnreadRow) -> None:
        if self._folder is None:
            return
        if row.table not in self._writers:
            self._writers[row.table] = self._begun(self._folder, row)
        cells = (
            cell if self._internal or not cell or at not in row.personal else PRIVATE.id
            for at, cell in enumerate(row.cells)
        )
        padding = [""] * (len(row.heading) - len(row.cells))
        unread = "; ".join(name or "?" for name in row.unread)
        self._writers[row.table].writerow([*[*cells, *padding][: len(row.heading)], row.source.row, unread])

    def _begun(self, folder: Path, row: UnreadRow) -> Any:  # noqa: ANN401  csv has no name for its writers
        path = folder / f"{row.table}.csv"
        if folder.exists() and not folder.is_dir():
            raise CommandRefused(_NO_FOLDER.fill(path=folder))
        try:
            folder.mkdir(parents=True, exist_ok=True)
            file = self.enter_context(path.open("x", encoding="utf-8-sig", newline=""))
        except FileExistsError as error:
            raise CommandRefused(_THERE.fill(path=path)) from error
        except OSError as error:
            raise CommandRefused(_UNWRITABLE.fill(path=path, why=error.strerror)) from error
        writer = csv.writer(file)
        writer.writerow([*row.heading, *_FURTHER])
        return writer


def unread_lines(unread: Mapping[str, int], aside: str | None, lang: Lang) -> Iterator[str]:
    """Yield how many rows of each register have a cell that could not be read, and where they stand."""
    if unread:
        counts = ", ".join(f"{table} {format_number(number, lang)}" for table, number in unread.items())
        yield (_SET_ASIDE if aside else _NOT_SET_ASIDE)(lang).format(counts=counts, folder=aside)


_MISSING = Bilingual('Berkas "{path}" tidak ditemukan.', 'There is no file "{path}".')
_THERE = Bilingual(
    "{path} sudah ada dan tidak ditimpa. Sebutkan folder lain di --unread-to.",
    "{path} is there already and is not overwritten. Name another folder in --unread-to.",
)
_NO_FOLDER = Bilingual("{path} bukan folder.", "{path} is no folder.")
_UNWRITABLE = Bilingual("{path} tidak dapat ditulis: {why}", "{path} cannot be written: {why}")
_GONE_THROUGH = Bilingual("{table}: {rows} baris, {rate} baris/detik", "{table}: {rows} rows, {rate} rows/s")
_SET_ASIDE = Bilingual(
    "Baris dengan sel yang belum terbaca: {counts}; semuanya ada di {folder}",
    "Rows with a cell that could not be read: {counts}; all of them are in {folder}",
)
_NOT_SET_ASIDE = Bilingual(
    "Baris dengan sel yang belum terbaca: {counts}; --unread-to FOLDER menyalinnya",
    "Rows with a cell that could not be read: {counts}; --unread-to FOLDER copies them",
)

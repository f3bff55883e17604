"""``ppid init``: a folder or workbook to type into, empty or begun from the year before."""

from __future__ import annotations

import posixpath
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import MAXYEAR
from functools import partial
from itertools import groupby
from pathlib import Path, PurePosixPath

import click
from attrs import frozen

from ppid_core.cli import choices, completion
from ppid_core.cli.console import show, tell, typed
from ppid_core.cli.dossier import opened, through_plugins
from ppid_core.cli.screen.problems import problem_lines
from ppid_core.cli.usage import FINE, UNUSABLE, CommandRefused
from ppid_core.dossier.previous import seen_from
from ppid_core.errors import InputError
from ppid_core.glossary import label
from ppid_core.intake import STANDARD_INPUT
from ppid_core.intake.cells.cell import Cells
from ppid_core.intake.files.form import form
from ppid_core.intake.files.launcher import YEAR, is_run, launchers
from ppid_core.intake.files.template import template
from ppid_core.intake.tables.printed_form import FORMS, NO_FORMS, PrintedForm
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.intake.year import LAST_REPORT
from ppid_core.language import Bilingual, Lang
from ppid_core.model import Absent
from ppid_core.output.writer import lay_out
from ppid_core.plugins import Artifact
from ppid_core.summary import Succession, next_year
from ppid_core.writing import format_number

_WORKBOOK = "register.xlsx"


@frozen(kw_only=True)
class _Beginning:
    """Files to write.

    Attributes:
        files: by path, ``/`` between its parts.
        workbook: the name of the workbook among them, "" for a folder of tables.
        year: of the report, None where it is not known yet.
        succession: the year that was begun from the one before, None for an empty one.
        last_report: the report of that, as *tahun_lalu* names it from the folder; None where it cannot.
    """

    files: Mapping[str, bytes]
    workbook: str = ""
    year: int | None = None
    succession: Succession | None = None
    last_report: str | None = None


def _begin(
    year: int | None,
    last: str | None,
    lang: Lang,
    folder: str,
    *,
    forms: Mapping[str, PrintedForm],
    workbook: bool,
    strict: bool,
    block: Sequence[str],
) -> _Beginning:
    """Return what to write.

    Args:
        year: the year to fill in; by default the one after ``last``, else none.
        last: the folder or file of the year before, as typed; None begins empty.
        lang: language of what is told of plugins.
        folder: where the files go; the year may be asked for in its name.
        forms: the tables that are laid out as a form of the law.
        workbook: one workbook instead of a file for each table.
        strict: whether any plugin that failed ends the command.
        block: plugins that are left out.

    Raises:
        InputError: ``last`` names no year; carries every problem.
        ExtraMissingError: XlsxWriter is not installed.
    """
    succession = named = None
    if last is not None:
        work = opened(last, through_plugins(lang, strict=strict, block=block))
        succession = next_year(work.year)
        year = year or succession.year.period.year
        named = None if last == STANDARD_INPUT else seen_from(_named(folder, year), last)
    tables = _tables(succession, year, named)
    begun = partial(_Beginning, year=year, succession=succession, last_report=named)
    if not workbook:
        return begun(files=template(year, tables, forms))
    matrix = Absent() if succession is None else succession.year.matrix
    types = () if isinstance(matrix, Absent) else matrix.types
    return begun(files={_WORKBOOK: form(tables, types, forms)}, workbook=_WORKBOOK)


def _tables(
    succession: Succession | None, year: int | None, last_report: str | None
) -> Mapping[str, Sequence[Cells]]:
    tables = {} if succession is None else dict(typed_tables(succession.year))
    if year is not None:
        others = (row for row in tables.get("laporan", ()) if row["kunci"] != "tahun")
        last: tuple[Cells, ...] = () if last_report is None else ({"kunci": LAST_REPORT, "isi": last_report},)
        tables["laporan"] = ({"kunci": "tahun", "isi": year}, *last, *others)
    return tables


def _clicks(layout: str | None, *, workbook: bool) -> Mapping[str, bytes]:
    """Return the files to click: they ask the Python that runs here, and begin the next year as this one."""
    options = [*(["--xlsx"] if workbook else []), *([f"--susunan {layout}"] if layout else [])]
    return launchers(sys.executable or "", sys.platform, options=" ".join(options))


_MOST_NAMES = 12
_RUNS = 0o755


@click.command("init", short_help="Siapkan folder kosong (mulai).")
@choices.folder
@click.option("--year", type=click.IntRange(1, MAXYEAR), help="Tahun laporan, diisikan di laporan.csv.")
@click.option("--xlsx", is_flag=True, help="Satu buku kerja Excel, bukan satu berkas CSV tiap tabel.")
@click.option(
    "--susunan",
    "layout",
    type=click.Choice(["perki"]),
    help="Register permohonan dan keberatan, DIP dan DIK dengan judul kolom formulir Perki 1/2021.",
)
@click.option(
    "--from",
    "last",
    shell_complete=completion.files,
    metavar="TAHUN_LALU",
    help="Mulai dari folder atau berkas tahun lalu.",
)
@choices.lang
@choices.strict
@choices.block
def command(
    *,
    folder: str,
    year: int | None,
    xlsx: bool,
    layout: str | None,
    last: str | None,
    lang: Lang,
    strict_plugins: bool,
    block: tuple[str, ...],
) -> int:
    """Siapkan folder kosong: setiap tabel dengan judul kolomnya, petunjuk, dan contoh yang terisi."""
    try:
        forms = FORMS if layout else NO_FORMS
        begun = _begin(
            year, last, lang, folder, forms=forms, workbook=xlsx, strict=strict_plugins, block=block
        )
    except InputError as error:
        tell(problem_lines(error.problems, lang))
        return UNUSABLE
    folder = _named(folder, begun.year)
    files, home = {**begun.files, **_clicks(layout, workbook=xlsx)}, Path(folder)
    _refuse_what_is_there(files, home, lang)
    _write(files, home)
    show(_lines(begun, folder, len(files), lang))
    return FINE


def _named(folder: str, year: int | None) -> str:
    """Return the name of the folder, in which the year of the report may be asked for.

    Raises:
        CommandRefused: it is, and no year is known.
    """
    if YEAR not in folder:
        return folder
    if year is None:
        raise CommandRefused(_NO_YEAR)
    return folder.replace(YEAR, str(year))


def _refuse_what_is_there(files: Mapping[str, bytes], home: Path, lang: Lang) -> None:
    if there := [name for name in files if (home / name).exists()]:
        more = f" … ({len(there)})" if len(there) > _MOST_NAMES else ""
        files_there = ", ".join(there[:_MOST_NAMES]) + more
        raise CommandRefused(_THERE(lang).format(folder=home, files=files_there))


def _write(files: Mapping[str, bytes], home: Path) -> None:
    for parent, names in groupby(sorted(files, key=posixpath.dirname), key=posixpath.dirname):
        artifacts = [
            Artifact(name=PurePosixPath(name).name, media_type="text/plain", content=files[name])
            for name in names
        ]
        for path in lay_out(artifacts, home / parent):
            if is_run(path.name):
                path.chmod(_RUNS)


def _lines(begun: _Beginning, folder: str, count: int, lang: Lang) -> Iterator[str]:
    ready = _READY_BOOK if begun.workbook else _READY
    yield ready(lang).format(folder=folder, count=count, book=begun.workbook)
    yield from _carried(begun, lang)
    target = typed(str(Path(folder, begun.workbook))) if begun.workbook else typed(folder)
    yield (_NEXT_BOOK if begun.workbook else _NEXT)(lang).format(target=target, book=begun.workbook)


def _carried(begun: _Beginning, lang: Lang) -> Iterator[str]:
    """Yield what was taken over from the year before, and what has to be renewed."""
    if begun.succession is None:
        return
    year = begun.succession.year.period.year
    rows = (f"{format_number(count, lang)} {what(lang)}" for what, count in begun.succession.carried)
    yield _CARRIED(lang).format(year=year, rows=", ".join(rows) or "–")
    cases = [
        f"{format_number(count, lang)} {label(register, lang)}" for register, count in begun.succession.cases
    ]
    yield _OPEN(lang).format(cases=", ".join(cases)) if cases else _NONE_OPEN(lang)
    yield _RENEW(lang)
    yield _LAST(lang).format(path=begun.last_report) if begun.last_report else _NO_LAST(lang)


_THERE = Bilingual(
    'Tidak ada yang ditulis: di folder "{folder}" sudah ada {files}. Pilih folder lain.',
    'Nothing was written: the folder "{folder}" already has {files}. Choose another folder.',
)
_NO_YEAR = Bilingual(
    'Tahun untuk "{tahun}" di nama folder belum diketahui: tambahkan --year TAHUN atau --from TAHUN_LALU.',
    'The year for "{tahun}" in the name of the folder is not known: add --year YEAR or --from LAST_YEAR.',
)
_READY = Bilingual(
    'Folder "{folder}" siap: {count} berkas, dengan contoh yang terisi di folder contoh.',
    'The folder "{folder}" is ready: {count} files, with a filled example in the folder contoh.',
)
_READY_BOOK = Bilingual(
    'Buku kerja {book} siap di folder "{folder}", dengan lembar Petunjuk dan Contoh.',
    'The workbook {book} is ready in the folder "{folder}", with the sheets Petunjuk and Contoh.',
)
_CARRIED = Bilingual("Disiapkan untuk tahun {year}: {rows}.", "Prepared for {year}: {rows}.")
_OPEN = Bilingual(
    "Perkara yang masih terbuka, menjadi bawaan: {cases}.", "Cases still open, carried over: {cases}."
)
_NONE_OPEN = Bilingual("Tidak ada perkara yang masih terbuka.", "No case is still open.")
_RENEW = Bilingual(
    "Perbarui: penandatangan, peraturan, petugas, sarana, jam layanan, standar layanan, DIP dan DIK "
    '(pemutakhiran, masa pengecualian), dan naskah yang bertanda "Dari laporan tahun ...". '
    "Angka dikosongkan.",
    "Renew: who signs, regulations, staff, facilities, hours, standards of service, the DIP and the "
    'DIK (renewal, ends of exemptions), and the prose that is marked "Dari laporan tahun ...". '
    "Figures are left empty.",
)
_LAST = Bilingual(
    "Pembanding: {path} (tahun_lalu di tabel laporan).", "Compared with: {path} (tahun_lalu in laporan)."
)
_NO_LAST = Bilingual(
    "tahun_lalu belum diisi: laporan tahun lalu tidak di dalam atau di sebelah folder ini.",
    "tahun_lalu is not filled in: last year's report is neither in this folder nor beside it.",
)
_NEXT = Bilingual(
    "Langkah berikut: baca PETUNJUK.txt, isi laporan.csv dan tabel lain, lalu ppid periksa {target}",
    "Next: read PETUNJUK.txt, fill in laporan.csv and the other tables, then ppid check {target}",
)
_NEXT_BOOK = Bilingual(
    "Langkah berikut: isi dan simpan {book}, lalu klik 1-periksa, atau ppid periksa {target}",
    "Next: fill in and save {book}, then click 1-periksa, or ppid check {target}",
)

"""``ppid convert``: a year from one form into another: folder, workbook, JSON; nothing may get lost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import click

from ppid_core.cli import choices, completion
from ppid_core.cli.console import show, tell
from ppid_core.cli.dossier import opened, through_plugins
from ppid_core.cli.given import Said, said_beside
from ppid_core.cli.screen.problems import note_lines, problem_lines
from ppid_core.cli.usage import FINE, UNUSABLE, CommandRefused
from ppid_core.dossier import Dossier
from ppid_core.dossier.previous import home_of, seen_from
from ppid_core.errors import InputError
from ppid_core.intake import from_rows
from ppid_core.intake.files.csv_tables import filled_files
from ppid_core.intake.files.form import form
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.intake.year import LAST_REPORT
from ppid_core.language import Bilingual, Lang
from ppid_core.model import Absent
from ppid_core.output.writer import lay_out
from ppid_core.plugins import Artifact
from ppid_core.schema import SCHEMAS
from ppid_core.wire import unstructure
from ppid_core.writing import format_number

_JSON, _WORKBOOK, _FOLDER = ".json", ".xlsx", ""


@click.command("convert", short_help="Ubah bentuk data: folder, buku kerja, atau JSON (ubah).")
@click.argument("source", metavar="DARI", shell_complete=completion.files)
@click.argument("target", metavar="KE", shell_complete=completion.files)
@said_beside()
@choices.lang
@choices.strict
@choices.block
def command(
    *, source: str, target: str, said: Said, lang: Lang, strict_plugins: bool, block: tuple[str, ...]
) -> int:
    """Tulis data satu tahun dari DARI ke KE: folder baru, berkas .xlsx, atau berkas .json."""
    place = Path(target)
    _refuse(place, lang)
    try:
        work = opened(source, through_plugins(lang, strict=strict_plugins, block=block), said=said)
    except InputError as error:
        tell(problem_lines(error.problems, lang))
        return UNUSABLE
    if work.problems:
        tell([*problem_lines(work.problems, lang), _NOT_READ(lang)])
        return UNUSABLE
    tell(note_lines(work.intake, lang))
    named = _last_report(work, source, place)
    tell([_LEFT_BEHIND(lang)] if work.intake.last_report and named is None else [])
    files = _files(work, place, lang, last_report=named)
    _write(files, place.parent if place.suffix else place)
    show([_DONE(lang).format(target=target, count=format_number(len(files), lang))])
    return FINE


def _refuse(place: Path, lang: Lang) -> None:
    if place.suffix.casefold() not in {_JSON, _WORKBOOK, _FOLDER}:
        raise CommandRefused(_UNKNOWN(lang).format(target=place))
    if place.is_file() or (place.is_dir() and any(place.iterdir())):
        raise CommandRefused(_THERE(lang).format(target=place))


def _last_report(work: Dossier, source: str, place: Path) -> str | None:
    """Return the path by which tables in their new place name last year's report; None where they cannot."""
    last, home = work.intake.last_report, home_of(source)
    if last is None or home is None or place.suffix.casefold() == _JSON:
        return None
    return seen_from(place.parent if place.suffix else place, home / last.path)


def _files(work: Dossier, place: Path, lang: Lang, *, last_report: str | None) -> Mapping[str, bytes]:
    """Return the files to write; tables are read back first, so that none is written that loses something."""
    year = work.year
    if place.suffix.casefold() == _JSON:
        named = {"schema": SCHEMAS["year"], "year": unstructure(year)}
        return {place.name: f"{json.dumps(named, ensure_ascii=False, indent=2)}\n".encode()}
    tables = typed_tables(year)
    if from_rows(tables).year != year:
        raise CommandRefused(_LOSES(lang))
    if last_report is not None:
        tables = {**tables, "laporan": (*tables["laporan"], {"kunci": LAST_REPORT, "isi": last_report})}
    if place.suffix.casefold() == _WORKBOOK:
        types = () if isinstance(year.matrix, Absent) else year.matrix.types
        return {place.name: form(tables, types)}
    return {**filled_files(tables), **work.intake.pictures}


def _write(files: Mapping[str, bytes], home: Path) -> None:
    for name, content in files.items():
        path = PurePosixPath(name)
        artifact = Artifact(name=path.name, media_type="application/octet-stream", content=content)
        lay_out([artifact], home / path.parent)


_UNKNOWN = Bilingual(
    'Bentuk "{target}" tidak dikenal. Tulis nama folder baru, berkas .xlsx, atau berkas .json.',
    'The form of "{target}" is unknown. Name a new folder, a file .xlsx or a file .json.',
)
_THERE = Bilingual(
    'Tidak ada yang ditulis: "{target}" sudah ada. Pilih nama lain.',
    'Nothing was written: "{target}" is there already. Choose another name.',
)
_NOT_READ = Bilingual(
    "Tidak ada yang ditulis: yang tersebut di atas tidak terbaca dan akan hilang.",
    "Nothing was written: what stands above was not read and would get lost.",
)
_LOSES = Bilingual(
    "Tidak ada yang ditulis: sebagian isinya tidak dapat disimpan dalam tabel. Tulis ke berkas .json.",
    "Nothing was written: some of it cannot be held by tables. Write a file .json.",
)
_LEFT_BEHIND = Bilingual(
    "tahun_lalu tidak ikut ditulis: dari tempat yang baru laporan itu tidak di dalam atau di sebelah folder.",
    "tahun_lalu was not written: seen from the new place that report is neither in its folder nor beside it.",
)
_DONE = Bilingual(
    "Data ditulis ke {target} ({count} berkas).", "The data were written to {target} (files: {count})."
)

"""``ppid rollup``: the reports of many bodies and years as one, with who did not report."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from time import perf_counter
from typing import Literal, TypeVar

import click

from ppid_core.cli import choices, completion
from ppid_core.cli.console import print_json, show, tell, teller
from ppid_core.cli.installed_plugins import plugged
from ppid_core.cli.screen.artifacts import made_code, tell_made, written_lines
from ppid_core.cli.screen.problems import problem_lines
from ppid_core.cli.screen.rollup import rollup_lines
from ppid_core.cli.usage import FINE, UNUSABLE, CommandRefused
from ppid_core.dossier.cache import ReportCache
from ppid_core.dossier.order import Made, make, orders_of
from ppid_core.dossier.processes import Answer, Answers, body_years, usual_processes
from ppid_core.intake.files.collection import CACHE_MARK, report_paths
from ppid_core.language import Bilingual, Lang
from ppid_core.output.manifest import Manifest
from ppid_core.output.target import refuse_room
from ppid_core.plugins import Plugins
from ppid_core.report import compose_feedback, compose_rollup
from ppid_core.report.rollup import is_of_many
from ppid_core.rollup import BodyYear, By, CommissionRegister, RefusedFile, Rollup, Roster, rollup
from ppid_core.wire import unstructure
from ppid_core.writing import format_number

USUAL = "hasil-rekapitulasi"
"""The folder that is written to where none is named."""


@click.command("rollup", short_help="Gabungkan laporan banyak badan publik (rekapitulasi).")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", shell_complete=completion.files)
@click.option(
    "--roster",
    "roster_file",
    metavar="BERKAS",
    shell_complete=completion.files,
    help="Daftar badan publik yang wajib melapor: kode, nama, jenis, provinsi, induk, sejak, sampai.",
)
@click.option(
    "--register-komisi",
    "register_file",
    metavar="BERKAS",
    shell_complete=completion.files,
    help="Register sengketa komisi (termohon, tanggal atau tahun, nomor, jumlah), untuk dibandingkan.",
)
@click.option(
    "--previous",
    multiple=True,
    metavar="PATH",
    shell_complete=completion.files,
    help="Laporan tahun-tahun sebelumnya yang tidak ada di PATH, untuk dibandingkan; dapat diulang.",
)
@click.option(
    "--cache",
    "cache_folder",
    metavar="FOLDER",
    shell_complete=completion.folders,
    help="Simpan angka dan hasil pemeriksaan di sini: laporan yang tidak berubah tidak dibaca lagi.",
)
@click.option(
    "--by",
    type=click.Choice([str(by) for by in By]),
    default=str(By.PROVINCE),
    help="Kelompok: provinsi, tingkat, jenis, atau tahun saja.",
)
@click.option("--today", is_flag=True, help="Provinsi menurut daftar hari ini, bukan menurut tahun laporan.")
@click.option(
    "--year", type=int, metavar="TAHUN", help="Tahun yang dirinci; tanpa pilihan ini: yang terakhir."
)
@click.option(
    "--to",
    multiple=True,
    callback=choices.parts,
    shell_complete=completion.formats,
    metavar="FORMAT",
    help="Tulis dokumennya: pdf,html,docx,xlsx,csv,json …",
)
@click.option(
    "--form",
    type=click.Choice(["full", "letter"]),
    default="full",
    help="Rekapitulasinya, atau surat umpan balik untuk setiap badan publik.",
)
@click.option(
    "-o",
    "--out",
    default=USUAL,
    shell_complete=completion.folders,
    metavar="FOLDER",
    help=f"Folder tujuan; tanpa pilihan ini: {USUAL}.",
)
@choices.output
@choices.lang
@choices.strict
@choices.block
def command(  # noqa: PLR0913  one argument for each option
    *,
    paths: tuple[str, ...],
    roster_file: str | None,
    register_file: str | None,
    previous: tuple[str, ...],
    cache_folder: str | None,
    by: str,
    today: bool,
    year: int | None,
    to: tuple[str, ...],
    form: Literal["full", "letter"],
    out: str,
    output: str,
    lang: Lang,
    strict_plugins: bool,
    block: tuple[str, ...],
) -> int:
    """Gabungkan laporan banyak badan publik dan beberapa tahun.

    PATH adalah folder laporan, buku kerja, paket data, JSON, dokumen yang memuat datanya, atau folder yang
    berisi semuanya. Berkas yang tidak terbaca disebut dengan sebabnya dan tidak menghentikan yang lain.
    """
    plugins, target = plugged(lang, strict=strict_plugins, block=block), Path(out)
    orders = orders_of(plugins, to, (), {}) if to else ()
    _refuse(target, to, form)
    roster = _opened(Roster, roster_file, lang)
    register = _opened(CommissionRegister, register_file, lang)
    now, before = _found(paths, previous, target if to else None)
    found = _answers([*now, *before], _cache(cache_folder, plugins, lang), block, lang)
    refused = [one for one in found if isinstance(one, RefusedFile)]
    tell(_refused_lines(refused, lang))
    reports = list(_reports(found, len(now), lang))
    whole = rollup(reports, roster=roster, by=by, today=today, refused=refused, commission=register)
    _refuse_year(year, whole)
    report = compose_rollup(whole, year=year, lang=lang)
    documents = compose_feedback(whole, year=year, lang=lang) if form == "letter" else (report,)
    made = [one for told in documents if to for one in make(told, orders, plugins, target, tell=teller(lang))]
    tell_made(made, lang)
    if output == "json":
        print_json(unstructure(report))
    else:
        show(rollup_lines(report, lang))
        show(_written_lines(made, target, form, lang) if to else ())
    return max(UNUSABLE if refused else FINE, made_code(made, strict=strict_plugins))


def _refuse(target: Path, to: Sequence[str], form: str) -> None:
    if to:
        refuse_room(target, "public")
    elif form == "letter":
        raise CommandRefused(_NO_FORMAT)


def _refuse_year(year: int | None, whole: Rollup) -> None:
    known = [one.year for one in whole.years]
    if year is not None and year not in known:
        raise CommandRefused(_NO_YEAR.fill(year=year, known=", ".join(map(str, known))))


def _found(
    paths: Sequence[str], previous: Sequence[str], target: Path | None
) -> tuple[Sequence[Path], Sequence[Path]]:
    """Return the reports in what was typed, and those of the years before.

    Nothing is written where one of them lies.
    """
    for path in map(Path, (*paths, *previous)):
        if not (path.exists() or path.is_symlink()):
            raise CommandRefused(_NO_PATH.fill(path=path))
    now = {path.resolve(): path for path in report_paths(map(Path, paths), without=_of_many)}
    every = {path.resolve(): path for path in report_paths(map(Path, previous), without=_of_many)} | now
    if target is not None and target.resolve() in every:
        raise CommandRefused(_AMONG_INPUT.fill(target=target))
    return list(now.values()), [path for place, path in every.items() if place not in now]


def _of_many(folder: Path) -> Iterator[Path]:
    """Yield the roll-ups and letters that we wrote into a folder: they are no report of a body."""
    for name, file in Manifest.of(folder).files.items():
        if file.imprint is not None and is_of_many(file.imprint.stem):
            yield folder / name


Beside = TypeVar("Beside", Roster, CommissionRegister)


def _opened(kind: type[Beside], path: str | None, lang: Lang) -> Beside | None:
    """Return a table beside the reports; a cell of it that cannot be read is told, and stops nothing."""
    if path is None:
        return None
    table = kind.open(path)
    tell(problem_lines(table.problems, lang))
    return table


def _cache(folder: str | None, plugins: Plugins, lang: Lang) -> ReportCache | None:
    """Return the cache in a folder; one that holds anything else is none."""
    if folder is None:
        return None
    place = Path(folder)
    is_other = place.exists() and (not place.is_dir() or any(place.iterdir()))
    if is_other and not (place / CACHE_MARK).exists():
        raise CommandRefused(_NO_CACHE.fill(folder=folder))
    return ReportCache(folder=place, plugins=plugins, tell=teller(lang))


def _answers(
    paths: Sequence[Path], cache: ReportCache | None, block: Sequence[str], lang: Lang
) -> list[Answer]:
    """Return what came of each report, and tell on a terminal how far it is."""

    def read(unknown: Sequence[Path]) -> Answers:
        if cache is not None:
            counts = (len(paths) - len(unknown), len(paths))
            known, of = (format_number(count, lang) for count in counts)
            tell([_KNOWN(lang).format(known=known, of=of)])
        return body_years(unknown, processes=usual_processes(len(unknown)), block=block, tell=teller(lang))

    begun, found = perf_counter(), list[Answer]()
    with closing(read(paths) if cache is None else cache.body_years(paths, read)) as answers:
        for one in answers:
            found.append(one)
            _tell_progress(len(found), len(paths), perf_counter() - begun, lang)
    return found


def _tell_progress(done: int, of: int, seconds: float, lang: Lang) -> None:
    if sys.stderr.isatty() and of > 1:
        rate = format_number(Decimal(done / seconds) if seconds else Decimal(0), lang, 1)
        told = _PROGRESS(lang).format(done=format_number(done, lang), of=format_number(of, lang), rate=rate)
        click.echo(f"\r{told}" + ("\n" if done == of else ""), err=True, nl=False)


def _reports(found: Sequence[Answer], now: int, lang: Lang) -> Iterator[BodyYear]:
    """Yield the reports, and of those that were named as earlier ones only what is of an earlier year.

    Args:
        found: what came of each.
        now: the first so many are those that are rolled up.
        lang: of what is told.

    Raises:
        CommandRefused: none of them could be read.
    """
    reports = [one for one in found[:now] if isinstance(one, BodyYear)]
    if not reports:
        raise CommandRefused(_NOTHING)
    yield from reports
    last = max(one.year for one in reports)
    for one in found[now:]:
        if isinstance(one, BodyYear) and one.year < last:
            yield one
        elif isinstance(one, BodyYear):
            tell([_NOT_EARLIER(lang).format(file=one.file, year=one.year)])


def _refused_lines(refused: Sequence[RefusedFile], lang: Lang) -> Iterator[str]:
    return (_NOT_READ(lang).format(file=one.file, why=one.why(lang)) for one in refused)


def _written_lines(made: Sequence[Made], target: Path, form: str, lang: Lang) -> Iterator[str]:
    """Yield what was written; of letters, of which there are many, how many."""
    if form == "full":
        yield from written_lines(made, target, _WRITTEN, lang)
        return
    files = sum(len(one.artifacts) for one in made)
    yield _LETTERS(lang).format(count=format_number(files, lang), target=target)


_LETTERS = Bilingual(
    "Surat umpan balik ditulis ke {target}: {count} berkas.",
    "Feedback letters were written to {target}: {count} files.",
)
_NO_FORMAT = Bilingual(
    "Pilihan --form letter menunggu --to: sebutkan format suratnya, misalnya --to docx.",
    "The option --form letter needs --to: name the format of the letters, such as --to docx.",
)
_PROGRESS = Bilingual("Terbaca {done} dari {of} ({rate} per detik)", "Read {done} of {of} ({rate} a second)")
_NOT_READ = Bilingual("Tidak terbaca: {file}: {why}", "Not read: {file}: {why}")
_NOT_EARLIER = Bilingual(
    "--previous: {file} adalah laporan tahun {year}, bukan tahun sebelumnya, dan tidak ikut dipakai.",
    "--previous: {file} is a report of {year}, which is no earlier year, and is not used.",
)
_NO_CACHE = Bilingual(
    '"{folder}" bukan folder simpanan dan tidak kosong. Sebutkan folder lain untuk --cache.',
    '"{folder}" is no cache, and not empty. Name another folder for --cache.',
)
_KNOWN = Bilingual(
    "Simpanan: {known} dari {of} laporan tidak perlu dibaca lagi.",
    "Cache: {known} of {of} reports need not be read again.",
)
_AMONG_INPUT = Bilingual(
    '"{target}" adalah laporan yang dibaca. Pilih folder lain dengan -o.',
    '"{target}" is a report that is read. Choose another folder with -o.',
)
_NOTHING = Bilingual("Tidak ada laporan yang terbaca.", "No report could be read.")
_NO_PATH = Bilingual('"{path}" tidak ditemukan.', 'There is no "{path}".')
_NO_YEAR = Bilingual(
    "Tidak ada laporan tahun {year}. Yang ada: {known}.", "There is no report of {year}. There are: {known}."
)
_WRITTEN = Bilingual("Rekapitulasi ditulis ke {target}:", "The roll-up was written to {target}:")

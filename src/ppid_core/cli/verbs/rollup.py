"""``ppid rollup``: the reports of many bodies and years as one, with who did not report."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Literal, TypeVar

import click
from attrs import define, field

from ppid_core.cli import choices, completion
from ppid_core.cli.console import print_json, show, tell, teller
from ppid_core.cli.dossier import opened
from ppid_core.cli.installed_plugins import imported, plugged
from ppid_core.cli.screen.artifacts import made_code, tell_made, written_lines
from ppid_core.cli.screen.problems import problem_lines
from ppid_core.cli.screen.rollup import rollup_lines
from ppid_core.cli.usage import FINE, UNUSABLE, CommandRefused
from ppid_core.dossier import Dossier
from ppid_core.dossier.order import Made, make, orders_of
from ppid_core.failure import Failure, attempt
from ppid_core.intake.files.collection import report_paths
from ppid_core.language import Bilingual, Lang
from ppid_core.output.manifest import Manifest
from ppid_core.output.target import refuse_room
from ppid_core.plugins import Plugins
from ppid_core.plugins.loans import aside
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
    reading = _Reading(plugins=plugins, lang=lang)
    reports = list(reading.reports(_found(paths, target if to else None)))
    tell(_refused_lines(reading.refused, lang))
    if not reports:
        raise CommandRefused(_NOTHING)
    whole = rollup(reports, roster=roster, by=by, today=today, refused=reading.refused, commission=register)
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
    return max(UNUSABLE if reading.refused else FINE, made_code(made, strict=strict_plugins))


def _refuse(target: Path, to: Sequence[str], form: str) -> None:
    if to:
        refuse_room(target, "public")
    elif form == "letter":
        raise CommandRefused(_NO_FORMAT)


def _refuse_year(year: int | None, whole: Rollup) -> None:
    known = [one.year for one in whole.years]
    if year is not None and year not in known:
        raise CommandRefused(_NO_YEAR.fill(year=year, known=", ".join(map(str, known))))


def _found(paths: Sequence[str], target: Path | None) -> list[Path]:
    """Return the reports in what was typed; nothing is written where one of them lies."""
    for path in map(Path, paths):
        if not (path.exists() or path.is_symlink()):
            raise CommandRefused(_NO_PATH.fill(path=path))
    found = list(report_paths(map(Path, paths), without=_of_many))
    if target is not None and target.resolve() in {path.resolve() for path in found}:
        raise CommandRefused(_AMONG_INPUT.fill(target=target))
    return found


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


@define
class _Reading:
    """Reads one report after the other, and keeps of each what a roll-up counts.

    Attributes:
        refused: what could not be read, so far.
    """

    plugins: Plugins
    lang: Lang
    refused: list[RefusedFile] = field(factory=list)

    def reports(self, paths: Sequence[Path]) -> Iterator[BodyYear]:
        """Yield the reports, and tell on a terminal how far it is."""
        begun = perf_counter()
        for number, path in enumerate(paths, start=1):
            found = attempt(partial(self._body_year, path))
            if isinstance(found, Failure):
                self.refused.append(_refused(path, found))
            else:
                yield found
            self._tell(number, len(paths), perf_counter() - begun)

    def _body_year(self, path: Path) -> BodyYear:
        if path.is_symlink() and not path.exists():
            raise CommandRefused(_NOWHERE)
        read_other = partial(imported, plugins=self.plugins)
        work: Dossier = opened(str(path), read_other, plugins=self.plugins)
        with aside():
            return BodyYear.of(work, file=path.as_posix())

    def _tell(self, done: int, of: int, seconds: float) -> None:
        if sys.stderr.isatty() and of > 1:
            rate = done / seconds if seconds else 0
            end = "\n" if done == of else ""
            click.echo(
                "\r" + _PROGRESS(self.lang).format(done=done, of=of, rate=f"{rate:.1f}") + end,
                err=True,
                nl=False,
            )


def _refused(path: Path, failure: Failure) -> RefusedFile:
    match failure.cause:
        case CommandRefused():
            return RefusedFile(file=path.as_posix(), why=failure.cause.told)
        case _:
            return RefusedFile.of(path.as_posix(), failure)


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
_NOWHERE = Bilingual(
    "ini tautan ke berkas yang tidak ada. Salin berkasnya sendiri ke folder ini.",
    "this is a link to a file that is not there. Copy the file itself into this folder.",
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

"""``ppid check``: what contradicts itself, and which required contents are not there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

import click

from ppid_core.cli import choices
from ppid_core.cli.console import tell, typed, wrapped
from ppid_core.cli.dossier import opened
from ppid_core.cli.ending import CONTRADICTED, FAILED, FINE, UNUSABLE
from ppid_core.cli.findings import count_lines, finding_lines
from ppid_core.cli.heading import calendar_lines, head_line, nothing_typed, read_line
from ppid_core.cli.importing import imported
from ppid_core.cli.plugged import plugged
from ppid_core.cli.problems import note_lines, problem_lines
from ppid_core.cli.sheet import Sheet
from ppid_core.cli.told import Told
from ppid_core.cli.usage import Refusal
from ppid_core.dossier import Dossier
from ppid_core.errors import InputError
from ppid_core.intake import Intake
from ppid_core.language import Bilingual, Lang
from ppid_core.plugins import Plugins
from ppid_core.plugins.attempt import aside
from ppid_core.plugins.target import refuse_target, target_of
from ppid_core.rules import Checked, Severity, Status


@click.command("check", short_help="Cari angka yang bertentangan dan isi minimum yang belum ada (periksa).")
@choices.folder
@click.option("--select", multiple=True, callback=choices.parts, metavar="KODE", help="Hanya ini: T,L1.")
@click.option("--ignore", multiple=True, callback=choices.parts, metavar="KODE", help="Tanpa ini: L102.")
@click.option("--rinci", is_flag=True, help="Setiap hasil sendiri, dan yang tidak dapat dinilai.")
@click.option(
    "--to", multiple=True, callback=choices.parts, metavar="FORMAT", help="Tulis juga lembarnya: xlsx,docx …"
)
@click.option("-o", "--out", metavar="FOLDER", help="Folder lembarnya; tanpa pilihan ini: FOLDER/hasil.")
@choices.as_of
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    help="Bentuk keluaran.",
)
@choices.lang
@choices.strict
@choices.block
def command(  # noqa: PLR0913  one argument for each option
    *,
    folder: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    rinci: bool,
    to: tuple[str, ...],
    out: str | None,
    as_of: date | None,
    output: str,
    lang: Lang,
    strict_plugins: bool,
    block: tuple[str, ...],
) -> int:
    """Cari angka yang bertentangan dan isi minimum yang belum ada."""
    plugins, target = plugged(lang, strict=strict_plugins, block=block), target_of(folder, out)
    _refuse(folder, to, out, plugins)
    told = partial(Told, plugins=plugins, folder=folder, lang=lang)
    try:
        work = opened(folder, partial(imported, plugins=plugins, lang=lang), as_of=as_of, plugins=plugins)
    except InputError as error:
        unread = told(checked=Checked(ruleset=plugins.ruleset), problems=error.problems)
        unread.show(output, problem_lines(error.problems, lang), UNUSABLE)
        tell([_NO_YEAR(lang)] if to else [])
        return UNUSABLE
    intake = work.intake
    with aside():
        checked = work.check(select=[*map(str.upper, select)], ignore=[*map(str.upper, ignore)])
    sheet = None
    if intake.is_empty:
        tell([_NOTHING_TYPED(lang)] if to else [])
    elif to:
        sheet = Sheet.write(work, checked, to=to, target=target, lang=lang)
    code = max(exit_code(intake, checked), sheet.code(strict=strict_plugins) if sheet else FINE)
    lines = _lines(work, checked, folder, lang, each=rinci)
    told(checked=checked, problems=intake.problems, intake=intake).show(output, lines, code)
    if sheet:
        sheet.tell(lang, beside=output != "text")
    return code


def _refuse(folder: str, to: Sequence[str], out: str | None, plugins: Plugins) -> None:
    """Refuse what cannot be written, before anything is read.

    Raises:
        Refusal: for a folder that holds input, or one without a format.
        UnknownNameError: for a format that nobody has.
        PluginConflictError: for a format that two plugins claim.
    """
    if out and not to:
        raise Refusal(_NO_FORMAT)
    for name in to:
        plugins.exporter(name)
    if to:
        refuse_target(target_of(folder, out), folder)


def exit_code(intake: Intake, checked: Checked) -> int:
    """Return the highest code that applies."""
    failed = any(run.status is Status.FAILED for run in checked.runs)
    return max(
        FAILED if failed else FINE,
        UNUSABLE if intake.problems else FINE,
        CONTRADICTED if checked.unexplained(Severity.ERROR) else FINE,
    )


def _lines(work: Dossier, checked: Checked, folder: str, lang: Lang, *, each: bool) -> Iterator[str]:
    if work.intake.is_empty:
        yield from nothing_typed(work, folder, lang)
        return
    yield wrapped(head_line(work, lang), then="  ")
    yield wrapped(read_line(work, lang), then="  ")
    yield from map(wrapped, calendar_lines(work, lang))
    if work.problems:
        yield ""
        yield from problem_lines(work.problems, lang)
    if work.intake.notes:
        yield ""
        yield from note_lines(work.intake, lang)
    yield from finding_lines(checked, lang, each=each)
    yield ""
    if not checked.findings and not work.problems:
        yield _NOTHING_FOUND(lang)
    yield from count_lines(checked, lang, each=each)
    yield _NEXT(lang).format(folder=typed(folder))


_NO_FORMAT = Bilingual(
    "Pilihan -o menunggu --to: sebutkan format lembarnya, misalnya --to xlsx.",
    "The option -o needs --to: name the format of the sheet, such as --to xlsx.",
)
_NOTHING_FOUND = Bilingual("Tidak ada yang perlu diperbaiki.", "There is nothing to mend.")
_NEXT = Bilingual(
    "Langkah berikut: ppid aturan KODE · ppid laporan {folder}",
    "Next: ppid rule CODE · ppid report {folder}",
)
_NOTHING_TYPED = Bilingual(
    "Lembar pemeriksaan tidak dibuat: belum ada yang diisi.",
    "No sheet of findings was made: nothing is typed yet.",
)
_NO_YEAR = Bilingual(
    "Lembar pemeriksaan tidak dibuat: tahun laporan belum terbaca.",
    "No sheet of findings was made: the year of the report could not be read.",
)

"""``ppid report``: the report, in every format that can be made here, with a bar of how far it is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

import click

from ppid_core.cli import choices, completion
from ppid_core.cli.console import show, show_json, tell, teller, typed
from ppid_core.cli.dossier import opened
from ppid_core.cli.formats.artifacts import artifacts_json
from ppid_core.cli.given import Said, said_beside
from ppid_core.cli.installed_plugins import imported, plugged, unused_lines
from ppid_core.cli.screen.artifacts import made_code, tell_made, written_lines
from ppid_core.cli.screen.findings import failed_lines
from ppid_core.cli.screen.heading import calendar_lines, left_out_lines, nothing_typed
from ppid_core.cli.screen.problems import ProblemsJson, note_lines, problem_lines, problems_json
from ppid_core.cli.usage import FAILED, UNUSABLE, CommandRefused
from ppid_core.dossier import Dossier
from ppid_core.dossier.order import Made, make, orders_of
from ppid_core.errors import InputError, Problem
from ppid_core.intake.cells import Month
from ppid_core.language import Bilingual, Lang
from ppid_core.output.target import refuse_target, target_of
from ppid_core.plugins.loans import aside
from ppid_core.report import Edition, Form
from ppid_core.rules import Checked, Severity
from ppid_core.writing import format_number

STANDARD_OUTPUT = "-"
_FEWEST = 2
"""Of one format nothing can be told but that it is done."""


@contextmanager
def _progress(count: int, lang: Lang) -> Iterator[Callable[[str], None]]:
    """Show a bar of ``count`` formats on standard error while the block runs.

    Yields:
        What is called with the name of each format that ended.
    """
    if count < _FEWEST or not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(
        length=count,
        label=_LABEL(lang).format(count=format_number(count, lang)),
        file=sys.stderr,
        show_eta=False,
        show_percent=False,
        show_pos=True,
        item_show_func=lambda name: name or "",
    ) as bar:
        yield lambda name: bar.update(1, name)


_LABEL = Bilingual("Membuat {count} format", "Making {count} formats")


@click.command("report", short_help="Buat laporan (laporan).")
@choices.folder
@click.option(
    "--to",
    multiple=True,
    callback=choices.parts,
    shell_complete=completion.formats,
    metavar="FORMAT",
    help="Format: html,csv,json …",
)
@click.option(
    "--form",
    type=click.Choice(["full", "brief", "letter"]),
    default="full",
    help="Lengkap, satu halaman, atau surat pengantar.",
)
@click.option(
    "--edition",
    type=click.Choice(["public", "internal"]),
    default="public",
    help="Edisi publik tanpa data pribadi, atau edisi internal.",
)
@click.option("--draft", is_flag=True, help="Buat juga bila ada sel yang belum terbaca; ditandai DRAF.")
@said_beside(options=True, compares=True)
@click.option(
    "-o",
    "--out",
    shell_complete=completion.folders,
    metavar="FOLDER",
    help="Folder tujuan; tanpa pilihan ini: FOLDER/hasil, edisi internal: FOLDER/hasil-internal. "
    "Tanda -: satu berkas ke keluaran standar.",
)
@choices.output
@choices.as_of
@choices.until
@choices.lang
@choices.strict
@choices.block
def command(  # noqa: PLR0913  one argument for each option
    *,
    folder: str,
    to: tuple[str, ...],
    form: Form,
    edition: Edition,
    draft: bool,
    said: Said,
    out: str | None,
    output: str,
    as_of: date | None,
    until: Month | None,
    lang: Lang,
    strict_plugins: bool,
    block: tuple[str, ...],
) -> int:
    """Buat laporan dalam semua format yang terpasang, atau yang disebut --to."""
    plugins = plugged(lang, strict=strict_plugins, block=block)
    target = _target(folder, out, edition)
    try:
        read_other = partial(imported, plugins=plugins)
        work = opened(folder, read_other, said=said, as_of=as_of, until=until, plugins=plugins)
    except InputError as error:
        _tell_refused(error.problems, [*problem_lines(error.problems, lang), _REFUSED(lang)], output, lang)
        return UNUSABLE
    if refused := _refused(work, folder, lang, draft=draft):
        _tell_refused(work.problems, refused, output, lang)
        return UNUSABLE
    notes, left_out = note_lines(work.intake, lang), left_out_lines(work, lang)
    tell([*notes, *left_out, *calendar_lines(work, lang), *unused_lines(work, lang)])
    orders = orders_of(plugins, to, work.year.presentation.options, said.formats)
    with aside():
        checked = work.checked
    tell(failed := list(failed_lines(checked, lang)))
    report = work.report(form=form, lang=lang, edition=edition, draft=draft or None)
    with _progress(len(orders), lang) as finished:
        made = make(report, orders, plugins, target, tell=teller(lang), finished=finished)
    tell_made(made, lang)
    if target is None:
        _pipe(made)
    elif output == "json":
        show_json("artifacts", artifacts_json(made, target, checked, lang))
    else:
        show(_result(made, checked, target, folder, lang))
    return FAILED if failed and strict_plugins else made_code(made, strict=strict_plugins)


def _refused(work: Dossier, folder: str, lang: Lang, *, draft: bool) -> list[str]:
    """Return why no report is made; nothing where it is."""
    if draft:
        return []
    if work.intake.is_empty:
        return list(nothing_typed(work, folder, lang))
    problems = work.problems
    return [*problem_lines(problems, lang), _REFUSED(lang)] if problems else []


def _target(folder: str, out: str | None, edition: Edition) -> Path | None:
    """Return the folder to write into, None for standard output."""
    if out == STANDARD_OUTPUT:
        return None
    target = target_of(folder, out, edition)
    refuse_target(target, folder, edition)
    return target


def _tell_refused(problems: Sequence[Problem], lines: Iterable[str], output: str, lang: Lang) -> None:
    """Tell why no report is made: beside the result, and where JSON was asked for, as the result."""
    if output == "json":
        show_json("problems", ProblemsJson(problems=problems_json(problems, lang)))
    tell(lines)


def _pipe(made: Sequence[Made]) -> None:
    """Write the one file that was made to standard output.

    Raises:
        CommandRefused: there are several.
    """
    files = [artifact for one in made for artifact in one.artifacts]
    if len(files) > 1:
        names = ", ".join(artifact.name for artifact in files)
        raise CommandRefused(_SEVERAL.fill(names=names))
    for artifact in files:
        sys.stdout.buffer.write(artifact.content)


def _result(made: Sequence[Made], checked: Checked, target: Path, folder: str, lang: Lang) -> Iterator[str]:
    yield from written_lines(made, target, _WRITTEN, lang)
    if contradictions := len(checked.unexplained(Severity.ERROR)):
        yield _STILL.fill(count=contradictions, folder=typed(folder))(lang)


_REFUSED = Bilingual(
    "Laporan tidak dibuat. Betulkan yang tersebut di atas, atau buat dengan --draft.",
    "No report was made. Mend what stands above, or make one with --draft.",
)
_SEVERAL = Bilingual(
    "Ke keluaran standar dapat ditulis satu berkas, sedangkan ini beberapa: {names}. Pilih satu format yang "
    "terdiri atas satu berkas (--to html), atau sebuah folder (-o FOLDER).",
    "One file can be written to standard output, and these are several: {names}. Choose a format of one file "
    "(--to html), or a folder (-o FOLDER).",
)
_WRITTEN = Bilingual("Laporan ditulis ke {target}:", "The report was written to {target}:")
_STILL = Bilingual(
    "Masih ada {count} hal yang harus diperbaiki sebelum ditandatangani: ppid periksa {folder}",
    "Still to mend before signing, {count} {count:thing|things}: ppid check {folder}",
)

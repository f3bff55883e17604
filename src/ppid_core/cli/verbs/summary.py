"""``ppid summary``: the figures of one year on one screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import click

from ppid_core.cli import choices, completion
from ppid_core.cli.console import show, show_json, wrapped
from ppid_core.cli.dossier import opened, through_plugins
from ppid_core.cli.given import Said, said_beside
from ppid_core.cli.screen.figures import Screen, grid_lines
from ppid_core.cli.screen.heading import calendar_lines, left_out_lines, nothing_typed, title_line
from ppid_core.cli.screen.history import history_lines
from ppid_core.cli.screen.problems import note_lines, problem_lines, problems_json, show_problems
from ppid_core.cli.usage import FINE, UNUSABLE, CommandRefused
from ppid_core.dossier import Dossier
from ppid_core.errors import InputError, Problem
from ppid_core.intake.cells import Month
from ppid_core.language import Bilingual, Lang
from ppid_core.model.redaction import Redaction
from ppid_core.rules import Severity, check
from ppid_core.rules.error_rules import ERROR_RULES
from ppid_core.summary import (
    Chronicle,
    EarlierYear,
    History,
    Summary,
    chronicle_of,
    listed,
    public_year,
    renamed,
)


@click.command("summary", short_help="Lihat angka satu tahun (ringkas).")
@click.argument("folders", nargs=-1, metavar="FOLDER", shell_complete=completion.files)
@click.option("--stream", is_flag=True, help="Hitung baris demi baris: register sepanjang apa pun.")
@said_beside(compares=True)
@click.option(
    "--unread-to",
    shell_complete=completion.folders,
    metavar="FOLDER",
    help="Dengan --stream: salin baris dengan sel yang belum terbaca ke folder ini.",
)
@click.option("--internal", is_flag=True, help="Dengan --unread-to: data pribadi ikut disalin.")
@choices.as_of
@choices.until
@choices.output
@choices.lang
@choices.strict
@choices.block
def command(  # noqa: PLR0913  one argument for each option
    *,
    folders: tuple[str, ...],
    stream: bool,
    said: Said,
    unread_to: str | None,
    internal: bool,
    as_of: date | None,
    until: Month | None,
    output: str,
    lang: Lang,
    strict_plugins: bool,
    block: tuple[str, ...],
) -> int:
    """Lihat angka satu tahun.

    Dengan --stream: satu folder, atau berkas yang dikenal dari nama atau judul kolomnya (permohonan.csv,
    keberatan.csv.gz, sengketa.jsonl), atau - untuk permohonan sebagai CSV dari masukan standar. Barisnya
    tidak disimpan di memori, dan pertentangan tidak diperiksa.
    """
    folder = folders[0] if folders else "."
    if stream:
        if until is not None or said.previous:
            raise CommandRefused(_WHOLE_PERIOD if until else _NOT_STREAMED)
        return _streamed(
            folders or (folder,), output, lang, said=said, as_of=as_of, aside=unread_to, internal=internal
        )
    if len(folders) > 1 or unread_to or internal:
        raise CommandRefused(_ONLY_STREAMED)
    try:
        read_other = through_plugins(lang, strict=strict_plugins, block=block)
        work = opened(folder, read_other, said=said, as_of=as_of, until=until)
    except InputError as error:
        show_problems(error.problems, output, lang)
        return UNUSABLE
    problems = work.problems
    if output == "json":
        _show_json(_shown(work), problems, lang, earlier=_chronicle(work))
    else:
        show(_lines(work, said, folder, lang))
    return UNUSABLE if problems else FINE


def _streamed(
    paths: Sequence[str],
    output: str,
    lang: Lang,
    *,
    said: Said,
    as_of: date | None,
    aside: str | None,
    internal: bool,
) -> int:
    """Show the figures of registers of which no row is held."""
    from ppid_core.cli.stream import streamed, unread_lines  # noqa: PLC0415  it brings what reads packed files

    try:
        counted = streamed(paths, lang, said=said, as_of=as_of, aside=aside, internal=internal)
    except InputError as error:
        show_problems(error.problems, output, lang)
        return UNUSABLE
    work, problems = counted.work, counted.problems
    if output == "json":
        _show_json(counted.shown, problems, lang, unread_rows=dict(counted.unread))
    else:
        show(_head(work, lang))
        show(map(wrapped, unread_lines(counted.unread, aside, lang)))
        show(("", *_figures(work, counted.shown, lang)))
    return UNUSABLE if problems else FINE


def _show_json(
    figures: Summary,
    problems: Sequence[Problem],
    lang: Lang,
    *,
    earlier: Chronicle | None = None,
    **further: object,
) -> None:
    from ppid_core.summary.wire import (  # noqa: PLC0415  figures on the screen need no JSON
        chronicle_json,
        summary_json,
    )

    before = None if earlier is None else chronicle_json(earlier, lang)
    told = {**summary_json(figures, lang), "earlier": before, "problems": problems_json(problems, lang)}
    show_json("summary", {**told, **further})


def _head(work: Dossier, lang: Lang) -> Iterator[str]:
    yield wrapped(title_line(work, lang), then="  ")
    yield from problem_lines(work.problems, lang)
    yield from note_lines(work.intake, lang)
    yield from left_out_lines(work, lang)
    yield from map(wrapped, calendar_lines(work, lang))


def _figures(work: Dossier, figures: Summary, lang: Lang) -> Iterator[str]:
    agencies = {agency.code: agency.label for agency in listed(work.year.agencies)}
    yield from Screen(summary=figures, lang=lang, agencies=agencies).lines()
    if grid := list(grid_lines(figures, lang)):
        yield from ("", *grid)


def _lines(work: Dossier, said: Said, folder: str, lang: Lang) -> Iterator[str]:
    if work.intake.is_empty:
        yield from nothing_typed(work, folder, lang)
        return
    yield from _head(work, lang)
    yield ""
    yield from _figures(work, _shown(work), lang)
    yield from history_lines(work.history, lang)
    yield ""
    # For one line no plugin is loaded, and no rule of another severity is asked.
    contradictions = len(check(work.evidence, ERROR_RULES).unexplained(Severity.ERROR))
    told = _TO_MEND if contradictions else _IN_ORDER
    yield told.fill(count=contradictions, folder=said.again(folder))(lang)


def _shown(work: Dossier) -> Summary:
    """Return the figures as they are shown: no category is called by a person."""
    return renamed(work.summary, Redaction.of(work.year, traits=False).key)


def _chronicle(work: Dossier) -> Chronicle | None:
    """Return what earlier years say; as of this one, no category is called by a person."""
    own = EarlierYear(year=work.year, summary=_shown(work))
    previous = tuple(public_year(one, traits=False) for one in work.earlier)
    return chronicle_of(History(own=own, previous=previous, law=work.law))


_WHOLE_PERIOD = Bilingual(
    "--until tidak dapat dipakai bersama --stream.", "--until cannot be used with --stream."
)
_NOT_STREAMED = Bilingual(
    "--previous tidak dapat dipakai bersama --stream.", "--previous cannot be used with --stream."
)
_ONLY_STREAMED = Bilingual(
    "Beberapa berkas, --unread-to, dan --internal hanya dapat dipakai bersama --stream.",
    "Several files, --unread-to and --internal can be used with --stream alone.",
)
_TO_MEND = Bilingual(
    "{count} hal harus diperbaiki sebelum ditandatangani: ppid periksa {folder}",
    "{count} {count:thing|things} to mend before signing: ppid check {folder}",
)
_IN_ORDER = Bilingual(
    "Tidak ada angka yang bertentangan. Isi minimum: ppid periksa {folder}",
    "No figures contradict each other. For the legal minimum: ppid check {folder}",
)

"""``ppid check``: what contradicts itself, and which required contents are not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

import click

from ppid_core.cli import choices
from ppid_core.cli.console import show, show_json, typed, wrapped
from ppid_core.cli.ending import CONTRADICTED, FAILED, FINE, UNUSABLE
from ppid_core.cli.findings import count_lines, finding_lines
from ppid_core.cli.heading import head_line, nothing_typed, read_line
from ppid_core.cli.importing import imported
from ppid_core.cli.plugged import judged, plugged
from ppid_core.cli.problems import note_lines, problem_lines, problems_json
from ppid_core.cli.session import Session, start
from ppid_core.errors import InputError, Problem
from ppid_core.intake import Intake
from ppid_core.language import Bilingual, Lang
from ppid_core.rules import Checked, Severity, Status, checked_json


@click.command("check", short_help="Cari angka yang bertentangan dan isi minimum yang belum ada (periksa).")
@choices.folder
@click.option("--select", multiple=True, callback=choices.parts, metavar="KODE", help="Hanya ini: T,L1.")
@click.option("--ignore", multiple=True, callback=choices.parts, metavar="KODE", help="Tanpa ini: L102.")
@click.option("--rinci", is_flag=True, help="Setiap hasil sendiri, dan yang tidak dapat dinilai.")
@choices.as_of
@choices.output
@choices.lang
@choices.strict
@choices.block
def command(
    *,
    folder: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    rinci: bool,
    as_of: date | None,
    output: str,
    lang: Lang,
    strict_plugins: bool,
    block: tuple[str, ...],
) -> int:
    """Cari angka yang bertentangan dan isi minimum yang belum ada."""
    plugins = plugged(lang, strict=strict_plugins, block=block)
    try:
        session = start(folder, as_of, partial(imported, plugins=plugins, lang=lang))
    except InputError as error:
        unread = Checked(ruleset=plugins.ruleset)
        problems = error.problems
        return _end(UNUSABLE, output, _json(unread, lang, problems), problem_lines(problems, lang))
    checked = judged(session, plugins, *([code.upper() for code in codes] for codes in (select, ignore)))
    intake = session.intake
    lines = (
        nothing_typed(session, folder, lang)
        if intake.is_empty
        else _lines(session, checked, folder, lang, each=rinci)
    )
    return _end(exit_code(intake, checked), output, _json(checked, lang, intake.problems, intake), lines)


def _end(code: int, output: str, value: Mapping[str, object], lines: Iterable[str]) -> int:
    if output == "json":
        show_json(value)
    else:
        show(lines)
    return code


def exit_code(intake: Intake, checked: Checked) -> int:
    """Return the highest code that applies."""
    failed = any(run.status is Status.FAILED for run in checked.runs)
    return max(
        FAILED if failed else FINE,
        UNUSABLE if intake.problems else FINE,
        CONTRADICTED if checked.unexplained(Severity.ERROR) else FINE,
    )


def _json(
    checked: Checked, lang: Lang, problems: Sequence[Problem], intake: Intake | None = None
) -> Mapping[str, object]:
    """Return what was read, what could not be, and what was found; without a year nothing was read."""
    found = checked_json(checked, lang)
    return {
        "ruleset": found["ruleset"],
        "inputs": dict(checked.inputs),
        "read": dict(intake.read) if intake else {},
        "accepted": dict(intake.accepted) if intake else {},
        "rejected": dict(intake.rejected_counts) if intake else {},
        "notes": [note.message(lang) for note in intake.notes] if intake else [],
        "problems": problems_json(problems, lang),
        "rules": found["rules"],
        "findings": found["findings"],
    }


def _lines(session: Session, checked: Checked, folder: str, lang: Lang, *, each: bool) -> Iterator[str]:
    yield wrapped(head_line(session, lang), then="  ")
    yield wrapped(read_line(session, lang), then="  ")
    if session.intake.problems:
        yield ""
        yield from problem_lines(session.intake.problems, lang)
    if session.intake.notes:
        yield ""
        yield from note_lines(session.intake, lang)
    yield from finding_lines(checked, lang, each=each)
    yield ""
    if not checked.findings and not session.intake.problems:
        yield _NOTHING_FOUND(lang)
    yield from count_lines(checked, lang, each=each)
    yield _NEXT(lang).format(folder=typed(folder))


_NOTHING_FOUND = Bilingual("Tidak ada yang perlu diperbaiki.", "There is nothing to mend.")
_NEXT = Bilingual(
    "Langkah berikut: ppid aturan KODE · ppid laporan {folder}",
    "Next: ppid rule CODE · ppid report {folder}",
)

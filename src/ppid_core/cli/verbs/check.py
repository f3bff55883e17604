"""``ppid check``: what contradicts itself and what is missing, for people, for programs and as a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

import click
from attrs import frozen

from ppid_core.cli import choices, completion
from ppid_core.cli.console import print_json, show, show_json, tell, teller, wrapped
from ppid_core.cli.dossier import opened
from ppid_core.cli.formats.annotation import annotation_lines
from ppid_core.cli.formats.input_folder import InputFolder
from ppid_core.cli.formats.sarif import Scan
from ppid_core.cli.given import Said, said_beside
from ppid_core.cli.installed_plugins import imported, plugged, unused_lines
from ppid_core.cli.screen.artifacts import made_code, tell_made, written_lines
from ppid_core.cli.screen.findings import count_lines, finding_lines
from ppid_core.cli.screen.heading import calendar_lines, head_line, nothing_typed, read_line
from ppid_core.cli.screen.problems import ProblemJson, note_lines, problem_lines, problems_json
from ppid_core.cli.usage import CONTRADICTED, FAILED, FINE, UNUSABLE, CommandRefused
from ppid_core.dossier import Dossier
from ppid_core.dossier.order import Made, make, orders_of
from ppid_core.errors import InputError, Problem
from ppid_core.intake import Intake
from ppid_core.language import Bilingual, Lang
from ppid_core.output.target import refuse_target, target_of
from ppid_core.plugins import Plugins
from ppid_core.plugins.loans import aside
from ppid_core.report import compose_findings
from ppid_core.rules import Checked, Severity, Status
from ppid_core.rules.engine.checked import CheckedJson, checked_json


class CheckJson(CheckedJson):
    """What a check found, and what was read for it.

    Attributes:
        inputs: SHA-256 of each file.
        read: rows of each table.
        accepted: those of them that are data.
        rejected: those of them of which a cell could not be read.
    """

    inputs: dict[str, str]
    read: dict[str, int]
    accepted: dict[str, int]
    rejected: dict[str, int]
    notes: list[str]
    problems: list[ProblemJson]


@frozen(kw_only=True)
class _CheckOutput:
    """A check as programs and people are told of it; without an intake nothing was read."""

    checked: Checked
    problems: Sequence[Problem]
    plugins: Plugins
    folder: str
    lang: Lang
    intake: Intake | None = None

    def show(self, output: str, lines: Iterable[str], code: int) -> None:
        """Print it in the form that was asked for; ``lines`` is the one for people."""
        match output:
            case "json":
                show_json("check", self._json())
            case "sarif":
                print_json(self._scan(code).log())
            case "github":
                origin = InputFolder.of(self.folder)
                show(annotation_lines(self.checked, self.problems, origin, self.lang))
            case _:
                show(lines)

    def _json(self) -> CheckJson:
        found, intake = checked_json(self.checked, self.lang), self.intake
        return {
            "ruleset": found["ruleset"],
            "inputs": dict(self.checked.inputs),
            "read": dict(intake.read) if intake else {},
            "accepted": dict(intake.accepted) if intake else {},
            "rejected": dict(intake.rejected_counts) if intake else {},
            "notes": [note.message(self.lang) for note in intake.notes] if intake else [],
            "problems": problems_json(self.problems, self.lang),
            "rules": found["rules"],
            "findings": found["findings"],
        }

    def _scan(self, code: int) -> Scan:
        return Scan(
            checked=self.checked,
            rules=self.plugins.rules,
            problems=self.problems,
            notes=self.intake.notes if self.intake else (),
            origin=InputFolder.of(self.folder),
            code=code,
            lang=self.lang,
        )


_WRITTEN = Bilingual(
    "Lembar pemeriksaan ditulis ke {target}:", "The sheet of findings was written to {target}:"
)


@click.command("check", short_help="Cari angka yang bertentangan dan isi minimum yang belum ada (periksa).")
@choices.folder
@click.option(
    "--select",
    multiple=True,
    callback=choices.parts,
    shell_complete=completion.selectors,
    metavar="KODE",
    help="Hanya ini: T,L1.",
)
@click.option(
    "--ignore",
    multiple=True,
    callback=choices.parts,
    shell_complete=completion.selectors,
    metavar="KODE",
    help="Tanpa ini: L102.",
)
@click.option("--rinci", is_flag=True, help="Setiap hasil sendiri, dan yang tidak dapat dinilai.")
@click.option(
    "--to",
    multiple=True,
    callback=choices.parts,
    shell_complete=completion.formats,
    metavar="FORMAT",
    help="Tulis juga lembarnya: xlsx,docx …",
)
@click.option(
    "-o",
    "--out",
    shell_complete=completion.folders,
    metavar="FOLDER",
    help="Folder lembarnya; tanpa pilihan ini: FOLDER/hasil.",
)
@said_beside(options=True, compares=True)
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
    said: Said,
    as_of: date | None,
    output: str,
    lang: Lang,
    strict_plugins: bool,
    block: tuple[str, ...],
) -> int:
    """Cari angka yang bertentangan dan isi minimum yang belum ada."""
    plugins, target = plugged(lang, strict=strict_plugins, block=block), target_of(folder, out)
    _refuse(folder, to, out, plugins, said.formats)
    told = partial(_CheckOutput, plugins=plugins, folder=folder, lang=lang)
    try:
        work = opened(folder, partial(imported, plugins=plugins), said=said, as_of=as_of, plugins=plugins)
    except InputError as error:
        unread = told(checked=Checked(ruleset=plugins.ruleset), problems=error.problems)
        unread.show(output, problem_lines(error.problems, lang), UNUSABLE)
        tell([_NO_YEAR(lang)] if to else [])
        return UNUSABLE
    intake = work.intake
    tell(unused_lines(work, lang))
    with aside():
        checked = work.check(select=[*map(str.upper, select)], ignore=[*map(str.upper, ignore)])
    made: tuple[Made, ...] = ()
    if intake.is_empty:
        tell([_NOTHING_TYPED(lang)] if to else [])
    elif to:
        orders = orders_of(plugins, to, work.year.presentation.options, said.formats)
        sheet = compose_findings(intake, checked, as_of=work.as_of, lang=lang)
        made = make(sheet, orders, plugins, target, tell=teller(lang))
    code = max(_exit_code(intake, checked), made_code(made, strict=strict_plugins))
    lines = _lines(work, checked, said, folder, lang, each=rinci)
    told(checked=checked, problems=intake.problems, intake=intake).show(output, lines, code)
    if made:
        tell_made(made, lang)
        heading, *files = written_lines(made, target, _WRITTEN, lang)
        (show if output == "text" else tell)([heading, *(wrapped(line, then=" " * 4) for line in files)])
    return code


def _refuse(
    folder: str, to: Sequence[str], out: str | None, plugins: Plugins, formats: Iterable[str]
) -> None:
    """Refuse what cannot be written, before anything is read.

    Raises:
        CommandRefused: for a folder that holds input, or one without a format.
        UnknownNameError: for a format that nobody has.
        PluginConflictError: for a format that two plugins claim.
    """
    if out and not to:
        raise CommandRefused(_NO_FORMAT)
    for name in (*to, *formats):
        plugins.exporter(name)
    if to:
        refuse_target(target_of(folder, out), folder)


def _exit_code(intake: Intake, checked: Checked) -> int:
    """Return the highest code that applies."""
    failed = any(run.status is Status.FAILED for run in checked.runs)
    return max(
        FAILED if failed else FINE,
        UNUSABLE if intake.problems else FINE,
        CONTRADICTED if checked.unexplained(Severity.ERROR) else FINE,
    )


def _lines(
    work: Dossier, checked: Checked, said: Said, folder: str, lang: Lang, *, each: bool
) -> Iterator[str]:
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
    yield _NEXT(lang).format(folder=said.again(folder))


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

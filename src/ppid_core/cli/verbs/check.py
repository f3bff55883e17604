"""``ppid check``: what contradicts itself and what is missing, for people, for programs and as a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import click
from attrs import frozen

from ppid_core.cli import choices
from ppid_core.cli.console import show, show_json, tell, teller, typed, wrapped
from ppid_core.cli.dossier import opened
from ppid_core.cli.formats.annotation import annotation_lines
from ppid_core.cli.formats.origin import Origin
from ppid_core.cli.formats.sarif import Scan
from ppid_core.cli.installed_plugins import imported, plugged, tell_problems
from ppid_core.cli.screen.artifacts import failure_lines, made_lines, settled_lines, told_lines
from ppid_core.cli.screen.findings import count_lines, finding_lines
from ppid_core.cli.screen.heading import calendar_lines, head_line, nothing_typed, read_line
from ppid_core.cli.screen.problems import note_lines, problem_lines, problems_json
from ppid_core.cli.settings import ordered
from ppid_core.cli.usage import CONTRADICTED, FAILED, FINE, UNUSABLE, Refusal
from ppid_core.dossier import Dossier
from ppid_core.dossier.order import Made, make
from ppid_core.errors import InputError, Problem
from ppid_core.intake import Intake
from ppid_core.language import Bilingual, Lang
from ppid_core.output.target import refuse_target, target_of
from ppid_core.plugins import Plugins
from ppid_core.plugins.attempt import aside
from ppid_core.report import compose_findings
from ppid_core.rules import Checked, Severity, Status
from ppid_core.wire import unstructure


@frozen(kw_only=True)
class CheckOutput:
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
                show_json(_json(self.checked, self.lang, self.problems, self.intake))
            case "sarif":
                show_json(self._scan(code).log())
            case "github":
                origin = Origin.of(self.folder)
                show(annotation_lines(self.checked, self.problems, origin, self.lang))
            case _:
                show(lines)

    def _scan(self, code: int) -> Scan:
        return Scan(
            checked=self.checked,
            rules=self.plugins.rules,
            problems=self.problems,
            notes=self.intake.notes if self.intake else (),
            origin=Origin.of(self.folder),
            code=code,
            lang=self.lang,
        )


def _json(
    checked: Checked, lang: Lang, problems: Sequence[Problem], intake: Intake | None = None
) -> Mapping[str, object]:
    """Return what was read, what could not be, and what was found; without a year nothing was read."""
    found = unstructure(checked, lang)
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


MARGIN = " " * 4


@frozen(kw_only=True)
class CheckDocument:
    """The sheet of one check, written (*lembar pemeriksaan*).

    Attributes:
        target: the folder it was written into.
        made: what became of each format.
    """

    target: Path
    made: tuple[Made, ...]

    @classmethod
    def write(
        cls,
        work: Dossier,
        checked: Checked,
        *,
        to: Sequence[str],
        target: Path,
        lang: Lang,
    ) -> CheckDocument:
        """Make and write the formats ``to``, and return what became of each.

        Raises:
            UnknownNameError: for a format or option that nobody has.
            OptionError: for a value that an option cannot take.
            PluginConflictError: for a format that two plugins claim.
        """
        orders = ordered(work.plugins, to, work.year, {}, lang)
        report = compose_findings(work.intake, checked, as_of=work.as_of, lang=lang)
        return cls(target=target, made=make(report, orders, work.plugins, target, tell=teller(lang)))

    def code(self, *, strict: bool) -> int:
        """Return the code that it ends the command with.

        Args:
            strict: whether any plugin that failed counts.
        """
        told = strict and any(one.problems or (one.failure and not one.is_missing) for one in self.made)
        return FAILED if told or any(one.fails_the_command for one in self.made) else FINE

    def tell(self, lang: Lang, *, beside: bool) -> None:
        """Print what was written; what failed goes to standard error.

        Args:
            lang: the language.
            beside: whether standard output belongs to other programs, so that all goes to standard error.
        """
        for one in self.made:
            tell_problems(one.problems, lang)
        tell(failure_lines(self.made, lang))
        tell(told_lines(self.made))
        (tell if beside else show)(self._lines(lang))

    def _lines(self, lang: Lang) -> Iterator[str]:
        written = any(one.artifacts for one in self.made)
        yield (_WRITTEN if written else _NOTHING)(lang).format(target=self.target)
        yield from (wrapped(line, then=MARGIN) for line in made_lines(self.made, lang))
        yield from (wrapped(line, then=MARGIN) for line in settled_lines(self.made, self.target, lang))


_WRITTEN = Bilingual(
    "Lembar pemeriksaan ditulis ke {target}:", "The sheet of findings was written to {target}:"
)
_NOTHING = Bilingual("Tidak ada yang ditulis ke {target}.", "Nothing was written to {target}.")


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
    told = partial(CheckOutput, plugins=plugins, folder=folder, lang=lang)
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
        sheet = CheckDocument.write(work, checked, to=to, target=target, lang=lang)
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

"""What a verb starts from: the folder read, its year counted and judged."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from attrs import evolve, field, frozen

from ppid_core.cli.usage import Refusal
from ppid_core.intake import BUILT_IN_IMPORTERS, Intake, load
from ppid_core.intake.cells import Month
from ppid_core.intake.importer import ending
from ppid_core.intake.picture import printable_pictures
from ppid_core.language import Bilingual, Lang
from ppid_core.law import Lawbook
from ppid_core.model import Register, ServiceYear
from ppid_core.model.redaction import Redaction
from ppid_core.rules import Evidence
from ppid_core.summary import Summary, renamed, summarize, year_until
from ppid_core.workdays import WorkdayCalendar

STDIN = "-"
MOST_NAMES = 5

Reader = Callable[[Path], Intake]
"""Reads a file that none of our own importers reads."""


@frozen(kw_only=True)
class Session:
    """One folder, read and counted."""

    intake: Intake
    law: Lawbook
    workdays: WorkdayCalendar
    as_of: date
    summary: Summary
    left_out: Mapping[Register, int] = field(factory=dict)

    @property
    def figures(self) -> Summary:
        """The figures as they are shown: no category is called by a person."""
        return renamed(self.summary, Redaction.of(self.intake.year, traits=False).key)

    @property
    def evidence(self) -> Evidence:
        """What rules look at."""
        return Evidence(
            year=self.intake.year,
            summary=self.summary,
            law=self.law,
            workdays=self.workdays,
            as_of=self.as_of,
            inputs=self.intake.inputs,
            pictures=printable_pictures(self.intake.pictures),
        )


def start(folder: str, as_of: date | None, read_other: Reader, until: Month | None = None) -> Session:
    """Read a folder, a file or (``-``) standard input, and count its year.

    Args:
        folder: the path as typed.
        as_of: the day whose state is told; None is the day of signature, else the last day of the period.
        read_other: reads what only a plugin can read.
        until: the last month that counts; None is the whole period.

    Raises:
        Refusal: where there is no such folder, or ``until`` is of another year.
        Breakdown: where the importer of a plugin failed.
        InputError: where no year can be named; carries every problem.
    """
    if folder != STDIN and not Path(folder).exists():
        raise Refusal(missing_folder(Path(folder)))
    intake = load(folder) if _is_ours(folder) else read_other(Path(folder))
    left_out: Mapping[Register, int] = {}
    if until is not None:
        begun = year_until(intake.year, _month_of(intake.year, until))
        intake, left_out = evolve(intake, year=begun.year), begun.left_out
    year, law = intake.year, Lawbook.load()
    day = as_of or year.as_of
    workdays = WorkdayCalendar.of_report(year, day)
    return Session(
        intake=intake,
        law=law,
        workdays=workdays,
        as_of=day,
        summary=summarize(year, law, workdays, day),
        left_out=left_out,
    )


def _month_of(year: ServiceYear, until: Month) -> int:
    if until.year not in {None, year.period.year}:
        wanted = f"{year.period.year}-{until.month:02}"
        raise Refusal(_OTHER_YEAR.fill(year=year.period.year, asked=until.year, wanted=wanted))
    return until.month


def _is_ours(folder: str) -> bool:
    known = {suffix for importer in BUILT_IN_IMPORTERS for suffix in importer.suffixes}
    return folder == STDIN or ending(Path(folder)) in known


def through_plugins(lang: Lang, *, strict: bool, block: Sequence[str]) -> Reader:
    """Return a reader that loads the plugins when it is called: a folder and JSON need none."""

    def read(path: Path) -> Intake:
        from ppid_core.cli.importing import imported  # noqa: PLC0415  it would bring every plugin with it
        from ppid_core.cli.plugged import plugged  # noqa: PLC0415  the same

        return imported(path, plugged(lang, strict=strict, block=block), lang)

    return read


def missing_folder(path: Path) -> Bilingual:
    """Return the sentence for a folder that is not there, with those that are and look like it."""
    parent = path.parent
    names = sorted(entry.name for entry in parent.iterdir() if entry.is_dir()) if parent.is_dir() else []
    shown = [name for name in names if not name.startswith(".")]
    near = difflib.get_close_matches(path.name, shown, n=MOST_NAMES) or shown[:MOST_NAMES]
    there = _HERE.fill(names=", ".join(near)) if near else Bilingual("", "")
    return _NO_FOLDER.fill(path=path, there=there)


_OTHER_YEAR = Bilingual(
    "Data ini tentang tahun {year}, bukan {asked}. Tulis --until {wanted}.",
    "These data are about the year {year}, not {asked}. Write --until {wanted}.",
)
_NO_FOLDER = Bilingual('Folder "{path}" tidak ditemukan.{there}', 'There is no folder "{path}".{there}')
_HERE = Bilingual(" Folder yang ada di sini: {names}.", " Folders here: {names}.")

"""One year's work in one value: what was read, by what it is judged, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path, PurePath
from typing import Self

from attrs import evolve, field, frozen

from ppid_core.errors import Problem, UnknownNameError
from ppid_core.glossary import spelling
from ppid_core.glossary.table import known_tables
from ppid_core.glossary.vocabulary import VOCABULARIES, is_open, same
from ppid_core.intake import Intake, Note, from_rows, load
from ppid_core.intake.picture import printable_pictures
from ppid_core.intake.rows import Rows
from ppid_core.language import Bilingual, Lang
from ppid_core.law import Lawbook
from ppid_core.model import Absent, Dimension, Measure, ServiceYear
from ppid_core.plugins import Plugins, load_plugins
from ppid_core.plugins.lending import lent_evidence
from ppid_core.report import Edition, Form, Report, compose
from ppid_core.rules import Checked, Evidence, Finding, check
from ppid_core.summary import UNNAMED, Summary, Tree, summarize
from ppid_core.workdays import WorkdayCalendar

BY = "by_"
"""How the step of a path begins that names a breakdown."""


@frozen(kw_only=True)
class Dossier:
    """One body's one year, read, counted and judged (*berkas satu tahun*).

    Attributes:
        intake: what was read, with everything that could not be.
        law: the law it is judged by; by default the law book of this package.
        as_of: the day whose state is told; by default `ServiceYear.as_of`.
        workdays: the calendar its time limits run along; by default that of the body, estimated beyond what
            is decreed where the package ``holidays`` is installed.
        plugins: whose rules are asked beside ours; by default what is installed.
        ids: what was counted, so that `merge` adds no file twice; by default the hashes of the files that
            hold figures. Of rows from memory, the number of their batch.
    """

    intake: Intake
    law: Lawbook = field(factory=Lawbook.load, repr=False)
    as_of: date = field()
    workdays: WorkdayCalendar = field(repr=False)
    plugins: Plugins = field(factory=load_plugins, repr=False)
    ids: tuple[str, ...] = field()

    @as_of.default
    def _as_the_report_is_signed(self) -> date:
        return self.year.as_of

    @workdays.default
    def _of_the_body(self) -> WorkdayCalendar:
        return WorkdayCalendar.of_report(self.year, self.as_of)

    @ids.default
    def _files_with_figures(self) -> tuple[str, ...]:
        inputs = self.intake.inputs
        if len(inputs) == 1:
            return tuple(inputs.values())
        return tuple(digest for name, digest in inputs.items() if _is_counted(name))

    @classmethod
    def open(cls, path: str | Path, *, plugins: Plugins | None = None, as_of: date | None = None) -> Self:
        """Return the work that a folder, a workbook, JSON or a document of ours holds.

        Raises:
            InputError: as `load`; it carries every problem.
        """
        taken = load_plugins() if plugins is None else plugins
        return cls._of(load(path, taken.importers), taken, as_of)

    @classmethod
    def from_rows(
        cls,
        tables: Mapping[str, Rows],
        *,
        key: str = "",
        batch: str = "",
        plugins: Plugins | None = None,
        as_of: date | None = None,
    ) -> Self:
        """Return the work that tables from memory hold, as `from_rows` takes them.

        Args:
            tables: the rows of each table.
            key: the name under which rows carry the caller's own key.
            batch: the number of this part of a register, where it is counted in parts and merged.
            plugins: as the attribute.
            as_of: as the attribute.

        Raises:
            InputError: as `from_rows`; it carries every problem.
            RowError: as `from_rows`.
        """
        work = cls._of(from_rows(tables, key=key), load_plugins() if plugins is None else plugins, as_of)
        return evolve(work, ids=(batch,)) if batch else work

    @classmethod
    def _of(cls, intake: Intake, plugins: Plugins, as_of: date | None) -> Self:
        return cls(intake=intake, plugins=plugins, as_of=as_of or intake.year.as_of)

    @property
    def year(self) -> ServiceYear:
        """The year that was read."""
        return self.intake.year

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, with its place."""
        return self.intake.problems

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was passed over, or read in one of two ways."""
        return self.intake.notes

    @cached_property
    def summary(self) -> Summary:
        """The figures of the year."""
        return summarize(self.year, self.law, self.workdays, self.as_of, ids=self.ids)

    @cached_property
    def checked(self) -> Checked:
        """What our rules and the installed ones found; none of them is shown who the applicants are."""
        evidence = Evidence(
            year=self.year,
            summary=self.summary,
            law=self.law,
            workdays=self.workdays,
            as_of=self.as_of,
            inputs=self.intake.inputs,
            pictures=printable_pictures(self.intake.pictures),
        )
        return check(lent_evidence(evidence), self.plugins.rules, ruleset=self.plugins.ruleset)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, as `checked` tells it."""
        return self.checked.findings

    def figure(self, path: str) -> Tree:
        """Return the figure at ``path``, `Absent` where it is unknown.

        Args:
            path: a measure ("requests.total"), a breakdown ("requests.by_outcome") or one of its categories
                ("requests.by_outcome.refused"; a month by its number).

        Raises:
            UnknownNameError: there is no such figure.
        """
        known = frozenset(_paths(self.summary.figures))
        if path not in known and not _could_be(self.summary.figures, path):
            raise UnknownNameError(Bilingual("angka", "the figure"), path, known | _MEASURES)
        return self.summary.figure(path)

    def report(self, *, form: Form = "full", lang: Lang = "id", edition: Edition = "public") -> Report:
        """Return the report of the year, as every exporter gets it; a draft where a cell is unread.

        Raises:
            UnknownNameError: for a form, a language or an edition that there is not.
        """
        return compose(
            self.year,
            self.summary,
            self.checked,
            self.law,
            form=form,
            lang=lang,
            edition=edition,
            pictures=self.intake.pictures,
        )


def _is_counted(file: str) -> bool:
    """Tell whether figures are counted from a file of a folder: two batches may share all the others."""
    table = known_tables().get(spelling(PurePath(file).stem))
    return table is not None and table not in _NOT_COUNTED and PurePath(file).suffix.casefold() == ".csv"


def _paths(tree: Tree, path: str = "") -> Iterator[str]:
    """Yield the path of each figure that the summary holds, absent ones included."""
    if path:
        yield path
    if isinstance(tree, Mapping):
        for key, value in tree.items():
            yield from _paths(value, f"{path}.{key}".lstrip("."))
    elif isinstance(tree, tuple):
        yield from (f"{path}.{month}" for month in range(1, len(tree) + 1))


def _could_be(tree: Mapping[str, Tree], path: str) -> bool:
    """Tell whether ``path`` names a figure that an absent one hides, or a category that no row names."""
    if path in _MEASURES:
        return True
    register, _, rest = path.partition(f".{BY}")
    dimension, _, category = rest.partition(".")
    breakdown = tree.get(register)
    if not (category and isinstance(breakdown, Mapping) and BY + dimension in breakdown):
        return False
    if dimension == Dimension.MONTH:
        return category in _MONTHS
    if category in UNNAMED:
        return True
    along, parts = Dimension(dimension), breakdown[BY + dimension]
    if category in set(map(str, VOCABULARIES.get(along, ()))):
        return True
    # Nobody closes the list of agencies, of occupations or of channels: of an absent breakdown, any name
    # may be one, and of the others each that is there, in any case.
    if isinstance(parts, Absent):
        return along not in VOCABULARIES or is_open(along)
    return is_open(along) and same(along, category) in {same(along, name) for name in parts}


_MEASURES = frozenset(map(str, Measure)) - {Measure.OTHER}
_NOT_COUNTED = frozenset({"laporan", "naskah", "opd", "jenis_informasi", "peta", "penjelasan", "hari_libur"})
_MONTHS = frozenset(map(str, range(1, 13)))

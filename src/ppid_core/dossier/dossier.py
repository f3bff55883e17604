"""One year's work in one value: what was read, by what it is judged, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self

from attrs import evolve, field, frozen

from ppid_core.argument import refuse_bare, refuse_text
from ppid_core.dossier.identity import counted_files
from ppid_core.dossier.input import a_day, a_year, given, installed, readers
from ppid_core.dossier.path import refuse_path
from ppid_core.dossier.previous import all_of, home_of, newest_first, strangers, with_last_report
from ppid_core.errors import MismatchError, Problem
from ppid_core.intake import Intake, Note, from_rows, load
from ppid_core.intake.files.folder import printable_pictures
from ppid_core.intake.files.loading import is_ours
from ppid_core.intake.sheet import FIRST_ROW
from ppid_core.language import Bilingual, Lang
from ppid_core.law import Lawbook
from ppid_core.model import Register, ServiceYear
from ppid_core.model.redaction import Redaction
from ppid_core.option import Settings
from ppid_core.rules import Checked, Evidence, Finding, Rule, check
from ppid_core.summary import (
    Docket,
    EarlierYear,
    Figure,
    History,
    Scope,
    Summary,
    docket,
    renamed,
    summarize,
    year_until,
)
from ppid_core.summary.notebook import TextPage, summary_html, summary_line
from ppid_core.workdays import WorkdayCalendar

# A folder is read, counted and told of without plugins and reports, and without what makes them.
if TYPE_CHECKING:
    from ppid_core.dossier.frame import FrameLibrary
    from ppid_core.intake.files.records import Rows
    from ppid_core.plugins import Plugins
    from ppid_core.report import Edition, Form, Report

_NO_SETTINGS: Settings = MappingProxyType({})


def _newest_first(works: Iterable[Dossier]) -> tuple[Dossier, ...]:
    refuse_bare("previous", works, Dossier)
    return newest_first(works)


@frozen(kw_only=True, slots=False)  # with slots, help() shows how attrs keeps what is cached
class Dossier:
    """One body's one year, read, counted and judged (*berkas satu tahun*).

    Frozen: what it was made of stands in it, and everything else follows from that, once, when it is asked.
    Equal inputs give equal figures, findings and files; of what is no input of its own, `Summary.scope` tells
    the version of the law, of the calendar and of its estimate, and `Checked.ruleset` those of the plugins.

    >>> from ppid_core import Dossier
    >>> work = Dossier.from_rows({"laporan": [{"kunci": "tahun", "isi": 2023}], "permohonan": [{"nomor": 1}]})
    >>> work.figure("requests.total")
    1

    Attributes:
        year: the year.
        intake: how it was read: problems, notes, files; by default nothing is told of that.
        law: the law it is judged by; by default the law book of this package.
        as_of: the day whose state is told; by default `ServiceYear.as_of`: the day of its signature, else
            the last day of its period.
        workdays: the calendar its time limits run along; by default `WorkdayCalendar.of_report`: that of the
            body, estimated beyond what is decreed where the package ``holidays`` is installed
            (`Summary.scope` and every due date tell what was estimated, and by what).
        previous: earlier years of the same body, the newest first in whatever order they are given: figures
            are compared with theirs, and rules look up what a case goes back to; by default none. With a part
            of a year only the same part of others is compared; a whole year serves its cases alone.
        plugins: whose importers, rules and formats are used; by default `load_plugins`: what is installed,
            when it is first needed.
        rule_options: of each rule the value of an option, as typed: ``{"BTN102": {"days": "7"}}``. They win
            over those of the table *laporan*; by default none.
        ids: what was counted, so that `merge` adds no file twice; by default the hashes of the files that
            hold figures. Of rows from memory, the number of their batch.
        left_out: of the first months of a year, how many lines of each register name no month.

    Raises:
        ArgumentError: ``year`` is none, or ``as_of`` a text or a moment.
        MismatchError: ``intake`` holds another year; or one of ``previous`` is no earlier year of this body,
            stands there twice, or covers another part of its year.
    """

    year: ServiceYear = field(converter=a_year)
    intake: Intake = field(repr=False)
    law: Lawbook = field(factory=Lawbook.load, repr=False)
    as_of: date = field(converter=a_day)
    workdays: WorkdayCalendar = field(repr=False)
    previous: tuple[Dossier, ...] = field(default=(), converter=_newest_first, repr=False)
    _plugins: Plugins | None = field(default=None, repr=False)
    rule_options: Settings = field(factory=dict, repr=False)
    ids: tuple[str, ...] = field()
    left_out: Mapping[Register, int] = field(factory=dict, repr=False)

    @intake.default
    def _of_the_year_alone(self) -> Intake:
        return Intake(year=self.year)

    @as_of.default
    def _as_the_report_is_signed(self) -> date:
        return self.year.as_of

    @workdays.default
    def _of_the_body(self) -> WorkdayCalendar:
        return WorkdayCalendar.of_report(self.year, self.as_of)

    @ids.default
    def _files_with_figures(self) -> tuple[str, ...]:
        return counted_files(self.intake)

    def __attrs_post_init__(self) -> None:
        """Refuse what does not belong to the year."""
        is_same = self.intake.year is self.year or self.intake.year == self.year
        if differences := (*(() if is_same else (_OTHER_INTAKE,)), *strangers(self.year, self.previous)):
            raise MismatchError(differences)

    def _repr_html_(self) -> str:
        """Return whose year it is and its main figures, as a notebook shows them."""
        left = len(self.problems)
        return summary_html(self.summary.parts, *([_UNREAD.id.format(count=left)] if left else ()))

    def _repr_pretty_(self, page: TextPage, *_: object) -> None:
        """Say on one line whose year it is, where a notebook keeps text: rows have names in them."""
        page.text(f"Dossier: {summary_line(self.summary.parts)}")

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        year: int | None = None,
        keys: Mapping[str, str] | None = None,
        tables: Mapping[str, str] | None = None,
        as_of: date | None = None,
        law: Lawbook | None = None,
        workdays: WorkdayCalendar | None = None,
        previous: Sequence[Dossier] = (),
        plugins: Plugins | None = None,
        rule_options: Settings | None = None,
    ) -> Self:
        """Return the work that a folder, a file, or a document that carries its data holds.

        Args:
            path: as `load` takes it.
            year: as for `load`, like the two that follow.
            keys: as there.
            tables: as there.
            as_of: as the attribute, like all that follow; None takes its default.
            law: as the attribute.
            workdays: as the attribute.
            previous: as the attribute; the report that *tahun_lalu* names is one of them, too.
            plugins: as the attribute; their importers read what we do not.
            rule_options: as the attribute.

        Raises:
            InputError: as `load`; it carries every problem.
            PluginConflictError: two plugins read such files, so that neither does.
            MismatchError: as the class.
        """
        refuse_bare("previous", previous, Dossier)
        taken = plugins if plugins is not None or is_ours(path) else installed()
        intake = load(path, readers(taken, Path(path)), year=year, keys=keys, tables=tables)
        intake, before = with_last_report(intake, home_of(path), previous, cls)
        inputs = given(as_of=as_of, law=law, workdays=workdays, plugins=taken, rule_options=rule_options)
        return cls(year=intake.year, intake=intake, previous=before, **inputs)

    @classmethod
    def from_rows(  # noqa: PLR0913  each input of a dossier, beside the rows
        cls,
        tables: Mapping[str, Rows],
        *,
        key: str = "",
        file: str | Path = "",
        first_row: int = FIRST_ROW,
        batch: str = "",
        as_of: date | None = None,
        law: Lawbook | None = None,
        workdays: WorkdayCalendar | None = None,
        previous: Sequence[Dossier] = (),
        plugins: Plugins | None = None,
        rule_options: Settings | None = None,
    ) -> Self:
        """Return the work that tables from memory hold, as `from_rows` takes them.

        Args:
            tables: the rows of each table.
            key: the name under which rows carry the caller's own key.
            file: as for `from_rows`, like the one that follows.
            first_row: as there.
            batch: the number of this part of a register, where it is counted in parts and merged.
            as_of: as the attribute, like all that follow; None takes its default.
            law: as the attribute.
            workdays: as the attribute.
            previous: as the attribute.
            plugins: as the attribute.
            rule_options: as the attribute.

        Raises:
            InputError: as `from_rows`; it carries every problem.
            RowError: as `from_rows`.
            MismatchError: as the class.
        """
        judged = given(as_of=as_of, law=law, workdays=workdays, plugins=plugins, rule_options=rule_options)
        intake = from_rows(tables, key=key, file=file, first_row=first_row)
        inputs = judged | given(ids=(batch,) if batch else None)
        return cls(year=intake.year, intake=intake, previous=previous, **inputs)

    def until(
        self, month: int, *, as_of: date | None = None, workdays: WorkdayCalendar | None = None
    ) -> Self:
        """Return the work of the first months of the year, as if the report were made at their end.

        Args:
            month: the last month, 1 to 12.
            as_of: the day whose state is told; by default the last day of that part, which nobody signed.
            workdays: the calendar; by default as that of the class.
        """
        begun = year_until(self.year, month)
        day = as_of or begun.year.as_of
        return evolve(
            self,
            year=begun.year,
            intake=evolve(self.intake, year=begun.year),
            as_of=day,
            workdays=workdays or WorkdayCalendar.of_report(begun.year, day),
            left_out=begun.left_out,
        )

    @cached_property
    def plugins(self) -> Plugins:
        """Whose importers, rules and formats are used."""
        return installed() if self._plugins is None else self._plugins

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Our rules and the installed ones, their options set; raises as `check` where they cannot be."""
        from ppid_core.dossier.setting import rules_set  # noqa: PLC0415  only this call needs it

        return rules_set(self.plugins, self.year.presentation.options, self.rule_options)

    @cached_property
    def scope(self) -> Scope:
        """Whose and which year this is, and by what it is counted."""
        return Scope.of(self.year, self.law, self.workdays, self.as_of)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was not read, with its place."""
        return self.intake.problems

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was passed over, or read in one of two ways."""
        return self.intake.notes

    @cached_property
    def summary(self) -> Summary:
        """The figures of the year."""
        return summarize(self.year, self.law, self.workdays, self.as_of, ids=self.ids)

    @property
    def counted(self) -> EarlierYear:
        """The year with its figures, as a later one is compared with it."""
        return EarlierYear(year=self.year, summary=self.summary)

    @cached_property
    def earlier(self) -> tuple[EarlierYear, ...]:
        """Every earlier year there is, the newest first: `previous`, and those of these."""
        return all_of(self.previous)

    @property
    def history(self) -> History:
        """The figures beside those of the years before; see `History.series`."""
        return self.evidence.history

    @cached_property
    def docket(self) -> Docket:
        """The open cases, soonest due first."""
        return docket(self.year, self.law, self.workdays, self.as_of)

    @cached_property
    def evidence(self) -> Evidence:
        """What rules look at, personal data included: `check` shows plugins none of it."""
        return Evidence(
            year=self.year,
            summary=self.summary,
            law=self.law,
            workdays=self.workdays,
            as_of=self.as_of,
            previous=self.earlier,
            inputs=self.intake.inputs,
            columns=self.intake.columns,
            pictures=printable_pictures(self.intake.pictures) | self.intake.pictured,
        )

    @cached_property
    def checked(self) -> Checked:
        """What our rules and the installed ones found."""
        return self.check()

    def check(self, *, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Checked:
        """Ask our rules and the installed ones; none of them is shown who the applicants are.

        Args:
            select: selectors (``T``, ``L1``, ``L102``); none selects all.
            ignore: selectors of rules that are left out.

        Raises:
            UnknownNameError: where a selector, or what sets an option, means no known rule or option.
            OptionError: for a value that an option of a rule cannot take.
        """
        from ppid_core.plugins.loans import lent_evidence  # noqa: PLC0415  only this call needs it

        lent, ruleset = lent_evidence(self.evidence), self.plugins.ruleset
        checked = check(lent, self.rules, select=select, ignore=ignore, ruleset=ruleset)
        return evolve(checked, inputs=self.intake.inputs)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What `checked` found."""
        return self.checked.findings

    def figure(self, path: str) -> Figure:
        """Return the figure at ``path``, `Absent` where it is unknown.

        Args:
            path: a measure ("requests.total"), a breakdown ("requests.by_outcome") or one of its categories
                ("requests.by_outcome.refused"; a month by its number).

        Raises:
            UnknownNameError: there is no such figure; it tells those that look like it.
        """
        refuse_path(self.summary.figures, path)
        return self.summary.figure(path)

    def frame(
        self, register: str, *, library: FrameLibrary | None = None, edition: Edition = "public"
    ) -> Any:  # noqa: ANN401  a frame of whichever library is there
        """Return a register as a frame of pandas, polars or Arrow: a row for each of its rows.

        Columns are called as the model calls its fields; what they hold stands in ``docs/frames.md``.

        >>> from ppid_core import Dossier
        >>> requests = Dossier.open("examples/kabupaten-contoh-2024").frame("requests", library="polars")
        >>> requests.filter(requests["outcome"] == "refused")["notice_on"].max()
        datetime.date(2024, 10, 25)

        Args:
            register: ``requests``, ``objections``, ``disputes``, ``suits``, ``matrix`` (a row for each cell),
                ``budget``, ``agencies``, ``aggregates``, ``visits`` … as the model calls them.
            library: ``pandas``, ``polars`` or ``pyarrow``; by default the first of them that is installed.
            edition: ``public``, or ``internal`` with what is known of applicants.

        Raises:
            UnknownNameError: for a register, a library or an edition that there is not.
            NotKeptError: the register was not kept: its rows are not none, but unknown.
            ExtraMissingError: the library is not installed, or none is.
        """
        from ppid_core.dossier.frame import register_frame  # noqa: PLC0415  only this call needs it

        public = self._public(edition)
        year = self.year if public is None else public.year
        return register_frame(year, register, library, personal=public is None)

    def figures_frame(self, *, library: FrameLibrary | None = None, edition: Edition = "public") -> Any:  # noqa: ANN401  a frame of whichever library is there
        """Return every figure of the year as a frame, a row for each number, as `tidy_figures` tells them.

        >>> from ppid_core import Dossier
        >>> figures = Dossier.open("examples/kota-serang-2020").figures_frame(library="pandas")
        >>> outcomes = figures[(figures.measure == "requests.total") & (figures.dimension == "outcome")]
        >>> float(outcomes.set_index("category").value["refused"])
        53.0

        Args:
            library: as for `frame`.
            edition: ``public``, or ``internal`` with categories as they were typed.

        Raises:
            UnknownNameError: for a library or an edition that there is not.
            ExtraMissingError: as for `frame`.
        """
        from ppid_core.dossier.frame import figures_frame  # noqa: PLC0415  only this call needs it

        public = self._public(edition)
        if public is None:
            return figures_frame(self.summary, library)
        return figures_frame(renamed(self.summary, public.key), library)

    def _public(self, edition: Edition) -> Redaction | None:
        """Return the redaction of the public edition, None for the internal one."""
        from ppid_core.report.document import refuse_unknown  # noqa: PLC0415  only this call needs it

        refuse_unknown(edition=edition)
        return None if edition == "internal" else self._redaction

    @cached_property
    def _redaction(self) -> Redaction:
        return Redaction.of(self.year)

    def report(
        self,
        *,
        form: Form = "full",
        lang: Lang = "id",
        edition: Edition = "public",
        draft: bool | None = None,
    ) -> Report:
        """Return the report of the year, as every exporter gets it.

        Args:
            form: ``full`` is the report to the commission, ``brief`` the announcement, ``letter`` the letter
                that sends the report.
            lang: language of headings and sentences.
            edition: ``public`` or ``internal``.
            draft: whether it is marked as a draft on cover and pages; by default where anything was not read.

        Raises:
            UnknownNameError: for a form, a language or an edition that there is not.
        """
        from ppid_core.report.compose import compose, draft_mark  # noqa: PLC0415  only this call needs it

        mark = draft_mark(self.year, len(self.problems), lang, always=draft is True)
        return compose(
            self.year,
            self.summary,
            self.checked,
            self.law,
            form=form,
            lang=lang,
            edition=edition,
            pictures=self.intake.pictures,
            previous=self.earlier,
            draft="" if draft is False else mark,
        )

    def write(
        self,
        folder: str | Path,
        *,
        formats: Sequence[str] = (),
        form: Form = "full",
        lang: Lang = "id",
        edition: Edition = "public",
        draft: bool | None = None,
        options: Settings = _NO_SETTINGS,
    ) -> tuple[Path, ...]:
        """Write the report into a folder as ``ppid report`` does, and return the files.

        A file that somebody edited keeps its name with a day added; what an earlier run of the same kind
        wrote, and this one does not, is removed. No format stops another: what one raised is raised when all
        are made. What may end its process is made in a worker; a `RuntimeWarning` says where none can start.
        Of a format that was named and makes no file of this document, a `FormatWarning` says why.

        Args:
            folder: where to; made where it is missing.
            formats: their names ("docx"); none for all that can be made here.
            form: as for `report`.
            lang: as for `report`.
            edition: as for `report`.
            draft: as for `report`.
            options: of each format the value of an option, as typed: ``{"csv": {"delimiter": ";"}}``. They
                win over those of the table *laporan*.

        Raises:
            ArgumentError: ``formats`` is the name of one, and no list.
            UnknownNameError: for a format, an option, a form, a language or an edition that there is not.
            OptionError: for a value that an option cannot take.
            PluginConflictError: for a format that two plugins claim.
            FolderError: the folder holds tables or another edition, or cannot be written.
            Exception: whatever a format raised that was named, or is ours and could have been made.
        """
        from ppid_core.dossier.order import orders_of, written  # noqa: PLC0415  only this call needs it
        from ppid_core.output.target import refuse_room  # noqa: PLC0415  only this call needs it

        refuse_text("formats", formats)
        orders = orders_of(self.plugins, formats, self.year.presentation.options, options)
        refuse_room(Path(folder), edition)
        report = self.report(form=form, lang=lang, edition=edition, draft=draft)
        return written(report, orders, self.plugins, Path(folder))


_OTHER_INTAKE = Bilingual("yang dibaca adalah tahun lain", "what was read is another year")
_UNREAD = Bilingual("{count} isian belum terbaca: .problems", "{count} entries were not read: .problems")

"""Everything about one public body's one year: the aggregate root."""

from __future__ import annotations

from datetime import date
from inspect import Parameter, Signature

from attrs import field, frozen

from ppid_core.model.absent import NOT_KEPT, Absent
from ppid_core.model.activity import Activity
from ppid_core.model.agency import Agency
from ppid_core.model.body import Presentation, PublicBody, Signatory, Submission
from ppid_core.model.budget import Budget, BudgetLine
from ppid_core.model.dispute import CourtCase, Dispute
from ppid_core.model.information_list import ExemptInformation, PublicInformation
from ppid_core.model.matrix import ComplianceMatrix, InformationType
from ppid_core.model.measure import Aggregate, StatedFigure, StatedTotal
from ppid_core.model.narrative import Narrative
from ppid_core.model.objection import Objection
from ppid_core.model.period import ReportingPeriod
from ppid_core.model.request import Request
from ppid_core.model.service import Service
from ppid_core.model.standard import AssessmentQuestion, ServiceStandard
from ppid_core.model.unread import UnreadCell
from ppid_core.model.waiver import Closure, Waiver
from ppid_core.source import Source


@frozen(kw_only=True)
class ServiceYear:
    """One year of information service (*tahun layanan*), or a part of it.

    A register that is recorded and empty (*nihil*) is ``()``; one that was not kept is `Absent`.

    >>> from ppid_core import ServiceYear
    >>> from ppid_core.model import Outcome, ReportingPeriod, Request
    >>> year = ServiceYear(period=ReportingPeriod(2023), requests=(Request(outcome=Outcome.GRANTED),))
    >>> year.as_of
    datetime.date(2023, 12, 31)
    >>> year.objections
    Absent(reason=<Reason.NOT_KEPT: 'not_kept'>, detail='')

    Attributes:
        period: the year or part of it that the report covers.
        agencies: the list of agencies; absent, no name is called unresolved.
        public_information: the list of public information (DIP).
        exempt_information: the list of exempt information (DIK).
        standards: by what the body serves: its charter, procedures, tariffs.
        questions: the commission's questionnaire, as the body answers it (SAQ).
        aggregates: totals along one dimension; they stand in where a register has no rows.
        stated_figures: numbers that the text claims.
        stated_totals: totals that tables write under their rows.
        unread: every cell of the tables that could not be read, those of the registers among them.
    """

    period: ReportingPeriod
    body: PublicBody = field(factory=PublicBody)
    signatory: Signatory | None = None
    submission: Submission | None = None
    presentation: Presentation = field(factory=Presentation)
    agencies: tuple[Agency, ...] | Absent = NOT_KEPT
    information_types: tuple[InformationType, ...] | Absent = NOT_KEPT
    matrix: ComplianceMatrix | Absent = NOT_KEPT
    public_information: tuple[PublicInformation, ...] | Absent = NOT_KEPT
    exempt_information: tuple[ExemptInformation, ...] | Absent = NOT_KEPT
    standards: tuple[ServiceStandard, ...] | Absent = NOT_KEPT
    questions: tuple[AssessmentQuestion, ...] | Absent = NOT_KEPT
    requests: tuple[Request, ...] | Absent = NOT_KEPT
    objections: tuple[Objection, ...] | Absent = NOT_KEPT
    disputes: tuple[Dispute, ...] | Absent = NOT_KEPT
    suits: tuple[CourtCase, ...] | Absent = NOT_KEPT
    aggregates: tuple[Aggregate, ...] = ()
    budget: Budget | Absent = NOT_KEPT
    service: Service = field(factory=Service)
    narrative: Narrative = field(factory=Narrative)
    activity: Activity = field(factory=Activity)
    stated_figures: tuple[StatedFigure, ...] | Absent = NOT_KEPT
    stated_totals: tuple[StatedTotal, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    closures: tuple[Closure, ...] = ()
    unread: tuple[UnreadCell, ...] = ()
    source: Source | None = field(default=None, eq=False)

    @property
    def as_of(self) -> date:
        """The day whose state the report tells: that of its signature, else the last of its period."""
        signed = None if self.signatory is None else self.signatory.on
        return signed or self.period.last_day

    @property
    def budget_lines(self) -> tuple[BudgetLine, ...]:
        """The lines of the budget, none where it is absent."""
        return () if isinstance(self.budget, Absent) else self.budget.lines

    @property
    def unread_count(self) -> int:
        """How many cells could not be read."""
        return sum(cell.count for cell in self.unread)

    def unread_cells(self, table: str, *columns: str) -> tuple[UnreadCell, ...]:
        """Return what of a table could not be read.

        Args:
            table: its name.
            columns: canonical headings; none for all. A cell that may be of any column is always among them.
        """
        return tuple(
            cell
            for cell in self.unread
            if cell.table == table and (not columns or not cell.column or cell.column in columns)
        )

    def has_unread_rows(self, table: str) -> bool:
        """Tell whether rows of a table are not in the year at all, as of a sheet that was not read."""
        return any(
            (cell.table, cell.column, cell.count) == (table, "", 1)
            and (cell.source is None or cell.source.row is None)
            for cell in self.unread
        )


# What `help` shows of making one: every field with its type would be a line of 1,400 characters.
vars(ServiceYear)["__init__"].__signature__ = Signature(
    [
        Parameter("self", Parameter.POSITIONAL_OR_KEYWORD),
        Parameter("period", Parameter.KEYWORD_ONLY, annotation="ReportingPeriod"),
        Parameter("parts", Parameter.VAR_KEYWORD, annotation="object"),
    ]
)

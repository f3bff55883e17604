"""The closed vocabulary of figures, and what is claimed and totalled in it."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen
from attrs.validators import ge, optional

from ppid_core.model.amount import finite
from ppid_core.model.breakdown import Dimension, Register, path_of
from ppid_core.model.period import Period
from ppid_core.source import Source


class Measure(StrEnum):
    """A figure; its value is its path in the summary JSON.

    >>> from ppid_core import Measure
    >>> Measure("requests.total")
    <Measure.REQUESTS_TOTAL: 'requests.total'>
    """

    REQUESTS_TOTAL = "requests.total"
    REQUESTS_GRANTED = "requests.by_outcome.granted"
    REQUESTS_PARTLY_GRANTED = "requests.by_outcome.partly_granted"
    REQUESTS_FULFILLED = "requests.by_outcome.fulfilled"
    REQUESTS_REFUSED = "requests.by_outcome.refused"
    REQUESTS_NOT_HELD = "requests.by_outcome.not_held"
    REQUESTS_INCOMPLETE = "requests.by_outcome.incomplete"
    REQUESTS_WITHDRAWN = "requests.by_outcome.withdrawn"
    REQUESTS_LAPSED = "requests.by_outcome.lapsed"
    REQUESTS_UNANSWERED = "requests.by_outcome.unanswered"
    REQUESTS_ANSWERED = "requests.by_outcome.answered"
    REQUESTS_PENDING = "requests.by_outcome.pending"
    REQUESTS_OUTCOME_UNREAD = "requests.by_outcome.unread"
    REQUESTS_OUTCOME_NOT_RECORDED = "requests.by_outcome.not_recorded"
    REQUESTS_CARRIED_OVER = "requests.carried_over"
    REQUESTS_OUTSIDE_PERIOD = "requests.outside_period"
    RESPONSE_COUNT = "requests.response_time.count"
    RESPONSE_MEAN = "requests.response_time.mean"
    RESPONSE_MEDIAN = "requests.response_time.median"
    RESPONSE_MIN = "requests.response_time.min"
    RESPONSE_MAX = "requests.response_time.max"
    RESPONSE_P25 = "requests.response_time.percentiles.p25"
    RESPONSE_P75 = "requests.response_time.percentiles.p75"
    RESPONSE_P90 = "requests.response_time.percentiles.p90"
    RESPONSE_P95 = "requests.response_time.percentiles.p95"
    STANDARD_COUNT = "requests.standard_time.count"
    STANDARD_MEAN = "requests.standard_time.mean"
    STANDARD_IN_TIME = "requests.standard_time.closed_in_time"
    CLOSED_IN_TIME = "requests.timeliness.closed_in_time"
    CLOSED_LATE = "requests.timeliness.closed_late"
    OPEN_IN_TIME = "requests.timeliness.open_in_time"
    OPEN_LATE = "requests.timeliness.open_late"
    TIMELINESS_UNKNOWN = "requests.timeliness.unknown"
    UNTIMED_UNREAD = "requests.untimed_unread"
    REQUESTS_JUDGED = "requests.judged"
    SHARE_IN_TIME = "requests.share_in_time"
    BALANCE_OPENING = "requests.balance.opening"
    BALANCE_RECEIVED = "requests.balance.received"
    BALANCE_CLOSED = "requests.balance.closed"
    BALANCE_CLOSING = "requests.balance.closing"
    APPLICANTS_TOTAL = "applicants.total"
    COMPLAINTS_TOTAL = "complaints.total"
    OBJECTIONS_TOTAL = "objections.total"
    DISPUTES_TOTAL = "disputes.total"
    SUITS_TOTAL = "suits.total"
    AGENCIES = "compliance.agencies"
    REPORTING_AGENCIES = "compliance.reporting_agencies"
    TYPES = "compliance.types"
    CELLS = "compliance.cells"
    DISCLOSED = "compliance.disclosed"
    NOT_DISCLOSED = "compliance.not_disclosed"
    NOT_APPLICABLE = "compliance.not_applicable"
    EXEMPT = "compliance.exempt"
    NOT_REPORTED = "compliance.not_reported"
    DENOMINATOR = "compliance.denominator"
    DENOMINATOR_OF_REPORTING = "compliance.denominator_of_reporting"
    SHARE = "compliance.share"
    SHARE_OF_REPORTING = "compliance.share_of_reporting"
    PUBLIC_ENTRIES = "public_information.total"
    EXEMPT_ENTRIES = "exempt_information.total"
    EXEMPT_EXPIRED = "exempt_information.expired"
    EXEMPT_UNTESTED = "exempt_information.untested"
    ALLOCATED = "budget.allocated"
    REALISED = "budget.realised"
    ABSORPTION = "budget.absorption"
    STAFF = "staff.total"
    VISITS = "visits.total"
    OTHER = "other"


class FigureUnit(StrEnum):
    """In what a claimed figure is measured."""

    CASES = "cases"
    PERCENT = "percent"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    RUPIAH = "rupiah"
    PERSONS = "persons"
    OTHER = "other"


class Bound(StrEnum):
    """How roughly a text says a figure."""

    MORE = "more"
    LESS = "less"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    ALMOST = "almost"
    OVER = "over"


@frozen(kw_only=True)
class StatedFigure:
    """A number that the text claims (*pernyataan*), "51 keberatan".

    >>> from decimal import Decimal
    >>> from ppid_core.model import Measure, StatedFigure
    >>> StatedFigure(measure=Measure.OBJECTIONS_TOTAL, value=Decimal(51)).measure.value
    'objections.total'

    Attributes:
        measure: what it is a figure of; ``other`` where the vocabulary has no word.
        dimension: the breakdown it is a part of, None for the whole.
        category: the part, as a slug or key of that breakdown.
        value_in_words: the words written beside a whole number, None where there are none.
        bound: how roughly it is said, "lebih dari 73.000"; None where it is said exactly.
        of: the whole that a percentage is a share of, where the text names it.
        year: another year that the figure speaks of.
        passage: the chapter in which it stands.
    """

    measure: Measure
    dimension: Dimension | None = None
    category: str = ""
    value: Decimal = field(validator=finite)
    value_in_words: str | None = None
    bound: Bound | None = None
    of: Decimal | None = field(default=None, validator=finite)
    year: int | None = None
    unit: FigureUnit = FigureUnit.CASES
    unit_typed: str = ""
    passage: str = ""
    source: Source | None = field(default=None, eq=False)

    @property
    def path(self) -> str:
        """The path of the figure in the summary JSON."""
        if self.dimension is None:
            return str(self.measure)
        return f"{path_of(self.measure.removesuffix('.total'), self.dimension)}.{self.category}"


@frozen(kw_only=True)
class JointPart:
    """The second part of a line that counts what belongs to two at once: refused, of one agency.

    >>> from ppid_core.model import Dimension, JointPart
    >>> JointPart(dimension=Dimension.OUTCOME, category="refused").category
    'refused'

    Attributes:
        dimension: along what; never the month, which narrows any line.
        category: slug or key of the part.
        typed: the words as typed.
    """

    dimension: Dimension
    category: str
    typed: str = ""


@frozen(kw_only=True)
class Aggregate:
    """A total along one dimension, or two (*rekap*): what is kept where the rows do not exist.

    >>> from ppid_core.model import Aggregate, Dimension, Register
    >>> channel = Dimension.CHANNEL
    >>> Aggregate(register=Register.REQUESTS, dimension=channel, category="website", count=13).count
    13

    Attributes:
        register: what is counted.
        dimension: along what; None for the whole.
        category: slug or key of the part, "" for the whole and for months.
        typed: the words as typed.
        second: the part of another dimension to which all that is counted belongs, too.
        period: the month that narrows the line.
        year: another year than the report's: a comparison, never counted.
        count: how many; None on the line of the whole says that the count is not recorded.

    Raises:
        ValueError: a part has no count, or a second part stands beside none, or beside one of its own
            dimension.
    """

    register: Register
    dimension: Dimension | None = None
    category: str = ""
    typed: str = ""
    second: JointPart | None = None
    period: Period | None = None
    year: int | None = None
    count: int | None = field(validator=optional(ge(0)))
    count_in_words: str | None = None
    source: Source | None = field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a part that says nothing."""
        if self.count is None and not self.is_whole:
            raise ValueError("a part without a count says nothing")
        if self.second is not None and self.dimension in {None, Dimension.MONTH, self.second.dimension}:
            raise ValueError("a second part stands beside a part of another dimension")

    @property
    def is_whole(self) -> bool:
        """Whether it is the line of the whole: neither a part nor a month."""
        return self.dimension is None and self.period is None

    @property
    def number(self) -> int:
        """The count, 0 where it is not recorded: for sums of parts, of which each has one."""
        return self.count or 0


@frozen(kw_only=True)
class StatedTotal:
    """A total that a table writes under its own rows (*baris JUMLAH*): a claim to check.

    >>> from decimal import Decimal
    >>> from ppid_core.model import StatedTotal
    >>> StatedTotal(table="permohonan", column="jumlah", value=Decimal(84)).value
    Decimal('84')

    Attributes:
        table: name of the input table.
        column: canonical name of the column; of a table of joint counts, what its row or column is called.
        value: what the row says.
        rows: the first of the table's rows that it sums, from 0, and the one after the last; None where it
            sums them all.
        lines: the places of the aggregate lines that it sums, where a table of joint counts states it.
        is_partial: whether a cell that it sums is blank.
    """

    table: str
    column: str
    value: Decimal = field(validator=finite)
    rows: tuple[int, int] | None = None
    lines: tuple[int, ...] | None = None
    is_partial: bool = False
    source: Source | None = field(default=None, eq=False)

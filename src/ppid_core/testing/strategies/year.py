"""The year as a whole, and what frames it."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ppid_core.intake.tables import WAIVERS
from ppid_core.model import (
    Activity,
    Closure,
    Narrative,
    Presentation,
    PublicBody,
    ReportingPeriod,
    Service,
    ServiceYear,
    Signatory,
    Submission,
    UnreadCell,
    Waiver,
)
from ppid_core.testing.strategies.agency import registers_of_agencies
from ppid_core.testing.strategies.case import disputes, objections, requests, suits
from ppid_core.testing.strategies.column import rows_of_table, some_of
from ppid_core.testing.strategies.figure import (
    aggregates,
    budgets,
    information_types,
    matrices,
    stated_figures,
    summed_rows,
)
from ppid_core.testing.strategies.information_list import exempt_information, public_information
from ppid_core.testing.strategies.narrative import activities, narratives
from ppid_core.testing.strategies.plain import (
    SEVERAL,
    absent,
    days,
    names,
    recorded,
    reporting_periods,
    rows_of,
    sources,
    words,
)
from ppid_core.testing.strategies.service import services
from ppid_core.testing.strategies.standard import assessment_questions, service_standards


@cache
def public_bodies() -> SearchStrategy[PublicBody]:
    """Return public bodies of every kind and level."""
    return some_of(PublicBody)


@cache
def signatories() -> SearchStrategy[Signatory]:
    """Return who signs, where and when."""
    return some_of(Signatory)


@cache
def submissions() -> SearchStrategy[Submission]:
    """Return the handing in of a report."""
    return some_of(Submission, copies=rows_of(words()))


@cache
def presentations() -> SearchStrategy[Presentation]:
    """Return how a report shall look."""
    return some_of(
        Presentation,
        chapter_word=st.sampled_from(("", "BAB", "Bagian")),
        paper=st.sampled_from(("A4", "F4")),
        accent=st.sampled_from(("", "#1F4E79")),
        options=rows_of(st.tuples(names(), words())),
    )


@cache
def waivers() -> SearchStrategy[Waiver]:
    """Return explanations of findings, some of findings that there are not."""
    return rows_of_table(
        WAIVERS,
        always={"code": st.sampled_from(("T101", "L101", "D102", "K102", "Z999"))},
        subject=st.sampled_from(
            ("", "objections.total", "picture:2.4", "request:007/PPID/2025", "request:permohonan.csv#5")
        ),
    )


@cache
def closures(period: ReportingPeriod | None = None) -> SearchStrategy[Closure]:
    """Return days on which a body was closed, mostly within ``period``."""
    return some_of(Closure, {"on": days(period)}, period)


@cache
def unread_cells() -> SearchStrategy[UnreadCell]:
    """Return cells that could not be read, of tables that there may not be."""
    return some_of(
        UnreadCell,
        {"table": st.sampled_from(("laporan", "permohonan", "keberatan", "anggaran", "rekap", "opd"))},
        column=st.sampled_from(("keputusan", "jumlah", "alokasi", "tanggal")),
        count=st.integers(1, 5_000),
    )


def service_years(
    period: ReportingPeriod | None = None, *, registers_kept: bool | None = None
) -> SearchStrategy[ServiceYear]:
    """Return years of service, from the bare period to one with everything in it.

    >>> from hypothesis import given
    >>> from ppid_core import ServiceYear
    >>> from ppid_core.testing import service_years
    >>> def test_year_is_of_this_millennium(year: ServiceYear) -> None:
    ...     assert year.period.year >= 2000

    Args:
        period: what the report covers; None for any.
        registers_kept: True where requests, objections, disputes and suits are all recorded (empty or
            filled), False where none of them is, None for either, each by itself.
    """
    covered = reporting_periods() if period is None else st.just(period)
    return _drawn_years(covered, registers_kept=registers_kept)


@st.composite
def _drawn_years(
    draw: st.DrawFn, covered: SearchStrategy[ReportingPeriod], *, registers_kept: bool | None
) -> ServiceYear:
    return draw(_years_of(draw(covered), registers_kept=registers_kept))


@cache
def _years_of(period: ReportingPeriod, *, registers_kept: bool | None) -> SearchStrategy[ServiceYear]:
    return st.builds(
        ServiceYear,
        period=st.just(period),
        body=st.just(PublicBody()) | public_bodies(),
        signatory=st.none() | signatories(),
        submission=st.none() | submissions(),
        presentation=st.just(Presentation()) | presentations(),
        agencies=registers_of_agencies(),
        information_types=recorded(information_types()),
        matrix=absent() | matrices(),
        public_information=recorded(public_information()),
        exempt_information=recorded(exempt_information()),
        standards=recorded(service_standards()),
        questions=recorded(assessment_questions()),
        requests=recorded(requests(period), kept=registers_kept, most=SEVERAL),
        objections=recorded(objections(period), kept=registers_kept, most=SEVERAL),
        disputes=recorded(disputes(period), kept=registers_kept),
        suits=recorded(suits(period), kept=registers_kept),
        aggregates=rows_of(aggregates(period), most=SEVERAL),
        budget=absent() | budgets(),
        service=st.just(Service()) | services(period),
        narrative=st.just(Narrative()) | narratives(),
        activity=st.just(Activity()) | activities(),
        stated_figures=recorded(stated_figures()),
        stated_totals=rows_of(summed_rows()),
        waivers=rows_of(waivers()),
        closures=rows_of(closures(period)),
        unread=st.just(()) | rows_of(unread_cells()),
        source=st.none() | sources(),
    )

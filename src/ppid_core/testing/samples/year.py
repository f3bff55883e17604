"""Years that can be checked by hand: one of three requests, and some of one peculiarity each."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from attrs import evolve

from ppid_core.model import (
    Absent,
    Agency,
    AgencyRef,
    Aggregate,
    Applicant,
    ApplicantClass,
    Budget,
    BudgetLine,
    CellState,
    Channel,
    Coded,
    ComplianceMatrix,
    FigureUnit,
    InformationType,
    MatrixRow,
    Measure,
    Narrative,
    Objection,
    ObjectionAnswer,
    ObjectionGround,
    Outcome,
    Period,
    PublicBody,
    Reason,
    RefusalReason,
    Register,
    ReportingPeriod,
    Request,
    Service,
    ServiceYear,
    Staff,
    StatedFigure,
    Visits,
)
from ppid_core.source import Source

PERIOD = ReportingPeriod(2023)
_BODY = PublicBody(name="Badan Contoh", commission="Komisi Informasi Contoh", ppid="PPID Badan Contoh")
_HEALTH, _ARCHIVE = AgencyRef(typed="Dinas A", code="1"), AgencyRef(typed="Dinas B", code="2")
_ANYBODY = Applicant(
    name="nama-pemohon",
    nik="nik-pemohon",
    address="alamat-pemohon",
    contact="kontak-pemohon",
    power_of_attorney="kuasa-pemohon",
)


def small() -> ServiceYear:
    """Return 2023 of an invented body, every register kept.

    ======== =========== ========== ============ =============================
    request  received    notice     outcome      working days
    ======== =========== ========== ============ =============================
    ``1``    6 March     10 March   granted      4 (7, 8, 9, 10 March)
    ``2``    2 May       11 May     refused      7 (3, 4, 5, 8, 9, 10, 11 May)
    ``3``    4 September none       unanswered   none
    ======== =========== ========== ============ =============================

    One objection (about request 3), accepted; no dispute, no suit; three applicants, one complaint; two
    agencies by two types of information: two cells available, one not, one to which the type does not apply;
    Rp1.000.000,00 allocated, Rp912.345,67 of it spent; a staff of 3 and 2; 10 visits in January and 20 in
    February. The figures stand in ``COUNTED["small"]``.

    >>> from ppid_core.testing import samples
    >>> sum(request.count for request in samples.small().requests)
    3
    """
    return ServiceYear(
        period=PERIOD,
        body=_BODY,
        agencies=(
            Agency(code="1", name="Dinas A", source=_row("opd", 2)),
            Agency(code="2", name="Dinas B", source=_row("opd", 3)),
        ),
        information_types=_TYPES,
        matrix=_matrix(),
        requests=(_granted(), _refused(), _unanswered()),
        objections=(_objection(),),
        disputes=(),
        suits=(),
        aggregates=(
            Aggregate(register=Register.APPLICANTS, count=3, source=_row("rekap", 2)),
            Aggregate(register=Register.COMPLAINTS, count=1, source=_row("rekap", 3)),
        ),
        budget=Budget(lines=(_money("1000000", "912345.67"),)),
        service=_service(),
    )


def named() -> ServiceYear:
    """Return `small` with personal data in every request and objection: none may be found or printed.

    >>> from ppid_core.testing import samples
    >>> samples.named().requests[0].applicant is None
    False
    """
    year = small()
    return evolve(
        year,
        requests=tuple(evolve(row, applicant=_ANYBODY) for row in (_granted(), _refused(), _unanswered())),
        objections=(evolve(_objection(), applicant=_ANYBODY),),
    )


def _row(table: str, row: int) -> Source:
    return Source(file=f"{table}.csv", row=row)


_TYPES = (
    InformationType(code="dik", name="Daftar Informasi", source=_row("jenis_informasi", 2)),
    InformationType(code="aset", name="Daftar Aset", source=_row("jenis_informasi", 3)),
)


def _matrix() -> ComplianceMatrix:
    yes, no, never = CellState.DISCLOSED, CellState.NOT_DISCLOSED, CellState.NOT_APPLICABLE
    return ComplianceMatrix(
        types=_TYPES,
        rows=(
            MatrixRow(agency=_HEALTH, states=(yes, no), source=_row("ketersediaan", 2)),
            MatrixRow(agency=_ARCHIVE, states=(yes, never), source=_row("ketersediaan", 3)),
        ),
    )


def _granted() -> Request:
    return Request(
        number="1",
        period=Period(2023, 3, 6),
        applicant_class=ApplicantClass.INDIVIDUAL,
        channel=Coded(Channel.DESK, "langsung"),
        subject="Salinan anggaran",
        agency=_HEALTH,
        held=True,
        outcome=Outcome.GRANTED,
        notice_on=date(2023, 3, 10),
        source=_row("permohonan", 2),
    )


def _refused() -> Request:
    return Request(
        number="2",
        period=Period(2023, 5, 2),
        applicant_class=ApplicantClass.INDIVIDUAL,
        channel=Coded(Channel.EMAIL, "surel"),
        subject="Salinan kontrak",
        agency=_ARCHIVE,
        held=True,
        outcome=Outcome.REFUSED,
        reason=Coded(RefusalReason.EXEMPT, "dikecualikan"),
        exemption_letter="b",
        consequence_test="Uji konsekuensi 1/2023",
        notice_on=date(2023, 5, 11),
        source=_row("permohonan", 3),
    )


def _unanswered() -> Request:
    return Request(
        number="3",
        period=Period(2023, 9, 4),
        applicant_class=ApplicantClass.ORGANISATION,
        channel=Coded(Channel.EMAIL, "surel"),
        subject="Daftar aset",
        agency=_ARCHIVE,
        outcome=Outcome.UNANSWERED,
        source=_row("permohonan", 4),
    )


def _objection() -> Objection:
    return Objection(
        number="K1",
        request_number="3",
        period=Period(2023, 10, 23),
        applicant_class=ApplicantClass.ORGANISATION,
        ground=Coded(ObjectionGround.C, "tidak ditanggapi"),
        ground_letter="c",
        agency=_ARCHIVE,
        answer=Coded(ObjectionAnswer.ACCEPTED, "diterima"),
        answered_on=date(2023, 11, 6),
        execution="Informasi diberikan.",
        source=_row("keberatan", 2),
    )


def _money(allocated: str, realised: str) -> BudgetLine:
    return BudgetLine(
        funding="APBD",
        allocated=Decimal(allocated),
        realised=Decimal(realised),
        use="Layanan informasi",
        source=_row("anggaran", 2),
    )


def _service() -> Service:
    return Service(
        staff=(
            Staff(unit="Sekretariat", count=3, qualification="S1", source=_row("sdm", 2)),
            Staff(unit="Layanan", count=2, qualification="D3", source=_row("sdm", 3)),
        ),
        visits=(
            Visits(period=Period(2023, 1), count=10, source=_row("kunjungan", 2)),
            Visits(period=Period(2023, 2), count=20, source=_row("kunjungan", 3)),
        ),
    )


BEYOND_FLOATS = 2**53 + 1
"""The smallest count that a floating-point number cannot hold: 9,007,199,254,740,993."""

SEN = Decimal("0.01")
_MONTHS = 12


def empty() -> ServiceYear:
    """Return a year of which nothing is recorded: every register and every figure is absent, none is 0.

    >>> from ppid_core.testing import samples
    >>> samples.empty().requests
    Absent(reason=<Reason.NOT_KEPT: 'not_kept'>, detail='')
    """
    return ServiceYear(period=PERIOD, body=_BODY)


def nihil() -> ServiceYear:
    """Return a year in which nothing happened: every register is recorded and empty, every total is 0.

    >>> from ppid_core.testing import samples
    >>> samples.nihil().requests
    ()
    """
    return ServiceYear(
        period=PERIOD,
        body=_BODY,
        agencies=(),
        information_types=(),
        matrix=ComplianceMatrix(types=(), rows=()),
        public_information=(),
        exempt_information=(),
        standards=(),
        questions=(),
        requests=(),
        objections=(),
        disputes=(),
        suits=(),
        budget=Budget(),
        service=Service(facilities=(), hours=(), staff=(), pictures=(), offered_channels=(), visits=()),
        narrative=Narrative(priorities=(), constraints=(), recommendations=(), regulations=(), mentions=()),
        stated_figures=(),
    )


def absent() -> ServiceYear:
    """Return a year of two requests without a date, whose other figures are absent for different reasons.

    Requests 2, granted 1, refused 1. Response time: only stated (8.48 working days). Objections: not kept.
    Disputes: absent because only a part of the rows is counted. Spent: recorded of one budget line of two.

    >>> from ppid_core.testing import samples
    >>> [request.outcome.value for request in samples.absent().requests]
    ['granted', 'refused']
    """
    return evolve(
        empty(),
        requests=(
            Request(number="1", outcome=Outcome.GRANTED, source=Source(file="permohonan.csv", row=2)),
            Request(number="2", outcome=Outcome.REFUSED, source=Source(file="permohonan.csv", row=3)),
        ),
        disputes=Absent(Reason.PART_OF_ROWS, "semester I"),
        budget=Budget(
            lines=(
                BudgetLine(funding="APBD", allocated=Decimal(100), realised=Decimal(90)),
                BudgetLine(funding="APBN", allocated=Decimal(50)),
            )
        ),
        stated_figures=(
            StatedFigure(measure=Measure.RESPONSE_MEAN, value=Decimal("8.48"), unit=FigureUnit.WORKING_DAYS),
        ),
    )


def exact() -> ServiceYear:
    """Return `small` with money that floating-point numbers get wrong.

    Allocated 0.10 + 0.20 = 0.30, spent 0.10 + 0.05 = 0.15 rupiah; absorption 0.5.

    >>> from ppid_core.testing import samples
    >>> samples.exact().period.year
    2023
    """
    lines = (("APBD", "0.10", "0.10"), ("APBN", "0.20", "0.05"))
    return evolve(
        small(),
        budget=Budget(
            lines=tuple(
                BudgetLine(funding=funding, allocated=Decimal(allocated), realised=Decimal(realised))
                for funding, allocated, realised in lines
            )
        ),
    )


def huge() -> ServiceYear:
    """Return `small` with figures beyond what floating-point numbers hold.

    Complaints 9,007,199,254,740,993; allocated and spent as many rupiah and one sen.

    >>> from ppid_core.testing import samples
    >>> samples.huge().period.year
    2023
    """
    amount = BEYOND_FLOATS + SEN
    return evolve(
        small(),
        aggregates=(
            Aggregate(register=Register.APPLICANTS, count=3),
            Aggregate(register=Register.COMPLAINTS, count=BEYOND_FLOATS),
        ),
        budget=Budget(lines=(BudgetLine(funding="APBD", allocated=amount, realised=amount),)),
    )


def large(rows: int = 10_000) -> ServiceYear:
    """Return a year of so many granted requests, the same number in each month where twelve divide it.

    >>> from ppid_core.testing import samples
    >>> len(samples.large(20).requests)
    20
    """
    return evolve(
        empty(),
        requests=tuple(
            Request(
                number=f"{number:06}",
                period=Period(PERIOD.year, 1 + number % _MONTHS),
                channel=Coded(Channel.DESK, "langsung"),
                subject=f"Salinan dokumen {number}",
                outcome=Outcome.GRANTED,
                source=Source(file="permohonan.csv", row=number + 1),
            )
            for number in range(1, rows + 1)
        ),
    )

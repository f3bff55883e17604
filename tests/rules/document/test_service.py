"""M101–M103, B101, B102, K101, K102: the matrix, money, channels."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve

from ppid_core.model import (
    UNREAD_SIGN,
    Agency,
    AgencyRef,
    Aggregate,
    Budget,
    BudgetLine,
    CellState,
    Channel,
    Coded,
    ComplianceMatrix,
    CountUnit,
    Dimension,
    InformationType,
    MatrixRow,
    OfferedChannel,
    Register,
    ReportingPeriod,
    Request,
    Service,
    ServiceYear,
    UnclearSign,
)
from ppid_core.rules import Status
from ppid_core.source import Source
from ppid_core.testing.judgement import judged

EMPTY = ServiceYear(period=ReportingPeriod(2021))
YES, NO, NA, EXEMPT, BLANK = (
    CellState.DISCLOSED,
    CellState.NOT_DISCLOSED,
    CellState.NOT_APPLICABLE,
    CellState.EXEMPT,
    CellState.NOT_REPORTED,
)
TYPES = (
    InformationType(code="dik", name="Daftar Informasi", short_name="DIK"),
    InformationType(code="aset", name="Aset"),
)
AGENCIES = (Agency(code="12", name="Badan Penanggulangan Bencana Daerah", short_name="BPBD"),)


def matrix(*rows: tuple[CellState, ...], unclear: tuple[UnclearSign, ...] = ()) -> ServiceYear:
    ref = AgencyRef(typed="BPBD", code="12")
    made = tuple(
        MatrixRow(agency=ref, states=states, unclear=unclear, source=Source(file="ketersediaan.csv", row=row))
        for row, states in enumerate(rows, start=2)
    )
    return evolve(EMPTY, agencies=AGENCIES, matrix=ComplianceMatrix(types=TYPES, rows=made))


def test_m101_fires_on_each_blank_row_with_its_cells() -> None:
    checked = judged(matrix((YES, BLANK), (BLANK, BLANK)), "M101")
    (finding,) = checked.findings
    assert (finding.subject, finding.affected) == ("agency:12", 2)
    assert finding.places == (Source(file="ketersediaan.csv", row=3),)
    assert checked.message(finding) == "BPBD: baris tanpa isian."


def test_m101_passes_a_row_in_which_something_is_said() -> None:
    sign = (UnclearSign(code="dik", sign="x"),)
    assert judged(matrix((NO, BLANK)), "M101").run("M101").status is Status.PASSED
    assert judged(matrix((BLANK, BLANK), unclear=sign), "M101").run("M101").status is Status.PASSED


@pytest.mark.parametrize("code", ["M101", "M102", "M103"])
@pytest.mark.parametrize("year", [EMPTY, matrix()])
def test_m101_m102_m103_are_not_applicable_without_a_matrix(code: str, year: ServiceYear) -> None:
    assert judged(year, code).run(code).status is Status.NOT_APPLICABLE


def test_m102_fires_on_the_type_that_no_agency_discloses() -> None:
    checked = judged(matrix((NO, YES), (BLANK, YES), (NA, YES)), "M102")
    (finding,) = checked.findings
    assert (finding.subject, finding.provided, finding.affected) == ("type:dik", 0, 2)
    assert finding.places == (Source(file="ketersediaan.csv", row=2),)
    assert checked.message(finding) == "DIK: tidak disediakan OPD mana pun."


def test_m102_passes_columns_that_do_not_apply_and_blank_rows() -> None:
    assert judged(matrix((NA, YES), (EXEMPT, YES)), "M102").run("M102").status is Status.PASSED
    assert judged(matrix((BLANK, BLANK)), "M102").run("M102").status is Status.PASSED


def test_m102_passes_over_a_type_of_which_a_cell_is_unread_and_looks_at_the_next() -> None:
    unread = (UnclearSign(code="dik", sign=UNREAD_SIGN),)
    findings = judged(matrix((NO, NO), unclear=unread), "M102").findings
    assert [finding.subject for finding in findings] == ["type:aset"]


@pytest.mark.parametrize(
    ("sign", "question"), [("x", "Apakah x berarti ya atau tidak?"), ("√?", "Tulis ya,")]
)
def test_m103_fires_on_a_sign_outside_the_list_and_asks_what_it_means(sign: str, question: str) -> None:
    cell = UnclearSign(code="dik", sign=sign, source=Source(file="ketersediaan.csv", row=2, column="dik"))
    checked = judged(matrix((BLANK, YES), unclear=(cell,)), "M103")
    (finding,) = checked.findings
    assert ("cell:12/dik", sign, (cell.source,)) == (finding.subject, finding.provided, finding.sources)
    assert checked.message(finding) == f'BPBD, DIK: tanda "{sign}" tidak ada dalam daftar.'
    assert checked.mend(finding).startswith(question)


def test_m103_passes_signs_of_the_list() -> None:
    assert judged(matrix((YES, NO)), "M103").run("M103").status is Status.PASSED


def money(*lines: tuple[str, int | None, int | None]) -> ServiceYear:
    made = tuple(
        BudgetLine(
            funding=funding,
            allocated=None if allocated is None else Decimal(allocated),
            realised=None if realised is None else Decimal(realised),
        )
        for funding, allocated, realised in lines
    )
    return evolve(EMPTY, budget=Budget(lines=made))


def test_b101_fires_on_the_line_of_which_more_was_spent() -> None:
    checked = judged(money(("APBD", 100, 90), ("APBN", 50, 60)), "B101")
    (finding,) = checked.findings
    assert (
        finding.subject,
        finding.provided,
        finding.expected,
        finding.difference,
    ) == ("budget:APBN", 60, 50, 10)
    assert checked.message(finding) == "APBN: realisasi Rp60,00, alokasi Rp50,00."


def test_b101_calls_a_line_without_a_name_by_its_place() -> None:
    (finding,) = judged(money(("APBD", 100, 90), ("", None, None), ("", 50, 60)), "B101").findings
    assert finding.subject == "budget:#3"


def test_b101_passes_what_was_spent_to_the_last_rupiah() -> None:
    assert judged(money(("APBD", 100, 100)), "B101").run("B101").status is Status.PASSED


@pytest.mark.parametrize("year", [EMPTY, money(("APBD", 100, None), ("APBN", None, 100))])
def test_b101_is_not_applicable_without_both_amounts(year: ServiceYear) -> None:
    assert judged(year, "B101").run("B101").status is Status.NOT_APPLICABLE


def test_b102_fires_on_a_total_that_is_added_as_a_line() -> None:
    checked = judged(money(("APBD", 100, None), ("APBN", 50, None), ("Jumlah Anggaran", 160, None)), "B102")
    (finding,) = checked.findings
    assert (finding.subject, finding.provided, finding.expected) == ("budget:Jumlah Anggaran", 310, 150)


def test_b102_points_at_the_line_and_at_the_first_that_it_adds_up() -> None:
    year = money(("APBD", 100, None), ("APBN", 50, None), ("Jumlah", 150, None))
    rows = [Source(file="anggaran.csv", row=row) for row in (2, 3, 4)]
    assert isinstance(year.budget, Budget)
    lines = tuple(evolve(line, source=row) for line, row in zip(year.budget.lines, rows, strict=True))
    (finding,) = judged(evolve(year, budget=Budget(lines=lines)), "B102").findings
    assert finding.places == (rows[2], rows[0])


def test_b102_adds_the_second_of_two_equal_totals_to_what_the_first_is_added_to() -> None:
    total = ("Jumlah", 150, None)
    findings = judged(money(("APBD", 150, None), total, total), "B102").findings
    assert {(finding.provided, finding.expected) for finding in findings} == {(450, 300)}


def test_b102_passes_lines_that_are_sources_of_money() -> None:
    assert judged(money(("APBD", 100, None), ("APBN", 50, None)), "B102").run("B102").status is Status.PASSED


@pytest.mark.parametrize("year", [EMPTY, money(("Total", 100, None))])
def test_b102_is_not_applicable_to_fewer_than_two_lines(year: ServiceYear) -> None:
    assert judged(year, "B102").run("B102").status is Status.NOT_APPLICABLE


def offering(*offered: Channel, used: tuple[Channel, ...]) -> ServiceYear:
    place = Source(file="laporan.csv", row=18)
    return evolve(
        EMPTY,
        service=Service(
            offered_channels=tuple(OfferedChannel(channel=Coded(slug), source=place) for slug in offered)
        ),
        requests=tuple(Request(channel=Coded(slug)) for slug in used),
    )


@pytest.mark.parametrize(
    ("offered", "used"),
    [
        (Channel.ONLINE, Channel.DESK),
        (Channel.WEBSITE, Channel.DESK),
        (Channel.WEBSITE, Channel.EMAIL),
        (Channel.OFFLINE, Channel.WEBSITE),
    ],
)
def test_k101_fires_on_a_channel_that_nobody_used(offered: Channel, used: Channel) -> None:
    (finding,) = judged(offering(offered, used=(used,)), "K101").findings
    assert (f"channel:{offered}", offered, 0) == (finding.subject, finding.provided, finding.expected)
    assert finding.places == (Source(file="laporan.csv", row=18),)


@pytest.mark.parametrize(
    ("offered", "used"),
    [
        (Channel.DESK, Channel.DESK),
        (Channel.ONLINE, Channel.EMAIL),
        (Channel.WEBSITE, Channel.ONLINE),
        (Channel.OTHER, Channel.DESK),
    ],
)
def test_k101_passes_used_channels_members_groups_and_words_of_no_list(
    offered: Channel, used: Channel
) -> None:
    assert judged(offering(offered, used=(used,)), "K101").run("K101").status is Status.PASSED


def test_k101_fires_by_aggregate_lines() -> None:
    line = Aggregate(register=Register.REQUESTS, dimension=Dimension.CHANNEL, category="desk", count=9)
    year = evolve(offering(Channel.ONLINE, used=()), requests=EMPTY.requests, aggregates=(line,))
    assert [finding.subject for finding in judged(year, "K101").findings] == ["channel:online"]


@pytest.mark.parametrize(
    "year",
    [
        evolve(EMPTY, requests=(Request(channel=Coded(Channel.DESK)),)),
        offering(Channel.ONLINE, used=()),
        evolve(offering(Channel.ONLINE, used=()), requests=(Request(),)),
    ],
)
def test_k101_is_not_applicable_where_no_channel_is_offered_or_recorded(year: ServiceYear) -> None:
    assert judged(year, "K101").run("K101").status is Status.NOT_APPLICABLE


def test_k102_fires_once_for_the_table_at_its_heading() -> None:
    rows = tuple(
        Request(count=count, unit=CountUnit.APPLICANT, source=Source(file="permohonan.csv", row=row))
        for row, count in enumerate((80, 4), start=2)
    )
    checked = judged(evolve(EMPTY, requests=rows), "K102")
    (finding,) = checked.findings
    assert (finding.subject, finding.affected) == ("requests.unit", 84)
    assert finding.places == (Source(file="permohonan.csv", row=2, column="jumlah_pemohon"),)


def test_k102_passes_a_register_of_requests() -> None:
    assert judged(evolve(EMPTY, requests=(Request(),)), "K102").run("K102").status is Status.PASSED


@pytest.mark.parametrize("year", [EMPTY, evolve(EMPTY, requests=())])
def test_k102_is_not_applicable_without_requests(year: ServiceYear) -> None:
    assert judged(year, "K102").run("K102").status is Status.NOT_APPLICABLE


def test_m102_passes_a_type_that_nobody_filled_in() -> None:
    """Blank is not "no": where no agency says anything of a type, nobody refuses it."""
    types = (InformationType(code="a", name="A"), InformationType(code="b", name="B"))
    row = MatrixRow(agency=AgencyRef(typed="X"), states=(CellState.DISCLOSED, CellState.NOT_REPORTED))
    matrix = ComplianceMatrix(types=types, rows=(row,))

    assert judged(evolve(EMPTY, matrix=matrix), "M102").findings == ()

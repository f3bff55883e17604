"""S101–S104: names, numbers and letters lead to what they mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from ppid_core import Dossier
from ppid_core.model import (
    Activity,
    Agency,
    AgencyRef,
    AgencyScore,
    Aggregate,
    CellState,
    Coded,
    ComplianceMatrix,
    CourtCase,
    Dimension,
    Dispute,
    InformationType,
    MatrixRow,
    Objection,
    ObjectionGround,
    Period,
    Register,
    ReportingPeriod,
    Request,
    Service,
    ServiceHours,
    ServiceYear,
    normal,
)
from ppid_core.rules import Checked, Status
from ppid_core.summary import listed
from ppid_core.testing.judgement import judged

EXAMPLE = Path(__file__).parents[3] / "examples" / "kabupaten-contoh-2024"
EMPTY = ServiceYear(period=ReportingPeriod(2021))
DINSOS = AgencyRef(typed="DINSOS")
AGENCIES = (Agency(code="22", name="Dinas Sosial Kota Serang", aliases=("Dinsoss",)),)


def subjects(checked: Checked) -> list[str]:
    return [finding.subject for finding in checked.findings]


def test_s101_fires_at_every_place_and_suggests_the_nearest_name() -> None:
    year = evolve(
        EMPTY,
        agencies=AGENCIES,
        matrix=ComplianceMatrix(
            types=(InformationType(code="dik", name="DIK"),),
            rows=(MatrixRow(agency=DINSOS, states=(CellState.DISCLOSED,)),),
        ),
        requests=(Request(agency=DINSOS, count=7),),
        objections=(Objection(agency=DINSOS),),
        disputes=(Dispute(agency=DINSOS),),
        aggregates=(
            Aggregate(register=Register.REQUESTS, dimension=Dimension.AGENCY, category="DINSOS", count=2),
        ),
        service=Service(hours=(ServiceHours(agency=DINSOS),)),
        activity=Activity(ranking=(AgencyScore(agency=DINSOS),)),
    )
    checked = judged(year, "S101")
    assert subjects(checked) == ["agency:DINSOS"] * 7
    assert [finding.affected for finding in checked.findings] == [1, 7, 1, 1, 1, 1, 2]
    assert checked.message(checked.findings[0]) == 'OPD "DINSOS" tidak ada di tabel opd.'
    assert checked.mend(checked.findings[0]).startswith('Maksudnya "Dinas Sosial Kota Serang"? Bila salah')


@pytest.mark.parametrize(
    ("typed", "names", "asks"),
    [
        ("Disdukcapil", ["Dinas Kependudukan dan Pencatatan Sipil", "Dinas Pertanian"], True),
        ("DINKES", ["Dinas Kesehatan Masyarakat Kota", "Dinas Kesejahteraan Sosial Kota"], False),
        ("DNSS", ["Dinas Sosial Masyarakat"], True),
        ("DNS", ["Dinas Sosial Masyarakat"], False),
        ("Osial", ["Dinas Sosial Kota"], False),
        ("Binsos", ["Dinas Sosial Kota"], False),
    ],
)
def test_s101_asks_about_the_only_name_that_an_abbreviation_fits(
    typed: str, names: list[str], *, asks: bool
) -> None:
    """Two names that it fits, or too few letters, and nothing is asked: it is never a guess."""
    agencies = tuple(Agency(code=str(code), name=name) for code, name in enumerate(names))
    request = Request(agency=AgencyRef(typed=typed))

    checked = judged(evolve(EMPTY, agencies=agencies, requests=(request,)), "S101")

    told = checked.mend(checked.findings[0])
    assert [name for name in names if f'sama dengan "{name}"' in told] == (names[:1] if asks else [])


def test_s101_suggests_nothing_where_no_name_is_near() -> None:
    checked = judged(
        evolve(EMPTY, agencies=AGENCIES, requests=(Request(agency=AgencyRef(typed="XYZ")),)), "S101"
    )
    assert checked.mend(checked.findings[0]) == "Perbaiki penulisannya, atau tambahkan ke tabel opd."


SLIPS: Mapping[str, Callable[[str, int], str]] = {
    "dropped": lambda name, at: name[:at] + name[at + 1 :],
    "doubled": lambda name, at: name[:at] + name[at] + name[at:],
    "swapped": lambda name, at: name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :],
    "another": lambda name, at: name[:at] + "x" + name[at + 1 :],
}


@pytest.mark.parametrize("slip", SLIPS)
def test_s101_takes_a_slip_of_the_pen_for_one_before_it_speaks_of_an_alias(slip: str) -> None:
    """Of each name of an example, at each letter: the name is asked about, and only then an alias."""
    names = [agency.name for agency in listed(Dossier.open(EXAMPLE).year.agencies)]
    agencies = tuple(Agency(code=str(code), name=name) for code, name in enumerate(names))
    slips = {SLIPS[slip](name, at): name for name in names for at in range(len(name))}
    meant = {typed: name for typed, name in slips.items() if normal(typed) not in set(map(normal, names))}
    requests = tuple(Request(agency=AgencyRef(typed=typed)) for typed in meant)

    checked = judged(evolve(EMPTY, agencies=agencies, requests=requests), "S101")

    assert len(checked.findings) == len(meant) > len(names)
    for finding in checked.findings:
        first, _, then = checked.mend(finding).partition("? ")
        assert first == f'Maksudnya "{meant[str(finding.provided)]}"'
        assert then.index("salah ketik") < then.index("alias")


def test_s101_passes_resolved_names() -> None:
    requests = (Request(agency=AgencyRef(typed="Dinsoss", code="22")), Request())
    assert (
        judged(evolve(EMPTY, agencies=AGENCIES, requests=requests), "S101").run("S101").status
        is Status.PASSED
    )


def test_s101_is_not_applicable_without_a_list_of_agencies() -> None:
    run = judged(evolve(EMPTY, requests=(Request(agency=DINSOS),)), "S101").run("S101")
    assert run.status is Status.NOT_APPLICABLE


def test_s102_fires_at_the_second_row_with_a_number() -> None:
    year = evolve(
        EMPTY,
        requests=(Request(number="1"), Request(number=" 1 "), Request(number="")),
        objections=(Objection(number="1"),),
        disputes=(Dispute(number="A/2021"), Dispute(number="a/2021")),
    )
    assert subjects(judged(year, "S102")) == ["request:#2", "dispute:#2"]


def test_s102_passes_numbers_that_start_anew_each_year() -> None:
    requests = (Request(number="1"), Request(number="1", opening=2020))
    assert judged(evolve(EMPTY, requests=requests), "S102").run("S102").status is Status.PASSED


def test_s102_is_not_applicable_without_numbers() -> None:
    assert judged(evolve(EMPTY, requests=(Request(),)), "S102").run("S102").status is Status.NOT_APPLICABLE


CHAIN = evolve(
    EMPTY,
    requests=(Request(number="1", period=Period(2021, 3, 1)),),
    objections=(Objection(number="K1", request_number="1", period=Period(2021, 4)),),
    disputes=(Dispute(number="S1", objection_number="K1", filed=Period(2021, 6)),),
    suits=(CourtCase(dispute_number="S1", filed_on=date(2021, 9, 1)),),
)


@pytest.mark.parametrize(
    ("year", "subject"),
    [
        (evolve(CHAIN, objections=(Objection(request_number="9"),)), "objection:#1"),
        (evolve(CHAIN, disputes=(Dispute(objection_number="K9"),), suits=()), "dispute:#1"),
        (evolve(CHAIN, disputes=(Dispute(request_number="9"),), suits=()), "dispute:#1"),
        (evolve(CHAIN, suits=(CourtCase(dispute_number="S9"),)), "suit:S9"),
    ],
)
def test_s103_fires_where_a_number_is_in_no_register(year: ServiceYear, subject: str) -> None:
    assert [subject] == subjects(judged(year, "S103"))


@pytest.mark.parametrize(
    "objection",
    [
        Objection(request_number="9", opening=2020),
        Objection(request_number="9", earlier_request_number="9"),
        Objection(request_number="9", count=4),
        Objection(request_number=""),
    ],
)
def test_s103_passes_over_older_cases_lines_and_blanks(objection: Objection) -> None:
    linked = Objection(request_number="1")
    year = evolve(CHAIN, objections=(linked, objection), disputes=(), suits=())
    assert judged(year, "S103").run("S103").status is Status.PASSED


def test_s103_finds_a_case_in_the_report_of_the_year_before() -> None:
    year = evolve(CHAIN, objections=(Objection(request_number="9"),), disputes=(), suits=())
    previous = ServiceYear(period=ReportingPeriod(2020), requests=(Request(number="9"),))
    assert judged(year, "S103", previous=previous).run("S103").status is Status.PASSED


def test_s103_is_not_applicable_where_the_other_register_has_no_numbers() -> None:
    year = evolve(EMPTY, requests=(Request(),), objections=(Objection(request_number="9"),))
    assert judged(year, "S103").run("S103").status is Status.NOT_APPLICABLE


def objected(letter: str, words: str, slug: ObjectionGround) -> ServiceYear:
    row = Objection(ground=Coded(slug, words), ground_letter=letter, count=3)
    return evolve(EMPTY, objections=(row,))


def test_s104_fires_where_letter_and_wording_are_two_grounds() -> None:
    year = objected("C", "jawaban tidak sesuai dengan permintaan", ObjectionGround.C)
    (finding,) = judged(year, "S104").findings
    assert (finding.provided, finding.expected, finding.affected) == ("c", "d", 3)


def test_s104_passes_the_same_ground() -> None:
    year = objected("d", "jawaban tidak sesuai dengan permintaan", ObjectionGround.D)
    assert judged(year, "S104").run("S104").status is Status.PASSED


@pytest.mark.parametrize(("letter", "words"), [("", "terlambat"), ("d", ""), ("d", "kata sendiri")])
def test_s104_is_not_applicable_without_letter_and_known_wording(letter: str, words: str) -> None:
    run = judged(objected(letter, words, ObjectionGround.D), "S104").run("S104")
    assert run.status is Status.NOT_APPLICABLE

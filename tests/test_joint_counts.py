"""Counts of what belongs to two parts at once are kept joint, added up, compared, printed and masked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from ppid_core import Dossier, Summary, export, load_plugins, redact, unstructure
from ppid_core.errors import UnknownNameError
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.model import (
    Aggregate,
    Dimension,
    JointPart,
    Period,
    Register,
    ReportingPeriod,
    ServiceYear,
)
from ppid_core.model.redaction import MASK, Redaction
from ppid_core.report import Edition
from ppid_core.summary.joint import along_one, joint_cells, joint_tables, margins
from ppid_core.summary.redaction import renamed

Row = Mapping[str, object]
NUMBERS = st.integers(0, 20)


def counted(number: object, *parts: str, register: str = "permohonan", month: str = "") -> Row:
    """Return a line; parts are dimension and category in turn."""
    names = ("menurut", "nilai", "menurut_2", "nilai_2")
    return {"apa": register, "jumlah": number, "bulan": month, **dict(zip(names, parts, strict=False))}


def decided(number: object, agency: str, outcome: str) -> Row:
    return counted(number, "OPD", agency, "keputusan", outcome)


def work(*lines: Row, **tables: list[Row]) -> Dossier:
    keys = [{"kunci": "tahun", "isi": 2023}]
    return Dossier.from_rows({"laporan": keys, "rekap": list(lines), **tables})


def told(one: Dossier) -> Iterator[tuple[str, str, object, object]]:
    for found in one.findings:
        if found.code in {"T104", "T105"}:
            yield found.code, found.subject, found.provided, found.expected


def page(one: Dossier, edition: Edition = "public") -> str:
    (artifact,) = export(one.report(edition=edition), "markdown", load_plugins())
    return artifact.content.decode()


BY_AGENCY = (
    decided(4, "Dinkes", "dikabulkan"),
    decided(2, "Dinkes", "ditolak"),
    decided(7, "Disdik", "dikabulkan"),
    decided(0, "Disdik", "ditolak"),
)


def test_joint_counts_are_kept_joint_and_are_the_count_where_nothing_else_is() -> None:
    one = work(*BY_AGENCY)

    assert one.problems == ()
    assert one.year.aggregates[1] == Aggregate(
        register=Register.REQUESTS,
        dimension=Dimension.AGENCY,
        category="Dinkes",
        typed="Dinkes",
        second=JointPart(dimension=Dimension.OUTCOME, category="refused", typed="ditolak"),
        count=2,
    )
    assert one.figure("requests.total") == 13
    assert one.figure("requests.by_agency") == {"Dinkes": 6, "Disdik": 7}
    assert one.figure("requests.by_outcome.refused") == 2
    assert list(told(one)) == []


def test_a_month_is_no_second_part_and_narrows_the_line_on_either_side() -> None:
    ways = (
        {"menurut": "bulan", "menurut_2": "keputusan", "nilai_2": "ditolak"},
        {"menurut": "keputusan", "nilai": "ditolak", "menurut_2": "bulan"},
    )
    lines = [line for way in ways for line in work({**counted(3, month="Mei"), **way}).year.aggregates]

    assert {(line.dimension, line.category, line.period, line.second) for line in lines} == {
        (Dimension.OUTCOME, "refused", Period(2023, 5), None)
    }


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"menurut_2": "keputusan", "nilai_2": "ditolak"}, "menurut_2"),
        ({"menurut": "OPD", "nilai": "A", "nilai_2": "ditolak"}, "nilai_2"),
        ({"menurut": "OPD", "nilai": "A", "menurut_2": "OPD", "nilai_2": "B"}, "menurut_2"),
        ({"menurut": "OPD", "nilai": "A", "menurut_2": "keputusan"}, "nilai_2"),
        ({"menurut": "OPD", "nilai": "A", "menurut_2": "keputusan", "nilai_2": "xyz"}, "nilai_2"),
        ({"menurut": "OPD", "nilai": "A", "menurut_2": "hasil", "nilai_2": "mediasi"}, "menurut_2"),
        ({"menurut": "OPD", "nilai": "A", "menurut_2": "bulan"}, "bulan"),
        ({"menurut": "OPD", "nilai": "A", "menurut_2": "bulan", "nilai_2": "Mei"}, "nilai_2"),
    ],
)
def test_what_a_second_part_cannot_be_is_told_under_its_column(cells: Row, column: str) -> None:
    keys = ("menurut", "nilai", "menurut_2", "nilai_2", "bulan")
    one = work({"apa": "permohonan", **dict.fromkeys(keys, ""), **cells, "jumlah": 1})

    assert [problem.source.column for problem in one.problems] == [column]
    assert one.year.aggregates == ()


def test_a_margin_below_its_joint_counts_is_told_and_one_above_leaves_some_out() -> None:
    below = work(*BY_AGENCY, counted(10, "keputusan", "dikabulkan"), counted(2, "keputusan", "ditolak"))
    above = work(*BY_AGENCY, counted(12, "keputusan", "dikabulkan"), counted(2, "keputusan", "ditolak"))

    assert ("T104", "requests.by_outcome.granted", 10, 11) in told(below)
    (at,) = (one.places for one in below.findings if one.subject == "requests.by_outcome.granted")
    assert [place.row for place in at] == [6, 2, 4]
    assert "T104" not in {code for code, subject, *_ in told(above) if subject.startswith("requests.by_out")}
    assert above.figure("requests.by_outcome.granted") == 12


def test_a_total_below_its_joint_counts_is_told() -> None:
    one = work(counted(12), *BY_AGENCY)

    assert ("T104", "requests.by_agency", 12, 13) in told(one)


def test_reasons_beside_an_outcome_are_told_where_they_exceed_it_in_one_part() -> None:
    reasons = [
        counted(n, "OPD", a, "alasan penolakan", "dikecualikan") for n, a in ((3, "Dinkes"), (0, "Disdik"))
    ]
    one = work(*BY_AGENCY, decided(5, "BKD", "ditolak"), *reasons)

    assert list(told(one)) == [("T104", "requests.by_agency:Dinkes+outcome.refused", 2, 3)]
    (at,) = (found.places for found in one.findings if found.code == "T104")
    assert [place.row for place in at] == [3, 7]
    assert one.figure("requests.by_agency") == {"Dinkes": 6, "Disdik": 7, "BKD": 5}
    assert one.figure("requests.by_refusal_reason") == {"exempt": 3, "not_recorded": 4}


def test_fewer_reasons_than_refusals_leave_some_out_and_contradict_nothing() -> None:
    one = work(*BY_AGENCY, counted(1, "OPD", "Dinkes", "alasan penolakan", "dikecualikan"))

    assert [subject for _, subject, *_ in told(one) if "+outcome" in subject] == []


@pytest.mark.parametrize(
    ("register", "dimension", "word"),
    [("permohonan", "alasan penolakan", "dikecualikan"), ("keberatan", "alasan", "huruf a")],
)
def test_a_table_of_what_was_refused_or_of_cases_that_stand_twice_adds_up_along_that_alone(
    register: str, dimension: str, word: str
) -> None:
    one = work(counted(3, "OPD", "Dinkes", dimension, word, register=register))

    ((pair, table),) = joint_tables(one.year.aggregates).items()
    assert [own for own, _ in margins(pair, table)] == [own for own in pair if own is not Dimension.AGENCY]


def test_rows_are_compared_with_what_joint_counts_add_up_to() -> None:
    rows: list[Row] = [{"nomor": 1, "opd": "Dinkes", "keputusan": "ditolak"}]
    one = work(decided(2, "Dinkes", "ditolak"), permohonan=rows)

    assert one.figure("requests.by_outcome.refused") == 1
    assert {subject for code, subject, *_ in told(one) if code == "T105"} == {
        "requests.by_agency:Dinkes",
        "requests.by_outcome.refused",
    }


def test_the_table_is_printed_as_it_was_typed_and_a_cell_that_nobody_filled_in_is_no_zero() -> None:
    text = page(work(*BY_AGENCY, decided(1, "BKD", "dikabulkan")))

    assert "Permohonan menurut OPD dan keputusan" in text
    assert "| Dinkes | 4 | 2 | 6 |" in text
    assert "| Disdik | 7 | 0 | 7 |" in text
    assert "| BKD | 1 | tidak tercatat | 1 |" in text


def test_months_and_outcomes_of_totals_are_printed_where_no_rows_are_kept() -> None:
    lines = [
        {**counted(n, month=month), "menurut": "bulan", "menurut_2": "keputusan", "nilai_2": outcome}
        for month, outcome, n in (("Mei", "dikabulkan", 4), ("Mei", "ditolak", 1), ("Juni", "ditolak", 2))
    ]

    assert "| Mei | 4 | 1 | 5 |" in page(work(*lines))
    assert "Permohonan menurut keputusan dan bulan" not in page(work(*lines))


def test_a_line_of_another_year_is_printed_with_both_parts_and_never_counted() -> None:
    one = work(*BY_AGENCY, {**decided(9, "Dinkes", "ditolak"), "tahun": 2022})

    assert one.figure("requests.by_agency.Dinkes") == 6
    assert "| 2022 | OPD | Dinkes | Keputusan | ditolak | 9 |" in page(one)


def test_what_few_farmers_share_is_masked_in_joint_counts_and_their_number_stays() -> None:
    one = work(
        *(
            counted(n, "pekerjaan", who, "keputusan", what)
            for who, what, n in (
                ("petani", "dikabulkan", 8),
                ("petani", "ditolak", 1),
                ("guru", "dikabulkan", 9),
                ("guru", "ditolak", 6),
                ("dosen", "dikabulkan", 30),
            )
        )
    )
    public = redact(one.year).aggregates

    assert [line.category for line in public] == [MASK, MASK, MASK, MASK, "dosen"]
    assert "petani" not in page(one).split("menurut pekerjaan dan keputusan")[-1]
    assert "| petani | 9 |" in page(one)
    assert "| petani | 8 | 1 | 9 |" in page(one, "internal")


def test_tables_that_were_read_are_written_back() -> None:
    one = work(*BY_AGENCY)

    assert Dossier.from_rows(typed_tables(one.year)).year.aggregates == one.year.aggregates


@given(st.lists(st.tuples(st.sampled_from("AB"), st.sampled_from(("granted", "refused")), NUMBERS)))
@example([("A", "granted", 1)])
@example([("A", "granted", 0)])
def test_both_margins_add_up_to_the_table(cells: list[tuple[str, str, int]]) -> None:
    lines = [
        Aggregate(
            register=Register.REQUESTS,
            dimension=Dimension.AGENCY,
            category=agency,
            second=JointPart(dimension=Dimension.OUTCOME, category=outcome),
            count=number,
        )
        for agency, outcome, number in cells
    ]
    table = sum(joint_cells((Dimension.AGENCY, Dimension.OUTCOME), lines).values())

    for dimension in (Dimension.AGENCY, Dimension.OUTCOME):
        margin = [one.number for one in along_one(lines) if one.dimension is dimension]
        assert sum(margin) == table
        assert bool(margin) is bool(cells)
    assert all(one.second is None for one in along_one(lines))


def test_a_second_part_beside_none_or_along_its_own_dimension_is_no_value() -> None:
    line = Aggregate(register=Register.REQUESTS, dimension=Dimension.AGENCY, category="A", count=1)
    twin = JointPart(dimension=Dimension.AGENCY, category="B")

    for change in ({"second": twin}, {"second": twin, "dimension": None, "category": ""}):
        with pytest.raises(ValueError, match="second part"):
            evolve(line, **change)


def test_tables_the_other_way_round_are_one() -> None:
    turned = counted(5, "keputusan", "ditolak", "OPD", "BKD")

    assert len(joint_tables(work(*BY_AGENCY, turned).year.aggregates)) == 1


# Figures


def joint(one: Dossier) -> object:
    return one.summary.branch("requests").get("joint")


def test_joint_counts_are_figures_of_the_summary_and_of_its_json() -> None:
    one = work(*BY_AGENCY)

    table = {"granted": {"Dinkes": 4, "Disdik": 7}, "refused": {"Dinkes": 2, "Disdik": 0}}
    assert joint(one) == {"outcome_and_agency": table}
    assert unstructure(one.summary)["requests"]["joint"] == {"outcome_and_agency": table}
    assert one.figure("requests.joint.outcome_and_agency.granted.Disdik") == 7
    assert one.figure("requests.joint.outcome_and_agency.refused") == {"Dinkes": 2, "Disdik": 0}


def test_a_name_with_points_is_found_in_a_joint_count() -> None:
    one = work(counted(3, "OPD", "RSUD dr. H. Contoh", "kanal", "website"))

    assert one.figure("requests.joint.channel_and_agency.website.RSUD dr. H. Contoh") == 3


def test_a_joint_count_that_nobody_tells_is_no_figure() -> None:
    with pytest.raises(UnknownNameError, match=r"requests\.joint\.outcome_and_agency\.granted"):
        work(*BY_AGENCY).figure("requests.joint.outcome_and_agencies.granted")


def test_a_month_is_a_second_part_of_the_figures_and_the_whole_period_wins_over_it() -> None:
    monthly = (
        counted(3, "keputusan", "ditolak", month="Mei"),
        counted(2, "keputusan", "ditolak", month="Juni"),
    )
    both = (*BY_AGENCY, {**decided(1, "Dinkes", "ditolak"), "bulan": "Mei"})

    assert joint(work(*monthly)) == {"month_and_outcome": {"5": {"refused": 3}, "6": {"refused": 2}}}
    assert work(*both).figure("requests.joint.outcome_and_agency.refused.Dinkes") == 2


def test_where_cases_are_kept_or_nothing_is_joint_there_is_no_joint_figure() -> None:
    kept = work(*BY_AGENCY, permohonan=[{"nomor": "1", "keputusan": "ditolak"}])

    assert joint(kept) is None
    persons = counted(3, "jenis kelamin", "perempuan", "usia", "30-39", register="pemohon")
    assert "joint" in work(persons).summary.branch("applicants")
    assert joint(work(counted(3, "keputusan", "ditolak"))) is None


_Cell = tuple[str, str, Period | None, int]
CELLS = st.lists(
    st.tuples(
        st.sampled_from(["Dinkes", "dinkes", "Disdik"]),
        st.sampled_from(["granted", "refused"]),
        st.sampled_from([None, Period(2023, 5), Period(2023, 6)]),
        NUMBERS,
    ),
    max_size=6,
)


def summarized(cells: Sequence[_Cell]) -> Summary:
    lines = tuple(
        Aggregate(
            register=Register.REQUESTS,
            dimension=Dimension.AGENCY,
            category=agency,
            second=JointPart(dimension=Dimension.OUTCOME, category=outcome),
            period=month,
            count=number,
        )
        for agency, outcome, month, number in cells
    )
    return Dossier(year=ServiceYear(period=ReportingPeriod(2023), aggregates=lines)).summary


@given(CELLS, CELLS)
def test_joint_counts_merge_as_the_lines_together_would_be_counted(
    first: list[_Cell], second: list[_Cell]
) -> None:
    one, other = summarized(first), summarized(second)

    merged = [two.parts[0][1].requests.joint for two in (one.merge(other), other.merge(one))]

    assert merged == [summarized([*first, *second]).parts[0][1].requests.joint] * 2


def test_the_public_edition_hides_joint_figures_as_it_hides_joint_lines() -> None:
    lines = (
        counted(2, "jenis kelamin", "perempuan", "keputusan", "ditolak"),
        counted(30, "jenis kelamin", "perempuan", "keputusan", "dikabulkan"),
        counted(40, "jenis kelamin", "laki-laki", "keputusan", "dikabulkan"),
    )
    one = work(*lines)

    public = renamed(one.summary, Redaction.of(one.year).key).branch("requests.joint")

    assert public == Dossier(year=redact(one.year)).summary.branch("requests.joint")
    assert MASK in str(public)
    assert "perempuan" not in str(public)
    assert "perempuan" in str(one.summary.branch("requests.joint"))

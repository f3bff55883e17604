"""Figures as rows: each number of the summary JSON is one of them, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from tests.years import shared_years

from ppid_core import Dossier
from ppid_core.law import Lawbook
from ppid_core.model import ReportingPeriod, ServiceYear, YearPart
from ppid_core.summary import Summary, TidyFigure, merge, summarize, tidy_figures
from ppid_core.summary.wire import summary_json
from ppid_core.workdays import WorkdayCalendar

Count = Callable[..., Summary]

HEAD = {"year", "part", "body", "as_of", "absent", "calendar_estimate"}
NO_FIGURES = {"oldest_open", "clock"}
WHOLES = {"requests.response_time": "count", "compliance": "disclosed"}


def leaves(tree: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:  # noqa: ANN401  JSON
    """Yield every value of the JSON with its path; those of months are named by their number."""
    if isinstance(tree, Mapping):
        for key, value in tree.items():
            if key not in NO_FIGURES or path[-1:] == ("by_occupation",):
                yield from leaves(value, (*path, key))
    elif isinstance(tree, list):
        yield from (((*path, str(month)), number) for month, number in enumerate(tree, start=1))
    else:
        yield path, tree


def told(summary: Summary) -> tuple[dict[tuple[str, ...], Any], Mapping[str, Mapping[str, str]]]:
    """Return the JSON's numbers by their paths, and why others are absent."""
    figures = summary_json(summary)
    return dict(leaves({key: figures[key] for key in figures.keys() - HEAD})), figures["absent"]


def place(row: TidyFigure) -> tuple[str, ...]:
    """Return the path in the JSON of what a row tells."""
    *group, last = row.measure.split(".")
    if not row.dimension:
        return (*group, last)
    if row.second_dimension:
        table = f"{row.dimension}_and_{row.second_dimension}"
        return (*group, "joint", table, row.category, row.second_category)
    step = f"by_{'class' if row.dimension == 'time' and group[1:] == ['response_time'] else row.dimension}"
    part = (*group, step, row.category) if row.category else (*group, step)
    is_of_parts = group[1:] in (["response_time"], ["standing"]) and step != "by_class"
    is_of_parts = is_of_parts or step == "by_period"
    if not is_of_parts:
        assert last == WHOLES.get(".".join(group), "total")
    return (*part, last) if is_of_parts else part


def test_the_summary_says_by_which_estimate_it_counted() -> None:
    year = ServiceYear(period=ReportingPeriod(2023), requests=())
    decreed, estimated = WorkdayCalendar.load(), WorkdayCalendar.load(until=2040)

    told = [
        summary_json(summarize(year, Lawbook.load(), calendar, date(2023, 12, 31)))["calendar_estimate"]
        for calendar in (decreed, estimated)
    ]

    assert told == ["", estimated.estimate]
    assert "2040" in estimated.estimate


@given(year=shared_years())
def test_each_number_of_the_summary_is_one_row_and_each_row_such_a_number(
    year: ServiceYear, count: Count
) -> None:
    summary = count(year)
    numbers, _ = told(summary)

    rows = [row for row in tidy_figures(summary) if row.value is not None]

    assert len({place(row) for row in rows}) == len(rows)
    assert {place(row): row.value for row in rows} == {
        path: Decimal(str(number))  # in JSON shares are floats, and money that is not whole is a text
        for path, number in numbers.items()
        if number is not None
    }


@given(year=shared_years())
def test_what_is_absent_has_no_value_and_the_reason_that_the_summary_tells(
    year: ServiceYear, count: Count
) -> None:
    summary = count(year)
    _, absent = told(summary)
    reasons = {tuple(path.split(".")): absence["reason"] for path, absence in absent.items()}
    covered = set()

    for row in tidy_figures(summary):
        if row.value is None and not (row.dimension == "month" and row.category):
            path = place(row)
            above = next(path[:end] for end in range(len(path), 0, -1) if path[:end] in reasons)
            assert row.reason == reasons[above]
            covered.add(above)
        else:
            assert bool(row.reason) == (row.value is None)

    assert {path for path in reasons if path[-1] not in NO_FIGURES} == covered


@given(year=shared_years())
def test_no_year_lacks_a_measure(year: ServiceYear, count: Count) -> None:
    nothing = count(ServiceYear(period=ReportingPeriod(2020)))
    expected = {row.measure for row in tidy_figures(nothing)}

    assert expected - {row.measure for row in tidy_figures(count(year))} <= {"compliance.unread"}


@given(year=shared_years())
def test_years_that_were_merged_are_stacked(year: ServiceYear, count: Count) -> None:
    other = count(ServiceYear(period=ReportingPeriod(1999, YearPart.SEMESTER_1)))
    own = count(year)

    assert list(tidy_figures(merge(own, other))) == [*tidy_figures(other), *tidy_figures(own)]


def test_months_of_a_part_of_the_year_are_those_of_the_part(count: Count) -> None:
    half = ServiceYear(period=ReportingPeriod(2021, YearPart.SEMESTER_2), requests=())

    months = [row for row in tidy_figures(count(half)) if row.dimension == "month" and row.unit == "requests"]

    assert [(row.period, row.category, row.value) for row in months] == [
        ("semester_2", str(month), 0) for month in range(7, 13)
    ]


def _dossier(**tables: list[dict[str, Any]]) -> Dossier:
    return Dossier.from_rows({"laporan": [{"kunci": "tahun", "isi": 2023}], **tables})


def test_joint_counts_have_a_second_dimension_and_follow_what_else_their_register_tells() -> None:
    work = _dossier(
        rekap=[
            {
                "apa": "permohonan",
                "menurut": "OPD",
                "nilai": "Dinas Contoh",
                "menurut_2": "keputusan",
                "nilai_2": "ditolak",
                "jumlah": 3,
            },
            {"apa": "permohonan", "menurut": "kanal", "nilai": "surel", "bulan": "Mei", "jumlah": 2},
        ]
    )

    joint = list(tidy_figures(work.summary))

    added = [row for row in joint if row.second_dimension]
    assert [
        (row.dimension, row.category, row.second_dimension, row.second_category, row.value) for row in added
    ] == [
        ("month", "5", "channel", "email", 2),
        ("outcome", "refused", "agency", "Dinas Contoh", 3),
    ]
    assert {row.measure for row in added} == {"requests.total"}
    assert joint[joint.index(added[-1]) + 1].measure == "applicants.total"


def test_joint_counts_of_cases_that_are_kept_are_not_told_twice() -> None:
    line = {"apa": "permohonan", "menurut": "kanal", "nilai": "surel", "bulan": "Mei", "jumlah": 2}
    work = _dossier(rekap=[line], permohonan=[{"nomor": 1}])

    assert not [row for row in tidy_figures(work.summary) if row.second_dimension]


def test_requests_that_are_counted_by_applicants_are_measured_in_these() -> None:
    work = _dossier(permohonan=[{"nomor": 1, "jumlah_pemohon": 4}])

    units = {row.measure: row.unit for row in tidy_figures(work.summary) if not row.dimension}

    assert units["requests.total"] == units["applicants.total"] == "applicants"


def test_units_tell_days_shares_and_money_from_what_is_counted() -> None:
    rows = tidy_figures(Dossier.open("examples/kabupaten-contoh-2024").summary)

    units: dict[str, set[str]] = {}
    for row in rows:
        units.setdefault(row.unit, set()).add(row.measure)

    assert units["working_days"] == {
        *(f"requests.response_time.{name}" for name in ("mean", "median", "min", "max")),
        *(f"requests.response_time.percentiles.p{percent}" for percent in (25, 75, 90, 95)),
        *(f"requests.standard_time.{name}" for name in ("mean", "median", "min", "max")),
    }
    assert units["share"] == {
        *("requests.share_in_time", "compliance.share", "compliance.share_of_reporting", "budget.absorption"),
    }
    assert units["rupiah"] == {"budget.allocated", "budget.realised"}
    assert units["objections"] >= {"objections.total", "objections.carried_over"}
    assert units["agencies"] == {"compliance.agencies", "compliance.reporting_agencies"}

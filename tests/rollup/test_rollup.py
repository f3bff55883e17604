"""Many bodies together: what counts, what is added, and what is told of all that is not."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from attrs import evolve
from benchmarks.many_bodies import Made, write_all
from hypothesis import given
from hypothesis import strategies as st

from ppid_core import Absent, Dossier, merge
from ppid_core.dossier.processes import body_years
from ppid_core.intake.files.collection import report_paths
from ppid_core.model import CountUnit, Reason
from ppid_core.report.rollup.data import rollup_tables
from ppid_core.rollup import (
    AsideReason,
    BodyYear,
    By,
    ChildSum,
    CommissionRegister,
    Handed,
    Roster,
    rollup,
)
from ppid_core.summary import Scope, Summary
from ppid_core.summary.tally import Tally

Pair = tuple[Made, BodyYear]
PATHS = (
    *("requests.total", "objections.total", "disputes.total", "requests.by_outcome.refused"),
    *("budget.allocated", "budget.realised"),
)


def dossier(year: int = 2023, code: str = "", **tables: Any) -> Dossier:  # noqa: ANN401  tables as they are typed
    keys = {"tahun": year, "badan.nama": tables.pop("name", "Pemerintah Contoh"), "badan.kode": code}
    keys |= tables.pop("keys", {})
    rows = [{"kunci": key, "isi": value} for key, value in keys.items() if value]
    return Dossier.from_rows({"laporan": rows, **tables})


def total(number: int) -> list[dict[str, object]]:
    return [{"apa": "permohonan", "jumlah": number}]


@pytest.mark.slow
def test_totals_are_those_of_an_independent_count(made: Sequence[Pair]) -> None:
    whole = rollup([body for _, body in made])

    for year in whole.years:
        counting = [one for one, _ in made if one.year == year.year and one.standing == "whole"]
        assert len(year.whole.members) == len(counting)
        for unit in CountUnit:
            for path in PATHS:
                told = [
                    one.counts[path]
                    for one in counting
                    if path in one.counts and (one.unit == unit or not path.startswith("requests."))
                ]
                found = year.whole.total(path, unit)
                assert (found.told, found.of) == (len(told), len(counting))
                assert found.number == sum(told) if told else isinstance(found.number, Absent)
                assert found.told + sum(number for _, number in found.reasons) == found.of


def test_files_of_every_kind_come_to_what_was_counted_while_they_were_made(tmp_path: Path) -> None:
    write_all(tmp_path, 11, 2, median=4)
    counted = json.loads((tmp_path / "hitungan.json").read_text(encoding="utf-8"))

    read = [one for one in body_years(report_paths([tmp_path / "masuk"])) if isinstance(one, BodyYear)]
    whole = rollup(read, roster=Roster.open(tmp_path / "daftar.csv"))

    assert len({Path(one.file).suffix for one in read}) == len((".json", ".xlsx", "folders"))
    assert {str(year.year) for year in whole.years} == counted.keys()
    for year in whole.years:
        assert not year.unlisted
        for unit, told in counted[str(year.year)].items():
            for path in {name.removeprefix("told ") for name in told} - {"bodies"}:
                total = year.whole.total(path, CountUnit(unit))
                assert (total.number, total.told) == (told[path], told[f"told {path}"]), path


def test_what_is_not_counted_is_told(made: Sequence[Pair]) -> None:
    told = Counter(one.reason for year in rollup([body for _, body in made]).years for one in year.aside)
    standings = Counter(one.standing for one, _ in made)

    assert told == {
        AsideReason.REPLACED: standings["old"],
        AsideReason.DRAFT: standings["draft"],
        AsideReason.PART_OF_YEAR: standings["part"],
    }
    assert min(told.values()) > 0


def test_medians_are_of_the_answers_of_all(made: Sequence[Pair]) -> None:
    (_, year) = rollup([body for _, body in made]).years
    pooled = [
        int(days)
        for one in year.whole.members
        if one.unit is CountUnit.REQUEST
        for days, number in one.tally.requests.days.under().items()
        for _ in range(number)
    ]

    times = year.whole.times()

    assert times.answers == len(pooled)
    assert times.median == median(pooled)
    assert 0 < times.told < times.of


@given(data=st.data())
def test_order_does_not_matter_and_groups_add_up_to_the_whole(
    made: Sequence[Pair], data: st.DataObject
) -> None:
    chosen = data.draw(st.lists(st.sampled_from([body for _, body in made]), unique_by=id, min_size=1))
    by = data.draw(st.sampled_from(By))
    shuffled = data.draw(st.permutations(chosen))

    one, other = rollup(chosen, by=by), rollup(shuffled, by=by)

    assert rollup_tables(one) == rollup_tables(other)
    assert one == other
    for year in one.years if by is not By.YEAR else ():
        assert Counter(map(id, year.whole.members)) == Counter(
            id(member) for group in year.groups for member in group.members
        )
        for path in PATHS:
            parts = [group.total(path) for group in year.groups]
            numbers = [part.number for part in parts if not isinstance(part.number, Absent)]
            assert year.whole.total(path).told == sum(part.told for part in parts)
            assert not numbers or year.whole.total(path).number == sum(numbers)
        assert year.whole.summary == merge(*(group.summary for group in year.groups))


def test_every_report_is_counted_or_told_once(made: Sequence[Pair]) -> None:
    whole = rollup([body for _, body in made])

    ends = [one.file for year in whole.years for one in year.whole.members]
    ends += [one.report.file for year in whole.years for one in year.aside]

    assert sorted(ends) == sorted(body.file for _, body in made)


def test_units_are_never_added() -> None:
    rows = [{"bulan": 1, "jumlah_pemohon": 5}]
    year = rollup([dossier(code="11.01", rekap=total(3)), dossier(code="11.02", permohonan=rows)]).latest

    requests, applicants = (year.whole.total("requests.total", unit) for unit in CountUnit)

    assert (requests.number, requests.told, requests.reasons) == (3, 1, ((Reason.UNCOUNTED_UNIT, 1),))
    assert (applicants.number, applicants.told) == (5, 1)


def test_zero_is_told_and_nothing_is_not() -> None:
    nihil = dossier(code="11.01", keys={"nihil": "keberatan"})
    year = rollup([nihil, dossier(code="11.02", rekap=total(1))]).latest

    assert (year.whole.total("objections.total").number, year.whole.total("objections.total").told) == (0, 1)


@pytest.mark.parametrize(
    ("first", "second", "reason", "counted"),
    [
        ("2024-02-01", "2024-03-01", AsideReason.REPLACED, 2),
        ("2024-03-01", "2024-02-01", AsideReason.REPLACED, 1),
        ("2024-02-01", "2024-02-01", AsideReason.UNDATED_VERSION, 2),
        ("", "", AsideReason.UNDATED_VERSION, 2),
    ],
)
def test_later_version_counts_and_both_are_listed(
    first: str, second: str, reason: AsideReason, counted: int
) -> None:
    versions = [
        BodyYear.of(
            dossier(code="36.73", rekap=total(number), keys={"penyampaian.tanggal": day}), file=f"v{number}"
        )
        for number, day in ((1, first), (2, second))
    ]

    year = rollup(versions).latest

    (aside,) = year.aside
    assert year.whole.total("requests.total").number == counted
    assert aside.reason is reason
    assert aside.instead is not None
    assert {aside.report.file, aside.instead.file} == {"v1", "v2"}


def test_same_file_twice_counts_once() -> None:
    one = dossier(code="36.73", rekap=total(4))

    year = rollup([one, one]).latest

    assert year.whole.total("requests.total").number == 4
    assert [aside.reason for aside in year.aside] == [AsideReason.SAME_DATA]


def test_whole_version_counts_though_a_draft_is_later() -> None:
    draft = dossier(
        code="36.73", rekap=[{"apa": "permohonan", "jumlah": "x"}], keys={"penyampaian.tanggal": "2024-03-30"}
    )
    year = rollup([draft, dossier(code="36.73", rekap=total(4))]).latest

    assert year.whole.total("requests.total").number == 4
    assert [one.reason for one in year.aside] == [AsideReason.DRAFT]


ROSTER = Roster.from_rows(
    [
        {"kode": "36", "nama": "Provinsi Contoh", "provinsi": "Banten"},
        *({"kode": f"36.{at}", "nama": f"Bagian {at}", "induk": "36"} for at in (71, 72, 73)),
        {"nama": "Badan Contoh Baru", "sejak": "2024-01-01"},
        {"nama": "Badan Contoh Lama", "sampai": "2022-12-31"},
    ]
)


def province(**numbers: int) -> list[Dossier]:
    return [
        dossier(code=code.removeprefix("c").replace("_", "."), name=code, rekap=total(number))
        for code, number in numbers.items()
    ]


def test_parent_and_its_parts_are_never_both_counted_and_a_wrong_sum_is_told() -> None:
    year = rollup(province(c36=11, c36_71=3, c36_72=5, c36_73=4), roster=ROSTER).latest

    assert year.whole.total("requests.total").number == 11
    assert Counter(line.handed for line in year.owed)[Handed.WITHIN_PARENT] == 3
    assert {one.reason for one in year.aside} == {AsideReason.WITHIN_PARENT}
    assert [(one.path, one.stated, one.added, one.difference) for one in year.child_sums] == [
        ("requests.total", 11, 12, -1)
    ]


def test_parts_count_where_the_parent_did_not_report() -> None:
    year = rollup(province(c36_71=3, c36_72=5), roster=ROSTER).latest

    assert year.whole.total("requests.total").number == 8
    assert [line.name for line in year.of(Handed.MISSING)] == ["Provinsi Contoh", "Bagian 73"]


def test_part_whose_figure_was_left_out_is_named() -> None:
    reports = province(c36=8, c36_71=3, c36_72=5, c36_73=4)

    (one,) = rollup(reports, roster=ROSTER).latest.child_sums

    assert [child.body.code for child in one.suspects] == ["36.73"]


LINES = (
    *(("permohonan", "keputusan", word) for word in ("dikabulkan seluruhnya", "ditolak", "tidak dikuasai")),
    *(("keberatan", "jawaban", word) for word in ("diterima", "ditolak")),
)
REFUSED = 1
POOL = tuple(product((0, 3), (0, 2), (0, 5), (1,), (0, 2)))
"""What parts report: the number of each line."""
NUMBERS = st.sampled_from(POOL)
PART_CODES = ("36.71", "36.72", "36.73")


@cache
def figures(numbers: tuple[int, ...]) -> tuple[Scope, Tally]:
    lines = [dict(zip(("apa", "menurut", "nilai"), line, strict=True)) for line in LINES]
    rows = [{**line, "jumlah": number} for line, number in zip(lines, numbers, strict=True)]
    (part,) = dossier(rekap=rows).summary.parts
    return part


def rolled(parts: Sequence[tuple[int, ...]], counted: Sequence[tuple[int, ...]]) -> tuple[ChildSum, ...]:
    """Return what is told of a parent whose report is the sum of those that are counted."""
    (scope, _), *_ = map(figures, parts)
    told = [[one] for one in parts]
    summaries = [
        Summary(parts=((evolve(scope, identity=(code,)), Tally().merge(*(figures(one)[1] for one in some))),))
        for code, some in zip(("36", *PART_CODES), (counted, *told), strict=False)
    ]
    return rollup(summaries, roster=ROSTER).latest.child_sums


@given(parts=st.lists(NUMBERS, min_size=3, max_size=3), at=st.integers(0, 2), times=st.sampled_from([0, 2]))
def test_consistent_parent_differs_in_nothing_and_a_part_left_out_or_doubled_is_named(
    parts: list[tuple[int, ...]], at: int, times: int
) -> None:
    others = [part for place, part in enumerate(parts) if place != at]
    alike = {PART_CODES[place] for place, part in enumerate(parts) if part == parts[at]}

    found = rolled(parts, [*others, *[parts[at]] * times])

    assert rolled(parts, parts) == ()
    assert all(one.is_contradiction and one.is_short is (not times) for one in found)
    assert all({child.body.code for child in one.suspects} == alike for one in found)
    assert {one.path for one in found if not one.is_repeated} == {
        f"{path}.total"
        for path, numbers in (("requests", parts[at][:3]), ("objections", parts[at][3:]))
        if any(numbers)
    }
    assert len(found) == sum(map(bool, parts[at])) + sum(not one.is_repeated for one in found)


@given(parts=st.lists(NUMBERS, min_size=2, max_size=2), stated=NUMBERS)
def test_part_without_a_report_is_told_and_contradicts_only_where_the_others_come_to_more(
    parts: list[tuple[int, ...]], stated: tuple[int, ...]
) -> None:
    first, *others = rolled(parts, [stated])

    added = sum(part[REFUSED] for part in parts)
    refused = [one for one in others if one.path == "requests.by_outcome.refused"]
    assert (first.path, len(first.children), first.of) == ("requests.total", 2, 3)
    assert first.is_contradiction is (sum(sum(part[:3]) for part in parts) > sum(stated[:3]))
    assert [one.added for one in refused] == ([added] if added > stated[REFUSED] else [])
    assert not any(one.suspects or one.is_repeated for one in (first, *others))


def test_late_is_after_the_day_of_the_law() -> None:
    days = {"11.01": "2024-03-31", "11.02": "2024-04-01", "11.03": ""}
    reports = [dossier(code=code, keys={"penyampaian.tanggal": day}) for code, day in days.items()]

    year = rollup(reports).latest

    assert year.due_on == date(2024, 3, 31)
    assert [line.handed for line in year.lines] == [Handed.IN_TIME, Handed.LATE, Handed.UNDATED]


def test_body_keeps_its_identity_over_a_new_code_and_lies_in_the_province_of_the_year() -> None:
    reports = [dossier(year, code, rekap=total(1)) for year, code in ((2021, "91.01"), (2023, "93.01"))]
    roster = Roster.from_rows([{"kode": "93.01", "nama": "Kabupaten Contoh"}])

    then, now = (rollup(reports, roster=roster, today=today) for today in (False, True))

    assert [year.groups[0].key for year in then.years] == ["Papua", "Papua Selatan"]
    assert [year.groups[0].key for year in now.years] == ["Papua Selatan", "Papua Selatan"]
    assert [len(year.owed) for year in then.years] == [1, 1]
    assert not any(year.unlisted for year in then.years)


def test_summary_of_many_bodies_rolls_up_as_its_parts_do() -> None:
    works = [dossier(code="11.01", rekap=total(3)), dossier(code="11.02", rekap=total(4))]

    year = rollup([merge(*(work.summary for work in works))]).latest

    assert year.whole.total("requests.total").number == 7
    assert year.whole.codes == ()


def test_parts_of_a_year_are_told_apart_and_never_added() -> None:
    reports = [
        dossier(code="11.01", rekap=total(number), keys={"periode": part})
        for part, number in (("semester-1", 3), ("semester-2", 4))
    ]

    year = rollup(reports).latest

    assert year.whole.members == ()
    assert [(group.key, group.total("requests.total").number) for group in year.parts] == [
        ("semester_1", 3),
        ("semester_2", 4),
    ]
    assert [line.handed for line in year.lines] == [Handed.PART_OF_YEAR]


def test_findings_are_counted_by_the_bodies_that_have_them() -> None:
    one = Dossier.open("examples/kota-serang-2020")

    year = rollup([one]).latest

    (claim,) = (total for total in year.whole.codes if total.code == "T101")
    assert (claim.bodies, claim.judged, claim.count) == (1, 1, 1)
    assert claim.example.id == "Jumlah keberatan: naskah menyebut 51, tabel berjumlah 53 (selisih 2)."
    assert [code.bodies for code in year.whole.codes] == [1] * len(year.whole.codes)


def test_register_of_the_commission_is_compared_with_what_reports_say() -> None:
    nihil = [{"nomor": "NIHIL"}]
    reports = [
        dossier(code="36.73", name="Kota A", sengketa=[{"nomor": "1"}, {"nomor": "2"}]),
        dossier(code="36.71", name="Kota B", sengketa=nihil),
        dossier(code="36.72", name="Kota C", rekap=total(1)),
        dossier(code="36.74", name="Kota D", sengketa=nihil),
    ]
    register = CommissionRegister.from_rows(
        [
            {"No Register": "7/2023", "Termohon": "KOTA A", "Tanggal": "3 Mei 2023"},
            {"No Register": "8/2023", "Kode": "36.71", "Tahun": 2023},
            {"No Register": "9/2023", "Termohon": "Kota C", "Tahun": 2023, "Jumlah": 2},
            {"Termohon": "Kota E", "Tahun": 2023},
            {"Termohon": "Kota A", "Tahun": 2022},
            {"Termohon": "Kota A"},
        ]
    )

    year = rollup(reports, commission=register).latest

    assert register.problems == ()
    assert register.undated == 1
    assert [(one.body, one.stated, one.listed, one.numbers) for one in year.disputes] == [
        ("Kota B", 0, 1, ("8/2023",)),
        ("Kota C", Absent(), 2, ("9/2023",)),
        ("Kota A", 2, 1, ("7/2023",)),
        ("Kota E", Absent(), 1, ()),
    ]


def test_disputes_of_a_part_are_those_of_its_parent() -> None:
    parent = dossier(code="36", name="Provinsi Contoh", sengketa=[{"nomor": "1"}])
    part = dossier(code="36.71", name="Bagian 71", rekap=total(1))
    register = CommissionRegister.from_rows([{"Termohon": "Bagian 71", "Tahun": 2023}])

    assert rollup([parent, part], roster=ROSTER, commission=register).latest.disputes == ()

"""1.11: a part of an unknown whole can be said, and what a text says roughly is compared as such."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.nothing_false.work import found, from_tables

from ppid_core import Dossier, structure, unstructure
from ppid_core.intake import from_rows
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.model import Absent, Aggregate, Bound, Reason, Register
from ppid_core.report import Paragraph, Table

UNCOUNTED: dict[str, object] = {"apa": "permohonan", "jumlah": ""}


def part(along: str, name: str, number: int, what: str = "permohonan") -> dict[str, object]:
    return {"apa": what, "menurut": along, "nilai": name, "jumlah": number}


def paragraphs_of(work: Dossier) -> list[str]:
    return [block.plain() for block in work.report().blocks() if isinstance(block, Paragraph)]


@pytest.fixture(scope="module")
def refusals() -> Dossier:
    """Twenty-six refusals of an unknown number of requests."""
    return from_tables(rekap=[UNCOUNTED, part("keputusan", "ditolak", 26), part("kanal", "surel", 40)])


def test_no_group_stands_in_for_a_count_that_is_not_recorded(refusals: Dossier) -> None:
    assert refusals.figure("requests.total") == Absent(Reason.NO_COUNT)
    assert refusals.figure("requests.by_outcome") == {"refused": 26}
    assert refusals.figure("requests.by_outcome.refused") == 26
    assert refusals.figure("requests.by_channel.email") == 40
    assert isinstance(refusals.figure("requests.by_outcome.granted"), Absent)


def test_part_is_told_without_a_share_and_without_a_total(refusals: Dossier) -> None:
    told = paragraphs_of(refusals)
    (table,) = (
        block for block in refusals.report().blocks() if isinstance(block, Table) and block.key == "outcomes"
    )

    assert "Keputusan yang tercatat: 26 (dua puluh enam) ditolak." in told
    assert "Jumlah permohonan tidak disajikan karena jumlahnya tidak tercatat." in told
    assert not any("menerima" in one for one in told)
    assert [column.key for column in table.columns] == ["name", "count"]
    assert table.rows == (("Ditolak", 26),)
    assert table.total is None


def test_groups_of_an_unknown_whole_contradict_nothing(refusals: Dossier) -> None:
    for code in ("T101", "T104", "T105"):
        assert not found(refusals, code)


def test_reasons_above_their_own_outcome_contradict_it_though_the_whole_is_unknown() -> None:
    lines = [UNCOUNTED, part("keputusan", "ditolak", 26), part("alasan penolakan", "dikecualikan", 27)]

    (finding,) = found(from_tables(rekap=lines), "T104")

    assert (finding.provided, finding.expected) == (26, 27)


def test_rows_are_counted_though_a_line_says_that_nobody_did() -> None:
    work = from_tables(permohonan=[{"bulan": "Mei", "keputusan": "ditolak"}], rekap=[UNCOUNTED])

    assert work.figure("requests.total") == 1
    assert not found(work, "T105")


def test_count_beside_a_blank_one_is_the_count() -> None:
    work = from_tables(rekap=[UNCOUNTED, {"apa": "permohonan", "jumlah": 50}])

    assert work.figure("requests.total") == 50


def test_line_survives_json_and_tables(refusals: Dossier) -> None:
    assert structure(unstructure(refusals.year)) == refusals.year
    assert refusals.year.aggregates[0] == Aggregate(register=Register.REQUESTS, count=None)
    assert from_rows(typed_tables(refusals.year)).year.aggregates == refusals.year.aggregates


def test_part_without_a_count_says_nothing() -> None:
    with pytest.raises(ValueError, match="says nothing"):
        Aggregate(register=Register.REQUESTS, category="x", period=None, dimension="outcome", count=None)  # type: ignore[arg-type]


CLAIMS = [
    ("lebih dari 73.000", "73000", Bound.MORE),
    ("di atas 40", "40", Bound.MORE),
    (">40", "40", Bound.MORE),
    ("kurang dari 40", "40", Bound.LESS),
    ("tidak kurang dari 40", "40", Bound.AT_LEAST),
    ("minimal 40", "40", Bound.AT_LEAST),
    ("paling sedikit 40", "40", Bound.AT_LEAST),
    ("tidak lebih dari 40", "40", Bound.AT_MOST),
    ("sekitar 40", "40", Bound.ABOUT),
    ("kurang lebih 40", "40", Bound.ABOUT),
    ("lebih kurang 1.250", "1250", Bound.ABOUT),
    ("± 40", "40", Bound.ABOUT),
    ("hampir 40", "40", Bound.ALMOST),
    ("73 ribu lebih", "73000", Bound.OVER),
    ("40 lebih", "40", Bound.OVER),
    ("Lebih dari 73 ribu", "73000", Bound.MORE),
    ("1,5 juta", "1500000", Bound.ABOUT),
    ("40", "40", None),
]


@pytest.mark.parametrize(("words", "value", "bound"), CLAIMS)
def test_rough_claim_is_read_and_written_back(words: str, value: str, bound: Bound | None) -> None:
    work = from_tables(pernyataan=[{"apa": "kunjungan", "jumlah": words}])

    assert work.problems == ()
    assert isinstance(work.year.stated_figures, tuple)
    (claim,) = work.year.stated_figures
    assert (claim.value, claim.bound) == (Decimal(value), bound)
    assert from_rows(typed_tables(work.year)).year.stated_figures == work.year.stated_figures
    assert structure(unstructure(work.year)) == work.year


@pytest.mark.parametrize(
    ("words", "true", "false"),
    [
        ("lebih dari 40", (41, 400), (40, 39)),
        ("kurang dari 40", (39, 0), (40, 41)),
        ("paling sedikit 40", (40, 41), (39,)),
        ("paling banyak 40", (40, 3), (41,)),
        ("sekitar 40", (36, 40, 44, 45), (34, 46)),
        ("hampir 40", (39, 36), (40, 35, 41)),
        ("40 lebih", (41, 49), (40, 50, 39)),
        ("73 ribu lebih", (73_412,), (73_000, 74_000)),
        ("40", (40,), (39, 41)),
    ],
)
def test_rough_claim_is_compared_as_such(words: str, true: tuple[int, ...], false: tuple[int, ...]) -> None:
    for number in (*true, *false):
        work = from_tables(
            pernyataan=[{"apa": "kunjungan", "jumlah": words}],
            kunjungan=[{"bulan": "Mei", "kunjungan": number}],
        )
        assert bool(found(work, "T101")) is (number in false), number


def test_contradicted_rough_claim_is_told_in_its_words() -> None:
    work = from_tables(
        pernyataan=[{"apa": "kunjungan", "jumlah": "lebih dari 73.000"}],
        kunjungan=[{"bulan": "Mei", "kunjungan": 70_000}],
    )

    (finding,) = found(work, "T101")

    assert finding.message() == "Jumlah kunjungan: naskah menyebut lebih dari 73.000, tabel berjumlah 70.000."
    assert (finding.provided, finding.expected) == (73_000, 70_000)


def test_stated_mean_keeps_how_roughly_it_is_said() -> None:
    work = from_tables(pernyataan=[{"apa": "rerata_waktu", "jumlah": "sekitar 8", "satuan": "hari kerja"}])

    mean = work.figure("requests.response_time.mean")

    assert mean == Absent(Reason.STATED_ONLY, "sekitar 8 hari kerja")

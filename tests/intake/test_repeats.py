"""What is imported twice is counted once: rows of one number that say the same, in one file or in two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from ppid_core import Dossier, load, summarize_rows
from ppid_core.intake.files.memory import rows_sheet
from ppid_core.intake.ledger import Ledger
from ppid_core.intake.rows import repeats
from ppid_core.intake.rows.columns import BATCH
from ppid_core.intake.year import gather
from ppid_core.source import Source

LAPORAN = [{"kunci": "tahun", "isi": 2024}]
SAME = "baris sama persis dengan baris lain yang bernomor sama, dan dihitung satu kali"
AS_MORE = "baris yang sama persis, nomornya pun, dihitung satu kali."
SHORT = {"nomor": "A-1", "kanal": "surel"}
Rows = Sequence[Mapping[str, object]]


def case(number: int, **other: object) -> Mapping[str, object]:
    return {
        "nomor": f"{number:03}/PPID/2024",
        "tanggal": f"2024-{number % 12 + 1:02}-05",
        "kanal": "website",
    } | other


JANUARY_TO_JUNE, APRIL_TO_DECEMBER = [case(at) for at in range(6)], [case(at) for at in range(3, 12)]


def read(*rows: Mapping[str, object], table: str = "permohonan") -> Dossier:
    return Dossier.from_rows({"laporan": LAPORAN, table: rows})


def told(work: Dossier) -> list[str]:
    return [note.message.id for note in work.notes if "sama persis" in note.message.id]


def test_an_export_that_overlaps_another_counts_nothing_twice_and_says_so_once() -> None:
    work = read(*JANUARY_TO_JUNE, *APRIL_TO_DECEMBER)

    assert work.figure("requests.total") == 12
    assert told(work) == [
        f"permohonan: 3 {SAME} (baris 8–10).",
    ]
    assert [finding for finding in work.findings if finding.code == "S102"] == []


def test_rows_of_one_number_that_differ_both_stay_and_each_place_is_told() -> None:
    work = read(*JANUARY_TO_JUNE, case(4, kanal="surel"))

    (finding,) = (one for one in work.findings if one.code == "S102")
    assert work.figure("requests.total") == 7
    assert told(work) == []
    assert sorted(place.row or 0 for place in finding.places) == [6, 8]


@pytest.mark.parametrize(
    "rows",
    [
        [{"nomor": 1, "kanal": "website"}, {"nomor": 1, "kanal": "website"}],
        [{"kanal": "website", "tanggal": "2024-03-05"}] * 2,
        [{"nomor": "-", "kanal": "website", "tanggal": "2024-03-05"}] * 2,
        [case(1), case(1, kanal="surel")],
        [case(1), case(2)],
        [case(1, informasi=[1, 2]), case(1, informasi=[1, 2])],
        [
            {"bulan": "Januari"},
            {"nomor": "A-1", "kanal": "surel"},
            {"bulan": "Mei"},
            {"nomor": "A-1", "kanal": "surel"},
        ],
    ],
    ids=["counted", "unnumbered", "unrecorded", "other channel", "other number", "unread", "other month"],
)
def test_what_may_be_another_case_is_counted(rows: Rows) -> None:
    """A number that only counts, begun anew each month, tells no case without its day."""
    work = read(*rows)

    assert work.figure("requests.total") == 2
    assert told(work) == []


def test_running_numbers_and_keys_do_not_tell_rows_apart() -> None:
    rows = [{"no": at, "id": f"x{at}", **case(7)} for at in range(3)]

    work = Dossier.from_rows({"laporan": LAPORAN, "permohonan": rows}, key="id")

    assert work.figure("requests.total") == 1


@pytest.mark.parametrize(("table", "figure"), [("keberatan", "objections"), ("sengketa", "disputes")])
def test_every_register_with_numbers_is_asked(table: str, figure: str) -> None:
    row = {"nomor": "K-1", "tanggal": "2024-03-05"}

    assert read(row, row, table=table).figure(f"{figure}.total") == 1


def test_suits_have_no_numbers_of_their_own_and_are_all_counted() -> None:
    row = {"nomor_sengketa": "S-1", "tanggal": "2024-03-05"}

    assert read(row, row, table="gugatan").figure("suits.total") == 2


def test_a_total_that_counted_a_row_twice_is_told() -> None:
    work = read(case(1), case(2), case(2), {"nomor": "JUMLAH", "kanal": "3"})

    assert work.figure("requests.total") == 2
    assert [(one.provided, one.expected) for one in work.findings if one.code == "T104"] == [(3, 2)]


@given(
    st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["website", "surel"])), max_size=30),
    st.sampled_from([1, 7, 1 << 10]),
)
def test_as_many_cases_are_counted_as_rows_differ(said: list[tuple[int, str]], most: int) -> None:
    """Also where so few numbers are held at once that they are compared some after the others."""
    rows = [case(number, kanal=channel) for number, channel in said]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repeats, "_HELD", most)
        held = read(*rows)
        streamed = summarize_rows({"laporan": LAPORAN, "permohonan": iter(rows)})

    expected = len(set(said)) if said else held.figure("requests.total")
    assert held.figure("requests.total") == streamed.figure("requests.total") == expected
    assert streamed.work.notes == held.notes


def test_what_stands_twice_in_a_stream_is_counted_once() -> None:
    number = 2 * BATCH

    rows = (case(at % number) for at in range(3 * BATCH))

    assert summarize_rows({"laporan": LAPORAN, "permohonan": rows}).figure("requests.total") == number


def joined(*files: Rows) -> Dossier:
    first, *more = (
        rows_sheet(Source(file=f"permohonan-{at}.csv"), rows) for at, rows in enumerate(files, start=1)
    )
    sheets = {
        "laporan": rows_sheet(Source(file="laporan"), LAPORAN),
        "permohonan": evolve(first, more=tuple(more)),
    }
    intake = gather(sheets, Ledger())
    return Dossier(year=intake.year, intake=intake)


def test_two_files_of_a_register_are_one_and_rows_of_both_are_counted_once() -> None:
    moved = [dict(reversed(list(row.items()))) for row in APRIL_TO_DECEMBER]

    work = joined(JANUARY_TO_JUNE, moved)

    assert work.figure("requests.total") == 12
    assert told(work) == [
        f"permohonan-2.csv: 3 {SAME} (baris 2–4).",
    ]
    assert isinstance(work.year.requests, tuple)
    assert {one.source.file for one in work.year.requests if one.source} == {
        "permohonan-1.csv",
        "permohonan-2.csv",
    }


def test_rows_that_differ_in_two_files_are_told_with_both_files() -> None:
    work = joined(JANUARY_TO_JUNE, [case(4, kanal="surel")])

    (finding,) = (one for one in work.findings if one.code == "S102")
    assert sorted(str(place) for place in finding.places) == [
        "permohonan-1.csv baris 6",
        "permohonan-2.csv baris 2",
    ]


def test_a_total_of_one_file_is_compared_with_the_rows_of_that_file() -> None:
    total = {"nomor": "JUMLAH", "kanal": "6"}

    right = joined([*JANUARY_TO_JUNE, total], [case(8)])
    wrong = joined([case(8)], [*JANUARY_TO_JUNE, {**total, "kanal": "7"}])
    assert [one for one in right.findings if one.code == "T104"] == []
    assert [(one.provided, one.expected) for one in wrong.findings if one.code == "T104"] == [(7, 6)]


def test_a_total_of_rows_that_stand_in_two_files_is_compared_with_nothing() -> None:
    work = joined(JANUARY_TO_JUNE, [*APRIL_TO_DECEMBER, {"nomor": "JUMLAH", "kanal": "9"}])

    assert work.figure("requests.total") == 12
    assert [one for one in work.findings if one.code == "T104"] == []


def test_two_exports_in_a_folder_are_one_register_where_both_are_said_to_be(tmp_path: Path) -> None:
    heading = "nomor,tanggal,kanal"
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2024\n", encoding="utf-8")
    for name, rows in (("januari-juni.csv", JANUARY_TO_JUNE), ("april-desember.csv", APRIL_TO_DECEMBER)):
        lines = [",".join(map(str, row.values())) for row in rows]
        (tmp_path / name).write_text("\n".join([heading, *lines]), encoding="utf-8")

    intake = load(tmp_path, tables={"januari-juni.csv": "permohonan", "april-desember.csv": "permohonan"})

    work = Dossier(year=intake.year, intake=intake)
    assert (work.figure("requests.total"), work.problems) == (12, ())
    assert [note.message.id for note in work.notes] == [
        f"januari-juni.csv dibaca sebagai lanjutan april-desember.csv; {AS_MORE}",
        f"januari-juni.csv: 3 {SAME} (baris 5–7).",
    ]

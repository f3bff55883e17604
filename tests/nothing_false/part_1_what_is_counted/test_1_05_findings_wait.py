"""1.5: while cells are unread, findings that rest on them wait, or say how many there are."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.nothing_false.work import found, from_files, from_tables, messages

from ppid_core.rules import Status

UNREAD = "sel belum terbaca"


def test_number_whose_row_has_a_misspelt_outcome_is_in_the_register() -> None:
    work = from_tables(
        permohonan=[
            {"nomor": "P-1", "tanggal": "2023-01-02", "keputusan": "dtolak"},
            {"nomor": "P-2", "tanggal": "2023-01-03", "keputusan": "dikabulkan"},
        ],
        keberatan=[{"nomor": "K-1", "nomor_permohonan": "P-1", "tanggal": "2023-02-01"}],
    )

    assert not found(work, "S103")
    assert not any("tidak ada di register" in said for said in messages(work))


def test_number_is_not_called_missing_while_a_number_of_that_register_is_unread() -> None:
    rows = [{"nomor": "P-1"}, {"nomor": "\x01P-2"}]
    objections = [{"nomor": "K-1", "nomor_permohonan": "P-2"}]

    assert not found(from_tables(permohonan=rows, keberatan=objections), "S103")
    assert found(from_tables(permohonan=rows[:1], keberatan=objections), "S103")


def test_claim_that_an_unread_outcome_may_make_right_is_not_called_wrong() -> None:
    rows = [{"keputusan": "ditolak"}, {"keputusan": "dtolak"}]

    def claimed(number: int) -> list[dict[str, object]]:
        return [{"apa": "permohonan", "menurut": "keputusan", "nilai": "ditolak", "jumlah": number}]

    assert not found(from_tables(permohonan=rows, pernyataan=claimed(2)), "T101")
    (wrong,) = found(from_tables(permohonan=rows, pernyataan=claimed(3)), "T101")
    assert f"(1 {UNREAD})" in wrong.message()


def test_claim_of_a_total_with_an_unread_count_waits() -> None:
    work = from_tables(
        permohonan=[{"bulan": "Mei", "jumlah": "l0"}], pernyataan=[{"apa": "permohonan", "jumlah": 10}]
    )

    assert not found(work, "T101")
    run = work.checked.run("T101")
    assert (run.status, run.slug) == (Status.NOT_APPLICABLE, "unread")


def test_aggregate_lines_and_totals_wait_for_what_is_unread() -> None:
    work = from_tables(
        permohonan=[{"bulan": "Mei", "jumlah": "l0"}, {"bulan": "Juni", "jumlah": 1}],
        rekap=[{"apa": "permohonan", "jumlah": 11}],
    )

    assert not found(work, "T105")


def test_group_with_an_unread_line_is_not_said_to_fall_short() -> None:
    line = {"apa": "permohonan", "menurut": "keputusan"}
    rows = [{"keputusan": "ditolak"}, {"keputusan": "dikabulkan"}]
    lines = [
        {**line, "nilai": "ditolak", "jumlah": 1},
        {**line, "nilai": "dikabulkan", "jumlah": "satu dua"},
    ]

    assert not found(from_tables(permohonan=rows, rekap=lines), "T105")
    assert not found(from_tables(rekap=[*lines, {"apa": "permohonan", "jumlah": 2}]), "T104")


def test_total_row_over_an_unread_count_waits(tmp_path: Path) -> None:
    work = from_files(tmp_path, permohonan="bulan,jumlah\nMei,l0\nJuni,1\nJUMLAH,11\n")

    assert not found(work, "T104")


def test_budget_that_is_there_and_unread_is_not_called_missing() -> None:
    unread = from_tables(
        anggaran=[{"sumber": "APBD", "alokasi": "sekitar Rp 75 juta", "realisasi": "Rp 70 jutaan"}]
    )
    blank = from_tables(anggaran=[{"sumber": "APBD", "alokasi": ""}])

    def missing(work: object) -> set[str]:
        return {finding.subject for finding in found(work, "L103")}  # type: ignore[arg-type]

    assert {"content:budget", "content:budget_use"}.isdisjoint(missing(unread))
    assert "content:budget" in missing(blank)


def test_register_that_cannot_be_opened_is_not_called_missing(tmp_path: Path) -> None:
    (tmp_path / "permohonan.csv").write_bytes("nomor\n– 1\n".encode("cp1252"))

    work = from_files(tmp_path)

    assert "content:requests" not in {finding.subject for finding in found(work, "L103")}


@pytest.mark.parametrize(
    ("code", "row"),
    [
        ("L101", {"keputusan": "ditolak", "alasan_penolakan": "\x01"}),
        ("L102", {"keputusan": "dikabulkan sebagian", "alasan_penolakan": "\x01"}),
        ("C303", {"keputusan": "ditolak", "alasan_penolakan": "dikecualikan", "pasal_pengecualian": "x1"}),
        ("C306", {"tanggal_perpanjangan": "2023-03-10", "alasan_perpanjangan": "\x01"}),
    ],
)
def test_finding_about_a_row_waits_for_the_cell_it_looks_at(code: str, row: dict[str, str]) -> None:
    work = from_tables(permohonan=[{"nomor": "1", "tanggal": "2023-03-01", **row}])

    assert not found(work, code)
    assert work.checked.run(code).status is not Status.PASSED


def test_lateness_waits_for_an_unread_notice_or_outcome() -> None:
    late = {"nomor": "1", "tanggal": "2023-03-01"}
    kept = {"nomor": "2", "tanggal": "2023-03-01", "keputusan": "dikabulkan"}

    for cell in ({"tanggal_pemberitahuan": "maret"}, {"keputusan": "dkabulkan"}):
        assert not found(from_tables(permohonan=[{**late, **cell}, kept]), "L106")
    assert found(from_tables(permohonan=[late, kept]), "L106")


def test_extension_that_cannot_be_read_may_have_saved_a_late_answer() -> None:
    row = {"tanggal": "2023-03-01", "tanggal_pemberitahuan": "2023-03-21", "tanggal_perpanjangan": "maret"}

    assert not found(from_tables(permohonan=[row]), "L106")
    assert not from_tables(permohonan=[{**row, "tanggal_pemberitahuan": "2023-03-03"}]).figure(
        "requests.timeliness.unknown"
    )


def test_agency_is_not_called_unknown_while_the_list_is_unread() -> None:
    agencies = [{"kode": "1", "nama": "Dinas Kesehatan"}, {"kode": "2", "nama": "\x01Dinas Sosial"}]
    rows = [{"opd": "Dinas Sosial"}]

    assert not found(from_tables(opd=agencies, permohonan=rows), "S101")
    assert found(from_tables(opd=agencies[:1], permohonan=rows), "S101")


def test_channel_is_not_called_unused_while_a_channel_is_unread() -> None:
    rows = [{"kanal": "surel"}, {"kanal": "\x01"}]

    assert not found(from_tables(keys={"kanal_ditawarkan": "telepon"}, permohonan=rows), "K101")


def test_more_objections_than_requests_waits_for_an_unread_count() -> None:
    work = from_tables(
        permohonan=[{"bulan": "Mei", "jumlah": "l0"}], keberatan=[{"bulan": "Juni", "jumlah": 5}]
    )

    assert not found(work, "C401")


def test_date_of_sending_that_cannot_be_read_is_told_so() -> None:
    run = from_tables(keys={"penyampaian.tanggal": "maret depan"}).checked.run("L104")

    assert (run.status, run.slug) == (Status.NOT_APPLICABLE, "unread")


def test_year_that_is_wholly_read_carries_no_tail() -> None:
    work = from_tables(permohonan=[{"keputusan": "ditolak"}], pernyataan=[{"apa": "permohonan", "jumlah": 2}])

    (finding,) = found(work, "T101")
    assert UNREAD not in finding.message()

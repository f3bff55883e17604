"""`-`, `–`, `NULL`, `N/A`, `0000-00-00` say that nothing is recorded, outside the matrix."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.nothing_false.work import from_files, from_tables, messages

from ppid_core.model import CellState
from ppid_core.summary import listed

SIGNS = [
    *("-", "–", "—", "--", "- -", "NULL", "null", "(NULL)", "N/A", "n/a", "\\N", "NaN"),
    *("0000-00-00", "0000-00-00 00:00:00", "00/00/0000", "00-00-0000"),
]
COLUMNS = [
    *("nomor", "tanggal", "bulan", "bawaan", "nama", "alamat", "kontak", "pemohon", "pekerjaan", "tujuan"),
    *("kanal", "informasi", "opd", "dikuasai", "tanggal_lengkap", "keputusan", "alasan_penolakan"),
    *("pasal_pengecualian", "uji_konsekuensi", "tanggal_perpanjangan", "alasan_perpanjangan"),
    *("tanggal_pemberitahuan", "tanggal_penyerahan", "hari_kerja", "biaya", "cara_bayar", "jenis", "bentuk"),
]


@pytest.mark.parametrize("sign", SIGNS)
def test_sign_in_any_column_is_as_blank_and_told_once_a_column(sign: str) -> None:
    row = dict.fromkeys(COLUMNS, sign)
    work = from_tables(permohonan=[{**row, "informasi": "DPA"}, {**row, "informasi": "LKPJ"}])
    blank = from_tables(permohonan=[{"informasi": "DPA"}, {"informasi": "LKPJ"}])

    assert (work.problems, work.year.requests) == ((), blank.year.requests)
    assert (
        len([note for note in work.notes if "belum tercatat (2 sel)" in note.message.id]) == len(COLUMNS) - 1
    )


def test_no_agency_is_called_so_and_no_reason_is_unlawful() -> None:
    rows = [
        {"informasi": "DPA", "opd": "-", "keputusan": "ditolak", "alasan_penolakan": "-"},
        {"informasi": "LKPJ", "opd": "Dinas A", "keputusan": "ditolak", "alasan_penolakan": "N/A"},
    ]
    work = from_tables(permohonan=rows)

    assert "requests.by_agency:-" not in {finding.subject for finding in work.findings}
    assert [row.reason for row in listed(work.year.requests)] == [None, None]
    assert not any("“-”" in one or 'opd "-"' in one.casefold() for one in messages(work))


def test_date_of_zeros_rejects_no_row(tmp_path: Path) -> None:
    text = "nomor,tanggal,tanggal_pemberitahuan\nP-1,3 Mei 2023,0000-00-00\nP-2,0000-00-00,9 Mei 2023\n"
    work = from_files(tmp_path, permohonan=text)

    assert (work.problems, work.figure("requests.total")) == ((), 2)


def test_sign_beside_nihil_is_not_told(tmp_path: Path) -> None:
    work = from_files(tmp_path, keberatan="nomor,alasan\nNIHIL,-\n")

    assert (work.problems, work.notes, work.figure("objections.total")) == ((), (), 0)


def test_in_the_matrix_the_sign_says_no(tmp_path: Path) -> None:
    work = from_files(tmp_path, ketersediaan="opd,profil,dip\nDinas A,-,n/a\n")

    (row,) = work.year.matrix.rows  # type: ignore[union-attr]
    assert row.states == (CellState.NOT_DISCLOSED, CellState.NOT_APPLICABLE)
    assert work.notes == ()


def test_sign_that_peta_explains_is_what_peta_says(tmp_path: Path) -> None:
    peta = "kolom_asal,kolom,nilai_asal,nilai\n,permohonan.keputusan,N/A,masih diproses\n"
    work = from_files(tmp_path, peta=peta, permohonan="nomor,bulan,keputusan\nP-1,Mei,N/A\nP-2,Mei,-\n")

    assert [row.outcome for row in listed(work.year.requests)] == ["pending", None]


def test_agency_list_and_text_columns_know_the_sign_too(tmp_path: Path) -> None:
    work = from_files(
        tmp_path,
        opd="kode,nama,singkatan,alias\n1,Dinas A,-,-\n2,Dinas B,-,-\n",
        anggaran="sumber,alokasi,realisasi,terbilang\nAPBD,1000000,-,-\n",
        kunjungan="bulan,kunjungan\nJanuari,-\nFebruari,5\n",
    )

    assert work.problems == ()
    assert {finding.code for finding in work.findings}.isdisjoint({"T102", "S101"})

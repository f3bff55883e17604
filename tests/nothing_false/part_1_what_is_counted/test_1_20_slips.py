"""What a clerk reads who checks a register with the ten commonest slips."""

from __future__ import annotations

import sys
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from tests.nothing_false.work import OURS

from ppid_core import Dossier
from ppid_core.cli.command import ppid
from ppid_core.model import Period
from ppid_core.summary import listed

REGISTER = """\
nomor,tanggal,nama,pemohon,informasi,opd,keputusan,alasan_penolakan,pasal_pengecualian,tanggal_pemberitahuan,biaya
JANUARI,,,,,,,,,,
1,6 Januari 2025,Ani Rahasia,perorangan,DPA,Dinas Kesehatan,Diterima (lewat email),-,-,13 Januari 2025,-
2,9 Januari 2025,Budi Rahasia,perorangan,LKPJ 2024,-,ditolak,Pasal 17 huruf h,,20 Januari 2025,0
Jumlah Januari,,,,,,2,,,,
MARET,,,,,,,,,,
3,12-03-25,Citra Rahasia,perorangan,Data hibah,Dinas Sosial,dikabulkan seluruhnya,-,-,24 Maret 2025,Rp 75 juta
4,Jan,Dedi Rahasia,lembaga,Kontrak jalan,Dinas PU,ditolak,dikecualikan,h,24 Maret 2025,-
Jumlah Maret,,,,,,2,,,,
5,,,,,,,,,,
6,,,,,,,,,,
7,,,,,,,,,,
JUMLAH,,,,,,4,,,,

Keterangan: data sementara,,,,,,,,,,
"""
OBJECTIONS = """\
nomor,nomor_permohonan,tanggal,alasan,jawaban
K-1,2,3 Februari 2025,tidak ditanggapinya permintaan informasi,ditolak
"""
TOLD = [
    'kolom tanggal: "12-03-25" dibaca dalam tahun laporan, 2025, sebab tahunnya hanya dua angka.',
    '"Jan" hanya menyebut bulan (Januari). Pindahkan ke kolom bulan, atau tulis tanggalnya.',
    'kolom biaya: "Rp 75 juta" dibaca tepat, dengan "juta" sebagai 1.000.000.',
    "permohonan.csv: 2 baris hanya menyebut bulan atau masa dan tidak dihitung (baris 2, 6).",
    "3 baris jumlah tidak dihitung sebagai data, hanya dicocokkan dengan rinciannya (baris 5, 9, 13).",
    "permohonan.csv: 3 baris hanya berisi nomor dan tidak dihitung (baris 10–12).",
    "1 baris di bawah tabel tampak sebagai catatan atau tanda tangan dan tidak dibaca (baris 15).",
    'permohonan.csv, kolom opd: "-" dibaca sebagai belum tercatat (1 sel).',
    'permohonan.csv, kolom alasan_penolakan: "-" dibaca sebagai belum tercatat (2 sel).',
    'permohonan.csv, kolom biaya: "-" dibaca sebagai belum tercatat (2 sel).',
]
NOT_SAID = [
    *('OPD "-"', 'alasan "-"', "31 Januari", "selisih", "Rahasia", "7 baris"),
    "permohonan 7",
]


@pytest.fixture
def slips_folder(tmp_path: Path) -> Path:
    keys = "tahun,2025\nbadan.nama,Pemerintah Kabupaten Contoh\nbadan.provinsi,Jawa Barat\n"
    (tmp_path / "laporan.csv").write_text(f"kunci,isi\n{keys}", encoding="utf-8")
    (tmp_path / "permohonan.csv").write_text(REGISTER, encoding="utf-8")
    (tmp_path / "keberatan.csv").write_text(OBJECTIONS, encoding="utf-8")
    return tmp_path


def printed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[object, str]:
    """Return how the command ended and what it printed, each paragraph on one line."""
    monkeypatch.delenv("PPID_LANG", raising=False)
    out = StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    with pytest.raises(SystemExit) as end:
        ppid.main(["periksa", str(folder)], prog_name="ppid")
    return end.value.code, " ".join(out.getvalue().split())


@pytest.mark.parametrize("sentence", TOLD)
def test_each_slip_is_told_with_its_cause(
    slips_folder: Path, monkeypatch: pytest.MonkeyPatch, sentence: str
) -> None:
    code, text = printed(slips_folder, monkeypatch)

    assert code == 2
    assert sentence in text


@pytest.mark.parametrize("words", NOT_SAID)
def test_nothing_is_said_that_nobody_typed(
    slips_folder: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    assert words not in printed(slips_folder, monkeypatch)[1]


def test_four_requests_are_counted_and_each_line_is_where_it_belongs(slips_folder: Path) -> None:
    work = Dossier.open(slips_folder, plugins=OURS)

    assert (work.figure("requests.total"), work.figure("objections.total")) == (4, 1)
    assert [row.number for row in listed(work.year.requests)] == ["1", "2", "3", "4"]
    assert [row.agency.typed if row.agency else None for row in listed(work.year.requests)] == [
        *("Dinas Kesehatan", None, "Dinas Sosial", "Dinas PU"),
    ]
    assert {finding.code for finding in work.findings}.isdisjoint({"T104", "S101", "S102", "L102"})


def test_what_stays_unread_costs_its_cell_alone(slips_folder: Path) -> None:
    work = Dossier.open(slips_folder, plugins=OURS)

    unread = {problem.value for problem in work.problems}
    assert {"Jan"} <= unread <= {"Jan", "Diterima (lewat email)"}
    (noted,) = (row for row in listed(work.year.requests) if row.number == "3")
    assert (noted.period, noted.cost) == (Period(2025, 3, 12), Decimal(75_000_000))

"""What the kit promises of every format, and what only these tables can say."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest
from ppid_exporter_eppid import HEAD, EppidExporter
from ppid_exporter_eppid.tables import GROUNDS

from ppid_core import Artifact, Dossier, Report
from ppid_core.testing import ExporterContract
from ppid_core.testing.samples import composed, small

Row = Mapping[str, object]
EXPORTER = EppidExporter(jenis_informasi="Lainnya")
GRANTED: Row = {
    "nomor": "1/2024",
    "tanggal": "2024-02-05",
    "informasi": "Daftar aset",
    "keputusan": "dikabulkan",
}
OBJECTION: Row = {
    "nomor_permohonan": "1/2024",
    "tanggal": "2024-03-04",
    "huruf": "d",
    "jawaban": "ditolak",
    "tanggal_jawaban": "2024-03-20",
}
SCHEMA = """
CREATE TABLE jenis_informasi (id INTEGER PRIMARY KEY, jenis_informasi);
CREATE TABLE jenis_keberatan (id INTEGER PRIMARY KEY, jenis_keberatan);
CREATE TABLE permohonan (id INTEGER PRIMARY KEY, id_jenis_informasi NOT NULL, nomor_register,
    tanggal_permohonan, isi_permohonan, file_permohonan, email, status NOT NULL DEFAULT 'Proses verifikasi');
CREATE TABLE proses_permohonan (id INTEGER PRIMARY KEY, permohonan_id NOT NULL, proses, status_jawaban,
    jenis_penolakan, jawaban, lampiran_jawaban);
CREATE TABLE keberatan (id INTEGER PRIMARY KEY, permohonan_id NOT NULL, tanggal_keberatan,
    jenis_keberatan_id NOT NULL, isi_keberatan, email, status NOT NULL DEFAULT 'Proses verifikasi');
CREATE TABLE proses_keberatan (id INTEGER PRIMARY KEY, keberatan_id NOT NULL, status, tanggapan,
    lampiran_tanggapan);
INSERT INTO jenis_informasi (id, jenis_informasi) VALUES (3, 'Pengawasan'), (5, 'Lainnya');
INSERT INTO permohonan (id, id_jenis_informasi, nomor_register) VALUES (7, 3, '9/2019');
INSERT INTO keberatan (id, permohonan_id, jenis_keberatan_id) VALUES (4, 7, 1);
"""
"""The tables of the program as its dump makes them, and a request that somebody has typed before."""
REQUESTS = """
SELECT nomor_register, tanggal_permohonan, isi_permohonan, permohonan.status, status_jawaban, jenis_penolakan
FROM permohonan JOIN jenis_informasi ON id_jenis_informasi = jenis_informasi.id
LEFT JOIN proses_permohonan ON permohonan.id = permohonan_id WHERE permohonan.id > 7 ORDER BY permohonan.id
"""
OBJECTIONS = """
SELECT nomor_register, tanggal_keberatan, jenis_keberatan, keberatan.status, proses_keberatan.status
FROM keberatan JOIN jenis_keberatan ON jenis_keberatan_id = jenis_keberatan.id
JOIN permohonan ON keberatan.permohonan_id = permohonan.id
LEFT JOIN proses_keberatan ON keberatan.id = keberatan_id WHERE keberatan.id > 4 ORDER BY keberatan.id
"""


class TestEppid(ExporterContract):
    """The contract of the kit, with a kind of information chosen: prose and tables have no place here."""

    @pytest.fixture
    def exporter(self) -> EppidExporter:
        """The exporter under test."""
        return EXPORTER

    @pytest.fixture
    def characters(self) -> Callable[[Artifact], str]:
        """SQL is text."""
        return lambda file: file.content.decode("utf-8-sig")


def report(**tables: Sequence[Row]) -> Report:
    keys = {"tahun": 2024, "badan.nama": "Pengadilan Contoh"}
    return Dossier.from_rows(
        {"laporan": [{"kunci": key, "isi": value} for key, value in keys.items()], **tables}
    ).report()


def asked(told: Report, query: str) -> list[tuple[str | None, ...]]:
    """Return what the program reads, after its database has run the file: SQLite here."""
    script, _ = EXPORTER.export(told)
    statements = script.content.decode()
    assert statements.startswith("\n".join(HEAD))
    with sqlite3.connect(":memory:") as database:
        database.executescript(SCHEMA)
        database.executemany(
            "INSERT INTO jenis_keberatan (jenis_keberatan) VALUES (?)", [(text,) for text in GROUNDS.values()]
        )
        database.executescript("\n".join(statements.splitlines()[len(HEAD) :]))
        return database.execute(query).fetchall()


def rest(told: Report) -> list[dict[str, str]]:
    _, file = EXPORTER.export(told)
    return list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("cells", "kept"),
    [
        ({}, ("Sudah ditindaklanjuti", "Sepenuhnya", None)),
        ({"keputusan": "dikabulkan sebagian"}, ("Sudah ditindaklanjuti", "Sebagian", None)),
        ({"keputusan": "dipenuhi"}, ("Sudah ditindaklanjuti", None, None)),
        (
            {"keputusan": "ditolak", "alasan_penolakan": "dikecualikan"},
            ("Permohonan ditolak", None, "Rahasia"),
        ),
        (
            {"keputusan": "ditolak", "alasan_penolakan": "identitas tidak jelas"},
            ("Permohonan ditolak", None, "Lainnya"),
        ),
        ({"keputusan": "ditolak"}, ("Permohonan ditolak", None, None)),
        ({"keputusan": "tidak dikuasai"}, ("Permohonan ditolak", None, "Belum dikuasai")),
        ({"keputusan": "diproses"}, ("Proses verifikasi", None, None)),
    ],
)
def test_outcome_is_kept_in_the_words_of_the_program(cells: Row, kept: tuple[str | None, ...]) -> None:
    (row,) = asked(report(permohonan=[{**GRANTED, **cells}]), REQUESTS)

    assert row == ("1/2024", "2024-02-05", "Daftar aset", *kept)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"keputusan": ""}, "keputusannya tidak dicatat, atau tidak dikenal program ini"),
        ({"keputusan": "dicabut"}, "keputusannya tidak dicatat, atau tidak dikenal program ini"),
        ({"jumlah": 2}, "bukan untuk tepat satu perkara"),
        ({"jumlah_pemohon": 1}, "menghitung pemohon, bukan permohonan"),
    ],
)
def test_request_that_the_program_cannot_hold_is_left_out_and_told(cells: Row, why: str) -> None:
    told = report(permohonan=[{**GRANTED, **cells}], keberatan=[OBJECTION])

    assert asked(told, REQUESTS) == asked(told, OBJECTIONS) == []
    reasons = {(line["Apa"], line["Sebab"]) for line in rest(told) if line["Jenis"] == "baris tidak ditulis"}
    assert reasons == {("permohonan", why), ("keberatan", "permohonannya tidak ditulis")}


def test_objection_hangs_on_its_request_and_is_told_by_its_status() -> None:
    requests: list[Row] = [{**GRANTED, "nomor": "2/2024"}, GRANTED, {**GRANTED, "nomor": "3/2024"}]
    second: Row = {**OBJECTION, "huruf": "g", "jawaban": "diproses", "tanggal_jawaban": ""}

    told = report(permohonan=requests, keberatan=[OBJECTION, second])

    statuses = [row[3] for row in asked(told, REQUESTS)]
    assert statuses == ["Sudah ditindaklanjuti", "Pengajuan keberatan", "Sudah ditindaklanjuti"]
    first_row, second_row = asked(told, OBJECTIONS)
    assert first_row[0] == second_row[0] == "1/2024"
    assert first_row[2:] == (
        "Permintaan informasi tidak ditanggapi sebagaimana yang diminta",
        "Sudah ditindaklanjuti",
        "Menolak",
    )
    assert second_row[3:] == ("Proses verifikasi", None)


def test_objection_to_one_of_two_requests_of_a_number_is_left_out() -> None:
    told = report(permohonan=[GRANTED, {**GRANTED, "tanggal": "2024-02-06"}], keberatan=[OBJECTION])

    assert asked(told, OBJECTIONS) == []


def test_month_is_no_day() -> None:
    (row,) = asked(report(permohonan=[{"bulan": 3, "keputusan": "dikabulkan"}]), REQUESTS)

    assert row[:2] == (None, None)


@pytest.mark.parametrize("words", ["Jum'at", "'); DROP TABLE permohonan; --", "a\\", "dua\nbaris", "C:\\'x"])
def test_typed_text_stays_text(words: str) -> None:
    (row,) = asked(report(permohonan=[{**GRANTED, "informasi": words}]), REQUESTS)

    assert row[2] == words.replace("\n", " ")


def test_file_read_back_with_the_map_of_the_program_counts_the_same() -> None:
    """The database is read as the program shows it, by the table *peta* that the package has for it."""
    requests = [
        {**GRANTED, "nomor": f"{number}/2024", "keputusan": outcome}
        for number, outcome in enumerate(("dikabulkan", "dikabulkan sebagian", "dikabulkan"), start=1)
    ]
    told = report(permohonan=requests)
    headings = ("nomor_register", "tanggal_permohonan", "isi_permohonan", "status", "status_jawaban")

    rows = [dict(zip(headings, row, strict=False)) for row in asked(told, REQUESTS)]
    again = Dossier.from_rows(
        {"laporan": [{"kunci": "tahun", "isi": 2024}], "peta": list(_map()), "permohonan": rows}
    )

    assert told.summary is not None
    assert again.intake.problems == ()
    for path in ("requests.by_outcome", "requests.by_month"):
        assert again.figure(path) == told.summary.figure(path)


def _map() -> Iterator[Row]:
    """Yield the lines of `ppid peta --dari e_ppid` for these columns."""
    yield {"kolom_asal": "nomor_register", "kolom": "permohonan.nomor"}
    yield {"kolom_asal": "tanggal_permohonan", "kolom": "permohonan.tanggal"}
    yield {"kolom_asal": "isi_permohonan", "kolom": "permohonan.informasi"}
    yield {"kolom_asal": "status", "kolom": "permohonan.abaikan"}
    for word, outcome in (("Sepenuhnya", "dikabulkan seluruhnya"), ("Sebagian", "dikabulkan sebagian")):
        yield {
            "kolom_asal": "status_jawaban",
            "kolom": "permohonan.keputusan",
            "nilai_asal": word,
            "nilai": outcome,
        }


def test_kind_of_information_is_asked_for_and_not_made_up() -> None:
    told = report(permohonan=[GRANTED])

    assert list(EppidExporter().export(told)) == []
    assert "--set eppid.jenis_informasi" in EppidExporter().why_none(told)


def test_internal_edition_makes_no_file_and_says_why() -> None:
    internal = composed(small(), edition="internal")

    assert list(EXPORTER.export(internal)) == []
    assert "edisi publik" in EXPORTER.why_none(internal)

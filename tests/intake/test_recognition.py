"""Which table a heading tells of: ours are never taken for each other, and other lists for none of ours."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.glossary import spelling
from ppid_core.intake.recognition import likeness
from ppid_core.intake.tables import TABLES, Translation, table_headings

EXAMPLES = Path(__file__).parents[2] / "examples"
REGISTERS = ("permohonan", "keberatan", "sengketa", "gugatan")
KNOWN_BY_HEADING = (*REGISTERS, "laporan", "dip", "dik", "rekap", "pernyataan", "penjelasan", "peta")
ACCEPTED = {spec.name: spec.accepted for spec in TABLES}


@st.composite
def headings(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Return a table, and some of its titles in any accepted spelling."""
    table = draw(st.sampled_from(sorted(ACCEPTED)))
    titles = st.lists(st.sampled_from(sorted(ACCEPTED[table])), min_size=1, max_size=20, unique=True)
    return table, draw(titles)


@given(headings())
def test_no_table_is_taken_for_another(heading: tuple[str, list[str]]) -> None:
    table, titles = heading

    assert likeness(titles).table in {table, None}


@given(headings(), st.data())
def test_one_misspelt_title_turns_no_table_into_another(
    heading: tuple[str, list[str]], data: st.DataObject
) -> None:
    table, titles = heading
    at = data.draw(st.integers(0, len(titles) - 1))
    letter = data.draw(st.integers(0, len(titles[at]) - 1))
    slip = titles[at][:letter] + data.draw(st.sampled_from(["", "x", "a"])) + titles[at][letter + 1 :]

    assert likeness([*titles[:at], slip, *titles[at + 1 :]]).table in {table, None}


@given(headings(), st.lists(st.text(min_size=1), max_size=10))
def test_unknown_titles_beside_them_turn_no_table_into_another(
    heading: tuple[str, list[str]], others: list[str]
) -> None:
    table, titles = heading
    foreign = [title for title in others if not any(spelling(title) in known for known in ACCEPTED.values())]

    assert likeness([*titles, *foreign]).table in {table, None}


@given(st.lists(st.text(max_size=12), max_size=20))
def test_codes_of_a_matrix_are_no_heading(codes: list[str]) -> None:
    foreign = [code for code in codes if not any(spelling(code) in known for known in ACCEPTED.values())]

    assert likeness(["opd", "periode", *foreign]).table is None


@pytest.mark.parametrize("table", KNOWN_BY_HEADING)
def test_whole_heading_of_a_marked_table_tells_it(table: str) -> None:
    titles = [heading.name for heading in table_headings()[table].headings]

    assert likeness(titles).table == table
    assert likeness(["No", *map(str.upper, titles)]).table == table


@pytest.mark.parametrize("table", sorted(table_headings().keys() - set(KNOWN_BY_HEADING)))
def test_tables_that_anybody_may_have_are_known_by_name_alone(table: str) -> None:
    assert likeness(heading.name for heading in table_headings()[table].headings).table is None


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("k*/*.csv")), ids=lambda path: str(path.name))
def test_real_heading_tells_its_table_or_none(path: Path) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = likeness(next(csv.reader(file))).table

    assert table == path.stem if path.stem in {*REGISTERS, "laporan"} else table in {path.stem, None}


@pytest.mark.parametrize(
    "titles",
    [
        pytest.param("No,Kode Barang,Nama Barang,Satuan,Harga,Jumlah,Keterangan", id="price list"),
        pytest.param("NIP,Nama,Jabatan,Alamat,No Telepon,Pendidikan,Status,Unit Kerja,NIK", id="staff list"),
        pytest.param("Tempat,Nama,Jumlah,Kondisi,Keterangan", id="inventory"),
        pytest.param("No,Tanggal,Nama,Alamat,Instansi,Tujuan,Kontak,Keterangan", id="guest book"),
        pytest.param("Nomor,Tanggal,Perihal,Pengirim,Tujuan,Status,Tindak Lanjut", id="letters"),
        pytest.param("Nama,Tanggal,Alasan,Keputusan,Keterangan", id="leave"),
        pytest.param(
            "Nomor Permohonan,Tanggal Permohonan,Nama Pemohon,Alamat Pemohon,Jenis Izin,Status Permohonan",
            id="permits",
        ),
        pytest.param(
            "Nomor,Tanggal,Nama,Alamat,No Telepon,Isi Pengaduan,Saluran,Jawaban,Status,Tanggal Selesai",
            id="complaints",
        ),
        pytest.param("No,Jenis Informasi,Unit Kerja,Bentuk Informasi,Retensi", id="list of information"),
        pytest.param(
            "Nomor,Informasi,Dasar Pengecualian,Uji Konsekuensi,Jangka Waktu", id="exempt information"
        ),
        pytest.param("Nomor Perkara,Pemohon,Termohon,Putusan,Tanggal Putusan", id="court list"),
        pytest.param("Nama,Pertanyaan,Jawaban,Alasan,Tanggal", id="survey"),
        pytest.param("Sumber,Alokasi,Realisasi,Penggunaan", id="budget"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_lists_are_no_table_of_ours(titles: str) -> None:
    like = likeness(titles.split(","))

    assert (like.table, like.is_marked) == (None, False)


@pytest.mark.parametrize(
    ("titles", "table"),
    [
        ("Tanggal,Nama Pemohon,Informasi yang Diminta,Status", "permohonan"),
        ("No,Nama,NIK,Alamat,Rincian Informasi,Tujuan Penggunaan Informasi,Status,Foto", "permohonan"),
        ("BULAN,JUMLAH PEMOHON,PEMOHON,INFORMASI YANG DIMINTA,KEPUTUSAN", "permohonan"),
        ("Bulan,Jumlah Keberatan,Pemohon Keberatan,Alasan Keberatan,Jawaban Keberatan", "keberatan"),
        ("Pemohon Sengketa,Alasan Sengketa,Tahap,Hasil Putusan", "sengketa"),
        ("Nomor Sengketa,Pengadilan,Tanggal,Putusan", "gugatan"),
        ("kunci,isi", "laporan"),
    ],
)
def test_headings_as_clerks_write_them_tell_their_table(titles: str, table: str) -> None:
    assert likeness(titles.split(",")).table == table


@pytest.mark.parametrize(
    "titles",
    [
        "Nama Pemohon,Informasi yang Diminta,Status",
        "Nomor,Tanggal,Nama Pemohon,Status",
        "Tanggal,Informasi yang Diminta,Status,Bulan",
        "Tanggal,Nama Pemohon,Informasi yang Diminta,Status,a,b,c,d,e",
    ],
    ids=["three columns", "nothing asked for", "nobody asks", "mostly unknown"],
)
def test_what_lacks_one_condition_is_not_sure(titles: str) -> None:
    assert likeness(titles.split(",")).table is None


def test_tables_that_fit_equally_well_are_all_told() -> None:
    like = likeness(["bulan", "jumlah", "pemohon", "alasan"])

    assert (like.table, like.is_marked) == (None, False)
    assert {"permohonan", "keberatan", "sengketa"} <= set(like.alike)


def test_heading_of_either_table_is_told_to_be_one_of_them() -> None:
    """As many titles speak for the one as for the other, and each has its marks."""
    like = likeness(
        ["nama pemohon", "informasi", "kanal", "status", "nomor permohonan lalu", "alasan", "jawaban"]
    )

    assert (like.table, set(like.alike), like.is_marked) == (None, {"permohonan", "keberatan"}, True)


def test_titles_that_peta_translates_are_known() -> None:
    titles = ["Tanggal", "Bunyi Surat", "Pemohon", "Status"]
    line = Translation(column="informasi", heading=spelling("Bunyi Surat"))

    assert likeness(titles).table is None
    assert likeness(titles, (line,)).table == "permohonan"

"""The figures of `examples/kota-serang-2020`, as counted by hand: read here without the library."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "examples" / "kota-serang-2020"
FILES = sorted(FOLDER.glob("*.csv"))
REFERRING = ("ketersediaan", "sengketa", "peringkat_opd", "jam_layanan")

HEADINGS = {
    "laporan": "kunci,isi",
    "naskah": "bagian,teks",
    "opd": "kode,nama,singkatan,alias",
    "jenis_informasi": "kode,nama,singkatan,kelompok",
    "ketersediaan": "opd,struktur,profil,program,jadwal,pengadaan,keuangan,kegiatan,perjanjian,agenda,"
    "surat,akses,renja,dik,aset",
    "permohonan": "bulan,jumlah_pemohon,pemohon,kanal,informasi,keputusan,alasan_penolakan",
    "keberatan": "bulan,jumlah,pemohon,alasan,jawaban",
    "sengketa": "pemohon,alasan,opd,tahap,hasil,pelaksanaan,keterangan",
    "kunjungan": "bulan,kunjungan",
    "anggaran": "sumber,alokasi,realisasi,terbilang,penggunaan",
    "regulasi": "nomor,tentang,tahun",
    "kutipan": "jenis,nomor,tentang,tahun,bagian",
    "pernyataan": "apa,jumlah,satuan,bagian",
    "sdm": "bagian,jumlah,kualifikasi",
    "sarana_prasarana": "tempat,nama,jumlah,kondisi",
    "jam_layanan": "opd,hari,buka,tutup,istirahat_mulai,istirahat_selesai",
    "gambar": "nomor,judul,berkas",
    "prioritas": "uraian",
    "kegiatan": "uraian",
    "inovasi": "uraian,keterangan",
    "penghargaan": "uraian,keterangan",
    "rekomendasi": "uraian",
    "kendala": "jenis,uraian",
    "peringkat_opd": "opd,nilai,satuan",
}


def rows(table: str) -> list[dict[str, str]]:
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def column(table: str, heading: str) -> list[str]:
    return [row[heading] for row in rows(table)]


def leading_number(cell: str) -> int:
    """Read `13` out of `13 (Tiga Belas)`."""
    return int(cell.split(maxsplit=1)[0])


def totals(table: str, number: str, by: str) -> Counter[str]:
    counted: Counter[str] = Counter()
    for row in rows(table):
        counted[row[by]] += leading_number(row[number])
    return counted


def folded(name: str) -> str:
    """Write a name so that case and spaces do not tell two apart."""
    return "".join(name.casefold().split())


def names_of(agency: dict[str, str]) -> set[str]:
    typed = (agency["kode"], agency["nama"], agency["singkatan"], *agency["alias"].split("|"))
    return {folded(name) for name in typed if name}


def ticks() -> list[list[bool]]:
    return [[cell == "√" for cell in list(row.values())[1:]] for row in rows("ketersediaan")]


def test_the_folder_holds_these_tables_with_these_headings() -> None:
    headings = {path.stem: path.read_text(encoding="utf-8").splitlines()[0] for path in FILES}
    assert headings == HEADINGS
    assert {path.name for path in FOLDER.iterdir() if path.is_file()} == {path.name for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_is_plain_utf_8_with_unix_line_ends_and_even_rows(path: Path) -> None:
    content = path.read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")
    with path.open(encoding="utf-8", newline="") as stream:
        widths = {len(row) for row in csv.reader(stream, strict=True)}
    assert widths == {len(HEADINGS[path.stem].split(","))}


def test_84_requests_in_12_rows_by_month() -> None:
    by_month = totals("permohonan", "jumlah_pemohon", "bulan")
    expected = {
        "Januari": 1,
        "Februari": 13,
        "Maret": 13,
        "April": 49,
        "September": 5,
        "Oktober": 1,
        "November": 2,
    }
    assert len(rows("permohonan")) == 12
    assert by_month == expected
    assert by_month.total() == 84


def test_requests_by_outcome_applicant_and_channel() -> None:
    by_outcome = {"Diterima": 5, "Diterima Sebagian": 22, "Ditolak": 53, "Tidak Dijawab PPID Pembantu": 4}
    assert totals("permohonan", "jumlah_pemohon", "keputusan") == by_outcome
    assert totals("permohonan", "jumlah_pemohon", "pemohon") == {"Lembaga": 75, "Individu": 9}
    by_channel = {"Desk Informasi": 79, "Desk Informasi PPID Pembantu": 5}
    assert totals("permohonan", "jumlah_pemohon", "kanal") == by_channel


def test_only_refusals_carry_a_reason() -> None:
    by_reason = totals("permohonan", "jumlah_pemohon", "alasan_penolakan")
    named = {"Data Tidak dikuasai": 6, "Tidak Itikad Baik": 42, "Identitas Tidak Jelas": 5}
    assert by_reason == {**named, "": 31}
    assert {row["keputusan"] for row in rows("permohonan") if row["alasan_penolakan"]} == {"Ditolak"}


def test_partial_grants_stand_in_rows_2_3_and_5() -> None:
    places = [
        n for n, row in enumerate(rows("permohonan"), start=2) if row["keputusan"] == "Diterima Sebagian"
    ]
    assert places == [2, 3, 5]


def test_53_objections_of_one_kind_where_the_text_claims_51() -> None:
    by_month = {"Februari": 10, "Maret": 5, "April": 7, "Mei": 18, "Juni": 12, "Oktober": 1}
    assert totals("keberatan", "jumlah", "bulan") == by_month
    assert totals("keberatan", "jumlah", "pemohon") == {"Lembaga": 53}
    assert all(
        wording.startswith("Jawaban tidak sesuai dengan per") for wording in column("keberatan", "alasan")
    )
    assert {answer.casefold() for answer in column("keberatan", "jawaban")} == {
        "keberatan informasi belum dapat diterima"
    }
    first = rows("pernyataan")[0]
    assert first == {"apa": "keberatan", "jumlah": "51", "satuan": "perkara", "bagian": "Bagian V"}


def test_5_disputes_one_withdrawn_and_four_mediated_and_carried_out() -> None:
    disputes = rows("sengketa")
    assert Counter(row["hasil"] for row in disputes) == {"Pemohon mencabut gugatan": 1, "Mediasi": 4}
    assert [row["tahap"] for row in disputes] == ["", *["mediasi"] * 4]
    assert [row["pelaksanaan"] for row in disputes] == ["", *["OPD memberikan informasi"] * 4]
    assert column("sengketa", "opd") == [
        "DINSOS",
        "Dinas Pertanian",
        "Dinas Perumahan dan Kawasan Pemukiman",
        "Disdukcapil",
        "Dinas Kesehatan (RSUD)",
    ]


def test_the_other_claims_agree_with_the_tables() -> None:
    claims = [(row["apa"], row["jumlah"]) for row in rows("pernyataan")[1:]]
    expected = [("sengketa", "5"), ("sengketa", "5"), ("staf", "7"), ("anggaran", "51.904.000")]
    assert claims == expected


def test_199_of_462_cells_are_ticked() -> None:
    matrix = ticks()
    by_type = [sum(cells) for cells in zip(*matrix, strict=True)]
    assert len(matrix) * len(matrix[0]) == 462
    assert by_type == [22, 16, 22, 13, 19, 17, 14, 6, 11, 9, 8, 23, 4, 15]
    assert sum(by_type) == 199
    assert {cell for row in rows("ketersediaan") for cell in list(row.values())[1:]} == {"√", ""}


def test_blank_and_full_rows_of_the_matrix() -> None:
    matrix = ticks()
    assert [n for n, cells in enumerate(matrix, start=1) if not any(cells)] == [12, 20, 27, 28]
    assert [n for n, cells in enumerate(matrix, start=1) if all(cells)] == [4, 30]


def test_the_matrix_follows_the_lists_of_agencies_and_types() -> None:
    assert column("opd", "kode") == [str(n) for n in range(1, 34)]
    assert column("ketersediaan", "opd") == column("opd", "nama")
    assert list(rows("ketersediaan")[0])[1:] == column("jenis_informasi", "kode")


def test_short_names_of_the_blank_rows() -> None:
    short = column("opd", "singkatan")
    blank = ["DP3AKB", "Badan Pelayanan Barang dan Jasa", "Dinas Pendidikan", "BPBD"]
    assert [short[n - 1] for n in (12, 20, 27, 28)] == blank


def test_no_name_leads_to_two_agencies() -> None:
    held = Counter(name for agency in rows("opd") for name in names_of(agency))
    assert {name for name, times in held.items() if times > 1} == set()


def test_no_code_or_name_leads_to_two_types() -> None:
    named = [{folded(kind[h]) for h in ("kode", "nama", "singkatan")} for kind in rows("jenis_informasi")]
    assert {
        name for name, times in Counter(n for names in named for n in names).items() if times > 1
    } == set()


@pytest.mark.parametrize("table", REFERRING)
def test_each_agency_named_elsewhere_is_in_the_list(table: str) -> None:
    known = {name for agency in rows("opd") for name in names_of(agency)}
    assert {typed for typed in column(table, "opd") if typed and folded(typed) not in known} == set()


def test_aliases_of_the_disputes_lead_to_the_right_agencies() -> None:
    code_of = {name: agency["kode"] for agency in rows("opd") for name in names_of(agency)}
    assert [code_of[folded(typed)] for typed in column("sengketa", "opd")] == ["22", "4", "31", "11", "21"]


def test_82800_visits_in_12_months() -> None:
    visits = [int(cell) for cell in column("kunjungan", "kunjungan")]
    assert (len(visits), visits[0], visits[-1]) == (12, 5074, 8475)
    assert sum(visits) == 82800


def test_the_budget_has_a_million_more_in_figures_than_in_words_and_no_realisation() -> None:
    assert rows("anggaran") == [
        {
            "sumber": "APBD",
            "alokasi": "Rp. 51.904.000",
            "realisasi": "",
            "terbilang": "lima puluh juta sembilan ratus empat ribu rupiah",
            "penggunaan": "",
        }
    ]


def test_staff_adds_up_to_the_stated_7_without_qualifications() -> None:
    stated = dict(zip(column("laporan", "kunci"), column("laporan", "isi"), strict=True))
    assert [leading_number(cell) for cell in column("sdm", "jumlah")] == [5, 1, 1]
    assert int(stated["sdm.jumlah"]) == 7
    assert set(column("sdm", "kualifikasi")) == {""}


def test_18_facilities_in_three_places_without_condition() -> None:
    assert list(Counter(column("sarana_prasarana", "tempat")).values()) == [7, 9, 2]
    assert set(column("sarana_prasarana", "kondisi")) == {""}
    counted = [row["nama"] for row in rows("sarana_prasarana") if row["jumlah"] == "1"]
    assert counted == ["Banner PPID"]


def test_service_hours_and_the_friday_break_of_the_two_posters() -> None:
    hours = rows("jam_layanan")
    assert {(row["buka"], row["tutup"], row["istirahat_selesai"]) for row in hours} == {
        ("09.00", "15.00", "13.00")
    }
    breaks = [(row["opd"], row["istirahat_mulai"]) for row in hours if row["hari"] == "Jum'at"]
    assert breaks == [("", "11.00"), ("Satpol PP", "11.00"), ("BKPSDM", "12.00")]
    weekdays = [row["istirahat_mulai"] for row in hours if row["hari"] == "Senin s/d Kamis"]
    assert weekdays == ["12.00"] * 3


def test_one_decree_stands_under_two_numbers() -> None:
    decree = "Pejabat Pengelola Informasi dan Dokumentasi Kota Serang"
    listed = [row["nomor"] for row in rows("regulasi") if (row["tentang"], row["tahun"]) == (decree, "2019")]
    cited = [row["nomor"] for row in rows("kutipan") if (row["tentang"], row["tahun"]) == (decree, "2019")]
    assert listed == ["Kepwal No 042/Kep.289-Huk/2019"]
    assert cited == ["Keputusan Walikota Serang Nomor 042/Kep.280-Huk/2019"]


def test_a_replaced_regulation_is_cited_beside_the_one_that_replaces_it() -> None:
    ministerial = [nomor for nomor in column("kutipan", "nomor") if "Menteri Dalam Negeri" in nomor]
    numbers = [re.findall(r"\d+", nomor) for nomor in ministerial]
    assert numbers == [["35", "2010"], ["3", "2017"]]


def test_pictures_skip_2_4_and_name_no_file() -> None:
    assert column("gambar", "nomor") == ["2.1", "2.2", "2.3", "", "", "2.5"]
    assert set(column("gambar", "berkas")) == {""}


def test_agency_ranking() -> None:
    ranked = [(row["opd"], row["nilai"]) for row in rows("peringkat_opd")]
    expected = [
        ("Satuan Polisi Pamong Praja", "396"),
        ("Kecamatan Kasemen", "284"),
        ("Diskominfo Kota Serang", "154"),
    ]
    assert ranked == expected


def test_lists_of_the_text() -> None:
    lists = ("prioritas", "kegiatan", "inovasi", "penghargaan", "rekomendasi")
    assert {table: len(rows(table)) for table in lists} == dict(zip(lists, (6, 5, 2, 1, 3), strict=True))
    assert Counter(column("kendala", "jenis")) == {"internal": 3, "eksternal": 1}
    chapters = ["kata-pengantar", "latar-belakang", "kebijakan", "pelaksanaan", "rekomendasi"]
    assert column("naskah", "bagian") == chapters


def test_signed_in_serang_on_7_january_2021_without_a_nip() -> None:
    stated = dict(zip(column("laporan", "kunci"), column("laporan", "isi"), strict=True))
    signature = {key: value for key, value in stated.items() if key.startswith("penandatangan.")}
    assert signature == {
        "penandatangan.jabatan": "PPID Utama Kota Serang",
        "penandatangan.nama": "W. Hari Pamungkas, S.STP, M.Si",
        "penandatangan.tempat": "Serang",
        "penandatangan.tanggal": "7 Januari 2021",
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_number_as_long_as_a_nip_stands_anywhere(path: Path) -> None:
    assert re.search(r"(?:\d[ .]?){16,}", path.read_text(encoding="utf-8")) is None


def test_an_online_service_is_offered_but_no_request_came_that_way() -> None:
    stated = dict(zip(column("laporan", "kunci"), column("laporan", "isi"), strict=True))
    assert stated["kanal_ditawarkan"].split("|") == ["daring", "desk informasi"]
    assert not any("online" in kanal.casefold() for kanal in column("permohonan", "kanal"))

"""Agencies, matrix, totals, claims and the other tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal

import pytest

from ppid_core.intake import Intake
from ppid_core.model import (
    NOT_KEPT,
    Agency,
    AgencyRef,
    Aggregate,
    BodyKind,
    BodyLevel,
    CellState,
    Channel,
    Closure,
    Coded,
    ComplianceMatrix,
    Dimension,
    FigureUnit,
    Measure,
    OfferedChannel,
    Outline,
    Period,
    Presentation,
    Register,
    ServiceHours,
    Submission,
    Waiver,
    YearPart,
)

Report = Callable[..., Intake]

D, N, A, E, B = (
    CellState.DISCLOSED,
    CellState.NOT_DISCLOSED,
    CellState.NOT_APPLICABLE,
    CellState.EXEMPT,
    CellState.NOT_REPORTED,
)


def matrix(intake: Intake) -> ComplianceMatrix:
    assert isinstance(intake.year.matrix, ComplianceMatrix), intake.problems
    return intake.year.matrix


def aggregate(intake: Intake) -> Aggregate:
    assert intake.problems == ()
    (line,) = intake.year.aggregates
    return line


def test_an_agency_is_called_by_code_name_short_name_or_alias(report: Report) -> None:
    intake = report(
        opd="kode,nama,singkatan,alias\n7,Dinas Sosial,Dinsos,Dinas  Sosial Kota|DSK\n",
        sengketa="opd\n7\nDINAS SOSIAL\ndinsos\ndinas sosial  kota\nDinas Lain\n\n",
    )

    assert isinstance(intake.year.disputes, tuple)
    codes = [dispute.agency and dispute.agency.code for dispute in intake.year.disputes]
    assert codes == ["7", "7", "7", "7", None]


def test_without_a_list_of_agencies_a_name_is_its_own_key(report: Report) -> None:
    intake = report(sengketa="opd\nDinas Lain\n")

    assert isinstance(intake.year.disputes, tuple)
    assert intake.year.agencies == NOT_KEPT
    assert intake.year.disputes[0].agency == AgencyRef(typed="Dinas Lain")


def test_agencies_without_code_are_keyed_by_name_and_keep_their_dates(report: Report) -> None:
    intake = report(
        opd="nama,berlaku_sejak,berlaku_sampai,pengganti\nDinas A,1 Juli 2020,31/12/2020,Dinas B\n"
    )

    expected = Agency(
        code="Dinas A",
        name="Dinas A",
        valid_from=date(2020, 7, 1),
        valid_until=date(2020, 12, 31),
        successor="Dinas B",
    )
    assert intake.year.agencies == (expected,)


def test_two_agencies_of_one_name_are_a_problem_at_the_second(report: Report) -> None:
    intake = report(opd="kode,nama,alias\n1,Dinas A,Satu\n2,Dinas B,Dua|satu\n3,dinas  a,\n")

    assert [(one.source.row, one.source.column) for one in intake.problems] == [(3, "alias"), (4, "nama")]
    assert intake.accepted["opd"] == 1


@pytest.mark.parametrize(
    ("sign", "state"),
    [
        *((sign, D) for sign in ("√", "✓", "v", "V", "ya", "YA", "Ada", "1")),
        *((sign, N) for sign in ("-", "tidak", "Tidak", "0")),
        *(("n/a", A), ("N/A", A), ("dikecualikan", E), ("", B), ("  ", B)),
    ],
)
def test_signs_of_the_matrix(report: Report, sign: str, state: CellState) -> None:
    intake = report(ketersediaan=f"opd,profil,dip\nDinas A,{sign},√\n")

    (row,) = matrix(intake).rows
    assert (row.states, row.unclear) == ((state, D), ())


@pytest.mark.parametrize(
    ("said", "state", "unclear"), [("", B, ["X"]), ("tanda_x,ya\n", D, []), ("tanda_x,tidak\n", N, [])]
)
def test_x_is_unclear_unless_laporan_says_what_it_means(
    report: Report, said: str, state: CellState, unclear: list[str]
) -> None:
    intake = report(keys=said, ketersediaan="opd,profil\nDinas A,X\n")

    (row,) = matrix(intake).rows
    assert intake.problems == ()
    assert (row.states, [one.sign for one in row.unclear]) == ((state,), unclear)


def test_another_sign_is_unclear_not_reported_and_has_its_place(report: Report) -> None:
    (row,) = matrix(report(ketersediaan="OPD,Profil,dip\nDinas A,??,√\n")).rows

    (unclear,) = row.unclear
    assert row.states == (B, D)
    assert (unclear.code, unclear.sign) == ("Profil", "??")
    assert unclear.source is not None
    assert (unclear.source.row, unclear.source.column) == (2, "Profil")


def test_types_give_the_columns_in_their_order_and_a_missing_column_is_not_reported(report: Report) -> None:
    intake = report(
        jenis_informasi="kode,nama,kelompok\nprofil,Profil,berkala\ndip,DIP,\naset,Aset,setiap saat\n",
        kepatuhan="dip,opd,PROFIL\n√,Dinas A,-\n",
    )

    table = matrix(intake)
    assert intake.problems == ()
    assert [kind.code for kind in table.types] == ["profil", "dip", "aset"]
    assert [row.states for row in table.rows] == [(N, D, B)]


def test_a_column_that_is_no_type_is_a_problem_unless_its_own_row_was_refused(report: Report) -> None:
    unknown = report(jenis_informasi="kode,nama\nprofil,Profil\n", ketersediaan="opd,profl\nDinas A,√\n")
    refused = report(
        jenis_informasi="kode,kelompok\nprofil,berkala\ndip,entah\n",
        ketersediaan="opd,profil,dip\nDinas A,√,√\n",
    )

    assert [one.message.id for one in unknown.problems] == [
        'kolom "profl" tidak dikenal. Maksudnya "profil"?'
    ]
    assert [(one.source.file, one.source.row) for one in refused.problems] == [("jenis_informasi.csv", 3)]


def test_an_agency_twice_in_the_matrix_is_a_problem(report: Report) -> None:
    intake = report(
        opd="kode,nama\n1,Dinas A\n2,Dinas B\n3,Dinas C\n",
        ketersediaan="opd,profil\nDinas A,√\n1,-\nDinas B,\n",
    )

    assert [(one.source.row, one.source.column) for one in intake.problems] == [(3, "opd")]
    assert [row.agency.code for row in matrix(intake).rows] == ["1", "2"]


def test_a_matrix_without_types_or_agencies_is_a_problem(report: Report) -> None:
    assert len(report(ketersediaan="opd\nDinas A\n").problems) == 1
    assert len(report(ketersediaan="profil\n√\n").problems) == 1


def test_totals_of_the_matrix_are_kept_by_type(report: Report) -> None:
    intake = report(ketersediaan="opd,profil,dip\nDinas A,√,-\nJUMLAH,1,0\n")

    assert [(one.column, one.value) for one in intake.year.stated_totals] == [
        ("profil", Decimal(1)),
        ("dip", Decimal(0)),
    ]
    assert len(matrix(intake).rows) == 1


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ("permohonan,,,,,84", Aggregate(register=Register.REQUESTS, count=84)),
        (
            "permohonan,bulan,,Maret,,3 (tiga)",
            Aggregate(
                register=Register.REQUESTS,
                dimension=Dimension.MONTH,
                period=Period(2020, 3),
                count=3,
                count_in_words="tiga",
            ),
        ),
        (
            "permohonan,keputusan,Ditolak,,,3",
            Aggregate(
                register=Register.REQUESTS,
                dimension=Dimension.OUTCOME,
                category="refused",
                typed="Ditolak",
                count=3,
            ),
        ),
        (
            "permohonan,sarana permohonan,merpati,Mei,,3",
            Aggregate(
                register=Register.REQUESTS,
                dimension=Dimension.CHANNEL,
                category="merpati",
                typed="merpati",
                period=Period(2020, 5),
                count=3,
            ),
        ),
        (
            "permohonan,waktu,> 17 hari kerja,,,3",
            Aggregate(
                register=Register.REQUESTS,
                dimension=Dimension.TIME,
                category="over_17",
                typed="> 17 hari kerja",
                count=3,
            ),
        ),
        (
            "permohonan,waktu,11–17,,,3",
            Aggregate(
                register=Register.REQUESTS,
                dimension=Dimension.TIME,
                category="11-17",
                typed="11–17",
                count=3,
            ),
        ),
        (
            "pemohon,pekerjaan,guru  honorer,,,3",
            Aggregate(
                register=Register.APPLICANTS,
                dimension=Dimension.OCCUPATION,
                category="guru honorer",
                typed="guru honorer",
                count=3,
            ),
        ),
        (
            "keberatan,opd,dinas a,,,3",
            Aggregate(
                register=Register.OBJECTIONS,
                dimension=Dimension.AGENCY,
                category="1",
                typed="dinas a",
                count=3,
            ),
        ),
        (
            "sengketa,tahap,mediasi,,,3",
            Aggregate(
                register=Register.DISPUTES,
                dimension=Dimension.STAGE,
                category="mediation",
                typed="mediasi",
                count=3,
            ),
        ),
        (
            "gugatan,putusan,menguatkan,,,3",
            Aggregate(
                register=Register.SUITS,
                dimension=Dimension.DECISION,
                category="menguatkan",
                typed="menguatkan",
                count=3,
            ),
        ),
        ("pengaduan,,,,2019,3", Aggregate(register=Register.COMPLAINTS, year=2019, count=3)),
        ("pengaduan,,,,2020,3", Aggregate(register=Register.COMPLAINTS, count=3)),
    ],
)
def test_lines_of_rekap(report: Report, row: str, line: Aggregate) -> None:
    intake = report(opd="kode,nama\n1,Dinas A\n", rekap=f"apa,menurut,nilai,bulan,tahun,jumlah\n{row}\n")

    assert aggregate(intake) == line


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("permohonan,jawaban,diterima,,,3", "menurut"),
        ("keberatan,tahap,mediasi,,,3", "menurut"),
        ("permohonan,warna,merah,,,3", "menurut"),
        ("permohonan,keputusan,entah,,,3", "nilai"),
        ("permohonan,waktu,12-13,,,3", "nilai"),
        ("permohonan,keputusan,,,,3", "nilai"),
        ("permohonan,,ditolak,,,3", "nilai"),
        ("permohonan,bulan,Mei,,,3", "nilai"),
        ("permohonan,bulan,,,,3", "bulan"),
        ("rumah,,,,,3", "apa"),
        (",,,,,3", "apa"),
        ("permohonan,,,,,-3", "jumlah"),
    ],
)
def test_lines_of_rekap_that_cannot_be(report: Report, row: str, column: str) -> None:
    intake = report(rekap=f"apa,menurut,nilai,bulan,tahun,jumlah\n{row}\n")

    assert [one.source.column for one in intake.problems] == [column]
    assert intake.year.aggregates == ()


def test_a_part_of_rekap_without_a_count_says_nothing_and_a_whole_that_it_is_unknown(report: Report) -> None:
    intake = report(
        rekap="apa,menurut,nilai,bulan,jumlah\npermohonan,keputusan,ditolak,,\npengaduan,,,Mei,\npermohonan,,,,\n"
    )

    assert aggregate(intake) == Aggregate(register=Register.REQUESTS, count=None)
    assert intake.accepted["rekap"] == 3


@pytest.mark.parametrize(
    ("row", "path", "value", "unit"),
    [
        ("permohonan,,,84,,,", "requests.total", "84", FigureUnit.CASES),
        ("keberatan,,,51 (lima puluh satu),,,perkara", "objections.total", "51", FigureUnit.CASES),
        ('rerata_waktu,,,"8,5",,,hari kerja', "requests.response_time.mean", "8.5", FigureUnit.WORKING_DAYS),
        ('permohonan,keputusan,ditolak,"6%",84,,', "requests.by_outcome.refused", "6", FigureUnit.PERCENT),
        ("permohonan,bulan,Maret,13,,,perkara", "requests.by_month.3", "13", FigureUnit.CASES),
        ("staf,,,7,,,orang", "staff.total", "7", FigureUnit.PERSONS),
        ("opd,,,33,,,", "compliance.agencies", "33", FigureUnit.CASES),
        ("jenis_informasi,,,14,,,", "compliance.types", "14", FigureUnit.CASES),
        ("ketersediaan,,,199,462,,", "compliance.disclosed", "199", FigureUnit.CASES),
        ("unit_melapor,,,29,,,", "compliance.reporting_agencies", "29", FigureUnit.CASES),
        ("anggaran,,,Rp51.904.000,,,rupiah", "budget.allocated", "51904000", FigureUnit.RUPIAH),
        ("realisasi,,,5.000,,,rupiah", "budget.realised", "5000", FigureUnit.RUPIAH),
        ("kunjungan,,,82.800,,,kali", "visits.total", "82800", FigureUnit.OTHER),
        ("lainnya,,,3,,,", "other", "3", FigureUnit.CASES),
    ],
)  # fmt: skip
def test_claimed_figures(report: Report, row: str, path: str, value: str, unit: FigureUnit) -> None:
    intake = report(pernyataan=f"apa,menurut,nilai,jumlah,dari,tahun,satuan\n{row}\n")

    assert intake.problems == ()
    assert isinstance(intake.year.stated_figures, tuple)
    (claim,) = intake.year.stated_figures
    assert (claim.path, claim.value, claim.unit) == (path, Decimal(value), unit)


def test_a_claim_of_another_year_says_so_and_a_doubtful_number_is_noted_once(report: Report) -> None:
    intake = report(pernyataan="apa,jumlah,tahun\nkunjungan,1.234,2019\nkunjungan,5.678,2020\n")

    assert isinstance(intake.year.stated_figures, tuple)
    assert [(one.measure, one.year) for one in intake.year.stated_figures] == [
        (Measure.VISITS, 2019),
        (Measure.VISITS, None),
    ]
    assert [note.message.id for note in intake.notes] == [
        'pernyataan.csv, kolom jumlah: "1.234" dibaca sebagai bilangan bulat, 1.234.'
    ]


def test_laporan_sets_body_signatory_sending_and_looks(report: Report) -> None:
    intake = report(
        keys="periode,semester-1\nbadan.nama,Kota X\nbadan.jenis,pemerintah daerah\nbadan.tingkat,kota\n"
        "badan.cuti_bersama,ya\npenandatangan.jabatan,PPID\npenandatangan.nip,19700101 200003 1 002\n"
        "penandatangan.tanggal,7/1/2021\npenyampaian.tanggal,1 Maret 2021\npenyampaian.tembusan,A|B\n"
        "sdm.jumlah,7 (tujuh)\nsdm.dasar,SK 1\nkanal_ditawarkan,daring|merpati\n"
        "tampilan.susunan,tujuh-bagian\ntampilan.sebutan,bagian\ntampilan.kertas,f4\n"
        "tampilan.warna_utama,#12ab34\nekspor.docx.template,kop.docx\naturan.btn102.hari,7\n"
    )
    year = intake.year

    assert intake.problems == ()
    assert year.period.part is YearPart.SEMESTER_1
    assert (year.body.name, year.body.kind, year.body.level) == (
        "Kota X",
        BodyKind.REGIONAL_GOVERNMENT,
        BodyLevel.CITY,
    )
    assert year.body.cuti_bersama is True
    assert year.signatory is not None
    assert (year.signatory.nip, year.signatory.on) == ("19700101 200003 1 002", date(2021, 1, 7))
    assert year.submission == Submission(on=date(2021, 3, 1), copies=("A", "B"))
    assert (year.service.staff_total, year.service.staff_basis) == (7, "SK 1")
    assert year.service.offered_channels == (
        OfferedChannel(channel=Coded(Channel.ONLINE, "daring")),
        OfferedChannel(channel=Coded(Channel.OTHER, "merpati")),
    )
    assert year.presentation == Presentation(
        outline=Outline.SEVEN_PARTS,
        chapter_word="Bagian",
        paper="F4",
        accent="#12AB34",
        options=(("docx.template", "kop.docx"), ("BTN102.hari", "7")),
    )
    assert [note.message.id for note in intake.notes] == [
        'laporan, penandatangan.tanggal: "7/1/2021" dibaca hari lebih dahulu, 7 Januari 2021.'
    ]


@pytest.mark.parametrize(
    ("keys", "column", "part"),
    [
        ("badan.nma,X\n", "kunci", 'Maksudnya "badan.nama"?'),
        ("badan.nama,X\nBadan Nama,Y\n", "kunci", "sudah ada di baris 3"),
        ("periode,caturwulan\n", "isi", "semester-1"),
        ("tanda_x,mungkin\n", "isi", "ya atau tidak"),
        ("tampilan.warna_utama,biru\n", "isi", "#123B5D"),
        ("tampilan.kertas,A5\n", "isi", "A4, F4"),
        ("nihil,pemohon\n", "isi", "pengaduan"),
        ("badan.logo,../logo.png\n", "isi", "di luar folder"),
        ("sdm.jumlah,tujuh\n", "isi", "7 (tujuh)"),
        ("ekspor.docx,x\n", "kunci", "tidak dikenal"),
        ("aturan.BTN102,7\n", "kunci", "tidak dikenal"),
    ],
)
def test_keys_that_cannot_be(report: Report, keys: str, column: str, part: str) -> None:
    intake = report(keys=keys)

    (problem,) = intake.problems
    assert problem.source.column == column
    assert part in problem.message.id
    assert intake.read["laporan"] == intake.accepted["laporan"] + 1


def test_other_tables_become_values(report: Report) -> None:
    intake = report(
        jam_layanan="opd,hari,buka,tutup\n,Senin s/d Kamis,09.00 WIB,15:00\n,Jum'at,9,11.30\n",
        hari_libur="tanggal,sebab\n2020-05-01,Hari jadi\n",
        penjelasan="kode,subjek,alasan,berlaku_sampai\nl102,requests,memang,31 Desember 2021\n",
        kunjungan="bulan,kunjungan\nMei,1.234\nJuni,\n",
        peringkat_opd='opd,nilai,satuan\nDinas A,"92,5",poin\n',
    )
    year = intake.year

    assert intake.problems == ()
    assert year.service.hours == (
        ServiceHours(days=(0, 1, 2, 3), opens=time(9), closes=time(15)),
        ServiceHours(days=(4,), opens=time(9), closes=time(11, 30)),
    )
    assert year.closures == (Closure(on=date(2020, 5, 1), reason="Hari jadi"),)
    assert year.waivers == (
        Waiver(code="L102", subject="requests", reason="memang", until=date(2021, 12, 31)),
    )
    assert isinstance(year.service.visits, tuple)
    assert [(one.period, one.count) for one in year.service.visits] == [
        (Period(2020, 5), 1234),
        (Period(2020, 6), None),
    ]
    assert isinstance(year.activity.ranking, tuple)
    assert year.activity.ranking[0].value == Decimal("92.5")


@pytest.mark.parametrize(
    ("table", "content"),
    [
        ("kendala", "jenis,uraian\nlangit,hujan\n"),
        ("kutipan", "jenis,nomor\nbuku,x\n"),
        ("kegiatan", "uraian,keterangan\n,x\n"),
        ("kegiatan", "keterangan\nx\n"),
        ("hari_libur", "tanggal,sebab\n,x\n"),
        ("gambar", "judul,berkas\nx,/etc/hosts\n"),
        ("gambar", "judul,berkas\nx,a/../../b.png\n"),
        ("gambar", "judul,berkas\nx,C:\\b.png\n"),
        ("gambar", "judul,berkas\nx,https://a.example/b.png\n"),
        ("jam_layanan", "hari\nSeninn\n"),
        ("jam_layanan", "buka\n25.00\n"),
        ("anggaran", "alokasi\nbanyak\n"),
        ("anggaran", "alokasi\n-5\n"),
        ("regulasi", "tahun\n11\n"),
        ("kunjungan", "bulan,Bulan\nMei,Mei\n"),
        ("naskah", "bagian,teks\nPenutup,a\npenutup,b\n"),
        ("opd", "alias\nx\n"),
        ("jenis_informasi", "kode\nopd\n"),
    ],
)  # fmt: skip
def test_rows_that_cannot_be_are_one_problem_each(report: Report, table: str, content: str) -> None:
    assert [one.source.file for one in report(**{table: content}).problems] == [f"{table}.csv"]

"""The lists of information that a body keeps: public (*dip*) and exempt (*dik*)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import evolve

from ppid_core.glossary import recognise
from ppid_core.glossary.refusal import EXEMPTING, LETTERS
from ppid_core.intake.cells import exempting_letters, line
from ppid_core.intake.cells.cell import agency
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.column import (
    agency_column,
    day_column,
    member_column,
    prose_column,
    text_column,
)
from ppid_core.intake.tables.spec import Blank, Choice, Print, TableColumn, TableSpec
from ppid_core.intake.tables.tick import TickColumn, TickGroup, words_or_ticks
from ppid_core.model import ExemptInformation, InformationCategory, PublicInformation

_HELD_BY = TableColumn(
    name="unit",
    field="holder",
    told="unit atau OPD yang menguasai informasi = pejabat unit satker yang menguasai informasi"
    " = unit yang menguasai informasi = unit satker yang menguasai informasi = unit yang menguasai = opd"
    " = perangkat daerah",
    read=line,
    settle=Setting.agency,
    write=agency,
    example=("Disdik", "BKD", "Dinkes"),
    printed=Print("holder", "Unit yang menguasai", "Held by"),
)

_FORM = text_column(
    "bentuk",
    "form",
    "bentuk informasi yang tersedia, misalnya cetak atau daring"
    " = bentuk informasi yang tersedia = bentuk informasi = format informasi = format",
    example=("daring", "cetak, daring", "cetak"),
    printed=Print("form", "Bentuk yang tersedia", "Form"),
)
_AVAILABLE_AS = words_or_ticks(
    TickGroup(
        column=_FORM,
        heads=("bentuk informasi yang tersedia", "bentuk informasi", "bentuk yang tersedia", "bentuk"),
        options=(
            TickColumn("bentuk_cetak", "cetak", ("cetak", "tercetak", "hardcopy", "hard copy")),
            TickColumn("bentuk_elektronik", "elektronik", ("elektronik", "softcopy", "soft copy", "rekaman")),
            TickColumn("bentuk_daring", "daring", ("daring", "online", "laman", "website")),
        ),
        is_single=False,
        joins=True,
    )
)

PUBLIC_LIST = TableSpec(
    name="dip",
    rows=("public_information",),
    told="Daftar informasi publik (DIP), satu baris untuk satu informasi"
    " = daftar informasi publik = daftar informasi = daftar informasi publik dip",
    holds=PublicInformation,
    columns=(
        text_column(
            "nomor",
            "number",
            "nomor urut atau kode dalam daftar = no = no urut",
            example=("1", "2", "3"),
            printed=Print("number", "No.", "No."),
        ),
        prose_column(
            "ringkasan",
            "summary",
            "isi informasi dalam beberapa kata"
            " = ringkasan isi informasi = ringkasan informasi = ringkasan isi = isi informasi",
            blank=Blank.REFUSED_AS_COLUMN,
            example=("Profil badan publik", "Ringkasan anggaran", "Data puskesmas"),
            printed=Print("summary", "Ringkasan isi informasi", "Summary"),
        ),
        _HELD_BY,
        text_column(
            "penanggung_jawab",
            "responsible",
            "pembuat atau penerbit informasi = penanggungjawab pembuatan atau penerbitan informasi"
            " = penanggung jawab pembuatan atau penerbitan informasi = penanggungjawab"
            " = penanggung jawab informasi",
            example=("Sekretaris Dinas", "Kepala Bidang Anggaran", "Kepala Bidang Pelayanan Kesehatan"),
            printed=Print("responsible", "Penanggung jawab", "Responsible"),
        ),
        text_column(
            "waktu_tempat",
            "made",
            "kapan dan di mana informasi dibuat = waktu dan tempat pembuatan informasi"
            " = waktu dan tempat pembuatan = waktu pembuatan informasi",
            example=("Januari 2023, Contoh Makmur", "Desember 2022, Contoh Makmur", "2023, Contoh Makmur"),
            printed=Print("made", "Waktu dan tempat pembuatan", "Made"),
        ),
        *_AVAILABLE_AS.columns,
        text_column(
            "retensi",
            "retention",
            "lama informasi disimpan = jangka waktu penyimpanan atau retensi arsip"
            " = jangka waktu penyimpanan = retensi arsip",
            example=("5 tahun", "10 tahun", "5 tahun"),
            printed=Print("retention", "Jangka waktu penyimpanan", "Retention"),
        ),
        member_column(
            "kelompok",
            "category",
            InformationCategory,
            "berkala, serta-merta, atau setiap saat"
            " = kategori informasi = klasifikasi informasi = kategori = klasifikasi",
            example=("berkala", "berkala", "setiap saat"),
        ),
        day_column(
            "tanggal_pemutakhiran",
            "updated_on",
            "hari informasi ini terakhir dimutakhirkan dalam daftar"
            " = tanggal pembaruan = tanggal dimutakhirkan = tanggal update",
            example=("10 Juli 2023", "10 Juli 2023", "8 November 2023"),
        ),
    ),
    composites=(_AVAILABLE_AS,),
)

_ENUMERATED = re.compile(r"(?:[A-Z]|[IVX]{1,4}|[0-9]{1,2})[.)]\s*(?=\S)")
"""What stands before the words of a heading: *A.*, *II)*."""


def by_category(
    entries: Iterable[PublicInformation],
) -> tuple[tuple[PublicInformation, ...], tuple[PublicInformation, ...]]:
    """Return the entries of a list, and the rows among them that are headings: *A. INFORMASI BERKALA*.

    A heading is the category of the entries below it that name none.
    """
    listed, headings = list[PublicInformation](), list[PublicInformation]()
    above: InformationCategory | None = None
    for entry in entries:
        if (category := _heading(entry)) is not None:
            above = category
            headings.append(entry)
        else:
            listed.append(entry if entry.category or above is None else evolve(entry, category=above))
    return tuple(listed), tuple(headings)


def _heading(entry: PublicInformation) -> InformationCategory | None:
    """Return the category that a row names where it says nothing else but a number."""
    alone = PublicInformation(number=entry.number, summary=entry.summary)
    if entry != alone:
        return None
    return recognise(InformationCategory, _ENUMERATED.sub("", entry.summary, count=1))


EXEMPT_LIST = TableSpec(
    name="dik",
    rows=("exempt_information",),
    told="Daftar informasi yang dikecualikan (DIK), satu baris untuk satu informasi; juga lembar uji"
    " konsekuensi = daftar informasi yang dikecualikan = daftar informasi dikecualikan"
    " = daftar informasi yang dikecualikan dik = lembar uji konsekuensi",
    holds=ExemptInformation,
    columns=(
        text_column(
            "nomor",
            "number",
            "nomor urut atau kode dalam daftar, yang disebut penolakan di kolom nomor_dik = no = no urut",
            example=("DIK-1", "DIK-2"),
        ),
        prose_column(
            "informasi",
            "information",
            "informasi yang dikecualikan = informasi yang dikecualikan = informasi dikecualikan",
            blank=Blank.REFUSED_AS_COLUMN,
            example=("Rekam medis pasien", "Isi berkas penyidikan"),
            printed=Print("information", "Informasi", "Information"),
        ),
        text_column(
            "dasar",
            "basis",
            "dasar hukum pengecualian"
            " = dasar hukum pengecualian informasi = dasar hukum pengecualian = dasar hukum",
            example=("UU 14/2008 Pasal 17 huruf h", "UU 14/2008 Pasal 17 huruf a"),
            printed=Print("legal_basis", "Dasar hukum", "Legal basis"),
        ),
        TableColumn(
            name="huruf",
            field="letter",
            told="huruf Pasal 17 UU 14/2008, a sampai j = huruf pasal 17 = pasal 17 huruf",
            read=exempting_letters,
            otherwise="",
            several=True,
            offers=Choice("huruf_pasal_17", tuple(LETTERS[EXEMPTING]), is_open=True),
            example=("h", "a"),
        ),
        prose_column(
            "akibat_dibuka",
            "when_opened",
            "konsekuensi bila informasi dibuka = dibuka = konsekuensi dibuka = konsekuensi bila dibuka"
            " = konsekuensi pertimbangan bagi publik dibuka = akibat bila dibuka",
            example=("Riwayat kesehatan seseorang terungkap.", "Proses penyidikan terhambat."),
            printed=Print("consequence_opened", "Konsekuensi bila dibuka", "Consequence if opened"),
        ),
        prose_column(
            "akibat_ditutup",
            "when_closed",
            "konsekuensi bila informasi ditutup = ditutup = konsekuensi ditutup = konsekuensi bila ditutup"
            " = konsekuensi pertimbangan bagi publik ditutup = akibat bila ditutup",
            example=("Rahasia pribadi pasien terlindungi.", "Penyidikan berjalan tanpa gangguan."),
            printed=Print("consequence_closed", "Konsekuensi bila ditutup", "Consequence if closed"),
        ),
        text_column(
            "jangka_waktu",
            "duration",
            "lama pengecualian = jangka waktu pengecualian = lama pengecualian",
            example=("selama diperlukan", "30 tahun"),
            printed=Print("duration", "Jangka waktu", "Duration"),
        ),
        day_column(
            "berlaku_sampai",
            "valid_until",
            "hari terakhir pengecualian, bila ada = tanggal berakhir = masa berlaku sampai",
            example=("", "31 Desember 2052"),
        ),
        day_column(
            "tanggal_uji",
            "tested_on",
            "hari uji konsekuensi = tanggal uji konsekuensi = tanggal pengujian konsekuensi",
            example=("17 Februari 2023", "20 Februari 2023"),
        ),
        text_column(
            "penetapan",
            "decree",
            "nomor surat penetapan klasifikasinya"
            " = nomor penetapan = penetapan klasifikasi = surat penetapan = sk penetapan",
            example=("Keputusan PPID Nomor 3 Tahun 2023", "Keputusan PPID Nomor 3 Tahun 2023"),
            printed=Print("decree", "Penetapan", "Decree"),
        ),
        agency_column(
            "OPD yang menguasai informasi = perangkat daerah = unit kerja = unit yang menguasai informasi",
            example=("Dinkes", ""),
            printed=Print("unit", "OPD", "Agency"),
        ),
    ),
)

"""What is told: prose, lists, constraints, regulations and what the text quotes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ppid_core.glossary import spelling
from ppid_core.intake.cells import CellError, year
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables.column import Example, member_column, prose_column, text_column
from ppid_core.intake.tables.spec import Blank, Fault, Row, TableColumn, TableSpec
from ppid_core.language import Bilingual
from ppid_core.model import (
    Constraint,
    ConstraintKind,
    Entry,
    InstrumentMention,
    MentionKind,
    Passage,
    Recommendation,
    Regulation,
)

_PART = text_column(
    "bagian",
    "part",
    "kata-pengantar, latar-belakang, kebijakan, pelaksanaan, penutup, atau bagian lain = bab",
    blank=Blank.REFUSED_AS_COLUMN,
    example=("kata-pengantar", "kebijakan"),
)
_TEXT = prose_column(
    "teks",
    "text",
    'teksnya; baris kosong memisahkan paragraf, "- " membuka butir = isi = naskah',
    example=(
        "Laporan ini memuat layanan informasi publik selama tahun 2023.",
        """Layanan berpedoman pada peraturan bupati tentang layanan informasi.

- Permohonan dilayani pada hari kerja.
- Salinan elektronik tidak dipungut biaya.""",
    ),
)


def part_key(typed: str) -> str:
    """Return the key of a chapter: ``Kata Pengantar`` is ``kata-pengantar``."""
    return spelling(typed).replace(" ", "-")


def _passage(row: Row, _: Setting) -> Passage | None:
    text = row.words(_TEXT)
    return Passage(part=part_key(row.words(_PART)), text=text, source=row.source) if text else None


def _check_passage(row: Row, _: Setting) -> Iterator[Fault]:
    if row[_PART] and not part_key(row.words(_PART)):
        yield Fault(_PART, _nameless())


def _nameless() -> CellError:
    return CellError(
        Bilingual(
            '"{value}" bukan nama bagian. Tulis misalnya kata-pengantar.',
            '"{value}" names no chapter. Write kata-pengantar, for example.',
        ),
        Bilingual("nama bagian", "the name of a chapter"),
    )


def _claims(row: Row, _: Setting) -> Iterator[tuple[TableColumn[Any], str]]:
    yield _PART, part_key(row.words(_PART))


PASSAGES = TableSpec(
    name="naskah",
    rows=("narrative", "passages"),
    told="Teks tiap bagian laporan; boleh juga satu berkas .txt atau .md tiap bagian di folder naskah.",
    columns=(_PART, _TEXT),
    build=_passage,
    check=_check_passage,
    claims=_claims,
    bearing=(_TEXT,),
    totals=False,
)


def _entry_columns(*texts: str, date: str = "", note: str = "") -> tuple[TableColumn[Any], ...]:
    """Return the columns of a list, with the cells of its examples; day and note are those of the first."""
    return (
        prose_column(
            "uraian",
            "text",
            "uraiannya, satu baris untuk satu butir = kegiatan = nama",
            blank=Blank.REFUSED_AS_COLUMN,
            example=texts,
        ),
        text_column("tanggal", "date", "tanggal, bila ada = tgl = waktu", example=(date,)),
        prose_column("keterangan", "note", "keterangan lain = ket", example=(note,)),
    )


PRIORITIES = TableSpec(
    name="prioritas",
    rows=("narrative", "priorities"),
    told="Prioritas layanan informasi",
    holds=Entry,
    columns=_entry_columns("Memutakhirkan daftar informasi publik"),
)
ACTIVITIES = TableSpec(
    name="kegiatan",
    rows=("activity", "activities"),
    told="Kegiatan yang dilaksanakan",
    holds=Entry,
    columns=_entry_columns("Pelatihan petugas layanan", date="8 Maret 2023"),
)
INNOVATIONS = TableSpec(
    name="inovasi",
    rows=("activity", "innovations"),
    told="Inovasi layanan",
    holds=Entry,
    columns=_entry_columns("Formulir permohonan di laman", note="mulai Mei 2023"),
)
AWARDS = TableSpec(
    name="penghargaan",
    rows=("activity", "awards"),
    told="Penghargaan yang diterima",
    holds=Entry,
    columns=_entry_columns("Badan publik menuju informatif"),
)
RECOMMENDATIONS = TableSpec(
    name="rekomendasi",
    rows=("narrative", "recommendations"),
    told="Rekomendasi dan rencana tindak lanjut; juga yang dari laporan sebelumnya, dengan tahunnya",
    holds=Recommendation,
    columns=(
        *_entry_columns("Menambah petugas layanan", "Melatih petugas layanan"),
        TableColumn(
            name="tahun",
            field="year",
            told="tahun laporan yang merekomendasikannya, bila bukan laporan ini = tahun rekomendasi = thn",
            read=year,
            example=("", "2022"),
        ),
        prose_column(
            "tindak_lanjut",
            "follow_up",
            "rencana tindak lanjutnya; dari laporan sebelumnya: apa yang sudah dilakukan"
            " = rencana tindak lanjut = tindak lanjut = rtl",
            example=("diusulkan dalam anggaran 2024", "pelatihan diadakan pada 8 Maret 2023"),
        ),
    ),
)
CONSTRAINTS = TableSpec(
    name="kendala",
    rows=("narrative", "constraints"),
    told="Kendala yang dihadapi",
    holds=Constraint,
    columns=(
        member_column(
            "jenis",
            "kind",
            ConstraintKind,
            "internal atau eksternal = jenis kendala",
            offers="kendala",
            example=("internal", "eksternal"),
        ),
        prose_column(
            "uraian",
            "text",
            "uraian kendala = kendala",
            blank=Blank.REFUSED_AS_COLUMN,
            example=("Petugas merangkap tugas lain.", "Pemohon belum mengenal tata cara permohonan."),
        ),
    ),
)


def _year_column(told: str) -> TableColumn[int]:
    return TableColumn(name="tahun", field="year", told=told, read=year, example=("2021",))


def _about_column(told: str) -> TableColumn[str]:
    return text_column("tentang", "about", told, example=("Layanan Informasi Publik",))


_INSTRUMENT: Example = ("Peraturan Bupati Nomor 12 Tahun 2021",)
REGULATIONS = TableSpec(
    name="regulasi",
    rows=("narrative", "regulations"),
    told="Peraturan dan keputusan yang mendasari layanan",
    holds=Regulation,
    columns=(
        text_column(
            "nomor",
            "number",
            "jenis dan nomor, misalnya Perwal No 24 Tahun 2011 = nomor peraturan = regulasi = peraturan",
            example=_INSTRUMENT,
        ),
        _about_column("judul setelah kata tentang = judul = perihal"),
        _year_column("tahun = thn = tahun terbit"),
    ),
)

_MENTIONED = member_column(
    "jenis",
    "kind",
    MentionKind,
    "peraturan, badan, atau tanggal = jenis kutipan",
    offers="kutipan",
    otherwise=MentionKind.INSTRUMENT,
    example=("peraturan",),
)
_QUOTED = text_column(
    "nomor", "text", "tulisannya sebagaimana dalam naskah = tulisan = kutipan", example=_INSTRUMENT
)
MENTIONS = TableSpec(
    name="kutipan",
    rows=("narrative", "mentions"),
    told="Peraturan, nama badan, dan tanggal yang disebut dalam naskah",
    holds=InstrumentMention,
    columns=(
        _MENTIONED,
        _QUOTED,
        _about_column("judul setelah kata tentang = judul"),
        _year_column("tahun = thn"),
        text_column("bagian", "passage", "bagian naskah yang menyebutnya = bab", example=("kebijakan",)),
    ),
    bearing=(_MENTIONED, _QUOTED),
    totals=False,
)

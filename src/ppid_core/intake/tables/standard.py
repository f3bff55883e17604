"""Standards of service (*standar*), and the commission's questions as the body answers them (*saq*)."""

from __future__ import annotations

from attrs import evolve

from ppid_core.glossary import label
from ppid_core.glossary.sign import SIGNS
from ppid_core.glossary.standard import percent_of
from ppid_core.intake.cells import FIGURES, coded, figure, line
from ppid_core.intake.tables.column import coded_column, day_column, prose_column, text_column
from ppid_core.intake.tables.spec import Blank, TableColumn, TableSpec
from ppid_core.model import (
    AssessmentQuestion,
    CellState,
    CharterContent,
    Coded,
    MonevCategory,
    SelfAnswer,
    ServiceStandard,
    StandardKind,
)

_WORDS_OF_ANSWER = coded(SelfAnswer)


def _answer(text: str) -> Coded[SelfAnswer]:
    """Return an answer: words, a percentage, or a tick, which says yes as it does in *ketersediaan*."""
    typed = line(text)
    if typed.casefold() in SIGNS[CellState.DISCLOSED]:
        return Coded(SelfAnswer.YES, typed)
    return _WORDS_OF_ANSWER(text) if percent_of(typed) is None else Coded(SelfAnswer.SHARE, typed)


_WHOLE_CHARTER = "|".join(map(label, CharterContent))

STANDARDS = TableSpec(
    name="standar",
    rows=("standards",),
    told="Standar layanan: maklumat, SOP, biaya, dan standar lain, satu baris untuk satu standar"
    " = standar layanan = standar layanan informasi = standar pelayanan = daftar sop",
    holds=ServiceStandard,
    columns=(
        coded_column(
            "apa",
            "kind",
            StandardKind,
            "standar tentang apa: maklumat, pengumuman, permintaan, keberatan, DIP, pendokumentasian, uji"
            " konsekuensi, SOP, jam layanan, kanal layanan, atau biaya = standar = jenis standar",
            offers="standar",
            blank=Blank.REFUSED_AS_COLUMN,
            example=(
                *("maklumat", "pengumuman", "permintaan", "keberatan", "DIP", "pendokumentasian"),
                *("uji konsekuensi", "biaya"),
            ),
        ),
        prose_column(
            "isi",
            "content",
            'isinya dalam beberapa kata; untuk maklumat: pokok isinya, dipisah tanda "|"'
            " = uraian = isi standar = isi maklumat = judul",
            example=(
                _WHOLE_CHARTER,
                *("SOP pengumuman informasi", "SOP pelayanan permohonan informasi"),
                *("SOP penanganan keberatan", "SOP penetapan dan pemutakhiran DIP"),
                *("SOP pendokumentasian informasi", "SOP uji konsekuensi"),
                "Salinan elektronik tidak dipungut biaya",
            ),
        ),
        text_column(
            "nomor",
            "number",
            "nomor dokumennya = nomor dokumen = nomor sk = nomor sop",
            example=("Maklumat PPID Nomor 1 Tahun 2023", *(f"SOP/PPID/{at}/2023" for at in range(1, 7))),
        ),
        day_column(
            "tanggal",
            "on",
            "tanggal dokumennya = tanggal dokumen = tanggal penetapan",
            example=("9 Januari 2023",) * 7,
        ),
        text_column(
            "tempat_diumumkan",
            "announced_at",
            'tempat standar diumumkan, misalnya papan pengumuman atau laman, dipisah tanda "|"'
            " = diumumkan di = tempat pengumuman = media pengumuman",
            example=("papan pengumuman|laman",),
        ),
    ),
)

QUESTIONS = TableSpec(
    name="saq",
    rows=("questions",),
    told="Kuesioner penilaian mandiri (SAQ) dari Komisi Informasi, satu baris untuk satu pertanyaan"
    " = self assessment questionnaire = kuesioner penilaian mandiri = kuesioner saq = saq monev",
    holds=AssessmentQuestion,
    columns=(
        coded_column(
            "kategori",
            "category",
            MonevCategory,
            "kategori penilaian, misalnya kualitas informasi = indikator = kategori penilaian",
            offers="kategori_monev",
            example=("kualitas informasi", "jenis informasi", "digitalisasi"),
        ),
        prose_column(
            "pertanyaan",
            "question",
            "pertanyaan Komisi Informasi sebagaimana diterima = butir pertanyaan = pernyataan",
            blank=Blank.REFUSED_AS_COLUMN,
            example=(
                "Apakah DIP dimutakhirkan pada waktunya?",
                "Apakah ringkasan laporan akses informasi diumumkan?",
                "Apakah permohonan dapat diajukan melalui laman?",
            ),
        ),
        TableColumn(
            name="bobot",
            field="weight",
            told="bobot pertanyaan dalam nilai seluruhnya = bobot nilai = bobot pertanyaan",
            read=figure,
            total=figure,
            ways=FIGURES,
            example=("40", "40", "20"),
        ),
        evolve(
            coded_column(
                "jawaban",
                "answer",
                SelfAnswer,
                "ya, tidak, sebagian, atau bagian yang terpenuhi, misalnya 75%; kosong berarti belum dijawab"
                " = jawaban badan publik = jawaban saq",
                offers="jawaban_saq",
                example=("ya", "75%", ""),
            ),
            read=_answer,
        ),
        text_column(
            "sumber",
            "proof",
            "yang menunjukkannya: tabel, dokumen, atau alamat laman = bukti = bukti dukung = data dukung",
            example=("tabel dip", "https://ppid.contoh.go.id/laporan", ""),
        ),
    ),
)

"""The announcement stands on one page, under its own title, in every printed format and on both papers."""

from __future__ import annotations

import io
from functools import cache
from itertools import product

import pytest
from pypdf import PdfReader
from tests.exporters.docx.printing import Press, needs_printing

from ppid_core import Dossier, Report, load_plugins
from ppid_core.glossary import label
from ppid_core.model import Outcome, RefusalReason
from ppid_exporters.docx import DocxExporter
from ppid_exporters.pdf import PdfExporter

PAPERS = ("A4", "F4")
WRITTEN = ("kabupaten-contoh-2024", "longest")


def longest(paper: str) -> Report:
    """Return the announcement of a year that has every outcome and every reason, in and out of time."""
    keys = {
        "tahun": "2023",
        "badan.nama": "Pemerintah Kabupaten Contoh Bernama Panjang Sekali di Ujung Timur",
        "badan.komisi": "Komisi Informasi Provinsi Contoh Bernama Panjang",
        "badan.ppid": "Pejabat Pengelola Informasi dan Dokumentasi Utama",
        "penandatangan.jabatan": "Kepala Dinas Komunikasi, Informatika, Statistik, dan Persandian",
        "penandatangan.nama": "Nama Pejabat",
        "penandatangan.nip": "000000000000000000",
        "penandatangan.tempat": "Contoh",
        "penandatangan.tanggal": "31 Januari 2024",
        "tampilan.kertas": paper,
    }
    answered = [
        {
            "tanggal": "2023-03-01",
            "keputusan": label(outcome),
            "tanggal_pemberitahuan": f"2023-0{at % 4 + 3}-20",
        }
        for at, outcome in enumerate(Outcome)
    ]
    refused = [
        {"tanggal": "2023-03-02", "keputusan": "ditolak", "alasan_penolakan": label(reason)}
        for reason in RefusalReason
    ]
    work = Dossier.from_rows(
        {
            "laporan": [{"kunci": key, "isi": value} for key, value in keys.items()],
            "permohonan": [*answered, *refused],
        },
        plugins=load_plugins(entry_points=[]),
    )
    return work.report(form="brief")


@cache
def announced(name: str, paper: str) -> Report:
    if name == "longest":
        return longest(paper)
    return Dossier.open(f"examples/{name}", keys={"tampilan.kertas": paper}).report(form="brief")


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", ["kota-serang-2020", "kabupaten-contoh-2024", "longest"])
def test_a_pdf_of_it_is_one_page_under_its_own_title(name: str, paper: str) -> None:
    report = announced(name, paper)

    (artifact,) = PdfExporter().export(report)

    (page,) = PdfReader(io.BytesIO(artifact.content)).pages
    text = " ".join(page.extract_text().split())
    assert text.startswith(report.meta.title)
    assert "Laporan Layanan Informasi Publik Tahun" not in text


@cache
def word_file(name: str, paper: str) -> bytes:
    (artifact,) = DocxExporter().export(announced(name, paper))
    return artifact.content


@needs_printing
@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", WRITTEN)
def test_a_word_file_of_it_prints_on_one_page(press: Press, name: str, paper: str) -> None:
    press.printed(*(word_file(*one) for one in product(WRITTEN, PAPERS)))

    ((page,),) = press.pages(word_file(name, paper))
    assert " ".join(page.split()).startswith(announced(name, paper).meta.title)

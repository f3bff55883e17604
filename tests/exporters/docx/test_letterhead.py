from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.shared import Mm
from PIL import Image
from tests.exporters import sample, small
from tests.exporters.docx.opening import exported, names, opened, part, said, styled

from ppid_core.errors import OptionError
from ppid_core.plugins import with_options
from ppid_core.report import Meta, Report
from ppid_exporters.docx import DocxExporter


def picture(colour: str = "navy") -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(stream, "PNG")
    return stream.getvalue()


def letterhead(folder: Path, *, has_footer: bool = True, first: str = "") -> Path:
    document: Opened = Document()
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin = Mm(215), Mm(330), Mm(33)
    section.header.paragraphs[0].text = "PEMERINTAH KOTA CONTOH"
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(picture()))
    if has_footer:
        section.footer.paragraphs[0].text = "Jalan Contoh 1"
    if first:
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = first
    document.add_paragraph("Isi contoh yang tidak dipakai")
    document.save(str(folder / "kop.docx"))
    return folder / "kop.docx"


@pytest.mark.slow
def test_header_footer_margins_and_paper_of_the_letterhead_are_used(tmp_path: Path) -> None:
    content = exported(sample.report(), DocxExporter(template=letterhead(tmp_path)))
    document = opened(content)

    for section in document.sections:
        assert section.header.paragraphs[0].text.startswith("PEMERINTAH KOTA CONTOH")
        assert section.footer.paragraphs[0].text == "Jalan Contoh 1"
    first = document.sections[0]
    assert (round(first.page_width.mm), round(first.left_margin.mm)) == (215, 33)  # type: ignore[union-attr]  # None is a failure too
    assert b"tidak dipakai" not in part(content, "word/document.xml")
    assert any(name.startswith("word/media/") for name in names(content))


def test_paper_that_is_asked_for_goes_before_that_of_the_letterhead(tmp_path: Path) -> None:
    exporter = DocxExporter(template=letterhead(tmp_path), paper="A4")

    assert round(opened(exported(small.report(), exporter)).sections[0].page_width.mm) == 210  # type: ignore[union-attr]  # None is a failure too


def test_letterhead_without_a_footer_gets_ours(tmp_path: Path) -> None:
    exporter = DocxExporter(template=letterhead(tmp_path, has_footer=False))

    footer = opened(exported(sample.report(), exporter)).sections[-1].footer

    assert footer.paragraphs[0].text.startswith("Laporan Layanan Informasi Publik Tahun 2020")


def test_first_page_of_the_letterhead_is_the_first_page_of_the_report(tmp_path: Path) -> None:
    exporter = DocxExporter(template=letterhead(tmp_path, first="KOP LENGKAP"))
    sections = opened(exported(sample.report(), exporter)).sections

    assert sections[0].different_first_page_header_footer
    assert sections[0].first_page_header.paragraphs[0].text == "KOP LENGKAP"
    assert not any(section.different_first_page_header_footer for section in list(sections)[1:])


def test_marks_stand_above_the_letterhead(tmp_path: Path) -> None:
    report = Report(meta=Meta(title="x", draft="DRAF"), sections=small.report().sections)
    exporter = DocxExporter(template=letterhead(tmp_path, first="KOP LENGKAP"))
    section = opened(exported(report, exporter)).sections[0]

    for header in (section.header, section.first_page_header):
        assert header.paragraphs[0].text == "DRAF"
        assert len(header.paragraphs) == 2


def test_headings_look_as_without_a_letterhead(tmp_path: Path) -> None:
    styles = opened(exported(small.report(), DocxExporter(template=letterhead(tmp_path)))).styles

    assert styles["Heading 1"].font.size.pt == 20
    assert [style.name for style in styles].count("Heading 1") == 1


def test_same_letterhead_gives_the_same_bytes(tmp_path: Path) -> None:
    exporter = DocxExporter(template=letterhead(tmp_path))

    assert exported(small.report(), exporter) == exported(small.report(), exporter)


def test_option_is_set_as_typed(tmp_path: Path) -> None:
    exporter = with_options(DocxExporter(), {"template": str(letterhead(tmp_path)), "paper": "F4"})

    assert isinstance(exporter, DocxExporter)
    assert exporter.template == tmp_path / "kop.docx"


@pytest.mark.parametrize("option", ["template", "logo"])
def test_missing_file_is_named(option: str, tmp_path: Path) -> None:
    exporter = with_options(DocxExporter(), {option: str(tmp_path / "tiada.docx")})

    with pytest.raises(OptionError, match=rf'docx\.{option}: berkas ".*tiada\.docx" tidak ditemukan'):
        tuple(exporter.export(small.report()))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 rusak", b"{\\rtf1}"])
def test_file_that_is_no_word_document_is_named(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "kop.docx").write_bytes(content)

    with pytest.raises(OptionError, match=r'kop\.docx" bukan dokumen Word'):
        tuple(DocxExporter(template=tmp_path / "kop.docx").export(small.report()))


def test_logo_stands_on_the_cover_with_a_description(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture())
    content = exported(sample.report(), DocxExporter(logo=tmp_path / "logo.png"))

    assert len(list(styled(content, "Logo"))) == 1
    assert 'descr="Lambang Pemerintah Kota Serang"' in part(content, "word/document.xml").decode()
    assert [said(one) for one in styled(content, "Title")] == ["Laporan Layanan Informasi Publik Tahun 2020"]

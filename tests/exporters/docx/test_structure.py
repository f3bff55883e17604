from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring

import pytest
from docx.enum.section import WD_ORIENT
from tests.exporters import sample, small
from tests.exporters.docx.opening import W, body, exported, names, of, opened, part, said, styled

from ppid_core.language import Lang
from ppid_core.report import (
    Chart,
    Column,
    Contents,
    Items,
    Meta,
    Notice,
    Paragraph,
    Picture,
    Report,
    Section,
    Signature,
    Table,
    Theme,
)
from ppid_exporters.docx import DocxExporter

ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind jc "
    "outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs color sz szCs shd lang",
    "tcPr": "tcW gridSpan vMerge tcBorders shd tcMar textDirection vAlign",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tcBorders": "top left bottom right",
    "tblCellMar": "top left bottom right",
    "pBdr": "top left bottom right",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
}
"""Sequences of ISO/IEC 29500-1, of the elements in use: Word offers to repair a file that breaks one."""


@pytest.fixture(scope="module")
def content() -> bytes:
    return exported(sample.report())


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml"])
def test_properties_stand_in_the_order_of_the_standard(content: bytes, name: str) -> None:
    for element in fromstring(part(content, name)).iter():  # noqa: S314  our own bytes
        order = ORDERS.get(element.tag.removeprefix(W), "").split()
        if order:
            places = [order.index(child.tag.removeprefix(W)) for child in element]
            assert sorted(places) == places, f"{element.tag}: {[child.tag for child in element]}"


def test_every_style_that_is_used_is_defined(content: bytes) -> None:
    defined = set(re.findall(rb'w:styleId="(\w+)"', part(content, "word/styles.xml")))
    used = set(re.findall(rb'w:(?:pStyle|rStyle|tblStyle) w:val="(\w+)"', part(content, "word/document.xml")))

    assert used <= defined


def test_headings_have_the_styles_of_word_by_their_depth(content: bytes) -> None:
    found = [
        (paragraph.style.name, paragraph.text)
        for paragraph in opened(content).paragraphs
        if paragraph.style is not None and str(paragraph.style.name).startswith("Heading")
    ]

    assert ("Heading 1", "Bagian I\nGambaran Umum Kebijakan Layanan") in found
    assert ("Heading 2", "1.1 Latar Belakang") in found
    assert len(found) == sum(1 for _ in sample.report().walk()) - 1, "all but the contents themselves"


def test_accent_colours_the_chapters() -> None:
    styles = opened(exported(small.report(), DocxExporter(accent="#7A1F3D"))).styles

    assert str(styles["Heading 1"].font.color.rgb) == "7A1F3D"


def test_accent_that_cannot_be_read_is_darkened_and_told() -> None:
    (artifact,) = DocxExporter(accent="#FFFF00").export(small.report())

    assert len(artifact.notes) == 1
    assert "#FFFF00" in artifact.notes[0]


@pytest.mark.parametrize(("lang", "expected"), [("id", "id-ID"), ("en", "en-GB")])
def test_document_says_its_language(lang: Lang, expected: str) -> None:
    content = exported(Report(meta=Meta(title="x", lang=lang)))

    assert f'<w:lang w:val="{expected}"'.encode() in part(content, "word/styles.xml")
    assert opened(content).core_properties.language == expected


def test_properties_name_title_and_body_and_no_moment_of_the_clock(content: bytes) -> None:
    properties = opened(content).core_properties

    assert properties.title == "Laporan Layanan Informasi Publik Tahun 2020"
    assert properties.author == "Pemerintah Kota Serang"
    assert properties.created is not None
    assert properties.created.year == 1980
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist() == sorted(archive.namelist())


def test_heading_rows_repeat_and_no_row_splits(content: bytes) -> None:
    for table in body(content).findall(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    ruled = [table for table in body(content).findall(f"{W}tbl") if _style(table) == "TabelPPID"]
    assert ruled
    assert all(table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for table in ruled)


def _style(table: Element) -> str | None:
    style = table.find(f"{W}tblPr/{W}tblStyle")
    return None if style is None else style.get(f"{W}val")


def test_table_style_has_horizontal_rules_and_no_vertical_ones(content: bytes) -> None:
    styles = fromstring(part(content, "word/styles.xml"))  # noqa: S314  our own bytes
    style = next(one for one in styles.iter(f"{W}style") if one.get(f"{W}styleId") == "TabelPPID")
    borders = style.find(f"{W}tblPr/{W}tblBorders")

    assert borders is not None
    assert [border.tag.removeprefix(W) for border in borders] == ["top", "bottom"]


def test_numbers_stand_right_and_the_total_is_bold(content: bytes) -> None:
    styles = opened(content).styles
    table = next(one for one in opened(content).tables if one.cell(0, 0).text == "Bagian")
    number, total = table.cell(1, 1).paragraphs[0], table.cell(4, 1).paragraphs[0]

    assert str(styles[str(number.style.name)].paragraph_format.alignment) == "RIGHT (2)"
    assert total.style.font.bold
    assert total.text == "7"


def test_every_picture_is_described(content: bytes) -> None:
    described = re.findall(rb"<wp:docPr [^>]*>", part(content, "word/document.xml"))

    assert len(described) == sum(isinstance(block, Chart) for block in sample.report().blocks())
    assert all(re.search(rb'descr="[^"]+"', one) for one in described)
    assert b"April 49" in described[0]


def test_wide_tables_stand_on_a_lying_sheet_and_the_rest_upright(content: bytes) -> None:
    sections = opened(content).sections
    lying = [section for section in sections if section.orientation is WD_ORIENT.LANDSCAPE]

    assert lying
    assert sections[-1].orientation is WD_ORIENT.PORTRAIT
    assert all(section.page_width > section.page_height for section in lying)  # type: ignore[operator]  # None is a failure too


def test_heading_above_a_wide_table_goes_with_it() -> None:
    wide = Table(key="w", caption="Lebar", columns=(Column(key="a", title="A"),), rows=(("a",),), wide=True)
    paragraphs = opened(exported(of(wide))).element.body

    ends = [element for element in paragraphs if element.xpath("./w:pPr/w:sectPr")]
    assert "Bagian" not in "".join(str(element.xpath("string(.)")) for element in ends)


def test_pages_are_roman_before_the_first_chapter_and_arabic_from_1_after(content: bytes) -> None:
    numbers = re.findall(
        rb'<w:pgNumType w:fmt="(\w+)"(?: w:start="(\d+)")?/>', part(content, "word/document.xml")
    )

    assert numbers[:3] == [(b"lowerRoman", b"1"), (b"lowerRoman", b""), (b"decimal", b"1")]
    assert set(numbers[3:]) == {(b"decimal", b"")}


def test_foot_has_title_and_body_left_and_the_page_right(content: bytes) -> None:
    section = opened(content).sections[-1]
    (paragraph,) = section.footer.paragraphs

    assert paragraph.text.startswith("Laporan Layanan Informasi Publik Tahun 2020 · Pemerintah Kota Serang\t")
    assert " PAGE " in str(section.footer._element.xml)  # noqa: SLF001  fields are not public
    assert opened(content).sections[0].footer.is_linked_to_previous, "none on the cover"


def test_marks_stand_on_the_cover_and_above_every_page() -> None:
    report = Report(
        meta=Meta(title="x", edition="internal", draft="DRAF: 3 sel belum terbaca"),
        sections=sample.report().sections,
    )
    document = opened(exported(report))

    assert len(report.meta.marks) == 2
    for section in document.sections:
        assert [one.text for one in section.header.paragraphs] == list(report.meta.marks)
    assert [said(one) for one in styled(exported(report), "CoverMark")] == list(report.meta.marks)


def test_signature_stays_with_the_last_paragraph_before_it() -> None:
    signature = Signature(place="Serang", on=date(2021, 1, 7), office="PPID", name="Nama", nip="1")
    content = exported(of(Paragraph(content=("Awal.",)), Paragraph(content=("Demikian.",)), signature))
    kept = {said(one): one.find(f"{W}pPr/{W}keepNext") is not None for one in styled(content, "BodyText")}

    assert kept == {"Awal.": False, "Demikian.": True}
    assert opened(content).styles["Signature"].paragraph_format.keep_with_next


def test_matrix_tells_states_by_sign_and_tone_with_turned_headings() -> None:
    content = exported(small.report())
    turned = [
        cell for cell in body(content).iter(f"{W}tc") if cell.find(f"{W}tcPr/{W}textDirection") is not None
    ]
    signs = [said(one) for one in styled(content, "TableSign")]

    assert [said(cell) for cell in turned] == ["Renja", "DIK"]
    assert signs == ["✓", "D"]
    assert "tanpa isian" in "".join(map(said, styled(content, "TableTextSmall")))


def test_table_without_any_heading_is_set_without_rules() -> None:
    columns = (Column(key="a", title=""), Column(key="b", title=""))
    content = exported(of(Table(key="kop", columns=columns, rows=(("Nomor", ": 1"), ("Hal", ": Laporan")))))
    (table,) = opened(content).tables

    assert [cell.text for cell in table.rows[0].cells] == ["Nomor", ": 1"]
    assert table.style is not None
    assert str(table.style.name) == "Normal Table"
    assert b"tblHeader" not in part(content, "word/document.xml")


def test_ordered_lists_begin_anew() -> None:
    items = Items(items=(("satu",), ("dua",)), ordered=True)
    content = exported(of(items, Paragraph(content=("Antara.",)), items))
    numbers = re.findall(rb'<w:numId w:val="(\d+)"/>', part(content, "word/document.xml"))

    assert numbers == [b"2", b"2", b"3", b"3"]
    assert part(content, "word/numbering.xml").count(b'<w:startOverride w:val="1"/>') == 2


def test_notice_names_its_basis_and_a_missing_picture_is_told() -> None:
    notice, picture = (
        Notice(text="Tidak disajikan.", basis="UU 14/2008"),
        Picture(number="2.1", caption="Ruang"),
    )
    content = exported(of(notice, picture))

    assert [said(one) for one in styled(content, "NoticeBasis")] == ["Dasar: UU 14/2008."]
    assert [said(one) for one in styled(content, "CaptionBelow")] == [
        "Gambar 2.1 Ruang (berkas gambar tidak disertakan)"
    ]


@pytest.mark.parametrize(
    ("exporter", "theme", "width"), [("", "A4", 210), ("", "F4", 215), ("F4", "A4", 215)]
)
def test_paper_of_the_exporter_goes_before_that_of_the_report(exporter: str, theme: str, width: int) -> None:
    report = Report(meta=Meta(title="x", theme=Theme(paper=theme)))

    section = opened(exported(report, DocxExporter(paper=exporter))).sections[0]

    assert section.page_width is not None
    assert round(section.page_width.mm) == width


def test_brief_form_has_neither_page_breaks_nor_a_page_for_its_cover() -> None:
    section = Section(key="announcement", title="Pengumuman", blocks=(Paragraph(content=("Isi.",)),))
    document = opened(exported(Report(meta=Meta(title="x", form="brief"), sections=(section,))))

    assert len(document.sections) == 1
    assert not document.styles["Heading 1"].paragraph_format.page_break_before


def test_nothing_asks_to_update_fields(content: bytes) -> None:
    assert b"updateFields" not in part(content, "word/settings.xml")
    assert b"w:dirty" not in part(content, "word/document.xml")


def test_no_part_is_left_over(content: bytes) -> None:
    assert [name for name in names(content) if name.startswith("customXml")] == [
        "customXml/_rels/item1.xml.rels",
        "customXml/item1.xml",
        "customXml/itemProps1.xml",
    ]
    assert not [name for name in names(content) if "thumbnail" in name]


def test_the_first_annex_begins_a_page_and_what_comes_after_it_follows() -> None:
    words = Paragraph(content=("Beberapa kata.",))
    keys = ("opening", "closing", "annex_requests", "annex_objections")
    chapters = (
        Section(key="contents", title="Daftar Isi", blocks=(Contents(),)),
        *(Section(key=key, label="A", title=key, blocks=(words,)) for key in keys),
    )

    content = exported(Report(meta=Meta(title="Judul"), sections=chapters))

    breaks = {said(one): one.find(f"{W}pPr/{W}pageBreakBefore") for one in styled(content, "Heading1")}
    following = [words for words, found in breaks.items() if found is not None]
    assert following == ["A\nclosing", "A\nannex_objections"]

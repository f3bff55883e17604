"""The letter that sends the report: a head, no cover, no headings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from attrs import evolve
from tests.exporters.docx.opening import W, body, exported, opened, part, said, styled
from tests.exporters.docx.printing import Press, needs_printing
from tests.exporters.docx.test_letterhead import letterhead, picture

from ppid_core.report import Column, Contents, Cover, Meta, Paragraph, Report, Section, Table
from ppid_core.testing import samples
from ppid_exporters.docx import DocxExporter

LINES = ("Pemerintah Kabupaten Contoh", "PPID Utama", "Jalan Contoh Nomor 1")
NUMBERS = Table(
    key="letter_head",
    columns=tuple(Column(key=key, title="") for key in ("label", "colon", "value")),
    rows=(
        ("Nomor", ":", "000/001"),
        ("Lampiran", ":", "Satu berkas"),
        ("Hal", ":", "Penyampaian Laporan Layanan Informasi Publik Tahun 2024"),
    ),
)


def letter(logo: bytes | None = None, draft: str = "", words: str = "Bersama surat ini.") -> Report:
    section = Section(
        key="letter", title="Surat Pengantar", blocks=(NUMBERS, Paragraph(content=(words,)), Contents())
    )
    return Report(
        meta=Meta(title="Surat Pengantar Laporan", body=LINES[0], form="letter", draft=draft),
        cover=Cover(lines=LINES, logo=logo),
        sections=(section,),
    )


def test_head_stands_above_the_letter_on_the_same_page_without_any_heading() -> None:
    content = exported(letter())
    words = [said(one) for one in body(content).iter(f"{W}p")]

    assert words[:3] == list(LINES)
    assert len(opened(content).sections) == 1
    assert not {"Surat Pengantar", "Surat Pengantar Laporan"} & set(words)


def test_first_line_of_the_head_is_bold_and_all_are_centred_above_a_double_rule() -> None:
    content = exported(letter())
    styles = opened(content).styles

    assert [said(one) for one in styled(content, "LetterBody")] == [LINES[0]]
    assert styles["Kop Nama"].font.bold
    assert not styles["Kop"].font.bold
    assert {str(styles[name].paragraph_format.alignment) for name in ("Kop Nama", "Kop")} == {"CENTER (1)"}
    (rule,) = styles["Garis Kop"].element.xpath("./w:pPr/w:pBdr/w:bottom")
    assert str(rule.get(f"{W}val")).startswith("thickThin")


def test_logo_stands_left_of_the_head() -> None:
    content = exported(letter(logo=picture()))
    emblem, lines = opened(content).tables[0].rows[0].cells

    assert "descr=" in emblem._element.xml  # noqa: SLF001  pictures are not public
    assert [one.text for one in lines.paragraphs] == list(LINES)


def test_letterhead_of_the_body_makes_room_for_no_second_head(tmp_path: Path) -> None:
    content = exported(letter(), DocxExporter(template=letterhead(tmp_path, has_footer=False)))
    (section,) = opened(content).sections

    assert section.header.paragraphs[0].text.startswith("PEMERINTAH KOTA CONTOH")
    assert section.footer.is_linked_to_previous, "no page number of ours on the letterhead"
    assert not list(styled(content, "LetterBody", "LetterWay", "LetterRule"))


def test_only_the_number_stands_at_the_foot_and_only_from_the_second_page_on() -> None:
    (section,) = opened(exported(letter(draft="DRAF"))).sections

    assert section.different_first_page_header_footer
    assert section.first_page_footer.is_linked_to_previous
    assert section.footer.paragraphs[0].text == "\t1"
    assert [one.text for one in section.header.paragraphs] == ["DRAF"]
    assert [one.text for one in section.first_page_header.paragraphs] == ["DRAF"]


def test_entries_of_contents_lead_somewhere_though_headings_are_not_shown() -> None:
    text = part(exported(letter()), "word/document.xml").decode()
    marks = re.findall(r'bookmarkStart w:id="\d+" w:name="(\w+)"', text)

    assert set(re.findall(r"PAGEREF (\w+) ", text)) <= set(marks)
    assert "bagian_letter" in marks


def test_last_column_of_the_numbers_has_the_rest_of_the_line() -> None:
    table = opened(exported(letter())).tables[0]
    label, colon, value = (column.width.mm for column in table.columns)

    assert colon < label < value
    assert label + colon + value == pytest.approx(155, abs=0.2)


@pytest.mark.slow
@needs_printing
def test_letter_of_a_year_has_one_page_and_no_broken_label_with_a_logo_or_without(press: Press) -> None:
    composed = samples.composed(samples.small(), form="letter")
    letters = (evolve(composed, cover=evolve(composed.cover, logo=logo)) for logo in (None, picture()))
    (plain,), (with_logo,) = press.pages(*map(exported, letters))

    for page in (plain, with_logo):
        assert re.search(r"^\s*Lampiran\s+:", page, re.MULTILINE)
        assert not re.search(r"^\s*1\s*$", page, re.MULTILINE), "no page number"

from __future__ import annotations

import re

import pytest
from tests.exporters import example, sample, small
from tests.exporters.docx.opening import W, body, exported, of, said, styled
from tests.exporters.docx.printing import Press, bookmarked_pages, needs_printing

from ppid_core.report import Chart, Column, Contents, Picture, Table
from ppid_exporters.docx import DocxExporter
from ppid_exporters.layout.caption import Captions

REFERENCE = re.compile(r"PAGEREF (\w+) ")


@pytest.fixture(scope="module")
def content() -> bytes:
    return exported(sample.report())


def entries(content: bytes, *styles: str) -> list[str]:
    return [said(one).rpartition("\t")[0] for one in styled(content, *styles)]


def test_entries_are_the_headings_in_their_order(content: bytes) -> None:
    headings = [said(one).replace("\n", " ") for one in styled(content, "Heading1", "Heading2", "Heading3")]

    assert headings == entries(content, "TOC1", "TOC2", "TOC3")


def test_lists_name_every_table_and_every_picture(content: bytes) -> None:
    captions = Captions.of(sample.report())

    assert [one.line for one in (*captions.tables, *captions.pictures)] == entries(content, "TableofFigures")


def test_every_entry_points_to_a_bookmark_that_stands_once(content: bytes) -> None:
    text = _text(content)
    marks, references = re.findall(r'bookmarkStart w:id="\d+" w:name="(\w+)"', text), REFERENCE.findall(text)

    assert len(marks) == len(set(marks))
    assert set(references) <= set(marks)
    assert all(len(mark) <= 40 for mark in marks)
    assert sorted(re.findall(r'bookmarkStart w:id="(\d+)"', text)) == sorted(
        re.findall(r'bookmarkEnd w:id="(\d+)"', text)
    )


def test_fields_are_closed_and_their_codes_hold_nothing_typed(content: bytes) -> None:
    text = _text(content)
    codes = {code.split()[0] for code in re.findall(r"<w:instrText[^>]*> ([^<]*) </w:instrText>", text)}

    assert text.count('fldCharType="begin"') == text.count('fldCharType="end"')
    assert codes == {"TOC", "PAGEREF", "SEQ"}


def test_captions_of_tables_stand_above_and_are_counted_by_a_field() -> None:
    content = exported(small.report())
    captions = [said(one) for one in styled(content, "Caption")]

    assert captions == [
        "Tabel 1 Permohonan menurut keputusan",
        "Grafik 1 Permohonan menurut keputusan",
        "Tabel 2 Ketersediaan informasi",
    ]
    assert "SEQ Tabel " in _text(content)


def test_the_number_of_a_caption_is_bold_from_the_beginning_of_its_field_on() -> None:
    caption, *_ = styled(exported(small.report()), "Caption")
    bold = [run for run in caption.iter(f"{W}r") if run.find(f"{W}rPr/{W}b") is not None]
    parts = ["".join(run.itertext()) or run[-1].get(f"{W}fldCharType") for run in bold]

    assert parts == ["Tabel ", "begin", " SEQ Tabel \\* ARABIC ", "separate", "1", "end"]


def test_pictures_keep_the_numbers_of_the_body_when_word_counts_anew() -> None:
    """Word would make a list of charts alone: the list is no field then, only its pages are."""
    table = Table(key="t", caption="T", columns=(Column(key="a", title="A"),), rows=(("a",),))
    chart = Chart(key="c", kind="bars", table="t", category="a", series=("a",), title="C", alt="c")
    with_picture = exported(of(Contents(), table, chart, Picture(number="2.4", caption="Ruang")))

    assert "TOC \\h \\z \\c Grafik" not in _text(with_picture)
    assert "TOC \\h \\z \\c Grafik" in _text(exported(of(Contents(), table, chart)))
    assert "Gambar 2.4 Ruang" in entries(with_picture, "TableofFigures")


def test_keys_that_word_cannot_name_have_bookmarks_of_their_own() -> None:
    tables = tuple(
        Table(key=key, caption="T", columns=(Column(key="a", title="A"),), rows=(("a",),))
        for key in ("x" * 60 + "1", "x" * 60 + "2", "جدول", "表", "a b", "a_b")
    )
    text = _text(exported(of(Contents(), *tables)))
    marks = re.findall(r'w:name="(\w+)"', text)

    assert len(set(marks)) == len(marks)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", mark) for mark in marks)


@pytest.mark.slow
@needs_printing
@pytest.mark.parametrize(
    ("name", "paper"), [("kota-serang-2020", ""), ("kabupaten-contoh-2024", ""), (example.INVENTED, "F4")]
)
def test_every_entry_bears_the_number_at_the_foot_of_the_page_that_libreoffice_sets(
    name: str, paper: str, press: Press
) -> None:
    content = exported(example.report(name), DocxExporter(paper=paper)) if paper else example.word_file(name)
    (pages,), (pdf,) = press.pages(content), press.printed(content)
    feet, places = [page.split()[-1] for page in pages], bookmarked_pages(pdf)
    told = {
        one: said(one).rpartition("\t") for one in styled(content, "TOC1", "TOC2", "TOC3", "TableofFigures")
    }
    wanted = {one: next(link.get(f"{W}anchor", "") for link in one.iter(f"{W}hyperlink")) for one in told}
    wrong = {
        words: (number, feet[places[wanted[one]]])
        for one, (words, _, number) in told.items()
        if number != feet[places[wanted[one]]]
    }

    assert len(told) > 50
    assert {} == wrong


def _text(content: bytes) -> str:
    from xml.etree.ElementTree import tostring  # noqa: PLC0415  only here

    return re.sub(r"ns\d+:", "w:", tostring(body(content), encoding="unicode"))

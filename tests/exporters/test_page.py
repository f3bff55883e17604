"""What a page puts first, folds, links to, and shows in another way where there is little room."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from tests.exporters import example, sample
from tests.exporters.opened_page import classed, exported, parsed, said

from ppid_core import Artifact, Dossier, Report
from ppid_core.language import Lang
from ppid_core.model import Absent, CellState
from ppid_core.report import Column, Table
from ppid_core.summary import listed
from ppid_core.testing.samples import every_block
from ppid_exporters.html import HtmlExporter
from ppid_exporters.html.narrow import may_scroll
from ppid_exporters.layout.grid import Grid

OTHERS: Mapping[str, Sequence[Artifact]] = {
    "Word (.docx)": (Artifact(name="laporan.docx", media_type="x", content=b"1" * 1234),),
    "Data <CSV>": (
        Artifact(name='a "b#1.csv', media_type="text/csv", content=b"1"),
        Artifact(name="datapackage.json", media_type="application/json", content=b"2"),
    ),
    "Tidak ada": (),
}


@pytest.fixture(scope="module")
def document() -> Element:
    return parsed(exported(sample.report()))


def test_key_figures_come_first_then_contents_then_all_others_as_they_were(document: Element) -> None:
    shown = [one.attrib["id"].removeprefix("bagian-") for one in classed(document, "chapter")]

    first = ["key_figures", "contents"]
    others = [section.key for section in sample.report().sections if section.key not in first]
    assert first + others == shown


def test_contents_and_lists_are_folded(document: Element) -> None:
    (contents,) = document.iter("nav")
    folded = list(contents.iter("details"))

    assert ["Daftar isi", "Daftar Tabel", "Daftar Gambar dan Grafik"] == [said(one[0]) for one in folded]
    assert [] == [one for one in folded if "open" in one.attrib]
    assert len(list(contents.iter("a"))) == sum(len(list(one.iter("a"))) for one in folded)


def test_matrix_is_told_as_a_list_of_its_rows_with_every_cell(document: Element) -> None:
    (listed,) = classed(document, "by-row")
    table = sample.matrix()

    entries = {said(classed(entry, "name")[0]): entry for entry in listed.iter("li")}
    assert [row[0] for row in table.rows] == list(entries)
    for row in table.rows:
        told = {
            said(line[1]).rstrip(":"): (line[1].tail or "").strip().split(", ")
            for line in entries[str(row[0])].iter("p")
            if len(line) > 1 and line[1].tag == "b"
        }
        cells = list(zip(table.columns, row, strict=True))
        columns = [[column.title for column, cell in cells if cell is state] for state in CellState]
        assert len(told) in {0, len([titles for titles in columns if titles])}
        assert all(titles in columns for titles in told.values())
    assert "tanpa isian" == said(classed(entries["BPBD"], "of")[0])


def test_back_to_the_top_is_the_last_link(document: Element) -> None:
    *_, last = document.iter("a")

    (header,) = document.iter("header")
    assert f"#{header.attrib['id']}" == last.attrib["href"]


def test_only_tables_that_may_be_too_wide_are_stops_of_the_keyboard(document: Element) -> None:
    tables = {table.key: table for table in sample.report().tables()}

    for scroll in classed(document, "scroll"):
        (table,) = scroll.iter("table")
        is_wide = may_scroll(Grid.of(tables[table.attrib["data-table"]]))
        assert is_wide == ("tabindex" in scroll.attrib) == ("aria-label" in scroll.attrib)


@pytest.mark.parametrize(
    ("rows", "is_wide"),
    [
        ((("a b c d e f g h i j k l m n o p q r s t u v w x y z", 1),), False),
        ((("sepanjang" * 5, 1),), True),
        ((("a", 10**40),), True),
        ((), False),
    ],
)
def test_width_of_a_table_is_that_of_its_longest_words(
    rows: tuple[tuple[str, int], ...], *, is_wide: bool
) -> None:
    table = Table(key="t", columns=(Column(key="a", title="a"), Column(key="b", title="b")), rows=rows)

    assert is_wide == may_scroll(Grid.of(table))


def beside(report: Report, others: Mapping[str, Sequence[Artifact]] = OTHERS) -> str:
    exporter = HtmlExporter()
    (page,) = exporter.beside(report, tuple(exporter.export(report)), others)
    return page.content.decode()


@pytest.mark.parametrize(
    ("lang", "name", "count"), [("id", "Berkas", "2 berkas"), ("en", "Files", "2 files")]
)
def test_files_made_together_are_linked(lang: Lang, name: str, count: str) -> None:
    document = parsed(beside(every_block(lang=lang)))

    files = next(one for one in document.iter("nav") if one.attrib["aria-label"].startswith(name))
    assert ["./laporan.docx", "./data/a%20%22b%231.csv", "./data/datapackage.json"] == [
        link.attrib["href"] for link in files.iter("a")
    ]
    assert ["Data <CSV> " + count] == [said(one).partition(",")[0] for one in files.iter("summary")]
    assert ("1.2 kB" if lang == "en" else "1,2 kB") == said(classed(files, "size")[0])


def test_page_alone_links_no_file_and_stays_as_it_was() -> None:
    report = every_block("<!-- berkas -->")

    assert exported(report) == beside(report, {})
    assert 2 == beside(report).count("<nav class="), "contents and files"


@pytest.mark.slow
def test_a_report_links_what_was_written_with_it_and_nothing_else(tmp_path: Path) -> None:
    work = Dossier.open(sample.FOLDER)

    paths = work.write(tmp_path, formats=("html", "markdown", "json"), form="brief")

    (page,) = (path for path in paths if path.suffix == ".html")
    (files,) = classed(parsed(page.read_text(encoding="utf-8")), "files")
    links = [tmp_path / link.attrib["href"] for link in files.iter("a")]
    assert [path for path in paths if path != page] == links


def spoken(document: Element, lang: str) -> set[str]:
    """Return what the elements marked with a language say, each cell and item by itself."""
    marked = (one for one in next(document.iter("main")).iter() if one.attrib.get("lang") == lang)
    parts = (part for one in marked for part in (one.iter("li") if one.tag in {"ul", "ol"} else [one]))
    return {said(one) for one in parts}


def test_what_staff_wrote_is_marked_as_indonesian_in_an_english_edition() -> None:
    work = Dossier.open(sample.FOLDER)
    document = parsed(exported(work.report(lang="en")))

    marked = spoken(document, "id")
    narrative, year = work.year.narrative, work.year
    assert not isinstance(narrative.regulations, Absent)
    assert {row.about for row in narrative.regulations} <= marked
    assert not isinstance(year.service.facilities, Absent)
    assert {row.name for row in year.service.facilities} <= marked
    assert {agency.label for agency in listed(year.agencies)} & marked
    names = {said(one) for one in document.iter("span") if one.attrib.get("class") == "name"}
    assert names
    assert names <= marked, "the matrix as a list of agencies"
    (foreword,) = (one for one in classed(document, "chapter") if one.attrib["id"] == "bagian-foreword")
    signed = {line for block in classed(foreword, "signature") for line in block.iter("p")}
    assert {"id"} == {one.attrib.get("lang") for one in foreword.iter("p") if one not in signed}
    assert [] == [words for words in marked if re.search(r"\b(of|the|in)\b", words)]
    assert {"Renja", "poin", "Satpol PP"} <= marked, "a turned heading, a word of a note, a desk"


def test_nothing_is_marked_in_an_edition_of_the_same_language() -> None:
    document = parsed(exported(Dossier.open(sample.FOLDER).report()))

    assert [document] == [one for one in document.iter() if "lang" in one.attrib]


@pytest.mark.slow
def test_days_of_a_register_stay_on_one_line_and_its_long_columns_have_room() -> None:
    document = parsed(exported(example.report("kabupaten-contoh-2024")))
    tables = {one.attrib.get("data-table"): one for one in document.iter("table")}
    book = tables["register_objections"]

    days = [said(one) for one in book.iter("td") if "day" in one.attrib.get("class", "").split()]
    assert len(days) > 15
    assert all(re.fullmatch(r"(\w+, )?\d\d-\d\d-\d{4}", day) for day in days)
    given = [
        said(one) for one in book.iter("th") if {"long", "longest"} & set(one.attrib.get("class", "").split())
    ]
    assert {"Informasi yang diminta", "Alasan keberatan (Pasal 35)"} <= set(given)
    assert not [one for one in tables["suits"].iter("th") if "long" in one.attrib.get("class", "").split()]

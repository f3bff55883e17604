"""The PDF as a file: what it says of itself, its tags, bookmarks, data and pages."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from pypdf import PdfReader
from tests.exporters import sample, small
from tests.exporters.pdf.opened import exported, of, reader_of, said, tree

from ppid_core.errors import ExtraMissingError, OptionError, UnknownNameError
from ppid_core.language import Lang
from ppid_core.plugins import Artifact
from ppid_core.report import (
    Chart,
    Column,
    Edition,
    Meta,
    Notice,
    Paragraph,
    Picture,
    Report,
    Section,
    Signature,
    Table,
)
from ppid_core.testing import samples
from ppid_exporters.json import carried
from ppid_exporters.pdf import PdfExporter, blocks


@pytest.fixture(scope="module")
def artifact() -> Artifact:
    return exported(sample.report())


@pytest.fixture(scope="module")
def reader(artifact: Artifact) -> PdfReader:
    return reader_of(artifact)


def catalogue(reader: PdfReader) -> Any:  # noqa: ANN401  an object of PDF
    return reader.trailer["/Root"]


def test_metadata_name_title_body_and_the_day_of_the_signature(reader: PdfReader) -> None:
    assert reader.metadata is not None
    assert "Laporan Layanan Informasi Publik Tahun 2020" == reader.metadata.title
    assert "Pemerintah Kota Serang" == reader.metadata.author
    assert {"D:20210107000000Z"} == {str(reader.metadata[key]) for key in ("/CreationDate", "/ModDate")}


def test_file_claims_both_standards(reader: PdfReader) -> None:
    """PDF/A-3b (ISO 19005-3) and PDF/UA-1 (ISO 14289-1)."""
    claimed = catalogue(reader)["/Metadata"].get_data().decode()

    assert "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" in claimed.replace(
        "\n", ""
    )
    assert "<pdfuaid:part>1</pdfuaid:part>" in claimed
    assert catalogue(reader)["/MarkInfo"]["/Marked"]
    assert catalogue(reader)["/ViewerPreferences"]["/DisplayDocTitle"]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_language_of_the_document_is_told(lang: Lang) -> None:
    report = of(Paragraph(content=("x",)), meta=Meta(title="x", lang=lang))

    assert lang == catalogue(reader_of(exported(report)))["/Lang"]


def test_fonts_are_embedded_and_none_of_the_machine(reader: PdfReader) -> None:
    fonts = {
        str(font.get_object()["/BaseFont"]).rpartition("+")[2]
        for page in reader.pages
        for font in page["/Resources"].get("/Font", {}).values()  # type: ignore[attr-defined]  # a dictionary in every page of ours
    }

    assert {"LiberationSans", "LiberationSans-Bold", "DejaVuSans"} == {
        font.removesuffix("-Regular") for font in fonts
    }


def test_data_are_attached_and_told_as_the_source(reader: PdfReader) -> None:
    report = sample.report()
    (file,) = catalogue(reader)["/AF"]

    assert {"laporan.json": [carried(report)]} == dict(reader.attachments)
    assert ("/Data", "laporan.json") == (file.get_object()["/AFRelationship"], file.get_object()["/UF"])


def test_attached_data_hold_no_applicant_even_in_the_internal_edition() -> None:
    report = samples.composed(samples.small(), edition="internal")

    (data,) = reader_of(exported(report)).attachments["laporan.json"]

    assert "public" == json.loads(data)["meta"]["edition"]


def titles(outline: Sequence[Any], depth: int = 1) -> list[tuple[int, str]]:
    return [
        found
        for entry in outline
        for found in (titles(entry, depth + 1) if isinstance(entry, list) else [(depth, str(entry.title))])
    ]


def test_bookmarks_are_the_headings(reader: PdfReader) -> None:
    expected = [(depth, section.heading) for depth, section in sample.report().walk()]

    lists = {"Daftar Tabel", "Daftar Gambar dan Grafik"}
    assert expected == [entry for entry in titles(reader.outline) if entry[1] not in lists]


def test_headings_do_not_skip_a_level(artifact: Artifact) -> None:
    levels = [
        int(one.tag[1]) for one in tree(artifact).walk() if one.tag[:1] == "H" and one.tag[1:].isdigit()
    ]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_section_and_captioned_block_can_be_linked_to(reader: PdfReader) -> None:
    wanted = {f"bagian-{section.key}" for _, section in sample.report().walk()}
    wanted |= {f"tabel-{table.key}" for table in sample.report().tables()}

    assert wanted <= set(reader.named_destinations)


def test_tables_have_headings_and_captions_with_their_numbers(artifact: Artifact) -> None:
    tables = [element for element in tree(artifact).walk() if element.tag == "Table"]
    captions = [said.text for table in tables for said in table.walk() if said.tag == "Caption"]

    assert [f"Tabel {number}" for number in range(1, 12)] == [line[: line.index(" ", 6)] for line in captions]
    assert all(any(cell.tag == "TH" for cell in table.walk()) for table in tables)


def test_pictures_have_their_description(artifact: Artifact) -> None:
    charts = [block.alt for block in sample.report().blocks() if isinstance(block, Chart)]
    alts = [element.alt for element in tree(artifact).walk() if element.tag == "Figure"]

    assert "" not in alts
    assert set(charts) <= set(alts)


def test_states_of_the_matrix_are_read_aloud(artifact: Artifact) -> None:
    alts = [element.alt for element in tree(artifact).walk() if element.tag == "Figure"]

    assert 199 == alts.count("tersedia")


def test_figures_of_key_figures_stand_above_their_names(artifact: Artifact) -> None:
    prose = said(artifact, "P")

    at = prose.index("permohonan")
    assert ["84", "permohonan", "delapan puluh empat"] == prose[at - 1 : at + 2]


def test_lists_name_every_table_and_picture(artifact: Artifact) -> None:
    entries = said(artifact, "TOCI")

    tables = [table for table in sample.report().tables() if table.caption and table.key != "key_figures"]
    assert len(tables) == sum(entry.startswith("Tabel ") for entry in entries)
    assert any(entry.startswith("Grafik 1 ") for entry in entries)


def test_pages_are_numbered_in_roman_before_the_first_chapter(reader: PdfReader) -> None:
    labels = reader.page_labels

    assert ["ii", "iii"] == labels[1:3], "the cover is the first, as in Word"
    first = labels.index("1")
    assert [str(number) for number in range(1, len(labels) - first + 1)] == labels[first:]


@pytest.mark.slow
def test_foot_has_title_and_body_on_all_pages_but_the_cover(reader: PdfReader) -> None:
    foot = "Laporan Layanan Informasi Publik Tahun 2020 · Pemerintah Kota Serang"

    cover, *pages = (page.extract_text() for page in reader.pages)

    assert foot not in cover
    assert all(foot in page for page in pages)


def test_matrix_stands_on_the_long_side_of_the_paper(reader: PdfReader) -> None:
    flipped = [page for page in reader.pages if page.mediabox.width > page.mediabox.height]

    assert "Ketersediaan" in flipped[0].extract_text()
    assert all("Tersedia" in page.extract_text() for page in flipped)


@pytest.mark.parametrize("edition", ["public", "internal"])
def test_marks_stand_on_every_page_and_on_the_cover(edition: Edition) -> None:
    report = small.report()
    meta = evolve(report.meta, edition=edition)

    pages = [page.extract_text() for page in reader_of(exported(evolve(report, meta=meta))).pages]

    assert all(mark in page for mark in meta.marks for page in pages)
    assert all(2 == pages[0].count(mark) for mark in meta.marks)


@pytest.mark.slow
def test_report_without_marks_has_none(reader: PdfReader) -> None:
    assert not any("DRAF" in page.extract_text() for page in reader.pages)


@pytest.mark.parametrize(
    ("exporter", "size"),
    [
        (PdfExporter(), (595, 842)),
        (PdfExporter(paper="F4"), (609, 935)),
        (PdfExporter(paper="f4"), (609, 935)),
    ],
)
def test_paper_is_an_option(exporter: PdfExporter, size: tuple[int, int]) -> None:
    box = reader_of(exported(small.report(), exporter)).pages[0].mediabox

    assert size == (round(box.width), round(box.height))


def test_unknown_paper_lists_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match="A4, F4"):
        exported(small.report(), PdfExporter(paper="A5"))


def test_darkened_accent_is_told() -> None:
    (note,) = exported(small.report(), PdfExporter(accent="#FFCC00")).notes

    assert note.startswith("Warna utama #FFCC00 digelapkan")
    assert () == exported(small.report()).notes


def test_brief_form_has_no_cover_and_letter_no_foot() -> None:
    brief, letter = (
        reader_of(
            exported(of(Paragraph(content=("isi",)), meta=Meta(title="Judul", body="Badan", form=form)))
        )
        for form in ("brief", "letter")
    )

    assert 1 == len(brief.pages) == len(letter.pages)
    assert "Judul · Badan" in brief.pages[0].extract_text()
    assert "Judul · Badan" not in letter.pages[0].extract_text()


def test_table_without_titles_is_set_without_caption_and_heading() -> None:
    columns = tuple(Column(key=key, title="") for key in ("label", "value"))
    table = Table(
        key="letter_head", columns=columns, rows=(("Nomor", "1"), ("Hal", "Laporan")), caption="Kepala"
    )

    artifact = exported(of(table))

    assert [] == said(artifact, "Table")
    assert ["Nomor", "1", "Hal", "Laporan"] == said(artifact, "Span")[-4:]
    assert "Kepala" not in tree(artifact).text


def test_signature_stays_with_what_it_signs() -> None:
    """Wherever the page ends: so many lines stand above that some of these documents end near its foot."""
    signed = (
        Paragraph(content=("Demikian laporan ini.",)),
        Signature(place="Serang", office="PPID", name="Nama"),
    )
    for lines in range(20, 36):
        above = (Paragraph(content=("baris",)) for _ in range(lines))
        pages = [page.extract_text() for page in reader_of(exported(of(*above, *signed))).pages]

        assert [("Demikian" in page) for page in pages] == [("Nama" in page) for page in pages], lines


def test_no_heading_stands_alone_at_the_foot_of_a_page() -> None:
    for lines in range(28, 38):
        above = tuple(Paragraph(content=("baris",)) for _ in range(lines))
        inner = Section(key="t", label="1.1", title="Anak judul", blocks=(Notice(text="Tidak disajikan."),))
        chapter = Section(key="s", label="BAB I", title="Bagian", blocks=above, sections=(inner,))
        pages = [
            page.extract_text()
            for page in reader_of(exported(Report(meta=Meta(title="x"), sections=(chapter,)))).pages
        ]

        assert [("Anak judul" in page) for page in pages] == [
            ("Tidak disajikan" in page) for page in pages
        ], lines


def test_picture_without_a_file_is_told() -> None:
    words = tree(
        exported(of(Picture(number="2", caption="Meja"), Picture(caption="Kursi", content=b"x")))
    ).text

    assert "Gambar 2 Meja (berkas gambar tidak disertakan)" in words
    assert "Kursi (berkas gambar tidak terbaca)" in words


def test_without_charts_the_description_points_to_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "draw", lambda *_: None)

    words = tree(exported(small.report())).text

    assert "Dikabulkan 1.200; ditolak 50. Angkanya pada Tabel 1." in words


def test_without_typst_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(ExtraMissingError, match=r'pip install "ppid-core\[pdf\]"'):
        exported(of())


def test_missing_logo_is_told(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"lambang\.png"):
        exported(of(), PdfExporter(logo=tmp_path / "lambang.png"))


def test_heading_row_repeats_and_no_row_is_split() -> None:
    rows = tuple((f"awal-{at} " + "kata " * 30 + f"akhir-{at}", at) for at in range(60))
    columns = (Column(key="words", title="Uraian panjang"), Column(key="number", title="Nomor"))

    artifact = exported(of(Table(key="t", columns=columns, rows=rows)))
    pages = [f"{page.extract_text()}\n".split() for page in reader_of(artifact).pages[1:]]

    assert len(pages) > 2
    assert all("Uraian" in page for page in pages)
    for at in range(60):
        assert [f"awal-{at}" in page for page in pages] == [f"akhir-{at}" in page for page in pages]


def test_annexes_begin_a_page_and_follow_each_other() -> None:
    """Never below what is signed, however much room is left there; among each other as chapters do."""
    words = Paragraph(content=("Beberapa kata.",))
    keys = ("closing", "annex_requests", "annex_objections")
    chapters = tuple(Section(key=key, label=key, title=key, blocks=(words,)) for key in keys)

    artifact = exported(Report(meta=Meta(title="Judul"), sections=chapters))

    _, body, annexes = (page.extract_text() for page in reader_of(artifact).pages)
    assert "closing" in body
    assert all(key in annexes for key in keys[1:])

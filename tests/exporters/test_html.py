from __future__ import annotations

import io
import itertools
import json
import re
import sys
from base64 import b64decode
from collections import Counter
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image
from tests.exporters import hostile, sample, small
from tests.exporters.opened_page import exported, parsed, said

from ppid_core import Dossier
from ppid_core.errors import ExtraMissingError, UnknownNameError
from ppid_core.report import (
    Chart,
    Column,
    Cover,
    Meta,
    Paragraph,
    Picture,
    Ratio,
    Report,
    Section,
    Table,
    Theme,
)
from ppid_core.testing import samples
from ppid_core.testing.samples import composed
from ppid_exporters.html import HtmlExporter
from ppid_exporters.layout.character import one_line, printable

BROKEN = b"\x89PNG\r\n\x1a\n"


def picture(width: int = 40, height: int = 30) -> bytes:
    """Return the file of a photograph that says where it was taken."""
    image, exif, file = Image.new("RGB", (width, height), "#336699"), Image.Exif(), io.BytesIO()
    exif[ExifTags.IFD.GPSInfo] = {1: "S", 2: (6.0, 7.0, 13.5), 29: "2020:02:13"}
    exif[ExifTags.Base.Artist] = "juru foto"
    image.save(file, "JPEG", exif=exif)
    return file.getvalue()


def embedded(page: str) -> list[bytes]:
    return [b64decode(found) for found in re.findall(r'src="data:image/[a-z]+;base64,([^"]+)"', page)]


def of(*blocks: Paragraph | Table | Picture | Chart) -> Report:
    return Report(meta=Meta(title="Judul"), sections=(Section(key="s", title="Bagian", blocks=blocks),))


def data_of(document: Element) -> Iterator[Element]:
    """Yield the elements of data that the page carries for this library."""
    return (one for one in document.iter("script") if one.attrib.get("id") == "ppid-data")


def lines(document: Element, tag: str) -> list[str]:
    return [one_line(said(element)) for element in document.iter(tag)]


@pytest.fixture(scope="module")
def page() -> str:
    return exported(sample.report())


@pytest.fixture(scope="module")
def document(page: str) -> Element:
    return parsed(page)


def test_page_is_self_contained_and_needs_no_script(page: str, document: Element) -> None:
    assert [] == list(document.iter("link"))
    assert ["application/json"] == [one.attrib["type"] for one in document.iter("script")]
    assert "default-src 'none'; style-src" in page
    assert [] == re.findall(r'(?:src|href)="(?!#|data:)[^"]*"', page)
    assert "url(http" not in page
    assert "@import" not in page


def test_page_has_language_title_landmarks_and_a_skip_link(document: Element) -> None:
    assert document.attrib["lang"] == "id"
    assert lines(document, "title") == [
        "Laporan Layanan Informasi Publik Tahun 2020 – Pemerintah Kota Serang"
    ]
    assert {"header": 1, "main": 1, "nav": 1, "footer": 1} == {
        tag: len(list(document.iter(tag))) for tag in ("header", "main", "nav", "footer")
    }
    first = next(document.iter("a"))
    assert ("#isi", "isi") == (first.attrib["href"], next(document.iter("main")).attrib["id"])


def test_headings_do_not_skip_a_level(document: Element) -> None:
    levels = [int(element.tag[1]) for element in document.iter() if re.fullmatch(r"h\d", str(element.tag))]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_id_is_unique_and_every_link_leads_to_one(document: Element) -> None:
    ids = Counter(element.attrib["id"] for element in document.iter() if "id" in element.attrib)
    links = {element.attrib["href"].removeprefix("#") for element in document.iter("a")}

    assert [] == [name for name, count in ids.items() if count > 1]
    assert links <= set(ids)


def test_tables_have_numbered_captions_and_scoped_headings(document: Element) -> None:
    captions = lines(document, "caption")

    assert [f"Tabel {number}" for number in range(1, 12)] == [line[: line.index(" ", 6)] for line in captions]
    assert all("scope" in heading.attrib for heading in document.iter("th"))


def test_tables_are_found_by_their_keys(document: Element) -> None:
    expected = [table.key for table in sample.report().tables()]

    assert expected == [table.attrib["data-table"] for table in document.iter("table")]
    holders = {one.attrib["id"]: one for one in document.iter() if "id" in one.attrib}
    for key in expected:
        inside = holders[f"tabel-{key}"].iter("table")
        assert [key] == [table.attrib["data-table"] for table in inside]


def test_figures_of_sentences_are_identified(document: Element) -> None:
    figures = [(one.attrib["data-measure"], one.attrib["value"], said(one)) for one in document.iter("data")]

    assert ("requests.total", "84", "84 (delapan puluh empat)") in figures
    assert ("compliance.share", "0.4307", "43,07 persen") in figures
    assert ("visits.total", "82800", "82.800 (delapan puluh dua ribu delapan ratus)") in figures


def cells(document: Element, key: str) -> Iterator[list[Element]]:
    table = next(table for table in document.iter("table") if table.attrib["data-table"] == key)
    return ([cell for cell in row if cell.tag in {"td", "th"}] for row in table.iter("tr"))


def test_cells_of_numbers_carry_their_plain_figure(document: Element) -> None:
    *_, total = cells(document, "visits")

    assert [("Jumlah", None), ("82.800", "82800")] == [
        (said(cell), cell.attrib.get("data-value")) for cell in total
    ]


def test_matrix_tells_states_in_words_and_blank_rows_once(document: Element) -> None:
    rows = {said(row[0]): row for row in cells(document, "availability") if row}

    full, blank = rows["Dinas Pertanian"], rows["BPBD"]

    assert ["disclosed"] * 14 == [cell.attrib["data-state"] for cell in full[1:-1]]
    assert said(full[1]).endswith("tersedia")
    assert said(full[-1]) == "14/14"
    assert [("tanpa isian", "15")] == [(said(cell), cell.attrib["colspan"]) for cell in blank[1:]]
    assert "0%" not in said(blank[0]) + said(blank[1])


def test_groups_stand_above_their_columns(document: Element) -> None:
    bands, names, *_ = cells(document, "availability")

    assert [("Berkala", "4"), ("Berkala", "2"), ("Setiap saat", "1"), ("Setiap saat", "1")] == [
        (said(band), band.attrib.get("colspan", "1")) for band in bands if band.attrib["scope"] == "colgroup"
    ]
    assert len(names) == 8


def test_key_figures_are_a_table_of_five_cards(document: Element) -> None:
    _, *rows = cells(document, "key_figures")

    assert ["84", "27", "53", "5", "43,07%"] == [said(row[1]) for row in rows]


def test_absent_key_figure_shows_its_reason(document: Element) -> None:
    budget = [[said(cell) for cell in row] for row in cells(document, "budget")]

    assert budget[1] == ["APBD", "Rp51.904.000,00", "tidak tercatat"]


def test_charts_are_pictures_with_their_description(document: Element) -> None:
    charts = [block for block in sample.report().blocks() if isinstance(block, Chart)]

    for width in ("broad", "narrow"):
        held = (one for one in document.iter("div") if one.attrib.get("class") == width)
        pictures = [one for div in held for one in div if one.attrib.get("role") == "img"]
        assert [chart.alt for chart in charts] == [picture.attrib["aria-label"] for picture in pictures]


def test_signature_stays_with_what_it_signs(document: Element) -> None:
    kept = next(one for one in document.iter("div") if one.attrib.get("class") == "keep")

    assert "Demikian laporan ini disampaikan" in said(kept)
    assert "W. Hari Pamungkas, S.STP, M.Si" in said(kept)


def test_draft_is_marked_on_cover_and_printed_pages() -> None:
    page = exported(small.report())

    assert "DRAF: 3 sel belum terbaca" in said(next(parsed(page).iter("header")))
    assert '@top-center { content: "DRAF: 3 sel belum terbaca"' in page
    assert "@top-center" not in exported(sample.report())


def test_internal_edition_is_marked_on_cover_screen_and_printed_pages() -> None:
    meta = Meta(title="Judul", edition="internal", draft="DRAF")
    page = exported(Report(meta=meta, cover=Cover(lines=("Judul",))))
    document, mark = parsed(page), "EDISI INTERNAL: memuat data pribadi, tidak untuk diumumkan"

    (bar,) = (one for one in document.iter("p") if one.attrib.get("class") == "mark")
    assert f"{mark} · DRAF" == said(bar)
    assert mark in said(next(document.iter("header")))
    assert f'@top-center {{ content: "{mark}" "\\A " "DRAF"; white-space: pre-line;' in page


def letter() -> Report:
    numbers = Table(
        key="letter_head",
        columns=tuple(Column(key=key, title="") for key in "abc"),
        rows=(("Nomor", ":", "1/2020"), ("Hal", ":", "Laporan")),
    )
    return Report(
        meta=Meta(title="Surat Pengantar Laporan", form="letter", body="Badan Contoh"),
        cover=Cover(lines=("Badan Contoh", "Jalan Contoh 1"), logo=picture()),
        sections=(
            Section(key="letter", title="Surat Pengantar", blocks=(numbers, Paragraph(content=("Isi.",)))),
        ),
    )


def test_letter_has_a_head_and_neither_cover_nor_contents_nor_page_foot() -> None:
    page = exported(letter())
    document = parsed(page)

    (head,) = document.iter("header")
    assert "kop" == head.attrib["class"]
    assert ["Badan Contoh", "Jalan Contoh 1"] == lines(head, "p")
    assert 1 == len(list(head.iter("img")))
    assert [] == list(document.iter("nav"))
    assert '@bottom-left { content: "' not in page
    hidden = [one.attrib.get("class") for tag in ("h1", "h2") for one in document.iter(tag)]
    assert ["unseen", "unseen"] == hidden


def test_table_without_headings_has_neither_heading_row_nor_number() -> None:
    document = parsed(exported(letter()))

    (table,) = document.iter("table")
    assert "bare" == table.attrib["class"]
    assert [] == list(table.iter("thead")) + list(table.iter("caption"))
    assert ["Nomor : 1/2020", "Hal : Laporan"] == [
        " ".join(said(cell) for cell in row) for row in table.iter("tr")
    ]


def test_page_carries_its_data() -> None:
    (data,) = data_of(parsed(exported(composed(samples.small()))))

    carried = json.loads(said(data))
    assert "ppid-data" == data.attrib["id"]
    assert (2023, 3) == (carried["year"]["period"]["year"], carried["summary"]["requests"]["total"])


def test_carried_data_hold_no_applicant_even_in_the_internal_edition() -> None:
    page = exported(composed(samples.named(), edition="internal"))

    data = "".join(map(said, parsed(page).iter("script")))
    assert [] == re.findall("nama-pemohon|alamat-pemohon|kontak-pemohon", data)
    assert "nama-pemohon" in page


@pytest.mark.parametrize(
    "words", ["</script><script>alert(1)</script>", "<!--", "\x85\x9f\ufffe\x07 a", "\ud800", "\U0001fffea"]
)
def test_carried_data_cannot_end_their_element(words: str) -> None:
    document = parsed(exported(composed(samples.worded(words))))

    described, data = document.iter("script")
    assert words == json.loads(said(data))["year"]["body"]["name"]
    assert words == json.loads(said(described))["publisher"]["name"]


def test_page_describes_itself_in_the_terms_of_schema_org() -> None:
    page = parsed(exported(Dossier.open(sample.FOLDER).report()))
    described = json.loads(said(next(page.iter("script"))))

    assert ("https://schema.org", "Report") == (described["@context"], described["@type"])
    assert ("2020-01-01/2020-12-31", "2021-01-07", "id") == tuple(
        described[name] for name in ("temporalCoverage", "datePublished", "inLanguage")
    )
    assert "GovernmentOrganization" == described["publisher"]["@type"]
    told = {one["propertyID"]: one["value"] for one in described["mainEntity"]["variableMeasured"]}
    assert (84, 53, 5) == tuple(told[f"{name}.total"] for name in ("requests", "objections", "disputes"))
    assert "requests.response_time.median" not in told, "nobody recorded it"


@pytest.mark.parametrize(
    ("choice", "types"),
    [
        ({"edition": "internal"}, ["application/json"]),
        ({"form": "letter"}, ["application/json"]),
        ({"form": "brief"}, ["application/ld+json", "application/json"]),
    ],
)
def test_only_what_is_published_is_described_to_programs(choice: dict[str, Any], types: list[str]) -> None:
    page = parsed(exported(composed(samples.small(), **choice)))

    assert types == [one.attrib["type"] for one in page.iter("script")]


@pytest.mark.parametrize(
    ("exporter", "size"),
    [
        (HtmlExporter(), "size: 210mm 297mm"),
        (HtmlExporter(paper="F4"), "size: 215mm 330mm"),
        (HtmlExporter(paper="f4"), "@page wide { size: 330mm 215mm"),
    ],
)
def test_paper_is_an_option(exporter: HtmlExporter, size: str) -> None:
    assert size in exported(small.report(), exporter)


def test_unknown_paper_lists_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match="A4, F4"):
        exported(small.report(), HtmlExporter(paper="A5"))


def test_theme_of_the_report_holds_where_no_option_is_set() -> None:
    report = Report(meta=Meta(title="x", theme=Theme(paper="F4", accent="#0B4454")))

    assert "size: 215mm 330mm" in exported(report)
    assert "--accent: #0B4454;" in exported(report)
    assert "--accent: #123B5D;" in exported(report, HtmlExporter(accent="#123B5D"))


def test_darkened_accent_is_told_at_the_end() -> None:
    document = parsed(exported(small.report(), HtmlExporter(accent="#FFCC00")))

    assert "Warna utama #FFCC00 digelapkan" in said(next(document.iter("footer")))


def test_pictures_are_embedded_and_a_missing_one_is_told() -> None:
    there = Picture(number="1", caption="Ruang", alt="Meja", content=picture())
    document = parsed(exported(of(there, Picture(number="2", caption="Meja"))))

    (image,) = document.iter("img")
    assert ("Meja", "40", "30") == tuple(image.attrib[name] for name in ("alt", "width", "height"))
    assert image.attrib["src"].startswith("data:image/jpeg;base64,")
    assert ["Gambar 1 Ruang", "Gambar 2 Meja (berkas gambar tidak disertakan)"] == lines(
        document, "figcaption"
    )


@pytest.mark.parametrize("content", [BROKEN, b"bukan gambar", picture()[:200]])
def test_picture_that_cannot_be_read_is_told_and_no_crash(content: bytes) -> None:
    document = parsed(exported(of(Picture(number="1", caption="Ruang", content=content))))

    assert [] == list(document.iter("img"))
    assert ["Gambar 1 Ruang (berkas gambar tidak terbaca)"] == lines(document, "figcaption")


def test_place_and_photographer_of_a_picture_are_left_out() -> None:
    content = picture()
    assert Image.open(io.BytesIO(content)).getexif().get_ifd(ExifTags.IFD.GPSInfo)

    (shown,) = embedded(exported(of(Picture(number="1", caption="Ruang", content=content))))

    exif = Image.open(io.BytesIO(shown)).getexif()
    assert ({}, {}) == (dict(exif), dict(exif.get_ifd(ExifTags.IFD.GPSInfo)))
    assert [] == [word for word in (b"juru foto", b"Exif", b"2020:02:13") if word in shown]


def test_without_pillow_pictures_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    report = of(Picture(number="1", caption="Ruang", content=picture()))
    monkeypatch.setitem(sys.modules, "PIL", None)

    with pytest.raises(ExtraMissingError, match=r'pip install "ppid-core\[html\]"'):
        exported(report)


def test_logo_stands_on_the_cover() -> None:
    report = Report(meta=Meta(title="x"), cover=Cover(lines=("x",), logo=picture()))

    assert 'class="logo" src="data:image/jpeg;base64,' in exported(report)


@pytest.mark.parametrize("words", hostile.CASES)
def test_hostile_text_is_text_and_the_page_stays_valid(words: str) -> None:
    document = parsed(exported(hostile.report(words, hostile.kind_in_turn(words))))
    line = one_line(words)

    assert lines(document, "h1") == [line]
    assert f"{line} {line}" in lines(document, "h3")
    for tag in ("p", "li", "td", "th"):
        assert line in lines(document, tag), tag
    assert ["ppid-data"] == [one.attrib["id"] for one in document.iter("script") if "id" in one.attrib]
    assert [] == [one for one in document.iter() if any(name.startswith("on") for name in one.attrib)]


@given(st.text())
@settings(max_examples=40, deadline=None)
def test_any_text_of_a_paragraph_is_shown_as_it_is(words: str) -> None:
    document = parsed(exported(of(Paragraph(content=("x", words)))))

    (paragraph,) = (one for one in next(document.iter("main")).iter("p"))
    assert printable(f"x{words}") == said(paragraph)


def test_right_to_left_figures_are_isolated() -> None:
    assert "unicode-bidi: isolate" in exported(small.report())


def test_without_jinja2_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)

    with pytest.raises(ExtraMissingError, match=r'pip install "ppid-core\[html\]"'):
        exported(small.report())


def test_without_charts_the_description_points_to_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a table that no other test draws: pictures once drawn are kept."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)

    document = parsed(exported(of(evolve(small.CASES, rows=small.CASES.rows[:1]), small.CHART)))

    assert [] == list(document.iter("svg"))
    assert "Dikabulkan 1.200; ditolak 50. Angkanya pada Tabel 1." in lines(document, "p")


def test_shares_outside_a_matrix_are_percentages() -> None:
    table = Table(
        key="t",
        columns=(Column(key="a", title="a"), Column(key="b", title="b")),
        rows=(("x", Ratio(1, 3)),),
    )

    assert [["a", "b"], ["x", "33,33%"]] == [
        [said(cell) for cell in row] for row in cells(parsed(exported(of(table))), "t")
    ]

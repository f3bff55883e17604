"""How sheets are called, listed, frozen, filtered and printed; what the file says of itself."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.exporters import hostile, sample, small
from tests.exporters.xlsx.opened import of, opened
from tests.readers.sampled import sampled

from ppid_core.errors import ExtraMissingError, UnknownNameError
from ppid_core.report import Column, Meta, Notice, Report, Rupiah, Table, Value
from ppid_exporters.xlsx import XlsxExporter
from ppid_exporters.xlsx.cells import letters
from ppid_exporters.xlsx.limits import length, sheet_names, shortened

INTERNAL = Meta(title="Judul & anak judul", body="Badan", edition="internal", draft="DRAF: 3 baris")


def table(key: str = "contoh", caption: str = "Contoh", columns: int = 2, *, wide: bool = False) -> Table:
    heads = tuple(Column(key=f"c{at}", title=f"Kolom {at}") for at in range(columns))
    return Table(key=key, columns=heads, rows=(("isi",) * columns,) * 3, caption=caption, wide=wide)


def test_each_table_is_a_sheet_in_the_order_of_the_document() -> None:
    report = sample.report()

    names = list(opened(report).sheets)

    assert 1 + len(list(report.tables())) == len(names)
    assert ["Isi", "Lima angka pokok", "1 Peraturan yang menjadi…"] == names[:3]


def test_first_sheet_says_what_the_document_is_and_lists_the_others() -> None:
    notice = Notice(text="Waktu tidak disajikan.", basis="UU 14/2008 Pasal 12")

    rows = next(iter(opened(of(table(), notice, meta=INTERNAL)).sheets.values()))
    said = [[cell for cell in row if cell != ""] for row in rows]

    assert ["Judul & anak judul"] == said[0]
    assert ["EDISI INTERNAL: memuat data pribadi, tidak untuk diumumkan"] == said[1]
    assert ["DRAF: 3 baris"] == said[2]
    assert ["Badan publik", "Badan"] == said[3]
    assert ["Lembar", "Tabel", "Baris", "Grafik", "Kunci"] in said
    assert ["1 Contoh", "Tabel 1 Contoh", 3.0, "contoh"] in said
    assert ["Waktu tidak disajikan. Dasar: UU 14/2008 Pasal 12."] in said


def test_list_says_period_and_day_of_the_figures() -> None:
    rows = next(iter(opened(sampled("example")).sheets.values()))

    assert ["Periode", "2020 (tahun)"] in [list(row[:2]) for row in rows]
    assert ["Keadaan per", "7 Januari 2021"] in [list(row[:2]) for row in rows]


def test_links_lead_to_sheets_and_back() -> None:
    workbook = opened(of(table(caption="Jum'at: a/b"), table(key="kedua")))

    targets = [link.get("location") for link in workbook.sheet(0).iter("hyperlink")]
    back = [link.get("location") for link in workbook.sheet(1).iter("hyperlink")]

    assert ["Isi", "1 Jum'at- a-b", "2 Contoh"] == list(workbook.sheets)
    assert ["'1 Jum''at- a-b'!A1", "'2 Contoh'!A1"] == targets
    assert ["'Isi'!A1"] == back


@given(st.lists(st.text(max_size=60) | st.sampled_from(("Isi", "ISI", "History", "'", "a/b", "😀" * 40))))
def test_names_of_sheets_are_those_that_excel_takes(wanted: list[str]) -> None:
    names = list(sheet_names(wanted))

    assert len(wanted) == len({name.casefold() for name in names})
    for name in names:
        assert 0 < length(name) <= 31
        assert not set("[]:*?/\\\n") & set(name)
        assert name.strip("'") == name
        assert name.casefold() != "history"


@given(st.text(), st.integers(min_value=2, max_value=50))
def test_shortened_text_says_that_it_is(words: str, units: int) -> None:
    short = shortened(words, units)

    assert length(short) <= units
    assert short == words or short.endswith("…")


def test_columns_have_the_names_that_spreadsheets_give_them() -> None:
    assert ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"] == [letters(at) for at in (0, 25, 26, 51, 52, 701, 702)]


def test_headings_stay_in_sight_and_filter_the_rows() -> None:
    workbook = opened(of(table(columns=6)))
    (pane,) = workbook.sheet().iter("pane")
    (chosen,) = workbook.sheet().iter("autoFilter")

    assert ("1", "4", "frozen") == (pane.get("xSplit"), pane.get("ySplit"), pane.get("state"))
    assert "A4:F7" == chosen.get("ref")


@pytest.mark.parametrize(
    ("wide", "paper", "code", "orientation"),
    [(False, "A4", "9", "portrait"), (True, "A4", "9", "landscape"), (False, "F4", "14", "portrait")],
)
def test_sheets_are_ready_to_print(paper: str, code: str, orientation: str, *, wide: bool) -> None:
    workbook = opened(of(table(wide=wide)), XlsxExporter(paper=paper))
    (setup,) = workbook.sheet().iter("pageSetup")
    names = workbook.names()

    assert (code, orientation, "0") == (
        setup.get("paperSize"),
        setup.get("orientation"),
        setup.get("fitToHeight"),
    )
    assert "'1 Contoh'!$3:$4" == names["_xlnm.Print_Titles", 1]
    assert names["_xlnm.Print_Area", 1].startswith("'1 Contoh'!$A$2:")


@pytest.mark.parametrize(("rows", "pages"), [(20, None), (60, "3")])
def test_no_page_holds_the_notes_of_a_matrix_alone(rows: int, pages: str | None) -> None:
    """On as many pages as its rows take: 1 is what a file says that says nothing."""
    long = evolve(small.STATES, rows=small.STATES.rows[:1] * rows, notes=("Singkatan OPD. " * 200,))

    (setup,) = opened(of(long)).sheet().iter("pageSetup")

    assert (pages, "landscape") == (setup.get("fitToHeight"), setup.get("orientation"))


def test_marks_stand_in_the_head_of_every_sheet_title_and_page_in_its_foot() -> None:
    workbook = opened(of(table(), meta=INTERNAL))

    for number in range(len(workbook.sheets)):
        head = workbook.sheet(number).findtext("headerFooter/oddHeader") or ""
        foot = workbook.sheet(number).findtext("headerFooter/oddFooter") or ""
        assert "EDISI INTERNAL" in head
        assert "DRAF: 3 baris" in head
        assert "Judul && anak judul – Badan" in foot
        assert foot.endswith("&P / &N")


def test_long_titles_fit_into_head_and_foot() -> None:
    meta = Meta(title="&" * 300, body="panjang " * 100, draft="2024 " * 100)

    workbook = opened(of(table(), meta=meta))

    for part in ("oddHeader", "oddFooter"):
        said = workbook.sheet().findtext(f"headerFooter/{part}") or ""
        assert 0 < len(said) <= 255


def test_file_says_what_it_is_and_no_day() -> None:
    core = opened(of(table(), meta=INTERNAL)).xml("docProps/core.xml")
    said = {element.tag: element.text for element in core}

    assert ("Judul & anak judul", "Badan") == (said["title"], said["creator"])
    assert ("2000-01-01T00:00:00Z",) * 2 == (said["created"], said["modified"])


@pytest.mark.parametrize("words", hostile.TEXTS)
def test_hostile_report_is_a_valid_workbook(words: str) -> None:
    workbook = opened(hostile.report(words))

    for name in workbook.parts:
        if name.endswith((".xml", ".rels", ".vml")):
            workbook.xml(name)
    assert 3 == len(workbook.sheets)


def test_columns_are_wide_enough_for_what_they_hold() -> None:
    rows = (("DPMPTSP", 51904000), ("OPD", 1))
    columns = (Column(key="a", title="OPD"), Column(key="b", title="x"))

    sheet = opened(of(Table(key="k", columns=columns, rows=rows))).sheet()

    widths = [float(column.get("width", "0")) for column in sheet.iter("col")]
    assert widths[0] > len("DPMPTSP") + 1
    assert widths[1] > len("51.904.000") + 1


def test_rows_are_high_enough_for_text_of_several_lines() -> None:
    report = of(Table(key="k", columns=(Column(key="a", title="A"),), rows=(("kata " * 60,), ("pendek",))))

    heights = {row.get("r"): row.get("ht") for row in opened(report).sheet().iter("row")}

    assert float(heights["5"] or 0) > 4 * 13
    assert heights["6"] is None


def test_accent_can_be_chosen_and_is_darkened_where_it_could_not_be_read() -> None:
    (dark,) = XlsxExporter(accent="#0B4454").export(of(table()))
    (light,) = XlsxExporter(accent="#FFFF00").export(of(table()))

    assert () == dark.notes
    assert "digelapkan" in light.notes[0]
    assert b"0B4454" in opened(of(table()), XlsxExporter(accent="#0B4454")).parts["xl/styles.xml"]


def test_figures_that_became_text_are_told_with_the_file() -> None:
    long = Table(key="k", columns=(Column(key="a", title="A"),), rows=((2**60,),))

    (artifact,) = XlsxExporter().export(of(long))

    assert "15 digit" in artifact.notes[0]


def test_words_follow_the_language_of_the_report() -> None:
    english = evolve(small.report(), meta=Meta(title="Report", lang="en"))

    sheets = opened(english).sheets

    assert "Contents" == next(iter(sheets))
    assert "← List of sheets" == list(sheets.values())[1][0][0]


def test_unknown_paper_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="A3"):
        list(XlsxExporter(paper="A3").export(of(table())))


def test_missing_library_is_told_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    with pytest.raises(ExtraMissingError, match=r"ppid-core\[xlsx\]"):
        list(XlsxExporter().export(of(table())))


def test_report_without_tables_is_a_workbook_of_one_sheet() -> None:
    assert ["Isi"] == list(opened(Report(meta=Meta(title="Kosong"))).sheets)


HEADS = "4"
LINE = 16.5


def heading(title: str, *cells: Value) -> float:
    """Return the height of the row of headings of a table with this column, in points."""
    report = of(
        Table(key="k", columns=(Column(key="a", title=title),), rows=tuple((cell,) for cell in cells))
    )
    heights = {row.get("r"): row.get("ht") for row in opened(report).sheet().iter("row")}
    return float(heights[HEADS] or 0)


@pytest.mark.parametrize(
    ("title", "cell"),
    [("Jumlah", 13), ("Rupiah", Rupiah(Decimal(51_904_000))), ("OPD", "Dinas"), ("+", "+8")],
)
def test_a_heading_of_one_line_is_one_line_high(title: str, cell: Value) -> None:
    assert LINE == heading(title, cell)


def test_a_heading_that_fills_its_last_line_leaves_the_button_of_the_filter_below() -> None:
    fills = f"{'a' * 23} a"

    assert heading(fills, "isi " * 6) == pytest.approx(LINE + 14, abs=0.25)


def test_figures_stand_at_the_edge_of_their_heading_left_of_the_button() -> None:
    report = of(Table(key="k", columns=(Column(key="a", title="Jumlah"),), rows=((13,), (7,)), total=(20,)))
    workbook = opened(report)
    looks = [cell.get("s") for row in workbook.sheet().iter("row") for cell in row.iter("c")][-4:]
    formats = list(workbook.xml("xl/styles.xml").iter("xf"))
    edges = {_edge(formats, int(look or 0)) for look in looks if look}

    assert edges == {("right", "2")}


def _edge(formats: list[ET.Element], look: int) -> tuple[str, str]:
    cells = [one for one in formats if "xfId" in one.attrib]
    found = cells[look].find("alignment")
    return ("", "") if found is None else (found.get("horizontal", ""), found.get("indent", ""))

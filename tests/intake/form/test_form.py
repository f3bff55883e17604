"""The workbook to type into, read by another library than the one that writes it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from python_calamine import CalamineWorkbook

from ppid_core.intake import from_rows, load, tables
from ppid_core.intake.files.form import form
from ppid_core.intake.files.form.choices import (
    KEYS,
    OFFERED,
    SIGN,
    ColumnKind,
    all_choices,
    choice_of,
    kind_of,
)
from ppid_core.intake.setting import Setting
from ppid_core.intake.tables import table_headings
from ppid_core.intake.tables.matrix import matrix_spec
from ppid_core.intake.tables.report import READERS
from ppid_core.intake.tables.spec import TableColumn
from ppid_core.intake.typed_tables import typed_tables
from ppid_core.model import InformationType, ReportingPeriod

EXAMPLE = Path(__file__).parents[3] / "examples" / "kota-serang-2020"
NAME = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
LONGEST_TYPED_LIST = 255


@pytest.fixture(scope="module")
def empty() -> bytes:
    return form()


def opened(content: bytes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(io.BytesIO(content))


def parts(content: bytes, pattern: str) -> Iterator[ET.Element]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if re.fullmatch(pattern, name):
                yield ET.fromstring(archive.read(name))  # noqa: S314  our own file


def columns(table: str) -> dict[str, TableColumn[object]]:
    return {column.name: column for spec in tables.TABLES if spec.name == table for column in spec.columns}


def test_there_is_a_sheet_for_each_table_between_guide_and_example(empty: bytes) -> None:
    assert ["Petunjuk", *table_headings(), "Contoh", "_daftar"] == opened(empty).sheet_names


def test_each_heading_stands_below_its_meaning(empty: bytes) -> None:
    rows = opened(empty).get_sheet_by_name("permohonan").to_python(skip_empty_area=False)
    meanings = {heading.name: heading.meaning for heading in table_headings()["permohonan"].headings}

    assert "nomor" in rows[2]
    assert all(meanings[str(name)] == meaning for meaning, name in zip(rows[1], rows[2], strict=True))


@pytest.mark.parametrize("place", OFFERED, ids="-".join)
def test_every_word_offered_is_one_that_the_column_reads(place: tuple[str, str]) -> None:
    table, column = place
    read = columns(table)[column].read

    assert all(read(word) for word in OFFERED[place].words)


@pytest.mark.parametrize("key", KEYS)
def test_every_word_offered_is_one_that_the_key_reads(key: str) -> None:
    assert all(READERS[key](word) is not None for word in KEYS[key].words)


def test_every_sign_offered_is_a_state_of_the_matrix() -> None:
    types = (InformationType(code="profil", name="profil"),)
    spec = matrix_spec(types, Setting(period=ReportingPeriod(2024)))

    assert len({str(spec.columns[-1].read(sign)) for sign in SIGN.words}) == len(SIGN.words)


def test_lists_are_ranges_that_hold_all_their_words(empty: bytes) -> None:
    listed = opened(empty).get_sheet_by_name("_daftar").to_python(skip_empty_area=False)
    held = {str(row[0]): [str(cell) for cell in row[1:] if cell != ""] for row in zip(*listed, strict=True)}

    assert {choice.name: list(choice.words) for choice in all_choices()} == held
    sources = [
        found.text or ""
        for sheet in parts(empty, r"xl/worksheets/sheet\d+\.xml")
        for check in sheet.iterfind(".//m:dataValidation[@type='list']", NAME)
        for found in check.iterfind("m:formula1", NAME)
    ]
    assert len(sources) > len(OFFERED)
    assert all("!" in source and len(source) < LONGEST_TYPED_LIST for source in sources)


def test_the_sheet_of_lists_is_hidden_and_headings_are_frozen(empty: bytes) -> None:
    (book,) = parts(empty, r"xl/workbook\.xml")
    hidden = [sheet.get("name") for sheet in book.iterfind(".//m:sheet[@state='hidden']", NAME)]
    frozen = [
        pane.get("ySplit")
        for sheet in parts(empty, r"xl/worksheets/sheet\d+\.xml")
        for pane in sheet.iterfind(".//m:pane[@state='frozen']", NAME)
    ]

    assert hidden == ["_daftar"]
    assert ["3"] * len(table_headings()) == frozen


def test_dates_and_counts_are_checked_while_typing() -> None:
    kinds = {
        kind_of("permohonan", "tanggal"): ColumnKind.DATE,
        kind_of("permohonan", "jumlah"): ColumnKind.COUNT,
        kind_of("permohonan", "biaya"): ColumnKind.MONEY,
        kind_of("jam_layanan", "buka"): ColumnKind.HOUR,
        kind_of("kegiatan", "tanggal"): ColumnKind.WORDS,
        kind_of("keberatan", "opd"): ColumnKind.AGENCY,
    }

    assert all(found is wanted for found, wanted in kinds.items())
    month = choice_of("kunjungan", "bulan")
    assert month is not None
    assert month.words[1] == "Februari"


def test_the_headings_of_an_empty_matrix_are_chosen_from_the_sheet_of_types(empty: bytes) -> None:
    at = 1 + list(table_headings()).index("ketersediaan") + 1
    (sheet,) = parts(empty, rf"xl/worksheets/sheet{at}\.xml")
    sources = {
        check.get("sqref"): check.findtext("m:formula1", namespaces=NAME)
        for check in sheet.iterfind(".//m:dataValidation", NAME)
    }

    assert sources["B3:Y3"] == "jenis_informasi!$A$4:$A$63"


def test_no_cell_is_a_formula(empty: bytes) -> None:
    """What a program saves without its value would be lost."""
    assert not [
        formula
        for sheet in parts(empty, r"xl/worksheets/sheet\d+\.xml")
        for formula in sheet.iterfind(".//m:f", NAME)
    ]


def test_the_same_workbook_is_the_same_bytes() -> None:
    year = load(EXAMPLE).year

    assert form(typed_tables(year)) == form(typed_tables(year))
    assert form() == form()


def test_values_are_typed() -> None:
    year = load(EXAMPLE).year
    rows = opened(form(typed_tables(year))).get_sheet_by_name("kunjungan").to_python(skip_empty_area=False)

    assert rows[3:5] == [["Januari", 5074.0], ["Februari", 5126.0]]


def test_a_total_of_one_keeps_its_column(tmp_path: Path) -> None:
    rows = [{"nomor": "1", "jumlah": "1"}, {"nomor": "JUMLAH", "jumlah": "1"}]
    year = from_rows({"laporan": [{"kunci": "tahun", "isi": "2024"}], "permohonan": rows}).year
    (tmp_path / "register.xlsx").write_bytes(form(typed_tables(year)))

    assert [total.value for total in load(tmp_path / "register.xlsx").year.stated_totals] == [1]

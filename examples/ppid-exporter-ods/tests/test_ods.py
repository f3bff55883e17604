"""What the kit promises of every format, and what only this one can say."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import takewhile

import pytest
from attrs import evolve
from ppid_exporter_ods import OdsExporter
from python_calamine import CalamineWorkbook

from ppid_core import Artifact, Measure, Report
from ppid_core.language import Lang
from ppid_core.model import Absent, Period, Reason
from ppid_core.report import Counted, Days, Meta, Ratio, Rupiah, Value
from ppid_core.testing import ExporterContract, read_tables
from ppid_core.testing.samples import FORMULAS, composed, document, small, table

Sheet = Sequence[Sequence[object]]

PART_OF = re.compile(r"(\d+) (?:dari|of) (\d+)")
PRINTED = {"id": re.compile(r"(?:Rp)?-?\d[\d.]*(?:,\d+)?"), "en": re.compile(r"(?:Rp)?-?\d[\d,]*(?:\.\d+)?")}


def sheets(file: Artifact) -> Mapping[str, Sheet]:
    """Return the rows of each sheet, read by a library that did not write them."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(file.content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def read_ods(files: Iterable[Artifact], lang: Lang = "id") -> Mapping[Measure, int | Decimal]:
    """Return the figures of a workbook: of each sheet the table, down to its blank row."""
    return read_tables({name: lines for file in files for name, lines in _tables(file, lang)}, lang)


def _tables(file: Artifact, lang: Lang) -> Iterator[tuple[str, list[list[str]]]]:
    for name, rows in sheets(file).items():
        filled = takewhile(lambda row: any(cell != "" for cell in row), rows)
        yield name.partition("-")[0], [[_plain(cell, lang) for cell in row] for row in filled]


def _plain(cell: object, lang: Lang) -> str:
    """Return a cell in plain digits: of floating-point numbers the shortest, of printed ones the same."""
    if isinstance(cell, float):
        return f"{Decimal(repr(cell)).normalize():f}"
    said = str(cell)
    if share := PART_OF.fullmatch(said):
        return f"{Decimal(share[1]) / Decimal(share[2]):.4f}"
    if PRINTED[lang].fullmatch(said):
        digits = said.removeprefix("Rp")
        return digits.replace(".", "").replace(",", ".") if lang == "id" else digits.replace(",", "")
    return said


class TestOds(ExporterContract):
    """The contract of the kit."""

    @pytest.fixture
    def exporter(self) -> OdsExporter:
        """The exporter under test."""
        return OdsExporter()

    @pytest.fixture
    def reader(self) -> object:
        """The way back from the file to its figures."""
        return read_ods


def written(*values: Value) -> Sequence[object]:
    """Return what another library reads of values that were written into one row."""
    columns = tuple(f"Kolom {number}" for number, _ in enumerate(values))
    (file,) = OdsExporter().export(document(table(values, headings=columns)))
    return sheets(file)["contoh"][1]


def test_values_are_typed_cells() -> None:
    day = date(2024, 1, 31)

    read = written(
        7, Counted(8), Days(Decimal("8.48")), Rupiah(Decimal("0.30")), Ratio(1, 4), day, Period.of(day)
    )

    assert read == [7.0, 8.0, 8.48, 0.3, 0.25, day, day]


def test_rest_is_text_as_it_is_printed() -> None:
    read = written(Absent(Reason.NOT_KEPT), Period(2024, 2), Ratio(2, 3, in_parts=True), 2**53 + 1)

    assert read == ["tidak tercatat", "Februari 2024", "2 dari 3", "9.007.199.254.740.993"]


@pytest.mark.parametrize("words", [*FORMULAS, "a  b", " tepi ", "dua\nbaris", "0123"])
def test_text_stays_text(words: str) -> None:
    (read,) = written(words)

    assert isinstance(read, str)
    assert read.strip() == words.strip()


def test_blanks_that_markup_joins_are_kept() -> None:
    """Calamine does not read tabs, so the markup itself is read."""
    assert "<text:tab/>=1+1" in content_of("\t=1+1")
    assert 'a<text:s text:c="2"/>b' in content_of("a  b")
    assert '<text:s text:c="1"/>tepi<text:s text:c="1"/>' in content_of(" tepi ")


def content_of(words: str) -> str:
    (file,) = OdsExporter().export(document(table((words,), headings=("Kolom",))))
    return zipfile.ZipFile(io.BytesIO(file.content)).read("content.xml").decode()


def test_rows_and_columns_carry_what_a_reader_needs() -> None:
    """The headings stand first, the caption below the table."""
    (file,) = OdsExporter().export(document(table(("a", 1), total=("Jumlah", 1), caption="Perkara")))

    first, contoh = sheets(file).values()

    assert contoh == [["Uraian", "Nilai"], ["a", 1.0], ["Jumlah", 1.0], ["", ""], ["Perkara", ""]]
    assert first[-1] == ["contoh", "Perkara"]


def test_sheets_bear_names_that_every_spreadsheet_takes() -> None:
    keys = ("a/b", "A?B", "isi", "x" * 40, "x" * 50, "")
    tables = tuple(evolve(table(), key=key) for key in keys)

    (file,) = OdsExporter().export(document(*tables))

    assert list(sheets(file)) == ["Isi", "a-b", "A-B-2", "isi-3", "x" * 31, "x" * 29 + "-5", "-6"]


def test_options_change_the_workbook() -> None:
    report = composed(small())

    (file,) = OdsExporter(contents=False, width=Decimal(3)).export(report)

    assert "Isi" not in sheets(file)
    assert b"3cm" in zipfile.ZipFile(io.BytesIO(file.content)).read("content.xml")


def test_report_without_tables_is_a_workbook_of_one_sheet() -> None:
    (file,) = OdsExporter(contents=False).export(Report(meta=Meta(title="Kosong", draft="DRAF")))

    assert sheets(file)["Isi"][:2] == [["Kosong", ""], ["DRAF", ""]]


def test_bytes_do_not_depend_on_other_documents_of_the_process() -> None:
    """Odfpy keeps one list of namespaces for all documents; ours declares its own and leaves the list."""
    import odf.draw  # noqa: PLC0415  not before the first export

    (before,) = OdsExporter().export(composed(small()))
    frame = odf.draw.Frame(width="1cm")

    (after,) = OdsExporter().export(composed(small()))

    assert before == after
    assert frame.qname[0] in odf.element.Element.namespaces


def test_plugin_registers_its_format_without_importing_the_library() -> None:
    code = (
        "import sys, ppid_exporter_ods as p; print(list(p.ppid_register_exporters()), 'odf' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )

    assert done.stdout.endswith("] False\n")

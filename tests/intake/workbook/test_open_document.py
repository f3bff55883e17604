"""Workbooks of LibreOffice, made by odfpy: the same cells under other names."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from tests.intake.workbook.making import read, told

from ppid_core.intake import Intake
from ppid_core.model import Absent

NOT_LOOKED = (
    "buku.ods: baris dan kolom tersembunyi serta rumus yang belum dihitung tidak diperiksa pada jenis berkas "
    "ini. Simpan sebagai .xlsx bila perlu diperiksa."
)


def words(text: str, **attributes: object) -> TableCell:
    cell = TableCell(valuetype="string", **attributes)
    cell.addElement(P(text=text))
    return cell


def number(value: float, kind: str = "float", **attributes: object) -> TableCell:
    return TableCell(valuetype=kind, value=value, **attributes)


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Intake]:
    """Return a function that writes sheets of cells beside a sheet *Laporan* and reads the workbook."""

    def write(**sheets: list[list[TableCell]]) -> Intake:
        document = OpenDocumentSpreadsheet()
        report = [[words("kunci"), words("isi")], [words("tahun"), number(2020)]]
        for name, rows in {"Laporan": report, **sheets}.items():
            table = Table(name=name)
            for cells in rows:
                row = TableRow()
                for cell in cells:
                    row.addElement(cell)
                table.addElement(row)
            document.spreadsheet.addElement(table)
        path = tmp_path / "buku.ods"
        document.save(path)
        return read(path)

    return write


def test_days_numbers_and_repeated_cells_are_read(written: Callable[..., Intake]) -> None:
    heading = [words(title) for title in ("nomor", "tanggal", "jumlah", "biaya", "keputusan")]
    day = TableCell(valuetype="date", datevalue="2020-01-07")
    row = [words("1"), day, number(3, numbercolumnsrepeated=2), words("ditolak")]
    intake = written(Permohonan=[[words("REGISTER")], [TableCell()], heading, row])

    assert not isinstance(intake.year.requests, Absent)
    (request,) = intake.year.requests
    assert (f"{request.period}", request.count, request.cost) == ("2020-01-07", 3, Decimal(3))
    assert not intake.problems


def test_what_is_not_looked_for_is_told(written: Callable[..., Intake]) -> None:
    intake = written(Permohonan=[[words("nomor")], [words("1")]])

    assert [note.message.id for note in intake.notes] == [NOT_LOOKED]


def test_joined_cells_are_carried_down(written: Callable[..., Intake]) -> None:
    rows = [
        [words("bulan"), words("jumlah")],
        [words("Mei", numberrowsspanned=2), number(3)],
        [CoveredTableCell(), number(4)],
    ]
    intake = written(Keberatan=rows)

    assert not isinstance(intake.year.objections, Absent)
    assert [f"{one.period}" for one in intake.year.objections] == ["2020-05", "2020-05"]


def test_heading_of_two_lines_is_read_together(written: Callable[..., Intake]) -> None:
    rows = [
        [
            words("NOMOR", numberrowsspanned=2),
            words("PEMBERITAHUAN", numbercolumnsspanned=2),
            CoveredTableCell(),
        ],
        [CoveredTableCell(), words("TANGGAL"), words("KEPUTUSAN")],
        [words("1"), words("20/1/2020"), words("ditolak")],
    ]
    intake = written(Permohonan=rows)

    assert not isinstance(intake.year.requests, Absent)
    assert f"{intake.year.requests[0].notice_on}" == "2020-01-20"


def test_percents_are_read_as_they_are_shown(written: Callable[..., Intake]) -> None:
    rows = [
        [words("apa"), words("jumlah"), words("satuan")],
        [words("ketersediaan"), number(0.4307, "percentage"), words("persen")],
    ]
    intake = written(Pernyataan=rows)

    assert not isinstance(intake.year.stated_figures, Absent)
    assert intake.year.stated_figures[0].value == Decimal("43.07")


def test_place_of_a_problem_counts_repeated_rows_and_cells(written: Callable[..., Intake]) -> None:
    rows = [
        [TableCell(numbercolumnsrepeated=3), words("bulan"), words("jumlah")],
        [TableCell(numbercolumnsrepeated=5)],
        [TableCell(numbercolumnsrepeated=3), words("Mei"), words("lima")],
    ]
    intake = written(Keberatan=rows)

    assert [one.partition(" | ")[0] for one in map(told, intake.problems)] == [
        'buku.ods lembar "Keberatan" sel E3'
    ]

"""A year as an office lives it: begin, fill in, check, mend, report, begin the next."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

import pytest
from openpyxl import load_workbook

Lines = list[list[str]]
Fill = Callable[[Path, Mapping[str, Lines]], Path]

FILLED: Mapping[str, Lines] = {
    "opd": [["kode", "nama"], ["D1", "Dinas Contoh"], ["D2", "Badan Contoh"]],
    "permohonan": [
        ["nomor", "tanggal", "pemohon", "opd", "keputusan", "alasan_penolakan", "tanggal_pemberitahuan"],
        ["P-1", "2024-02-01", "perorangan", "Dinas Contoh", "dikabulkan", "", "2024-02-05"],
        ["P-2", "2024-03-01", "perorangan", "Badan Contoh", "ditolk", "tidak dikuasai", "2024-03-04"],
        ["P-3", "2024-12-20", "lembaga", "Badan Contoh", "masih diproses", "", ""],
    ],
    "pernyataan": [["apa", "jumlah"], ["permohonan", "4"]],
}


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


def fill_folder(home: Path, tables: Mapping[str, Lines]) -> Path:
    """Type into the files of a folder."""
    for name, lines in tables.items():
        with (home / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(lines)
    return home


def fill_workbook(home: Path, tables: Mapping[str, Lines]) -> Path:
    """Type into the sheets of a workbook, below the headings that stand there."""
    path = home / "register.xlsx"
    book = load_workbook(path)
    for name, (heading, *lines) in tables.items():
        sheet = book[name]
        places = {str(cell.value): cell.column or 0 for cell in sheet[3]}
        for row, line in enumerate(lines, start=4):
            for title, value in zip(heading, line, strict=True):
                sheet.cell(row=row, column=places[title]).value = value or None
    book.save(path)
    return path


@pytest.mark.slow
@pytest.mark.parametrize(
    ("fill", "option"), [(fill_folder, ()), (fill_workbook, ("--xlsx",))], ids=["folder", "workbook"]
)
def test_a_year_goes_round(run: Run, tmp_path: Path, fill: Fill, option: tuple[str, ...]) -> None:
    home = tmp_path / "laporan-2024"
    assert run("init", home, "--year", "2024", *option).code == 0

    data = fill(home, FILLED)
    unread = run("check", data)
    assert unread.code == 2
    assert '"ditolk" tidak dikenal' in unread.out

    mended = {name: [list(line) for line in lines] for name, lines in FILLED.items()}
    mended["permohonan"][2][4] = "ditolak"
    fill(home, mended)
    wrong = run("check", data)
    assert wrong.code == 1
    assert "T101" in wrong.out

    mended["pernyataan"][1][1] = "3"
    fill(home, mended)
    assert run("check", data).code == 0

    assert run("report", data, "--to", "json,markdown").code == 0
    written = json.loads((home / "hasil" / "data" / "laporan.json").read_text("utf-8"))
    assert written["summary"]["requests"]["total"] == 3

    following = tmp_path / "laporan-2025"
    begun = run("init", following, "--from", data, *option)
    assert begun.code == 0
    assert "menjadi bawaan: 1 permohonan." in " ".join(begun.out.split())
    again = following / "register.xlsx" if option else following
    assert run("check", again).code == 0
    summary = json.loads(run("summary", again, "--format", "json").out)
    assert (summary["year"], summary["requests"]["balance"]["opening"]) == (2025, 1)

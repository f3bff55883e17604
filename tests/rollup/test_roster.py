"""The roster: read as any table is, and nobody in it guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from ppid_core import InputError
from ppid_core.model import BodyKind
from ppid_core.rollup import Roster

CSV = """Kode Wilayah;Nama Badan Publik;Jenis;Prov;Induk;Sejak;Sampai
36.73;Pemerintah Kota Contoh;pemda;Banten;;1 Januari 2020;
;RSUD Contoh;rumah sakit;Banten;36.73;;
;Dinas Contoh;;Aceh;;;
;Dinas Contoh;;Bali;zz;;
;X;apa ini;;;;
"""


@pytest.fixture
def roster(tmp_path: Path) -> Roster:
    """Return a roster as clerks type one."""
    file = tmp_path / "daftar.csv"
    file.write_text(CSV, encoding="utf-8")
    return Roster.open(file)


def test_roster_is_read_by_its_headings_and_words(roster: Roster) -> None:
    city, hospital, *_ = roster.entries

    assert (city.kind, city.owes(2019), city.owes(2020)) == (BodyKind.REGIONAL_GOVERNMENT, False, True)
    assert roster.parent(hospital) == city
    assert [entry.parent for entry in roster.unknown_parents] == ["zz"]
    assert [(problem.source.row, problem.source.column) for problem in roster.problems] == [(6, "Jenis")]


def test_nobody_is_guessed(roster: Roster) -> None:
    assert roster.entry(name="dinas  CONTOH") is None
    found = roster.entry(name="Dinas Contoh", province="bali")
    assert found is not None
    assert found.province == "Bali"
    assert roster.entry(code="11.01", name="Pemerintah Kota Contoh") is None


def test_workbook_is_read_as_the_file_is(roster: Roster, tmp_path: Path) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    with xlsxwriter.Workbook(tmp_path / "daftar.xlsx") as book:
        sheet = book.add_worksheet("Daftar")
        for at, line in enumerate(CSV.splitlines()):
            sheet.write_row(at, 0, line.split(";"))

    read = Roster.open(tmp_path / "daftar.xlsx")

    assert read.entries == roster.entries


def test_what_is_no_table_is_refused_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        Roster.open(tmp_path / "tiada.csv")

    assert "tiada.csv" in str(refused.value.problems[0].source)

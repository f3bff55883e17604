"""Part 3, line 3: no sentence promises what another edition breaks, and no message quotes a person."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.nothing_false.work import OURS, from_files, from_tables, messages

from ppid_core import Dossier, compose_findings, export, unstructure
from ppid_core.errors import InputError
from ppid_core.intake.files.json_file import read_json
from ppid_core.intake.files.template import guide
from ppid_core.intake.tables import table_headings
from ppid_core.model import ServiceYear
from ppid_exporters.csv import CsvExporter
from ppid_exporters.json import JsonExporter, carried
from ppid_exporters.markdown import MarkdownExporter

PROMISES_NAME = "Sukarno Wijayakusuma"
PROMISES_REGISTERS = ("permohonan", "keberatan", "sengketa")


def promises_told(work: Dossier) -> str:
    """Return everything that is told of a reading: messages, values, places, and the sheet of findings."""
    sheet = compose_findings(work.intake, work.checked)
    exporters = (MarkdownExporter(), JsonExporter(), CsvExporter())
    files = b"".join(file.content for exporter in exporters for file in export(sheet, exporter, OURS))
    places = (str(problem.source) for problem in work.problems)
    values = (problem.value for problem in work.problems)
    return "\n".join((*messages(work), *places, *values, repr(work.problems), files.decode()))


def test_no_heading_promises_that_names_are_never_printed() -> None:
    meanings = [heading.meaning for table in table_headings().values() for heading in table.headings]

    assert not [meaning for meaning in (*meanings, guide()) if re.search(r"(?:tidak|tak) pernah", meaning)]
    for table in PROMISES_REGISTERS:
        (name,) = (one for one in table_headings()[table].headings if one.name == "nama")
        assert "edisi internal" in name.meaning


@pytest.mark.parametrize(
    "column", ["pemohon", "tanggal", "keputusan", "bulan", "jumlah", "biaya", "dikuasai"]
)
@pytest.mark.parametrize(
    "typed", [PROMISES_NAME, "sukarno wijayakusuma", "3673014503900001", "081234567890", "budi@gmail.com"]
)
def test_person_typed_in_the_column_of_another_thing_is_in_no_message(column: str, typed: str) -> None:
    work = from_tables(permohonan=[{"nomor": "1", column: typed}])

    assert typed.casefold() not in promises_told(work).casefold()


@pytest.mark.parametrize(
    ("table", "column"),
    [("keberatan", "tanggal"), ("sengketa", "tahap"), ("gugatan", "tanggal"), ("rekap", "bulan")],
)
def test_known_name_is_in_no_message_of_any_table(table: str, column: str) -> None:
    rows = [{"nomor": "1", "nama": PROMISES_NAME, "tanggal": "2 Januari 2023"}]
    tables = {"permohonan": rows, table: [{column: PROMISES_NAME}]}
    work = from_tables(**tables)  # type: ignore[arg-type]

    assert work.problems
    assert PROMISES_NAME not in promises_told(work)


@pytest.mark.parametrize(
    ("column", "typed"),
    [
        ("keputusan", "dikabulkn"),
        ("keputusan", "Diterima (lewat email)"),
        ("tanggal", "12-03-25"),
        ("tanggal", "31 Pebuari 2023"),
        ("tanggal", "akhir bulan Maret"),
        ("bulan", "Jan."),
        ("bulan", "13"),
        ("jumlah", "lima belas orang"),
        ("pemohon", "prorangan"),
    ],
)
def test_slip_of_the_pen_is_still_quoted(column: str, typed: str) -> None:
    work = from_tables(permohonan=[{"nomor": "1", "nama": PROMISES_NAME, column: typed}])

    for problem in work.problems:
        assert problem.value == typed
        assert typed in problem.message.id


def test_row_of_data_where_headings_should_be_names_nobody(tmp_path: Path) -> None:
    work = from_files(
        tmp_path, permohonan=f"1,2 Januari 2023,{PROMISES_NAME},dikabulkan\n2,3 Januari 2023,x,y\n"
    )

    assert work.problems
    assert PROMISES_NAME not in promises_told(work)


def test_misspelt_heading_is_still_named(tmp_path: Path) -> None:
    work = from_files(tmp_path, permohonan=f"nomor,tgl pmohonan,nama\n1,2 Januari 2023,{PROMISES_NAME}\n")

    (problem,) = work.problems
    assert "tgl pmohonan" in problem.message.id


def test_name_in_json_is_in_no_message() -> None:
    year = unstructure(from_tables(permohonan=[{"nomor": "1", "tanggal": "2 Januari 2023"}]).year)
    year["requests"][0]["outcome"] = PROMISES_NAME

    intake = read_json("laporan.json", json.dumps(year).encode())

    assert intake.problems
    assert PROMISES_NAME not in repr(intake.problems)


@pytest.mark.parametrize("form", ["brief", "letter"])
def test_announcement_and_letter_carry_figures_and_no_register(form: str) -> None:
    rows = [{"nomor": "REG-77", "tanggal": "2 Januari 2023", "informasi": "Salinan APBD"}]
    report = from_tables(permohonan=rows).report(form=form)  # type: ignore[arg-type]

    for data in (unstructure(report), json.loads(carried(report))):
        assert data["summary"]["requests"]["total"] == 1
        assert (data["year"], data["check"]) == (None, None)
        assert "REG-77" not in json.dumps(data)


def test_document_that_carries_figures_alone_says_so_when_it_is_read() -> None:
    report = from_tables(permohonan=[{"nomor": "1", "tanggal": "2 Januari 2023"}]).report(form="brief")

    with pytest.raises(InputError, match="membawa angka, bukan register"):
        read_json("pengumuman.json", carried(report))


def test_whole_report_carries_its_register() -> None:
    report = from_tables(permohonan=[{"nomor": "1", "tanggal": "2 Januari 2023"}]).report()

    assert isinstance(report.year, ServiceYear)
    assert unstructure(report)["year"]["requests"]

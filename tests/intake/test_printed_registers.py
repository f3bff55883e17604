"""Registers under the headings that Perki 1/2021 prints, as they lie in ``tests/registers``."""

from __future__ import annotations

import csv
import shutil
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from ppid_core import summarize_files
from ppid_core.intake import Intake, load
from ppid_core.model import AccessKind, Objection, ObjectionAnswer, Outcome, Request

HOME = Path(__file__).parents[1] / "registers" / "perki-1-2021"
COUNTED: dict[str, Any] = tomllib.loads((HOME / "peraturan.toml").read_text("utf-8"))


@pytest.fixture
def intake(tmp_path: Path) -> Intake:
    return load(copied(tmp_path))


def copied(home: Path) -> Path:
    """Return a folder with the tables alone."""
    for path in HOME.glob("*.csv"):
        shutil.copy(path, home)
    return home


def requests(intake: Intake) -> tuple[Request, ...]:
    assert isinstance(intake.year.requests, tuple)
    return intake.year.requests


def objections(intake: Intake) -> tuple[Objection, ...]:
    assert isinstance(intake.year.objections, tuple)
    return intake.year.objections


def test_no_cell_is_unread(intake: Intake) -> None:
    assert (intake.problems, intake.year.unread, intake.rejected) == ((), (), ())


def test_requests_are_those_counted_by_hand(intake: Intake) -> None:
    rows, counted = requests(intake), COUNTED["permohonan"]
    outcomes = Counter(row.outcome for row in rows)
    forms = Counter(row.form for row in rows)
    access = Counter(row.access for row in rows)

    assert {
        "rows": len(rows),
        "held": sum(row.held is True for row in rows),
        "held_elsewhere": sum(row.held is False for row in rows),
        "undocumented": sum(row.documented is False for row in rows),
        "held_not_recorded": sum(row.held is None and row.documented is None for row in rows),
        "softcopy": forms["softcopy"],
        "hardcopy": forms["hardcopy"],
        "both_forms": forms["softcopy, hardcopy"],
        "see": access[AccessKind.SEE],
        "copy": access[AccessKind.COPY],
        "granted": outcomes[Outcome.GRANTED],
        "partly_granted": outcomes[Outcome.PARTLY_GRANTED],
        "refused": outcomes[Outcome.REFUSED],
        "not_held": outcomes[Outcome.NOT_HELD],
        "cost": sum(int(row.cost) for row in rows if row.cost),
    } == counted


def test_objections_are_those_counted_by_hand(intake: Intake) -> None:
    rows, counted = objections(intake), COUNTED["keberatan"]
    letters = Counter(ground.removeprefix("ground_") for row in rows for ground in row.grounds)
    answers = Counter(row.answer and row.answer.slug for row in rows)

    assert {
        "rows": len(rows),
        "grounds": {letter: letters[letter] for letter in "abcdefg"},
        "accepted": answers[ObjectionAnswer.ACCEPTED],
        "rejected": answers[ObjectionAnswer.REJECTED],
    } == counted


def test_every_column_of_the_form_is_read(intake: Intake) -> None:
    first, third = requests(intake)[0], requests(intake)[2]
    objection = objections(intake)[1]

    assert (first.number, f"{first.period}", first.occupation) == (
        "001/PPID/I/2024",
        "2024-01-08",
        "Mahasiswa",
    )
    assert first.applicant is not None
    assert (first.applicant.name, first.applicant.contact) == ("Pemohon 1", "0800-1")
    assert (first.subject, first.purpose) == ("Rincian belanja 2023", "Penelitian")
    assert (f"{first.notice_on}", f"{first.delivered_on}", first.payment) == (
        "2024-01-11",
        "2024-01-12",
        "tunai",
    )
    assert third.held_by == "Dinas Sosial Provinsi Contoh"
    assert (objection.number, objection.request_number) == ("K-02/2024", "004/PPID/II/2024")
    assert (objection.occupation, objection.subject, objection.purpose) == (
        "Mahasiswa",
        "Notula rapat 1998",
        "Penelitian",
    )
    assert (f"{objection.answered_on}", objection.response) == ("2024-03-28", "Menerima")


def test_numbers_of_columns_and_the_legend_are_told(intake: Intake) -> None:
    notes = [note.message.id for note in intake.notes]

    assert "permohonan.csv: 1 baris tampak sebagai nomor kolom dan tidak dibaca (baris 5)." in notes
    assert (
        "permohonan.csv: 7 baris di bawah tabel tampak sebagai catatan atau tanda tangan dan tidak dibaca "
        "(baris 17–22, 24)."
    ) in notes
    assert not [note for note in notes if "data pribadi" in note]


def test_the_stream_counts_what_is_read(tmp_path: Path, intake: Intake) -> None:
    streamed = summarize_files([copied(tmp_path)])

    assert streamed.figure("requests.total") == len(requests(intake))
    assert streamed.figure("objections.total") == len(objections(intake))
    assert streamed.figure("requests.by_outcome.granted") == COUNTED["permohonan"]["granted"]


def test_a_workbook_with_joined_cells_says_the_same(tmp_path: Path, intake: Intake) -> None:
    """The head as the form prints it: titles joined over their columns, and down to the rows."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name in ("laporan", "permohonan", "keberatan"):
        sheet = book.create_sheet(name)
        with (HOME / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
            for cells in csv.reader(stream):
                sheet.append([cell or None for cell in cells])
    requests_sheet, objections_sheet = book["permohonan"], book["keberatan"]
    for column in "ABCDEFGHPQ":
        requests_sheet.merge_cells(f"{column}2:{column}4")
    for span in ("I2:K2", "I3:J3", "K3:K4", "L2:M2", "N2:O2", "R2:S2", "T2:U2"):
        requests_sheet.merge_cells(span)
    for column in "LMNORSTU":
        requests_sheet.merge_cells(f"{column}3:{column}4")
    objections_sheet.merge_cells("J2:P2")
    path = tmp_path / "register.xlsx"
    book.save(path)

    read = load(path)

    assert read.problems == ()
    assert requests(read) == requests(intake)
    assert objections(read) == objections(intake)

"""Figures exported to Excel and read back by another library are those of the summary."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date

import pytest
from attrs import evolve
from tests.readers.test_round_trip import DAILY, EXAMPLE, MANY, TIMED, expected, reported

from ppid_core import Artifact, Report, from_rows, load
from ppid_core.language import Lang
from ppid_core.model import ServiceYear
from ppid_core.testing.readers.xlsx import read_xlsx
from ppid_exporters.xlsx import XlsxExporter

YEARS: Mapping[str, tuple[Callable[[], ServiceYear], date]] = {
    "example": (lambda: load(EXAMPLE).year, date(2021, 1, 7)),
    "daily": (lambda: load(DAILY).year, date(2024, 12, 31)),
    "timed": (lambda: from_rows(TIMED).year, date(2023, 12, 31)),
    "many": (lambda: from_rows(MANY).year, date(2023, 12, 31)),
}


def sample(name: str, lang: Lang = "id") -> Report:
    year, as_of = YEARS[name]
    return reported(year(), as_of, lang)


def replaced(artifact: Artifact, old: str, new: str) -> Artifact:
    """Return the workbook with ``old`` replaced in every part, as an exporter with a fault would write it."""
    written = io.BytesIO()
    changed = False
    with zipfile.ZipFile(io.BytesIO(artifact.content)) as before, zipfile.ZipFile(written, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            changed = changed or old.encode() in content
            after.writestr(name, content.replace(old.encode(), new.encode()))
    assert changed, f"{old!r} stands nowhere"
    return evolve(artifact, content=written.getvalue())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<v>51904000</v>", "<v>51904001</v>"),
        ("<v>0.4307</v>", "<v>0.4407</v>"),
        ("</f><v>84</v>", "</f><v>85</v>"),
        ("Jumlah keberatan", "Jumlah sengketa"),
    ],
)
def test_wrong_figure_in_a_workbook_is_noticed(old: str, new: str) -> None:
    """A figure that differs from the summary, or from another cell, and one under the wrong name."""
    report = sample("example")
    (artifact,) = XlsxExporter().export(report)

    try:
        figures = read_xlsx([replaced(artifact, old, new)])
    except AssertionError:
        return
    assert expected(report) != figures


def test_workbook_that_lists_no_tables_has_no_figures() -> None:
    report = evolve(sample("example"), sections=())

    assert {} == read_xlsx(XlsxExporter().export(report))

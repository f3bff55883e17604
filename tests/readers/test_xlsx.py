"""Figures exported to Excel and read back by another library are those of the summary."""

from __future__ import annotations

import io
import zipfile

import pytest
from attrs import evolve
from tests.readers.sampled import expected, sampled

from ppid_core import Artifact
from ppid_core.testing.readers.xlsx import read_xlsx
from ppid_exporters.xlsx import XlsxExporter


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
    report = sampled("example")
    (artifact,) = XlsxExporter().export(report)

    try:
        figures = read_xlsx([replaced(artifact, old, new)])
    except AssertionError:
        return
    assert expected(report) != figures


def test_workbook_that_lists_no_tables_has_no_figures() -> None:
    report = evolve(sampled("example"), sections=())

    assert {} == read_xlsx(XlsxExporter().export(report))

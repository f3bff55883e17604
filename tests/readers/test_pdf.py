"""The PDF read back, as the other formats are in `test_round_trip.py`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from tests.readers.sampled import expected, sampled

from ppid_core import Report
from ppid_core.model import Measure
from ppid_core.report import Meta
from ppid_core.testing.readers.pdf import read_pdf
from ppid_exporters.pdf import PdfExporter, document


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"84 (delapan puluh empat)"', '"85 (delapan puluh lima)"'),
        ('"84 (delapan puluh empat)"', '"84 (delapan puluh lima)"'),
        ('"figure": "53"', '"figure": "35"'),
        ('{"text": "43,07%"}', '{"text": "34,07%"}'),
        ('"Ditolak", {"text": "53"}', '"Ditolak", {"text": "52"}'),
    ],
)
def test_wrong_number_in_the_document_is_noticed(old: str, new: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A figure that differs from the summary, from another place of the document or from its own words."""
    report, written = sampled("example"), document.written

    def faulty(tree: dict[str, Any]) -> str:
        """Write what the template reads as an exporter with a fault would."""
        text = written(tree)
        assert old in text, f"{old} stands nowhere"
        return text.replace(old, new, 1)

    monkeypatch.setattr(document, "written", faulty)
    artifacts = tuple(PdfExporter().export(report))

    try:
        figures = read_pdf(artifacts)
    except AssertionError:
        return
    assert expected(report) != figures


@pytest.mark.slow
def test_percentages_are_read_as_fractions_and_money_exactly() -> None:
    figures = read_pdf(PdfExporter().export(sampled("timed")))

    assert figures[Measure.REALISED] == Decimal("912345.67")
    assert figures[Measure.ABSORPTION] == Decimal("0.9123")


def test_document_without_figures_has_none() -> None:
    assert {} == read_pdf(PdfExporter().export(Report(meta=Meta(title="Kosong"))))

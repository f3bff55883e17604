"""The PDF read back, as the other formats are in `test_round_trip.py`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ppid_core import (
    Evidence,
    Lawbook,
    Report,
    WorkdayCalendar,
    check,
    compose,
    from_rows,
    load,
    summarize,
)
from ppid_core.language import Lang
from ppid_core.model import Absent, Measure, ServiceYear
from ppid_core.report import Meta
from ppid_core.testing.readers import Figure
from ppid_core.testing.readers.pdf import read_pdf
from ppid_exporters.pdf import PdfExporter, setting

EXAMPLES = Path(__file__).parents[2] / "examples"
TIMED: dict[str, list[dict[str, object]]] = {
    "laporan": [{"kunci": "tahun", "isi": 2023}, {"kunci": "badan.nama", "isi": "Badan Contoh"}],
    "permohonan": [
        {"tanggal": "10/04/2023", "keputusan": "dikabulkan", "tanggal_pemberitahuan": "2023-05-02"},
        {"tanggal": "2023-06-05", "keputusan": "ditolak", "tanggal_pemberitahuan": "2023-06-20"},
        {"tanggal": "2023-12-20", "keputusan": "masih diproses"},
        {"bulan": "November", "bawaan": 2022, "keputusan": "dikabulkan"},
    ],
    "gugatan": [{"nomor_sengketa": "1", "pengadilan": "PTUN"}],
    "rekap": [{"apa": "pengaduan", "jumlah": 1234}, {"apa": "pemohon", "jumlah": 3}],
    "anggaran": [{"sumber": "APBD", "alokasi": "Rp1.000.000", "realisasi": "Rp912.345,67"}],
}
CLOSED: Mapping[str, tuple[str, date]] = {
    "example": ("kota-serang-2020", date(2021, 1, 7)),
    "daily": ("kabupaten-contoh-2024", date(2024, 12, 31)),
}


def reported(year: ServiceYear, as_of: date, lang: Lang = "id") -> Report:
    law, workdays = Lawbook.load(), WorkdayCalendar.load()
    summary = summarize(year, law, workdays, as_of)
    checked = check(Evidence(year=year, summary=summary, law=law, workdays=workdays, as_of=as_of))
    return compose(year, summary, checked, law, lang=lang)


def sampled(sample: str, lang: Lang = "id") -> Report:
    if sample == "timed":
        return reported(from_rows(TIMED).year, date(2023, 12, 31), lang)
    folder, day = CLOSED[sample]
    return reported(load(EXAMPLES / folder).year, day, lang)


def expected(report: Report) -> dict[Measure, Figure]:
    """Return every measure that the summary knows."""
    assert report.summary is not None
    figures = {measure: report.summary.figure(measure) for measure in Measure if measure is not Measure.OTHER}
    return {measure: figure for measure, figure in figures.items() if not isinstance(figure, Absent)}


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
    report, written = sampled("example"), setting.written

    def faulty(tree: dict[str, Any]) -> str:
        """Write what the template reads as an exporter with a fault would."""
        text = written(tree)
        assert old in text, f"{old} stands nowhere"
        return text.replace(old, new, 1)

    monkeypatch.setattr(setting, "written", faulty)
    artifacts = tuple(PdfExporter().export(report))

    try:
        figures = read_pdf(artifacts)
    except AssertionError:
        return
    assert expected(report) != figures


def test_percentages_are_read_as_fractions_and_money_exactly() -> None:
    figures = read_pdf(PdfExporter().export(sampled("timed")))

    assert figures[Measure.REALISED] == Decimal("912345.67")
    assert figures[Measure.ABSORPTION] == Decimal("0.9123")


def test_document_without_figures_has_none() -> None:
    assert {} == read_pdf(PdfExporter().export(Report(meta=Meta(title="Kosong"))))

"""The Word file read back, as the other formats are in `test_round_trip.py`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from ppid_core import (
    Artifact,
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
from ppid_core.testing.readers import Figure
from ppid_core.testing.readers.docx import read_docx
from ppid_exporters.docx import DocxExporter

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
CLOSED: dict[str, tuple[Path, date]] = {
    "example": (EXAMPLES / "kota-serang-2020", date(2021, 1, 7)),
    "daily": (EXAMPLES / "kabupaten-contoh-2024", date(2024, 12, 31)),
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
    return reported(load(folder).year, day, lang)


def expected(report: Report) -> dict[Measure, Figure]:
    """Return every measure that the summary knows."""
    assert report.summary is not None
    figures = {measure: report.summary.figure(measure) for measure in Measure if measure is not Measure.OTHER}
    return {measure: figure for measure, figure in figures.items() if not isinstance(figure, Absent)}


def replaced(artifacts: Iterable[Artifact], old: str, new: str) -> tuple[Artifact, ...]:
    """Return the file with ``old`` replaced once in its text, as an exporter with a fault would write it."""
    return tuple(evolve(one, content=_changed(one.content, old, new)) for one in artifacts)


def _changed(content: bytes, old: str, new: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                assert old in part.decode(), f"{old!r} stands nowhere"
                part = part.decode().replace(old, new, 1).encode()
            target.writestr(name, part)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("sample", "old", "new"),
    [
        ("example", ">84<", ">85<"),
        ("example", ">84 (delapan puluh empat)<", ">85 (delapan puluh lima)<"),
        ("example", ">84 (delapan puluh empat)<", ">48 (empat puluh delapan)<"),
        ("example", ">43,07%<", ">44,07%<"),
        ("example", ">Rp51.904.000,00 (lima puluh satu", ">Rp50.904.000,00 (lima puluh satu"),
        ("daily", ">Persentil ke-75<", ">Persentil ke-95<"),
        ("daily", ">94,43%<", ">95,43%<"),
    ],
)
def test_wrong_number_is_noticed(sample: str, old: str, new: str) -> None:
    """A figure that differs from the summary, from another place of the document or from its own words."""
    report = sampled(sample)
    artifacts = replaced(DocxExporter().export(report), old, new)

    try:
        figures = read_docx(artifacts)
    except AssertionError:
        return
    assert expected(report) != figures


def test_reader_says_which_measure_contradicts_itself() -> None:
    artifacts = replaced(DocxExporter().export(sampled("example")), ">84<", ">85<")

    with pytest.raises(AssertionError, match=r"requests\.total is 85 in one place and 84 in another"):
        read_docx(artifacts)

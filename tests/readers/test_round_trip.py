"""Export, read back, same figures: every format, every measure, figures inside sentences included."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

import pytest
from attrs import evolve
from tests.readers.sampled import expected, sampled

from ppid_core import Artifact, Report, export, load_plugins
from ppid_core.language import LANGS, Lang
from ppid_core.model import Measure
from ppid_core.testing.readers import (
    Figure,
    read_csv,
    read_docx,
    read_html,
    read_json,
    read_markdown,
    read_pdf,
    read_xlsx,
)

READERS: dict[str, Callable[..., dict[Measure, Figure]]] = {
    "csv": read_csv,
    "docx": read_docx,
    "html": read_html,
    "json": read_json,
    "markdown": read_markdown,
    "pdf": read_pdf,
    "xlsx": read_xlsx,
}


KNOWING = ("example", "timed", "partial")
"""Reports that know every measure between them: each measure is read back in both languages."""
READ_BACK: tuple[tuple[str, Lang], ...] = (
    *((name, lang) for name in KNOWING for lang in LANGS),
    ("daily", "id"),
)


def written(report: Report, name: str) -> tuple[Artifact, ...]:
    return export(report, name, load_plugins())


@pytest.mark.slow
@pytest.mark.parametrize(("year", "lang"), READ_BACK)
@pytest.mark.parametrize("name", sorted(READERS))
def test_every_figure_is_read_back_from_every_format(year: str, lang: Lang, name: str) -> None:
    report = sampled(year, lang)
    artifacts = written(report, name)
    told = expected(report) if artifacts else {}

    assert told == READERS[name](artifacts, lang)
    assert artifacts or (name, lang) == ("csv", "en"), "data that no language changes are written once"


def test_three_reports_together_know_every_measure() -> None:
    """So no measure is left out of the round trip above."""
    known = {measure for year in KNOWING for measure in expected(sampled(year))}

    assert {measure for measure in Measure if measure is not Measure.OTHER} == known


def replaced(artifacts: Iterable[Artifact], old: str, new: str, times: int = 1) -> tuple[Artifact, ...]:
    """Return the artifacts with ``old`` replaced, as an exporter with a fault would write them."""
    changed = [
        evolve(one, content=one.content.decode().replace(old, new, times).encode()) for one in artifacts
    ]
    assert changed != list(artifacts), f"{old!r} stands nowhere"
    return tuple(changed)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("csv", "requests.total,,,,,84", "requests.total,,,,,85"),
        ("html", ">84 (delapan puluh empat)<", ">85 (delapan puluh lima)<"),
        ("html", ">84 (delapan puluh empat)<", ">48 (empat puluh delapan)<"),
        ("json", '"total": 84', '"total": 85'),
        ("markdown", "84 (delapan puluh empat) permohonan", "85 (delapan puluh lima) permohonan"),
        ("markdown", "53 (lima puluh tiga) keberatan,", "53 (lima puluh satu) keberatan,"),
    ],
)
def test_wrong_number_in_an_artifact_is_noticed(name: str, old: str, new: str) -> None:
    """A figure that differs from the summary, from another place of the document or from its own words."""
    report = sampled("example")
    artifacts = replaced(written(report, name), old, new)

    try:
        figures = READERS[name](artifacts)
    except AssertionError:
        return
    assert expected(report) != figures


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("csv", "percentiles.p75,,,,,9,", "percentiles.p75,,,,,8,"),
        ("csv", "balance.received,,,,,14", "balance.received,,,,,15"),
        ("html", ">85,71 persen<", ">86,71 persen<"),
        ("html", ">Persentil ke-75</th>", ">Persentil ke-95</th>"),
        ("json", '"p75": 9', '"p75": 8'),
        ("markdown", "dijawab dalam 10 hari kerja", "dijawab dalam 9 hari kerja"),
        ("markdown", "**Saldo akhir (masih terbuka)** | **1**", "**Saldo akhir (masih terbuka)** | **2**"),
        ("markdown", "| **Seluruhnya** | **13** |", "| **Seluruhnya** | **14** |"),
    ],
)
def test_wrong_time_in_an_artifact_is_noticed(name: str, old: str, new: str) -> None:
    report = sampled("many")
    artifacts = replaced(written(report, name), old, new)

    try:
        figures = READERS[name](artifacts)
    except AssertionError:
        return
    assert expected(report) != figures


def test_reader_says_which_measure_contradicts_itself() -> None:
    report = sampled("example")
    artifacts = replaced(written(report, "markdown"), "84 (delapan puluh empat)", "85 (delapan puluh lima)")

    with pytest.raises(AssertionError, match=r"requests\.total is 84 in one place and 85 in another"):
        read_markdown(artifacts)


def test_percentages_are_read_as_fractions_and_money_exactly() -> None:
    figures = read_markdown(written(sampled("timed"), "markdown"))

    assert figures[Measure.REALISED] == Decimal("912345.67")
    assert figures[Measure.ABSORPTION] == Decimal("0.9123")

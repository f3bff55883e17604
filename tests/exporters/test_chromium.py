"""The HTML page in a real browser: pages, sizes and room."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from tests import chromium
from tests.exporters import hostile, sample
from tests.exporters.test_announcement import announced

from ppid_core import Report
from ppid_exporters.html import HtmlExporter

POLICY = re.compile('<meta http-equiv="Content-Security-Policy"[^>]*>')
MEASURE = """<script>addEventListener("load", () => {
  const page = document.documentElement, cells = [...document.querySelectorAll(".tablebox td, .tablebox th")];
  page.dataset.width = page.scrollWidth;
  page.dataset.smallest = Math.min(...cells.map(cell => parseFloat(getComputedStyle(cell).fontSize)));
})</script>"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(chromium.PROGRAM is None, reason=chromium.MISSING),
]


def page(folder: Path, exporter: HtmlExporter | None = None, words: str = "") -> Path:
    return written(folder, hostile.report(words) if words else sample.report(), exporter or HtmlExporter())


def written(folder: Path, report: Report, exporter: HtmlExporter) -> Path:
    (artifact,) = exporter.export(report)
    path = folder / "laporan.html"
    path.write_bytes(artifact.content)
    return path


def browse(path: Path, *flags: str) -> str:
    assert chromium.PROGRAM is not None
    profile = path.parent / "profile"
    command = [chromium.PROGRAM, *chromium.FLAGS, f"--user-data-dir={profile}", *flags, path.as_uri()]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return run.stdout


def sheets(path: Path) -> Counter[tuple[int, int]]:
    """Return how many pages of which size are printed, in millimetres."""
    printed = path.with_suffix(".pdf")
    browse(path, "--no-pdf-header-footer", f"--print-to-pdf={printed}")
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed.read_bytes())
    return Counter(
        (round(float(width) / 72 * 25.4), round(float(height) / 72 * 25.4)) for width, height in boxes
    )


@pytest.mark.parametrize(("paper", "upright"), [("A4", (210, 297)), ("F4", (215, 330))])
def test_matrix_alone_is_printed_across(tmp_path: Path, paper: str, upright: tuple[int, int]) -> None:
    sizes = sheets(page(tmp_path, HtmlExporter(paper=paper)))

    assert {upright, upright[::-1]} == set(sizes)
    assert sizes[upright[::-1]] == 2
    assert sizes[upright] < 25


@pytest.mark.parametrize(("paper", "upright"), [("A4", (210, 297)), ("F4", (215, 330))])
@pytest.mark.parametrize("name", ["kota-serang-2020", "kabupaten-contoh-2024", "longest"])
def test_announcement_is_printed_on_one_page(
    tmp_path: Path, name: str, paper: str, upright: tuple[int, int]
) -> None:
    sizes = sheets(written(tmp_path, announced(name, paper), HtmlExporter()))

    assert sizes == {upright: 1}


@pytest.mark.parametrize(
    ("width", "words"), [(1280, ""), (500, ""), (1280, "kata" * 500), (500, "kata" * 500)]
)
def test_page_is_never_wider_than_the_window_and_tables_can_be_read(
    tmp_path: Path, width: int, words: str
) -> None:
    path = page(tmp_path, words=words)
    path.write_text(POLICY.sub(MEASURE, path.read_text(encoding="utf-8")), encoding="utf-8")

    shown = browse(path, f"--window-size={width},900", "--hide-scrollbars", "--dump-dom")

    measured = re.search(r'<html[^>]* data-width="(\d+)" data-smallest="([\d.]+)"', shown)
    assert measured is not None
    assert int(measured[1]) <= width
    assert float(measured[2]) >= 14

"""The field that searches a long table of a roll-up: one script, and a page that is whole without it."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest
from attrs import evolve
from tests import chromium
from tests.exporters.opened_page import exported, parsed
from tests.exporters.test_chromium import POLICY, browse

from ppid_core import Dossier, Report
from ppid_core.report import Column, Section, Table, compose_rollup
from ppid_core.rollup import rollup

BODIES = [("11.01", "Kabupaten Aceh Contoh", 5), ("11.02", "Kota Sabang Contoh", 1_250)]
BODIES += [(f"36.{at}", f"Kota Contoh {at}", at) for at in range(10, 60)]
TYPED = """<script>addEventListener("load", () => {
  const field = document.querySelector(".search input"), type = (words) => {
    field.value = words;
    field.dispatchEvent(new Event("input"));
    return [...document.querySelectorAll("[data-table=badan] tbody tr")].filter((row) => !row.hidden)
      .map((row) => row.cells[0].textContent).join(" ");
  };
  const page = document.documentElement.dataset;
  const all = () => type("").split(" ").length;
  page.found = [type("KÓTA  sabang"), type("kota 36.1"), type("tidak ada"), all()].join("|");
  type("36.59");
  setTimeout(() => { page.said = document.querySelector("[role=status]").textContent; }, 500);
})</script>"""


@pytest.fixture(scope="module")
def long() -> Report:
    """Return a roll-up with one long table."""
    table = Table(
        key="badan",
        columns=tuple(Column(key=key, title=key) for key in ("kode", "nama", "permohonan")),
        rows=tuple(BODIES),
        caption="Badan publik",
    )
    whole = rollup([Dossier.from_rows({"laporan": [{"kunci": "tahun", "isi": 2024}]})])
    return evolve(compose_rollup(whole), sections=(Section(key="badan", title="Badan", blocks=(table,)),))


def shortened(report: Report) -> Report:
    (section,) = report.sections
    (table,) = report.tables()
    return evolve(report, sections=(evolve(section, blocks=(evolve(table, rows=table.rows[:50]),)),))


def test_only_script_is_the_one_of_the_policy_and_the_field_waits_for_it(long: Report) -> None:
    page = exported(long)
    document = parsed(page)

    (script,) = [one for one in document.iter("script") if "type" not in one.attrib]
    digest = b64encode(sha256((script.text or "").encode()).digest()).decode()
    (policy,) = POLICY.findall(page)
    assert f"; script-src 'sha256-{digest}'\">" in unescape(policy)
    assert "default-src 'none'" in policy
    (field,) = [one for one in document.iter("p") if one.attrib.get("class") == "search"]
    assert "hidden" in field.attrib
    assert not re.search(r"https?:|fetch|XMLHttp|import|eval|innerHTML", script.text or "")


@pytest.mark.parametrize("is_rollup", [True, False])
def test_shorter_table_and_every_other_report_have_no_script(long: Report, *, is_rollup: bool) -> None:
    page = exported(shortened(long) if is_rollup else evolve(long, rollup=None))

    assert "script-src" not in page
    assert '<p class="search"' not in page


@pytest.mark.slow
@pytest.mark.skipif(chromium.PROGRAM is None, reason=chromium.MISSING)
def test_every_word_is_found_in_any_cell_whatever_its_case_and_accents(long: Report, tmp_path: Path) -> None:
    path = tmp_path / "laporan.html"
    path.write_text(POLICY.sub(TYPED, exported(long)), encoding="utf-8")

    shown = browse(path, "--virtual-time-budget=2000", "--dump-dom")

    found = re.search(r' data-found="([^"]*)"', shown)
    assert found is not None
    assert found[1] == f"11.02|{' '.join(f'36.{at}' for at in range(10, 20))}||52"
    assert ' data-said="1 dari 52 baris"' in shown


@pytest.mark.slow
@pytest.mark.skipif(chromium.PROGRAM is None, reason=chromium.MISSING)
def test_policy_of_the_page_lets_its_own_script_run_and_no_other(long: Report, tmp_path: Path) -> None:
    path = tmp_path / "laporan.html"
    other = '<script>document.documentElement.dataset.strange = "1"</script></body>'
    path.write_text(exported(long).replace("</body>", other), encoding="utf-8")

    shown = browse(path, "--virtual-time-budget=1000", "--dump-dom")

    assert '<p class="search"><label' in shown
    assert "data-strange" not in shown

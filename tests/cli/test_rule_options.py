"""Options of rules on the command line: set, told, and written back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Protocol

import pytest
from tests.plugins.test_rule_options import RULE


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


class Site(Protocol):
    def install(self, distribution: str, version: str = "1.0", **modules: str) -> None: ...


@pytest.fixture(autouse=True)
def _installed(site: Site) -> None:
    site.install("ppid-rules-banten", "2.1", plug_banten=RULE)


def test_options_are_written_back_into_the_table(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a").mkdir()
    keys = "kunci,isi\ntahun,2023\nekspor.csv.delimiter,;\naturan.btn101.requests,5\n"
    (tmp_path / "a" / "laporan.csv").write_text(keys, encoding="utf-8")

    run("convert", tmp_path / "a", tmp_path / "b")

    written = (tmp_path / "b" / "laporan.csv").read_text("utf-8-sig").splitlines()
    assert {"ekspor.csv.delimiter,;", "aturan.BTN101.requests,5"} <= set(written)


def test_command_sets_tells_and_records_options(run: Run, tiny: Path) -> None:
    table = tiny / "laporan.csv"
    table.write_text(table.read_text(encoding="utf-8") + "aturan.XY101.hari,5\n", encoding="utf-8")

    ended = run("check", tiny, "--set", "BTN101.requests=50", "--format", "json")

    (rule,) = (one for one in json.loads(ended.out)["rules"] if one["code"] == "BTN101")
    assert (rule["status"], rule["options"]["requests"]) == ("found", "50")
    assert "Pilihan aturan.XY101 di tabel laporan tidak dipakai" in " ".join(ended.err.split())
    assert run("check", tiny, "--set", "BTN101.hari=50").code == 2
    assert run("check", tiny, "--set", "odt.warna=biru").code == 2
    again = run("check", tiny, "--select", "BTN", "--set", "BTN101.requests=50").out
    assert f"ppid laporan {tiny} --set BTN101.requests=50" in " ".join(again.split())


def test_check_says_in_detail_by_which_values_a_rule_was_asked(run: Run, tiny: Path) -> None:
    asked = run("check", tiny, "--set", "BTN101.requests=50", "--rinci", "--lang", "en").out

    assert " BTN101  asked with requests=50, strict=false" in asked.splitlines()
    assert "asked with" not in run("check", tiny, "--lang", "en").out


def test_page_of_a_rule_says_what_can_be_set(run: Run) -> None:
    page = run("rule", "BTN101", "--lang", "en").out

    assert "  --set BTN101.requests=… a whole number; default: 2" in page.splitlines()
    assert "aturan.BTN101.known" in page
    (rule,) = json.loads(run("rule", "BTN101", "--format", "json", "--lang", "en").out)["rules"]
    assert {"name": "requests", "type": "a whole number", "default": "2"} in rule["options"]

from __future__ import annotations

import json
from pathlib import Path
from typing import Protocol

import pytest


class Ended(Protocol):
    code: object
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str | Path) -> Ended: ...


class Site(Protocol):
    def install(self, distribution: str, version: str = "1.0", **modules: str) -> None: ...


RULE = """
from ppid_core.language import Bilingual
from ppid_core.plugins import hookimpl
from ppid_core.rules import Finding, Rule, Severity

TEXT = Bilingual("teks", "text")

def check(evidence):
    {body}

@hookimpl
def ppid_register_rules():
    yield Rule(
        code="BTN101", severity=Severity.ERROR, title=Bilingual("Aturan Banten", "Rule of Banten"),
        message=Bilingual("Bertentangan di {{subject}}.", "Contradicts at {{subject}}."), mend=TEXT,
        explanation=TEXT, where=TEXT, example=TEXT, check=check,
    )
"""

EXPORTER = """
from ppid_core.plugins import hookimpl

class Mine:
    name, label = "mine", "Punya kami"

    def export(self, report, /):
        return ()

@hookimpl
def ppid_register_exporters():
    return [Mine()]
"""


def test_every_rule_is_listed_with_severity_and_title(run: Run) -> None:
    lines = run("rules").out.splitlines()

    assert "T101     Harus diperbaiki  Angka di naskah berbeda dari hasil hitung" in lines
    assert run("aturan").out.splitlines() == lines


def test_page_of_a_rule_tells_what_why_and_how(run: Run) -> None:
    ended = run("aturan", "l102")

    assert ended.code == 0
    assert ended.out.startswith("L102 Pengabulan sebagian tanpa alasan\nPerlu diperiksa\n\nApa\n")
    headings = [line for line in ended.out.splitlines()[2:] if line and not line.startswith(" ")]
    assert [
        *("Apa", "Mengapa", "Dasar", "Cara memperbaiki", "Contoh benar", "Bila memang demikian")
    ] == headings
    assert "UU 14/2008" in ended.out
    assert "tabel penjelasan: kode L102" in ended.out


def test_rule_of_plain_arithmetic_says_so(run: Run) -> None:
    assert "Hitungan; tidak memerlukan dasar hukum." in run("rule", "T104").out


@pytest.mark.slow
def test_every_rule_has_a_page_in_both_languages(run: Run) -> None:
    codes = [line.split()[0] for line in run("rules").out.splitlines()]

    for code in codes:
        for lang in ("id", "en"):
            page = run("rule", code, "--lang", lang)
            assert page.code == 0
            assert "{" not in page.out


@pytest.mark.parametrize(("typed", "near"), [("T110", "T10"), ("L1", "L10"), ("B9", "B101, B102. ")])
def test_unknown_code_ends_with_2_and_names_those_like_it(run: Run, typed: str, near: str) -> None:
    ended = run("rule", typed)

    assert ended.code == 2
    assert f'Kode "{typed}" tidak dikenal. Yang mirip: ' in ended.err
    assert near in ended.err


def test_unknown_code_of_no_family_is_not_said_to_be_like_any(run: Run) -> None:
    ended = run("rule", "Q999")

    assert "mirip" not in ended.err
    assert 'Kode "Q999" tidak dikenal. Yang ada: B101, B102,' in ended.err


def test_rule_of_a_plugin_is_listed_explained_and_asked(run: Run, tiny: Path, site: Site) -> None:
    site.install("ppid-rules-banten", "2.1", plug_banten=RULE.format(body="yield Finding(subject='apa')"))

    ended = run("check", tiny, "--format", "json")

    value = json.loads(ended.out)
    assert ended.code == 1
    assert value["ruleset"]["ppid-rules-banten"] == "2.1"
    assert "Bertentangan di apa." in {finding["message"] for finding in value["findings"]}
    assert "BTN101   Harus diperbaiki  Aturan Banten" in run("rules").out
    assert run("rule", "BTN101").code == 0
    assert run("check", tiny, "--block", "ppid-rules-banten").code == 0


def test_rule_that_fails_ends_with_3_and_is_told_with_the_cause(run: Run, tiny: Path, site: Site) -> None:
    site.install("ppid-rules-banten", plug_banten=RULE.format(body="yield 1 / 0"))

    ended = run("check", tiny)

    assert ended.code == 3
    assert "BTN101  gagal dijalankan: ZeroDivisionError: division by zero" in ended.out


def test_failed_rule_wins_over_problems_and_contradictions(run: Run, example: Path, site: Site) -> None:
    (example / "keberatan.csv").write_text("bulan,jumlah\nJanuari,dua\n", encoding="utf-8")
    site.install("ppid-rules-banten", plug_banten=RULE.format(body="yield 1 / 0"))

    assert run("check", example).code == 3


def test_broken_plugin_is_told_beside_a_check_and_ends_it_only_in_strict_loading(
    run: Run, tiny: Path, site: Site
) -> None:
    site.install("ppid-broken", "0.3", plug_broken="import tidak_ada")

    beside, strict = run("check", tiny, "--format", "json"), run("check", tiny, "--strict-plugins")

    assert beside.code == 0
    assert json.loads(beside.out)["problems"] == []
    assert 'Plugin "ppid-broken" 0.3 gagal dimuat' in beside.err
    assert (strict.code, strict.out) == (3, "")
    assert "ppid-broken" in strict.err


def test_formats_are_listed_with_label_and_distribution(run: Run, site: Site) -> None:
    site.install(
        "ppid-exporter-mine",
        "0.3",
        plug_mine=EXPORTER,
    )
    site.install("ppid-broken", plug_broken="import tidak_ada")

    ended = run("exporters")

    rows = [[part.strip() for part in line.split("  ") if part] for line in ended.out.splitlines()]
    assert [row[0] for row in rows] == ["html", "docx", "pdf", "xlsx", "csv", "json", "markdown", "mine"]
    assert rows[-1] == ["mine", "Punya kami", "ppid-exporter-mine 0.3"]
    assert "ppid-broken" in ended.err
    assert ended.code == 0
    assert run("exporters", "--strict-plugins").code == 3

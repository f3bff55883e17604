"""What most rules find in two reports full of contradictions: whole findings, with every fact and place.

After a change that is meant: ``PPID_RENEW_GOLDEN=1 pytest tests/rules/test_contradictions.py``, then
read the difference.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from ppid_core.intake import from_rows
from ppid_core.language import Bilingual
from ppid_core.model import ServiceYear
from ppid_core.rules import CATALOGUE, Finding
from ppid_core.testing.judgement import judged

GOLDEN = Path(__file__).parents[1] / "golden" / "findings.txt"
REPORTS = tomllib.loads((Path(__file__).parent / "contradictions.toml").read_text(encoding="utf-8"))
OF_THE_LAW = frozenset({"L901", "L902"})
"""They find what is not verified in the law data, which changes with those."""


def year(name: str) -> ServiceYear:
    intake = from_rows(REPORTS[name])
    assert intake.problems == ()
    return intake.year


def told(finding: Finding) -> Iterator[str]:
    """Yield all that a finding holds, its places as rows of their tables."""
    places = groupby(finding.places, key=lambda place: place.file)
    rows = ", ".join(f"{table} {' '.join(str(place.row) for place in found)}" for table, found in places)
    yield f"{finding.code} {finding.severity} {finding.subject}"
    yield f"  {finding.provided} | {finding.expected} | {finding.difference} | {finding.affected} | {rows}"
    for name, value in (*finding.facts.items(), *(("basis", cited) for cited in finding.basis)):
        both = f"{value.id} / {value.en}" if isinstance(value, Bilingual) else value
        yield f"  {name}: {both}"


def test_whole_findings_are_the_golden_ones() -> None:
    codes = [rule.code for rule in CATALOGUE if rule.code not in OF_THE_LAW]
    checked = judged(year("tahun_ini"), *codes, previous=year("tahun_lalu"))

    printed = "".join(f"{line.rstrip()}\n" for finding in checked.findings for line in told(finding))

    if os.environ.get("PPID_RENEW_GOLDEN"):
        GOLDEN.write_text(printed, encoding="utf-8", newline="\n")
    assert printed == GOLDEN.read_text(encoding="utf-8")

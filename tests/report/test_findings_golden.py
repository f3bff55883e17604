"""The check of the example as a document, word for word, as Markdown.

After a change of texts that is meant: ``PPID_RENEW_GOLDEN=1 pytest tests/report/test_findings_golden.py``,
then read the difference. The colophon is left out: it names versions that change.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ppid_core import (
    Evidence,
    Lawbook,
    WorkdayCalendar,
    check,
    compose_findings,
    export,
    load,
    load_plugins,
    summarize,
)
from ppid_core.language import Lang

GOLDEN = Path(__file__).parents[1] / "golden"
EXAMPLE = Path(__file__).parents[2] / "examples" / "kota-serang-2020"


@pytest.mark.parametrize(("name", "lang"), [("hasil-pemeriksaan", "id"), ("hasil-pemeriksaan-en", "en")])
def test_printed_findings_are_the_golden_ones(name: str, lang: Lang) -> None:
    intake, law, workdays = load(EXAMPLE), Lawbook.load(), WorkdayCalendar.load()
    year = intake.year
    summary = summarize(year, law, workdays, year.as_of)
    checked = check(Evidence(year=year, summary=summary, law=law, workdays=workdays, as_of=year.as_of))

    (page,) = export(compose_findings(intake, checked, lang=lang), "markdown", load_plugins())

    printed, golden = page.content.decode().partition('## <a id="bagian-colophon">')[0], GOLDEN / f"{name}.md"
    if os.environ.get("PPID_RENEW_GOLDEN"):
        golden.write_text(printed, encoding="utf-8", newline="\n")
    assert printed == golden.read_text(encoding="utf-8")

"""The printed report of the example, word for word, as Markdown.

After a change of texts that is meant: ``PPID_RENEW_GOLDEN=1 pytest tests/report/test_golden.py``, then read
the difference. The colophon is left out: it names versions that change with every entry of the law.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ppid_core import Report, ServiceYear, export, load_plugins

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("laporan", {}),
        ("laporan-brief", {"form": "brief"}),
        ("laporan-en", {"lang": "en"}),
        ("laporan-letter", {"form": "letter"}),
        ("laporan-letter-en", {"form": "letter", "lang": "en"}),
    ],
)
def test_printed_report_is_the_golden_one(
    serang: ServiceYear, compose_year: Callable[..., Report], name: str, options: dict[str, str]
) -> None:
    (page,) = export(compose_year(serang, **options), "markdown", load_plugins())
    printed = page.content.decode().partition('## <a id="bagian-colophon">')[0]

    golden = GOLDEN / f"{name}.md"
    if os.environ.get("PPID_RENEW_GOLDEN"):
        golden.write_text(printed, encoding="utf-8")
    assert printed == golden.read_text(encoding="utf-8")

"""What holds for every built-in exporter."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest
from attrs import frozen
from tests.exporters import sample, small

from ppid_core.language import Lang
from ppid_core.plugins import Exporter
from ppid_core.report import (
    Block,
    Chart,
    Contents,
    Items,
    Meta,
    Notice,
    Paragraph,
    Picture,
    Report,
    Section,
    Signature,
    Table,
)
from ppid_exporters.hooks import ppid_register_exporters

ROOT = Path(__file__).parents[2]
EXPORTERS = {exporter.name: exporter for exporter in ppid_register_exporters()}
PROSE = ("html", "markdown")
KINDS = (Paragraph, Items, Table, Chart, Picture, Notice, Signature, Contents)


@frozen
class Verse:
    """A block of a kind that no exporter knows."""

    words: str

    def plain(self, lang: Lang = "id") -> str:
        return f"{lang}: <{self.words}>"


@pytest.fixture(params=list(EXPORTERS))
def exporter(request: pytest.FixtureRequest) -> Exporter:
    return EXPORTERS[request.param]


def content(exporter: Exporter, report: Report) -> bytes:
    return b"".join(artifact.content for artifact in exporter.export(report))


def of(*blocks: Block) -> Report:
    sections = (Section(key="s", title="s", blocks=blocks), Section(key="t", title="t"))
    return Report(meta=Meta(title="x"), sections=sections)


def test_hook_gives_every_format_of_ours() -> None:
    assert ["html", "docx", "pdf", "xlsx", "csv", "json", "markdown"] == list(EXPORTERS)


def test_exporter_is_one_by_the_protocol_and_has_a_label(exporter: Exporter) -> None:
    assert isinstance(exporter, Exporter)
    assert exporter.label


def test_same_report_gives_the_same_bytes(exporter: Exporter) -> None:
    assert content(exporter, sample.report()) == content(exporter, sample.report())


def test_exporter_survives_pickling(exporter: Exporter) -> None:
    copy = pickle.loads(pickle.dumps(exporter))  # noqa: S301  our own bytes

    assert exporter == copy
    assert content(exporter, small.report()) == content(copy, small.report())


def test_empty_report_can_be_exported(exporter: Exporter) -> None:
    for artifact in exporter.export(Report(meta=Meta(title="Kosong"))):
        assert artifact.content


@pytest.mark.slow
def test_listing_the_exporters_imports_no_extra() -> None:
    script = "import sys, ppid_exporters.hooks as h; list(h.ppid_register_exporters()); print(*sys.modules)"

    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert {
        "PIL",
        "docx",
        "jinja2",
        "lxml",
        "markupsafe",
        "pikepdf",
        "pypdf",
        "typst",
        "vl_convert",
        "xlsxwriter",
    }.isdisjoint(run.stdout.split())


@pytest.mark.parametrize("name", PROSE)
@pytest.mark.parametrize("kind", KINDS)
def test_prose_formats_set_every_kind_of_block(name: str, kind: type[Block]) -> None:
    report = small.report()
    blocks = tuple(block for block in report.blocks() if isinstance(block, kind))
    assert blocks, kind

    with_block = content(EXPORTERS[name], of(*blocks))

    assert len(with_block) > len(content(EXPORTERS[name], of())) + 10


@pytest.mark.parametrize(
    ("name", "expected"), [("html", "<p>en: &lt;bait&gt;</p>"), ("markdown", "en: \\<bait\\>")]
)
def test_unknown_block_is_written_plainly_in_the_language_of_the_report(name: str, expected: str) -> None:
    verse = cast("Block", Verse("bait"))
    report = Report(meta=Meta(title="x", lang="en"), sections=(Section(key="s", title="s", blocks=(verse,)),))

    assert expected in content(EXPORTERS[name], report).decode()


@pytest.mark.parametrize("name", PROSE)
def test_words_of_the_format_follow_the_language(name: str) -> None:
    english = Report(meta=Meta(title="x", lang="en"), sections=small.report().sections)

    page = content(EXPORTERS[name], english).decode()

    assert "List of Tables" in page
    assert "Table 1" in page
    assert "Daftar Tabel" not in page

"""Toned shares: the more, the darker, with the figure in each; others are hatched, in every format."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise

from tests.exporters.docx import opening

from ppid_core.report import Column, Meta, Ratio, Report, Section, Table
from ppid_exporters.docx import DocxExporter
from ppid_exporters.html import HtmlExporter
from ppid_exporters.layout.caption import Captions
from ppid_exporters.layout.grid import Grid
from ppid_exporters.layout.theme import LEGIBLE, PAPERS, contrast
from ppid_exporters.layout.tone import Tone
from ppid_exporters.pdf.frame import PageFrame
from ppid_exporters.pdf.tables import table as pdf_table
from ppid_exporters.xlsx import XlsxExporter

ACCENT = "#123B5D"
WORDS = "tanpa isian"
SHARES = tuple(Ratio(part, 14) for part in (0, 3, 7, 9, 14))
TABLE = Table(
    key="tones",
    columns=(Column(key="name", title="OPD"), Column(key="half", title="semester-1", toned=True)),
    rows=(*((f"OPD {at}", share) for at, share in enumerate(SHARES)), ("Dinas", WORDS), ("Badan", "–")),
    total=("Seluruh OPD", Ratio(33, 70)),
)
REPORT = Report(
    meta=Meta(title="Laporan", body="Kota Contoh"),
    sections=(Section(key="one", label="1", title="Satu", blocks=(TABLE,)),),
)
GROUNDS = [Tone(step).ground(ACCENT) for step in range(5)]


def test_tones_are_apart_in_grey_and_their_figures_can_be_read() -> None:
    darker = [contrast(ground, "#FFFFFF") for ground in GROUNDS]

    assert [cell.tone for _, cell in Grid.of(TABLE).rows] == [*map(Tone, range(5)), Tone(None), None]
    assert all(more / less > 1.25 for less, more in pairwise(darker))
    assert all(contrast(Tone(step).ink(ACCENT), ground) >= LEGIBLE for step, ground in enumerate(GROUNDS))
    assert {cell.tone for cell in Grid.of(TABLE).total} == {None}


def test_word_page_and_workbook_fill_cells_by_their_share_and_hatch_the_others() -> None:
    (page, *_), (word, *_), (book, *_) = (
        tuple(one.export(REPORT)) for one in (HtmlExporter(), DocxExporter(), XlsxExporter())
    )
    html, document = page.content.decode(), opening.part(word.content, "word/document.xml").decode()
    with zipfile.ZipFile(io.BytesIO(book.content)) as archive:
        styles = archive.read("xl/styles.xml").decode()

    for ground in GROUNDS:
        assert html.count(f"background:{ground};") == 1
        assert document.count(f'w:fill="{ground[1:]}"') >= 1
        assert f'rgb="FF{ground[1:]}"' in styles
    assert f'class="hatched n tone"><span>{WORDS}' in html
    assert document.count("thinReverseDiagStripe") == 1
    assert 'patternType="lightUp"' in styles


def test_pdf_is_told_the_same() -> None:
    frame = PageFrame(report=REPORT, paper=PAPERS["A4"], accent=ACCENT, captions=Captions.of(REPORT))
    cells = [row[1] for row in pdf_table(TABLE, frame)["rows"]]

    assert [cell.get("ground") for cell in cells[:5]] == GROUNDS
    assert [cell.get("is_hatched") for cell in cells] == [*[False] * 5, True, None]

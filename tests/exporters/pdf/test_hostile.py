"""Typed text is text: no code, no lost sign, nothing beyond the margins."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exporters import hostile, sample
from tests.exporters.pdf.opened import exported, of, reader_of, said

from ppid_core.plugins import Artifact
from ppid_core.report import Column, Items, Notice, Paragraph, Report, Table

MILLIMETRE = 72 / 25.4
LONG = "kata" * 2500
TEXTS = hostile.TEXTS[:-1]
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
TYPST = (
    '#import "x": *',
    "#panic()",
    "$x$",
    "\\ \\u{41}",
    "<label> @label",
    "*tebal* _miring_ `kode`",
    "= judul",
    "/ a: b",
    "#sys.inputs",
    "// x",
    "~ -- ---",
)


def boxes(path: Path) -> str:
    """Return the place of every word, as an independent program finds it."""
    run = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True)  # noqa: S607  a program of the system
    return run.stdout.decode(errors="replace")


def faults(artifact: Artifact, folder: Path) -> Iterator[str]:
    """Yield the words that stand beyond the margins of their page."""
    path = folder / "laporan.pdf"
    path.write_bytes(artifact.content)
    for page in PAGE.finditer(boxes(path)):
        across, along = float(page[1]), float(page[2])
        left = (30 if across < along else 25) * MILLIMETRE
        for word in WORD.finditer(page[3]):
            x, y, end, bottom = map(float, word.groups()[:4])
            if x < left - 1 or end > across - 25 * MILLIMETRE + 1 or y < 0 or bottom > along:
                yield f"{word[5][:40]!r} at {x:.0f}–{end:.0f} × {y:.0f}–{bottom:.0f}"


needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")


@pytest.mark.parametrize("words", TYPST)
def test_markup_of_typst_is_text(words: str) -> None:
    columns = (Column(key="a", title=words), Column(key="b", title="b"))
    report = of(
        Paragraph(content=(words,)), Table(key="t", columns=columns, rows=((words, 1),), caption=words)
    )

    artifact = exported(report)

    assert words in said(artifact, "P")
    assert words in said(artifact, "TD")
    assert [words, "b"] == said(artifact, "TH")


@needs_poppler
@pytest.mark.slow
@pytest.mark.parametrize("words", TEXTS)
def test_hostile_text_in_every_field_is_set_within_the_margins(words: str, tmp_path: Path) -> None:
    report = hostile.report(words, hostile.kind_in_turn(words))

    assert [] == list(faults(exported(report), tmp_path))


@needs_poppler
@pytest.mark.slow
def test_no_word_of_a_report_stands_beyond_the_margins(tmp_path: Path) -> None:
    assert [] == list(faults(exported(sample.report()), tmp_path))


def running_text_and_a_table(words: str) -> Report:
    """Return ``words`` as text of a paragraph, of an item, of a notice, and in cells of a table."""
    kinds = (Paragraph, Items, Notice)
    texts = [block for block in hostile.blocks(words) if isinstance(block, kinds)]
    columns = (Column(key="name", title="Nama"), Column(key="note", title="Keterangan"))
    return of(*texts, Table(key="kasus", caption="Kasus", columns=columns, rows=((words, "ada"),)))


@needs_poppler
@pytest.mark.slow
@pytest.mark.parametrize("words", [LONG, "W" * 10_000, "kata " * 2_000], ids=["kata", "W", "words"])
def test_ten_thousand_characters_are_broken_and_none_is_lost(words: str, tmp_path: Path) -> None:
    artifact = exported(running_text_and_a_table(words))

    assert [] == list(faults(artifact, tmp_path))
    wanted = words.replace(" ", "")
    assert any(wanted == text.replace(" ", "") for text in said(artifact, "P"))
    assert any(wanted == text.replace(" ", "") for text in said(artifact, "TD"))


def test_sign_without_a_shape_is_printed_as_its_code_and_told() -> None:
    artifact = exported(of(Paragraph(content=("Selesai 🫠 情報",))))

    assert "Selesai [U+1FAE0] [U+60C5][U+5831]" in said(artifact, "P")
    (note,) = artifact.notes
    assert note.startswith("Aksara yang tidak ada pada huruf bawaan PDF dicetak sebagai kodenya: ")
    assert note.endswith(": 🫠 (U+1FAE0), 情 (U+60C5), 報 (U+5831).")


def test_signs_that_turn_the_order_of_others_are_shown() -> None:
    artifact = exported(of(Paragraph(content=("\u202eterbalik\u2066",))))

    assert "[U+202E]terbalik[U+2066]" in said(artifact, "P")


@needs_poppler
def test_arabic_leaves_the_order_of_its_surroundings_alone(tmp_path: Path) -> None:
    path = tmp_path / "laporan.pdf"
    path.write_bytes(
        exported(
            of(
                Paragraph(
                    content=(
                        "Nama ",
                        "العربية",
                        " 12 permohonan",
                    )
                )
            )
        ).content
    )

    (line,) = (word[5] for word in WORD.finditer(boxes(path)) if word[5].startswith("Nama"))

    assert line.endswith("12"), "what follows stands to the right, as in the sentence"


@pytest.mark.slow
@given(st.text(max_size=60))
@settings(max_examples=20, deadline=None)
def test_any_text_can_be_set(words: str) -> None:
    """Whatever the characters: PDF/A forbids a sign without a shape, so setting it would fail."""
    columns = (Column(key="a", title=words), Column(key="b", title="b"))
    report = of(
        Paragraph(content=(words, "x")), Table(key="t", columns=columns, rows=((words, 1),), caption=words)
    )

    assert reader_of(exported(report)).pages

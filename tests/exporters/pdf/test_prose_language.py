"""Prose in another language than the document is tagged with it, so that it is read aloud in that."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from tests.exporters.pdf.opened import exported, of, reader_of

from ppid_core.report import Column, Items, Meta, Paragraph, Phrase, Report, Table, Typed


def told(report: Report) -> list[tuple[str, str, bool]]:
    """Return tag and language of every element, and whether it is its own: else that of what holds it."""

    def walk(element: Any, lang: str) -> Iterator[tuple[str, str, bool]]:  # noqa: ANN401  what a PDF holds
        found = element.get_object()
        if isinstance(found, list):
            for inner in found:
                yield from walk(inner, lang)
        elif hasattr(found, "get"):
            own = found.get("/Lang", lang)
            if "/S" in found:
                yield found["/S"], own, "/Lang" in found
            yield from walk(found["/K"], own) if "/K" in found else ()

    catalogue: Any = reader_of(exported(report)).trailer["/Root"]
    return list(walk(catalogue["/StructTreeRoot"], catalogue["/Lang"]))


def spoken(report: Report) -> list[tuple[str, str]]:
    """Return tag and language of every element that has one of its own."""
    return [(tag, lang) for tag, lang, is_own in told(report) if is_own]


def test_prose_of_another_language_is_tagged_with_it() -> None:
    meta = Meta(title="Report", body="City", lang="en")
    blocks = (
        Paragraph(content=("Told in English.",)),
        Paragraph(content=("Ditulis petugas.",), lang="id"),
        Items(items=(("satu",), ("dua",)), lang="id"),
    )

    assert spoken(of(*blocks, meta=meta)) == [("/P", "id"), ("/L", "id")]


def test_words_in_cells_are_tagged_with_the_language_of_staff() -> None:
    meta = Meta(title="Report", body="City", lang="en")
    table = Table(
        key="t",
        columns=(Column(key="name", title="Name", lang="id"), Column(key="count", title="Count")),
        rows=(("meja layanan", 2), ("kursi tunggu", 4)),
    )

    cells = [lang for tag, lang, _ in told(of(table, meta=meta)) if tag in {"/TH", "/TD"}]
    assert cells == ["en", "en", "id", "en", "id", "en"]


def marked(report: Report) -> list[str]:
    """Return the language of every piece of a line that is in another one than its element."""
    with pikepdf.open(io.BytesIO(exported(report).content)) as document:
        told = [one for page in document.pages for one in pikepdf.parse_content_stream(page)]
        marks = [one.operands[1] for one in told if str(one.operator) == "BDC"]
        return [str(mark["/Lang"]) for mark in marks if "/Lang" in mark]


def test_typed_words_in_headings_cells_notes_and_sentences_are_tagged_one_by_one() -> None:
    """A row of which the first cell is typed is tagged as a whole, its other cells are tagged back."""
    table = Table(
        key="t",
        columns=(Column(key="name", title="Desk"), Column(key="kind", title=Typed("Renja"), turned=True)),
        rows=(("Main", Phrase(Typed("ditolak"), " (letter a)")), (Typed("Dinsos"), "yes")),
        notes=(Phrase("Unit: ", Typed("poin"), " in every row."),),
    )
    sentence = Paragraph(content=("Decided: ", Typed("dikuatkan"), "."))
    report = of(table, sentence, meta=Meta(title="R", lang="en"))

    assert spoken(report) == [("/TH", "id"), ("/TD", "id"), ("/TR", "id"), ("/TD", "en")]
    assert marked(report) == ["en", "id", "id"]

"""What staff wrote in another language than the document is marked so, in prose and in cells."""

from __future__ import annotations

import io
import re
import zipfile

from ppid_core.report import Block, Column, Items, Meta, Paragraph, Phrase, Report, Section, Table, Typed
from ppid_exporters.docx import DocxExporter

BLOCKS: tuple[Block, ...] = (
    Paragraph(content=("Told in English.",)),
    Paragraph(content=("Ditulis petugas.",), lang="id"),
    Items(items=(("satu butir",),), lang="id"),
    Table(
        key="t",
        caption="Facilities",
        columns=(Column(key="name", title="Name", lang="id"), Column(key="count", title="Count")),
        rows=(("meja layanan", 2), ("kursi tunggu", 4)),
    ),
    Table(
        key="u",
        caption="Desks",
        columns=(Column(key="desk", title="Desk"), Column(key="kind", title=Typed("Renja"), turned=True)),
        rows=(("Main PPID", Phrase(Typed("ditolak"), " (letter a)")), (Typed("Dinsos"), "yes")),
        notes=(Phrase("Unit: ", Typed("poin"), " in every row."),),
    ),
    Paragraph(content=("Decided: ", Typed("dikuatkan"), ".")),
)


def spoken() -> dict[str, str]:
    """Return the language of each run that has one of its own, by its words."""
    meta = Meta(title="Report", body="City", lang="en")
    chapter = Section(key="s", label="Part I", title="Chapter", blocks=BLOCKS)
    (artifact,) = DocxExporter().export(Report(meta=meta, sections=(chapter,)))
    body = zipfile.ZipFile(io.BytesIO(artifact.content)).read("word/document.xml").decode()
    told = {}
    for run in re.findall(r"<w:r>(.*?)</w:r>", body, re.DOTALL):
        if found := re.search(r'<w:lang w:val="([^"]+)"', run):
            told["".join(re.findall(r"<w:t[^>]*>([^<]*)", run))] = found[1]
    return told


def test_words_of_staff_are_marked_and_ours_are_not() -> None:
    words = ["Ditulis petugas.", "satu butir", "meja layanan", "kursi tunggu"]
    words += ["Renja", "ditolak", "Dinsos", "poin", "dikuatkan"]

    assert spoken() == dict.fromkeys(words, "id-ID")

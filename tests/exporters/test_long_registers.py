"""Registers too long to print: nothing of them is lost, and the document says where it is."""

from __future__ import annotations

import csv
import io
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_core.errors import OptionError
from ppid_core.plugins import with_options
from ppid_core.report import Column, Meta, Paragraph, Report, Section, Table
from ppid_exporters.docx import DocxExporter
from ppid_exporters.layout.register import Detached, most_rows
from ppid_exporters.layout.table_file import table_file
from ppid_exporters.pdf import PdfExporter

PRINTED = (PdfExporter, DocxExporter)


def register(key: str, rows: int, *, is_register: bool = True) -> Table:
    lines = tuple((f"{key}-{at}", "guru" if at % 2 else "") for at in range(1, rows + 1))
    columns = (Column(key="number", title="Nomor"), Column(key="work", title="Pekerjaan"))
    return Table(
        key=key, caption=f"Register {key}", columns=columns, rows=lines, wide=True, is_register=is_register
    )


def report_of(*tables: Table, meta: Meta | None = None) -> Report:
    """Return a document with the first table in a chapter and the others within one of its parts."""
    inner = Section(key="inner", title="Bagian", blocks=(Paragraph(content=("x",)), *tables[1:]))
    chapter = Section(key="chapter", label="1", title="Bab", blocks=tables[:1], sections=(inner,))
    return Report(meta=meta or Meta(title="Judul"), sections=(chapter,))


def lines_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    sizes = draw(st.lists(st.tuples(st.integers(0, 8), st.booleans()), min_size=1, max_size=4))
    return report_of(*(register(f"t{at}", rows, is_register=which) for at, (rows, which) in enumerate(sizes)))


@given(report=reports(), most=st.integers(0, 8))
def test_every_row_is_printed_or_in_a_file_and_never_in_both(report: Report, most: int) -> None:
    detached = Detached.of(report, str(most), "pdf", are_inside=True)

    files = {file.name: file.content for file in detached.files}
    for before, after in zip(report.tables(), detached.report.tables(), strict=True):
        assert (before.key, before.caption) == (after.key, after.caption)
        file = files.pop(f"{before.key}-pdf.csv", None)
        if before.is_register and len(before.rows) > most:
            assert file == table_file(before, "id")
            assert lines_of(file or b"")[1:] == [list(row) for row in before.rows]
        else:
            assert (file, after) == (None, before)
    assert files == {}


@given(report=reports())
def test_all_are_printed_where_that_is_asked_for(report: Report) -> None:
    assert Detached.of(report, "semua", "pdf", are_inside=True) == Detached(report=report)


def test_in_its_place_stands_how_many_rows_it_has_where_they_are_and_what_fills_them() -> None:
    detached = Detached.of(report_of(register("a", 5)), "4", "pdf", are_inside=True)

    told, table = detached.report.sections[0].blocks
    (file,) = detached.files
    assert isinstance(table, Table)
    assert told.plain().startswith(
        "Register ini terdiri atas 5 (lima) baris, melebihi batas cetak 4 baris. Seluruh barisnya terlampir "
        "di dalam dokumen ini sebagai berkas a-pdf.csv;"
    )
    assert [[str(column.title) for column in table.columns], *table.plain().split("\n")[2:4]] == [
        ["Kolom", "Terisi (baris)"],
        "Nomor\t5",
        "Pekerjaan\t3",
    ]
    assert not table.wide
    assert table.notes[-1] == f"SHA-256 a-pdf.csv: {sha256(file.content).hexdigest()}"
    assert detached.note == (
        "Register yang panjang tidak dicetak, tetapi dimuat dalam berkas: a-pdf.csv. Pilihan baris=semua "
        "mencetaknya."
    )


def test_file_has_the_edition_and_the_language_of_its_document_in_its_name() -> None:
    meta = Meta(title="Title", lang="en", edition="internal", stem="laporan-internal-en")

    detached = Detached.of(report_of(register("a", 5), meta=meta), "4", "docx", are_inside=False)

    (file,) = detached.files
    assert file.name == "a-docx-internal-en.csv"
    assert f"in the file {file.name} that comes with this document" in _plain(detached.report)


def _plain(report: Report) -> str:
    return "\n".join(block.plain(report.meta.lang) for block in report.blocks())


@pytest.mark.parametrize("exporter", PRINTED)
@pytest.mark.parametrize("typed", ["banyak", "-1", "", "2,5", "٣"])
def test_what_is_no_number_of_rows_is_refused_before_anything_is_made(
    exporter: type[PdfExporter | DocxExporter], typed: str
) -> None:
    with pytest.raises(OptionError) as refused:
        with_options(exporter(), {"baris": typed})

    assert str(refused.value) == (
        f'Pilihan {exporter().name}.baris: "{typed}" bukan banyaknya baris. Tulis, misalnya, 300, atau semua.'
    )


@pytest.mark.parametrize(("typed", "most"), [("300", 300), (" 0 ", 0), ("SEMUA", None), ("all", None)])
def test_numbers_of_rows_are_read(typed: str, most: int | None) -> None:
    assert most_rows(typed) == most


@pytest.mark.slow
@pytest.mark.parametrize("exporter", PRINTED)
def test_register_comes_beside_its_document_unless_all_is_printed(
    exporter: type[PdfExporter | DocxExporter],
) -> None:
    report = report_of(register("a", 301), register("b", 300), register("c", 301, is_register=False))

    document, *files = exporter().export(report)
    (whole,) = exporter(baris="semua").export(report)

    assert [file.name for file in files] == [f"a-{exporter().name}.csv"]
    assert any("a-" in note for note in document.notes)
    assert whole.notes == ()
    assert len(whole.content) > len(document.content)

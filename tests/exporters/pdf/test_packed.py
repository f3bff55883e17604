"""A large PDF is packed: the same objects in fewer bytes, still tagged, with the claims of its standards."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject
from tests.exporters.pdf.opened import of, reader_of, tree
from tests.exporters.test_long_registers import register, report_of

from ppid_core.plugins import Artifact
from ppid_core.report import Paragraph, Report
from ppid_exporters.json import NAME, carried
from ppid_exporters.pdf import PdfExporter
from ppid_exporters.pdf.document import packed

ROWS = 3_000
"""Of a table whose PDF is over the limit from which on it is packed."""


def compiled(report: Report) -> bytes:
    """Return the PDF as it was set."""
    document, *_ = PdfExporter(baris="semua").export(report)
    return document.content


def shape(pdf: bytes) -> list[object]:
    """Return what can be reached from the root, each object once, by the order in which it is met."""
    reader, met, found = PdfReader(io.BytesIO(pdf), strict=True), dict[int, int](), list[object]()
    waiting: list[IndirectObject] = [reader.trailer.raw_get("/Root"), reader.trailer.raw_get("/Info")]

    def plain(item: Any) -> object:  # noqa: ANN401  an object of PDF
        if isinstance(item, IndirectObject):
            if item.idnum not in met:
                met[item.idnum] = len(met)
                waiting.append(item)
            return ("object", met[item.idnum])
        if isinstance(item, ArrayObject):
            return [plain(one) for one in item]
        if isinstance(item, DictionaryObject):
            kept = sorted(key for key in item if key not in {"/Length", "/Filter", "/DecodeParms"})
            inner = {key: plain(item.raw_get(key)) for key in kept}
            return (inner, item.get_data()) if isinstance(item, StreamObject) else inner
        return item

    while waiting:
        found.append(plain(waiting.pop(0).get_object()))
    return found


@given(words=st.text(st.characters(codec="utf-8"), max_size=20))
@settings(max_examples=10)
def test_packing_changes_no_object(words: str) -> None:
    pdf = compiled(of(Paragraph(content=(words,)), register("a", 3)))

    assert shape(packed(pdf)) == shape(pdf)
    assert packed(pdf) == packed(pdf)


@pytest.fixture(scope="module")
def large() -> Artifact:
    report = report_of(register("a", ROWS))
    (document,) = PdfExporter(baris="semua").export(report)
    return document


@pytest.mark.slow
def test_large_file_is_packed_and_read_as_one_that_is_not(large: Artifact) -> None:
    assert b"/ObjStm" in large.content
    assert len(large.content) < 400_000
    cells = [one.text for one in tree(large).walk() if one.tag == "TD"]
    assert cells[0::2] == [f"a-{number}" for number in range(1, ROWS + 1)]


@pytest.mark.slow
def test_large_file_claims_both_standards_and_is_tagged(large: Artifact) -> None:
    root = reader_of(large).root_object
    claimed = root["/Metadata"].get_data().decode().replace("\n", "")  # type: ignore[attr-defined]  # a stream

    assert "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" in claimed
    assert "<pdfuaid:part>1</pdfuaid:part>" in claimed
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]  # a dictionary
    assert "/ID" in reader_of(large).trailer


def test_small_file_stays_as_it_was_set_unless_a_limit_asks_for_less() -> None:
    report = of(Paragraph(content=("x",)))
    (whole,), (less,) = (PdfExporter(max_size=most).export(report) for most in ("", "1KB"))

    assert b"/ObjStm" not in whole.content
    assert b"/ObjStm" in less.content
    assert tree(whole).text == tree(less).text


@pytest.mark.slow
def test_long_register_is_attached_as_the_file_that_lies_beside() -> None:
    report = report_of(register("a", 301))

    document, beside = PdfExporter().export(report)

    reader = reader_of(document)
    files: Any = reader.root_object["/AF"]
    assert dict(reader.attachments) == {NAME: [carried(report)], beside.name: [beside.content]}
    assert {file.get_object()["/UF"]: file.get_object()["/AFRelationship"] for file in files} == {
        NAME: "/Data",
        "a-pdf.csv": "/Supplement",
    }

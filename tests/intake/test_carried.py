"""Documents that carry their data: read as the folder they came from, or refused in a sentence."""

from __future__ import annotations

import json
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from ppid_core import Report, compose, load, unstructure
from ppid_core.errors import ExtraMissingError, InputError
from ppid_core.intake.cells import CellError
from ppid_core.intake.files.carried import attachment, docx, fault, html, pdf
from ppid_core.law import Lawbook
from ppid_core.model import ServiceYear, redact
from ppid_core.plugins import export, load_plugins
from ppid_core.report import Edition
from ppid_core.rules import CATALOGUE, Evidence, check
from ppid_core.summary import summarize
from ppid_core.workdays import WorkdayCalendar
from ppid_exporters.json import carried

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDERS = ("kota-serang-2020", "kabupaten-contoh-2024")
DATA = '{"laporan": {"tahun": 2020, "badan.nama": "Kota </script> ]]> & \\u0000😀"}}'
SMALL = b'{"laporan": {"tahun": 2020}}'


def page(data: bytes) -> bytes:
    """Return a page as the exporter of pages writes it."""
    escaped = data.decode().replace("<", "\\u003c")
    element = f'<script type="application/json" id="ppid-data">{escaped}</script>'
    return f"<!doctype html><html><p>ppid-data &lt;</p>{element}<script>1</script></html>".encode()


def word(*data: bytes, **parts: bytes) -> bytes:
    """Return an archive with a part for each data, and parts of others."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w/>")
        archive.writestr("customXml/item999.xml", '<b:Sources xmlns:b="http://bibliography"/>')
        for number, one in enumerate(data, start=1):
            archive.writestr(f"customXml/item{number}.xml", part(one.decode()))
        for name, content in parts.items():
            archive.writestr(f"customXml/{name}.xml", content)
    return made.getvalue()


def part(text: str) -> str:
    """Return our part."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;")
    return f'<?xml version="1.0" encoding="UTF-8"?><data xmlns="urn:ppid-core:laporan">{escaped}</data>'


def paper(*data: bytes, name: str = "laporan.json", opens_with: str | None = None) -> bytes:
    """Return a PDF of one blank page with files attached."""
    writer, made = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    for one in data:
        writer.add_attachment(name, one)
    if opens_with is not None:
        writer.encrypt(opens_with, "pemilik", algorithm="RC4-128")
    writer.write(made)
    return made.getvalue()


WRAPPED: dict[str, Callable[[bytes], bytes]] = {".html": page, ".htm": page, ".docx": word, ".pdf": paper}
FINDERS = {".html": html.data_in, ".docx": docx.data_in, ".pdf": attachment.data_in}
suffixes = pytest.mark.parametrize("suffix", WRAPPED)
finders = pytest.mark.parametrize("suffix", FINDERS)


def composed(folder: Path, edition: Edition = "public") -> Report:
    intake, law = load(folder), Lawbook.load()
    year, workdays = intake.year, WorkdayCalendar.of(intake.year)
    summary = summarize(year, law, workdays, year.as_of)
    evidence = Evidence(year=year, summary=summary, law=law, workdays=workdays, as_of=year.as_of)
    checked = check(evidence, CATALOGUE)
    return compose(year, summary, checked, law, edition=edition, pictures=intake.pictures)


def figures(read: ServiceYear) -> object:
    """Return the figures of the public edition of what was read."""
    year = redact(read)
    return unstructure(summarize(year, Lawbook.load(), WorkdayCalendar.of(year), year.as_of), "id")


@cache
def of_example(folder: str) -> tuple[Report, object]:
    """Return the report of an example, and the figures of its folder, to which each document is held."""
    return composed(EXAMPLES / folder), figures(load(EXAMPLES / folder).year)


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        load(path)
    (problem,) = caught.value.problems
    assert problem.source.file == path.name
    assert problem.message.id != problem.message.en
    return problem.message.id


@pytest.mark.parametrize("folder", FOLDERS)
@suffixes
def test_document_gives_the_year_and_the_figures_of_its_folder(
    folder: str, suffix: str, tmp_path: Path
) -> None:
    report, expected = of_example(folder)
    path = tmp_path / f"laporan{suffix}"
    path.write_bytes(WRAPPED[suffix](carried(report)))

    intake = load(path)

    assert report.year == intake.year
    assert not intake.problems
    assert list(intake.inputs) == [path.name]
    assert expected == figures(intake.year)


@pytest.mark.parametrize("name", ["html", "docx", "pdf"])
@pytest.mark.parametrize(
    "folder", [FOLDERS[0], *(pytest.param(one, marks=pytest.mark.slow) for one in FOLDERS[1:])]
)
def test_what_our_exporters_write_reads_back(folder: str, name: str, tmp_path: Path) -> None:
    report, expected = of_example(folder)
    (artifact,) = export(report, name, load_plugins())
    path = tmp_path / artifact.name
    path.write_bytes(artifact.content)

    read = load(path).year

    assert report.year == read
    assert report.summary is not None
    assert expected == figures(read) == unstructure(report.summary, "id")


@suffixes
def test_text_that_looks_like_markup_comes_back_as_it_was(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(WRAPPED[suffix](DATA.replace("\\u0000", "").encode()))

    assert load(path).year.body.name == "Kota </script> ]]> & 😀"


@suffixes
def test_document_without_data_says_what_to_name_instead(suffix: str, tmp_path: Path) -> None:
    bare = {".docx": word(), ".pdf": paper(), ".html": b"<p>ppid-data</p>", ".htm": b""}
    path = tmp_path / f"a{suffix}"
    path.write_bytes(bare[suffix])

    assert refusal(path).startswith("dokumen ini tidak memuat data ppid-core; yang terbaca hanya")


def test_attachment_of_another_name_is_not_taken_for_the_data() -> None:
    with pytest.raises(CellError, match="no data"):
        pdf.data_in(paper(SMALL, name="data.json"))


@suffixes
def test_other_data_in_the_right_place_are_told(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(WRAPPED[suffix](b'{"schema": "lain"}'))

    assert "bukan laporan yang dikenal" in refusal(path)


@finders
def test_data_of_two_reports_are_refused(suffix: str) -> None:
    twice = {".html": page(SMALL) * 2, ".docx": word(SMALL, SMALL), ".pdf": paper(SMALL, SMALL)}

    with pytest.raises(CellError, match="two reports"):
        FINDERS[suffix](twice[suffix])


@finders
@given(share=st.floats(0, 0.99), junk=st.binary(max_size=40))
def test_whatever_is_cut_off_or_overwritten_is_read_or_refused(
    suffix: str, share: float, junk: bytes
) -> None:
    """Nothing else is raised, and nothing but the data is returned."""
    whole = WRAPPED[suffix](SMALL)
    at = int(len(whole) * share)

    for damaged in (whole[:at], whole[:at] + junk + whole[at + len(junk) :]):
        try:
            found = FINDERS[suffix](damaged)
        except CellError:
            continue
        assert found.strip()


@finders
@given(junk=st.binary(max_size=200))
def test_any_bytes_are_refused(suffix: str, junk: bytes) -> None:
    magic = {".html": b"ppid-data<script id=ppid-data>", ".docx": b"PK\x03\x04", ".pdf": b"%PDF-1.7\n"}

    for content in (junk, magic[suffix] + junk):
        with pytest.raises(CellError):
            FINDERS[suffix](content)


def test_files_with_a_password_say_so(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(paper(SMALL, opens_with="rahasia"))
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))

    assert "terkunci kata sandi" in refusal(tmp_path / "a.pdf")
    assert "terkunci kata sandi" in refusal(tmp_path / "a.docx")


def test_pdf_that_anyone_may_open_and_nobody_change_is_read() -> None:
    assert pdf.data_in(paper(SMALL, opens_with="")) == SMALL


def test_missing_package_is_told_as_for_a_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(paper(SMALL))
    monkeypatch.setitem(sys.modules, "pypdf", None)

    with pytest.raises(ExtraMissingError, match=r"ppid-core\[pdf\]"):
        load(tmp_path / "a.pdf")


def test_bomb_in_an_archive_is_refused_before_it_fills_the_memory() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("customXml/item1.xml", bytes(fault.MOST_DATA + 1))

    assert peak(docx.data_in, made.getvalue(), "too big") < 8 * 2**20


@pytest.mark.slow
def test_archive_that_hides_its_size_is_read_no_further_than_it_says() -> None:
    bomb = bytes(200 * 2**20)
    honest, said = word(item1=bomb), len(bomb).to_bytes(4, "little")
    lying = honest.replace(said, (100).to_bytes(4, "little"))
    assert honest != lying

    assert peak(docx.data_in, lying, "no whole Word") < 8 * 2**20


def peak(find: Callable[[bytes], bytes], content: bytes, told: str) -> int:
    """Return the memory that it takes to refuse ``content``, in bytes."""
    tracemalloc.start()
    with pytest.raises(CellError, match=told):
        find(content)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_archive_of_very_many_files_is_refused_unread() -> None:
    with pytest.raises(CellError, match="too big"):
        docx.data_in(word() + b"PK\x01\x02" * 10_001)
    with pytest.raises(CellError, match="too big"):
        docx.data_in(word(*[SMALL] * 100, item101=b""))


def test_way_of_packing_that_knows_no_bound_is_refused() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("customXml/item1.xml", part("{}"))

    with pytest.raises(CellError, match="no whole Word"):
        docx.data_in(made.getvalue())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_type_is_refused_and_no_entity_expanded(encoding: str) -> None:
    laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(20))
    bomb = f'<!DOCTYPE data [<!ENTITY a0 "ha">{laughs}]><data xmlns="urn:ppid-core:laporan">&a20;</data>'

    with pytest.raises(CellError, match="no whole XML"):
        docx.data_in(word(item1=bomb.encode(encoding)))


def test_part_of_somebody_else_is_passed_over_however_broken() -> None:
    foreign = {"item2": b"<a><b>", "item3": b"", "item4": b"\xff\xfe", "item5": b"<data>{}</data>"}

    assert docx.data_in(word(SMALL, **foreign)) == SMALL


def test_part_of_ours_that_is_cut_off_is_told() -> None:
    with pytest.raises(CellError, match="no whole XML"):
        docx.data_in(word(item1=part("{}")[:-3].encode()))


def test_page_that_is_cut_off_inside_its_data_is_told() -> None:
    with pytest.raises(CellError, match="no whole HTML"):
        html.data_in(page(SMALL)[:-35])


def test_page_in_another_encoding_is_told() -> None:
    with pytest.raises(CellError, match="no whole HTML"):
        html.data_in(page(SMALL) + b"\xe9")


def test_data_in_a_comment_or_a_text_are_no_data() -> None:
    element = page(SMALL).decode()

    for hidden in (f"<!-- {element} -->", element.replace("<", "&lt;"), f"<p title='{element}'>"):
        with pytest.raises(CellError, match="no data"):
            html.data_in(hidden.encode())


@pytest.mark.parametrize("open_part", ["<!--", "<a ", "<![CDATA[", "</", "<?", "&"])
def test_page_of_very_many_open_parts_takes_no_more_time_than_it_is_long(open_part: str) -> None:
    """A megabyte of them would take minutes where each is looked up to the end of the page."""
    with pytest.raises(CellError):
        html.data_in(b"ppid-data" + open_part.encode() * 300_000)


@pytest.mark.slow
def test_bomb_in_a_pdf_is_refused() -> None:
    packed = StreamObject()
    packed.set_data(bytes(100 * 2**20))
    writer, made = PdfWriter(clone_from=BytesIO(paper(SMALL))), BytesIO()
    names = cast("DictionaryObject", writer.root_object["/Names"])["/EmbeddedFiles"]
    file = cast("ArrayObject", cast("DictionaryObject", names)["/Names"])[1].get_object()
    cast("DictionaryObject", cast("DictionaryObject", file)["/EF"])[NameObject("/F")] = packed.flate_encode()
    writer.write(made)
    assert len(made.getvalue()) < 2**20

    assert peak(pdf.data_in, made.getvalue(), "no whole PDF") < 20 * 2**20


def test_file_that_is_too_big_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fault, "MOST_OF_A_DOCUMENT", 100)
    (tmp_path / "a.html").write_bytes(bytes(101))

    assert "terlalu besar" in refusal(tmp_path / "a.html")


def test_data_hold_no_applicant_even_in_an_internal_report(tmp_path: Path) -> None:
    (tmp_path / "laporan.csv").write_text("kunci,isi\ntahun,2020\n", encoding="utf-8")
    (tmp_path / "permohonan.csv").write_text("nama,keputusan\nNama Rahasia,dikabulkan\n", encoding="utf-8")
    report = composed(tmp_path, "internal")

    assert "Rahasia" in json.dumps(unstructure(report))
    assert b"Rahasia" not in carried(report)

"""A template that a designer changed: its look is the report's; what is wrong with it is told by its name."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from tests.exporters import sample, small
from tests.exporters.docx.designing import redesigned
from tests.exporters.docx.opening import exported, names, of, opened, part, said, styled
from tests.exporters.docx.printing import Press, needs_printing

from ppid_core.errors import OptionError
from ppid_core.report import Items, Paragraph, Report
from ppid_exporters.docx import DocxExporter
from ppid_exporters.docx.cascade import Cascade

STYLES, FOOT, DOCUMENT = "word/styles.xml", "word/footer1.xml", "word/document.xml"
Change = Callable[[bytes], bytes]


@cache
def starter() -> bytes:
    made = DocxExporter(starter=True).export(small.report())
    return next(artifact.content for artifact in made if artifact.name == "templat.docx")


def changed(content: bytes, change: dict[str, Change], more: dict[str, bytes] | None = None) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, change.get(name, bytes)(old.read(name)))
        for name, added in (more or {}).items():
            new.writestr(name, added)
    return stream.getvalue()


def replaced(old: str, new: str) -> Change:
    def change(content: bytes) -> bytes:
        assert old.encode() in content
        return content.replace(old.encode(), new.encode())

    return change


def exporter_with(folder: Path, template: bytes) -> DocxExporter:
    path = folder / "templat.docx"
    path.write_bytes(template)
    return DocxExporter(template=path)


def problem(folder: Path, template: bytes, report: Report | None = None) -> OptionError:
    with pytest.raises(OptionError) as raised:
        tuple(exporter_with(folder, template).export(report or small.report()))
    return raised.value


def test_report_in_the_starting_template_looks_as_without_one(tmp_path: Path) -> None:
    plain = exported(sample.report())
    filled = exported(sample.report(), exporter_with(tmp_path, starter()))

    for key in ("Heading1", "BodyText", "TableText", "Caption", "TOC1"):
        looks = [Cascade(part(one, STYLES)).paragraph(key) for one in (plain, filled)]
        assert looks[0] == looks[1]
    assert [said(one) for one in styled(plain, "TOC1")] == [said(one) for one in styled(filled, "TOC1")]


def test_changed_style_and_margin_are_those_of_the_report(tmp_path: Path) -> None:
    template = changed(
        starter(),
        {
            STYLES: replaced('w:ascii="Arial"', 'w:ascii="Georgia"'),
            DOCUMENT: replaced('w:left="1701"', 'w:left="2268"'),
        },
    )
    (artifact,) = exporter_with(tmp_path, template).export(sample.report())
    document = opened(artifact.content)

    assert document.styles["Heading 1"].font.name == "Georgia"
    assert b'w:left="2268"' in part(artifact.content, DOCUMENT)
    assert "Georgia" in artifact.notes[-1]
    assert "Ctrl+A lalu F9" in artifact.notes[-1]


def test_lists_of_the_template_are_used_and_begin_anew(tmp_path: Path) -> None:
    template = changed(
        starter(), {"word/numbering.xml": replaced('w:lvlText w:val="–"', 'w:lvlText w:val="§"')}
    )
    items = Items(items=(("satu",),), ordered=True)
    report = of(Items(items=(("butir",),)), items, Paragraph(content=("Antara.",)), items)

    content = exported(report, exporter_with(tmp_path, template))
    numbering = part(content, "word/numbering.xml").decode()

    assert numbering.count("lvlText") == 2
    assert "§" in numbering
    assert re.findall(rb'<w:numId w:val="(\d+)"', part(content, DOCUMENT)) == [b"1", b"3", b"4"]
    assert numbering.count("startOverride") == 2


def test_slots_of_the_foot_hold_title_and_body_also_where_runs_cut_them(tmp_path: Path) -> None:
    cut = replaced(
        "{judul} · {badan}",
        '{ju</w:t></w:r><w:r><w:t xml:space="preserve">dul} oleh {ba</w:t></w:r><w:r><w:t>dan}',
    )
    content = exported(sample.report(), exporter_with(tmp_path, changed(starter(), {FOOT: cut})))

    foot = opened(content).sections[-1].footer.paragraphs[0].text

    assert foot.startswith("Laporan Layanan Informasi Publik Tahun 2020 oleh Pemerintah Kota Serang\t")


def test_number_of_the_page_stands_at_the_right_edge_of_each_sheet(tmp_path: Path) -> None:
    narrow = replaced('w:left="1701"', 'w:left="2268"')
    content = exported(sample.report(), exporter_with(tmp_path, changed(starter(), {DOCUMENT: narrow})))
    edges = {
        name: re.findall(rb'w:val="right" w:pos="(\d+)"', part(content, name))
        for name in names(content)
        if name.startswith("word/footer")
    }

    assert edges == {FOOT: [b"8221"], "word/footer1-melintang.xml": [b"14004"]}
    assert b'w:pos="8221"' in part(content, STYLES)


def test_style_that_the_report_uses_and_the_template_lacks_is_named(tmp_path: Path) -> None:
    without = replaced('<w:name w:val="caption"/>', '<w:name w:val="Judul Tabel"/>')

    told = problem(tmp_path, changed(starter(), {STYLES: without}))

    assert 'templat.docx" tidak memuat gaya "caption" yang dipakai' in told.told("id")
    assert 'has no style "caption", which this report uses' in told.told("en")


def test_style_that_no_report_uses_may_be_missing(tmp_path: Path) -> None:
    without = replaced('<w:name w:val="Kop Nama"/>', '<w:name w:val="Lain"/>')

    assert exported(small.report(), exporter_with(tmp_path, changed(starter(), {STYLES: without})))


@pytest.mark.parametrize(
    ("foot", "named"),
    [("{judull}", '"{judull}" di word/footer1.xml'), ("{judul", '"{judul1"'), ("a }", '"a }1"')],
)
def test_slot_that_is_unknown_or_open_is_named(foot: str, named: str, tmp_path: Path) -> None:
    """A page number, 1, stands behind the foot."""
    told = problem(tmp_path, changed(starter(), {FOOT: replaced("{judul} · {badan}", foot)}))

    assert named in told.told("id")
    assert "word/footer1.xml" in told.told("en")
    assert "judul, badan" in told.told("id")


def test_part_that_is_broken_or_missing_is_named(tmp_path: Path) -> None:
    broken = problem(tmp_path, changed(starter(), {STYLES: replaced("</w:styles>", "")}))
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(starter())) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            if name != DOCUMENT:
                new.writestr(name, old.read(name))

    assert f'bagian "{STYLES}" dari' in broken.told("id")
    assert f'the part "{STYLES}" of' in broken.told("en")
    assert f'tidak memuat bagian "{DOCUMENT}"' in problem(tmp_path, stream.getvalue()).told("id")


def test_file_that_could_harm_is_refused(tmp_path: Path) -> None:
    entity = replaced("<w:styles ", '<!DOCTYPE x [<!ENTITY a "b">]><w:styles ')
    macro = changed(starter(), {}, {"word/vbaProject.bin": b"x"})
    many = changed(starter(), {}, {f"word/media/{at}.png": b"" for at in range(2_001)})
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", b" " * 61_000_000)

    assert "DOCTYPE" in problem(tmp_path, changed(starter(), {STYLES: entity})).told("id")
    assert "memuat makro" in problem(tmp_path, macro).told("id")
    assert "lebih besar" in problem(tmp_path, many).told("id")
    assert "lebih besar" in problem(tmp_path, stream.getvalue()).told("id")
    assert "terkunci" in problem(tmp_path, b"\xd0\xcf\x11\xe0x").told("id")


@pytest.mark.slow
@needs_printing
def test_report_follows_a_template_that_was_changed_in_libreoffice(tmp_path: Path, press: Press) -> None:
    """Another font, a crest above each page, a margin of 4 cm."""
    path = redesigned(tmp_path, starter())
    content = exported(sample.report(), DocxExporter(template=path))
    document = opened(content)
    (pages,) = press.pages(content)

    for name in ("Heading 1", "Body Text", "caption", "Isi Tabel"):
        assert document.styles[name].font.name == "DejaVu Serif"
    assert b'w:left="2268"' in part(content, DOCUMENT), "4 cm"
    assert all("graphic" in one.header._element.xml for one in document.sections)  # noqa: SLF001  drawings are not public
    assert any(name.startswith("word/media/") and name.endswith(".png") for name in names(content))
    assert len(pages) > 10
    assert all("Pemerintah Kota Serang" in page for page in pages)

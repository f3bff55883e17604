"""The template to begin with: every style of a report once, to be changed in Word or in LibreOffice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import evolve

from ppid_core.language import Bilingual, Lang
from ppid_core.report import Report, Theme
from ppid_exporters.docx.adoption import list_kind
from ppid_exporters.docx.inline import LANGUAGES, counted_field, run
from ppid_exporters.docx.markup import Xml, joined, rooted, twips, w
from ppid_exporters.docx.package import DOCUMENT, MAIN, WordFile, add_settings, blank
from ppid_exporters.docx.properties import add_properties
from ppid_exporters.docx.sheet import Margins, PageSetup, set_up
from ppid_exporters.docx.stylesheet import character_styles, defaults, styles, table_styles
from ppid_exporters.layout.theme import accent, paper

if TYPE_CHECKING:
    from ppid_exporters.docx.styles import Style

_WHAT = Bilingual(
    "Ini templat laporan. Ubah gaya (huruf, ukuran, warna, jarak), kertas, margin, kepala, dan kaki halaman, "
    "simpan sebagai .docx, lalu buat laporan dengan --set docx.template=templat.docx. Teks di halaman ini "
    "tidak ikut ke laporan; setiap gaya ada sekali, dan namanya tidak boleh berubah. Di kepala dan kaki "
    "halaman, {judul} diganti dengan judul laporan dan {badan} dengan nama badan publik.",
    "This is a template for reports. Change its styles (fonts, sizes, colours, room), paper, margins, heads "
    "and feet, save it as .docx, and make the report with --set docx.template=templat.docx. The text of this "
    "page does not go into the report; each style stands here once, and its name has to stay. In heads and "
    "feet, {judul} is replaced by the title of the report, and {badan} by the name of the body.",
)
_LISTS = {"ListBullet": 1, "ListNumber": 2}
_ROOM = 60.0


def started(report: Report, theme: Theme) -> bytes:
    """Return the file of the template, in paper and colour of a report."""
    file, sheet, lang = blank(), PageSetup.of(paper(theme)), report.meta.lang
    looks = styles(accent(theme).colour, sheet.room, is_brief=False)
    listed = {key: evolve(looks[key], more=_list_of(number)) for key, number in _LISTS.items()}
    made = {**looks, **listed}
    definitions = joined(
        defaults(LANGUAGES[lang]), character_styles(), table_styles(), *(style.xml for style in made.values())
    )
    file.parts[file.related(DOCUMENT, "styles")] = rooted("w:styles", definitions)
    foot = (("default", _foot(file, sheet)),)
    properties = set_up(sheet, Margins(upright=foot), kind="body", is_first=True, begins=True, is_lying=False)
    text = rooted("w:document", w("body", *_shown(made, lang), _table(), w("p"), properties))
    file.add(DOCUMENT, f"{MAIN}.document.main+xml", text)
    kinds = (list_kind(1, "bullet", "–"), list_kind(2, "decimal", "%1."))
    numbers = (w("num", w("abstractNumId", val=number), numId=number) for number in _LISTS.values())
    part = file.add("word/numbering.xml", f"{MAIN}.numbering+xml", rooted("w:numbering", *kinds, *numbers))
    file.relate(DOCUMENT, part, "numbering")
    add_settings(file)
    add_properties(file, report)
    return file.packed()


def _shown(made: dict[str, Style], lang: Lang) -> Iterator[Xml]:
    """Yield a paragraph in each style, by its name."""
    yield _paragraph("BodyText", run(_WHAT(lang)))
    for key, style in made.items():
        label = w("rPr", w("rStyle", val="ChapterLabel"))
        words = joined(run(f"{style.name}"), w("r", label, w("br"))) if key == "Heading1" else run(style.name)
        yield _paragraph(key, words)


def _paragraph(key: str, content: Xml) -> Xml:
    direct = w("pageBreakBefore", val=0)
    return w("p", w("pPr", w("pStyle", val=key), direct), content)


def _table() -> Xml:
    """Return a table of two columns in the style of tables."""
    rows = (
        ("TableHeadText", "TableHeadNumber", "Kepala", "Angka"),
        ("TableText", "TableNumber", "Isi", "84"),
    )
    columns = w("tblGrid", *(w("gridCol", w=twips(_ROOM)) for _ in range(2)))
    properties = w(
        "tblPr",
        w("tblStyle", val="TabelPPID"),
        w("tblW", w=twips(2 * _ROOM), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )
    written = []
    for at, (left, right, words, number) in enumerate(rows):
        cells = (_cell(key, text) for key, text in ((left, words), (right, number)))
        head = (w("trPr", w("tblHeader")),) if at == 0 else ()
        written.append(w("tr", *head, *cells))
    return w("tbl", properties, columns, *written)


def _cell(key: str, words: str) -> Xml:
    return w(
        "tc",
        w("tcPr", w("tcW", w=twips(_ROOM), type="dxa")),
        w("p", w("pPr", w("pStyle", val=key)), run(words)),
    )


def _foot(file: WordFile, sheet: PageSetup) -> str:
    edge = w("tabs", w("tab", val="right", pos=twips(sheet.room)))
    content = w(
        "p",
        w("pPr", w("pStyle", val="Footer"), edge),
        run("{judul} · {badan}"),
        w("r", w("tab")),
        counted_field("PAGE \\* MERGEFORMAT", "1"),
    )
    name = file.add("word/footer1.xml", f"{MAIN}.footer+xml", rooted("w:ftr", content))
    return file.relate(DOCUMENT, name, "footer")


def _list_of(number: int) -> Xml:
    return w("numPr", w("ilvl", val=0), w("numId", val=number))
